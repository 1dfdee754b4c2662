import type { Plan } from '../../contract/plan.ts';
import type { PlanVerification } from '../../contract/verification.ts';
import type { Table } from '../figure.ts';
import { periodName } from '../periods.ts';
import { type FigureContext, formatShare, nameOf } from '../text.ts';
import { slotsText, waitsText } from '../verification.ts';
import { words } from '../words/index.ts';

/** The verifications that the product level of most value waits for. */
export function criticalPathTable(
  plan: Plan,
  { product, criticalPath }: PlanVerification,
  context: FigureContext,
): Table {
  const say = words(context.lang).verification;
  const c = say.columns;
  const open = product?.openPeriod ? periodName(plan, product.openPeriod, context.lang) : null;
  return {
    id: 'critical-path',
    caption:
      product === null
        ? say.noPath
        : say.pathCaption(nameOf(product, context.lang), formatShare(product.level, context.lang), open),
    columns: [
      { id: 'project', label: c.project, format: 'text' },
      { id: 'adopter', label: c.verification, format: 'text' },
      { id: 'from', label: c.from, format: 'short' },
      { id: 'to', label: c.to, format: 'short' },
      { id: 'waitsFor', label: c.waitsFor, format: 'text' },
      { id: 'slots', label: c.slots, format: 'text' },
    ],
    rows: criticalPath.map((one) => [
      nameOf(one, context.lang),
      one.adopterName,
      periodName(plan, one.fromPeriod, context.lang),
      periodName(plan, one.toPeriod, context.lang),
      waitsText(plan, one, context),
      slotsText(plan, one, context),
    ]),
  };
}

/** Slots of host lines by what one more of them is worth. */
export function slotsToBuyTable(plan: Plan, { buy, slots }: PlanVerification, context: FigureContext): Table {
  const say = words(context.lang).verification;
  const c = say.columns;
  return {
    id: 'slots-to-buy',
    caption: say.buyCaption,
    columns: [
      { id: 'resource', label: c.resource, format: 'text' },
      { id: 'period', label: c.period, format: 'short' },
      { id: 'used', label: c.used, format: 'number' },
      { id: 'available', label: c.available, format: 'number' },
      { id: 'worth', label: c.worth, format: 'money' },
    ],
    rows: buy.map((slot) => {
      const own = slots.find(({ resource, period }) => resource === slot.resource && period === slot.period);
      return [
        nameOf(slot, context.lang),
        periodName(plan, slot.period, context.lang),
        own?.used ?? null,
        own?.available ?? null,
        slot.worth,
      ];
    }),
  };
}
