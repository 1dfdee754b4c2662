import type { Plan } from '../contract/plan.ts';
import { flipTexts, rangeText } from '../figures/tables/ask.ts';
import { type FigureContext, formatMoney } from '../figures/text.ts';
import { words } from '../figures/words/index.ts';
import { halfWidth95 } from '../kernel/confidence.ts';
import { columns } from './columns.ts';
import { wrap } from './wrap.ts';

/** Figures that a reader of the command line is told. */
const SHOWN = 5;

/** What to ask next. */
export function askText(plan: Plan, context: FigureContext): string {
  const { ask } = words(context.lang);
  if (plan.ask.length === 0) return `${ask.nothing}\n`;
  const shown = plan.ask.slice(0, SHOWN);
  const rows = shown.map((one, i) => {
    const error =
      one.gainStandardError > 0 ? ` ± ${formatMoney(halfWidth95(one.gainStandardError), context)}` : '';
    return [`${i + 1}.`, `${formatMoney(one.gain, context)}${error}`, rangeText(one, context), one.label];
  });
  const flips = shown.flatMap((one, i) =>
    flipTexts(plan, one, context).map((text) => `${i + 1}. ${wrap(text, 96, '   ')}`),
  );
  return [
    `What to ask next: figures most worth knowing before the plan is made (${plan.ask.length}):`,
    columns(['', 'worth knowing (95 %)', 'low – central – high', 'figure'], rows),
    ...flips,
    '',
  ].join('\n');
}
