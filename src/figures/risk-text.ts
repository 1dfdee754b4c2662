import type { Plan } from '../contract/plan.ts';
import { type FigureContext, formatDate, formatMoney, formatShare, nameOf } from './text.ts';
import { words } from './words/index.ts';

/** What the plan is worth on the worst courses, in a sentence. */
export function tailText({ tail }: NonNullable<Plan['risk']>, context: FigureContext): string {
  const { share, mean, valueAtRisk } = tail;
  return words(context.lang).risk.tail(
    formatShare(share, context.lang),
    formatMoney(mean, context),
    formatMoney(valueAtRisk, context),
  );
}

/** Whether the plan meets the targets of the programme, a sentence each. */
export function targetTexts({ targets }: Plan, context: FigureContext): string[] {
  const say = words(context.lang).risk;
  const share = (x: number): string => formatShare(x, context.lang);
  return targets.map((target) => {
    const { level, by, chance, asked, met } = target;
    const tell = met ? say.met : say.missed;
    return tell(
      nameOf(target, context.lang),
      share(level),
      formatDate(by, context.lang),
      share(chance),
      share(asked),
    );
  });
}
