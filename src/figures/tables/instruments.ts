import type { Plan } from '../../contract/plan.ts';
import type { Table } from '../figure.ts';
import { type FigureContext, nameOf } from '../text.ts';
import { words } from '../words/index.ts';

/** Expected money of funded projects by instrument, and what private money comes to a unit of public money. */
export function instrumentsTable(plan: Plan, context: FigureContext): Table {
  const { tables } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'instruments',
    caption: tables.captions.instruments,
    columns: [
      { id: 'instrument', label: c.instrument, format: 'text' },
      { id: 'publicCost', label: c.publicCost, format: 'money' },
      { id: 'privateCost', label: c.privateCost, format: 'money' },
      { id: 'publicReturns', label: c.publicReturns, format: 'money' },
      { id: 'leverage', label: c.leverage, format: 'number' },
      { id: 'announcedLeverage', label: c.announcedLeverage, format: 'number' },
    ],
    rows: [
      ...plan.instruments.map((one) => [
        nameOf(one, context.lang),
        one.publicCost,
        one.privateCost,
        one.publicReturns,
        one.leverage,
        one.announcedLeverage,
      ]),
      [c.total, plan.publicCost, plan.privateCost, plan.publicReturns, plan.leverage, null],
    ],
  };
}
