import { halfWidth95 } from '../../kernel/confidence.ts';
import { askedName, flipTexts, rangeText } from '../tables/ask.ts';
import { formatMoney, label } from '../text.ts';
import { words } from '../words/index.ts';
import type { Account } from './account.ts';
import type { Answers } from './subject.ts';

/** A figure that could change the plan: on what it stands, what knowing it is worth, what it would flip. */
export function explainFigure({ plan, context }: Answers, id: string): Account {
  const { ask } = words(context.lang);
  const figure = plan.ask.find((one) => one.figure === id)!;
  const { low, central, high, unit, gain, gainStandardError, mark, evidence } = figure;
  const error = gainStandardError > 0 ? formatMoney(halfWidth95(gainStandardError), context) : '';
  const projects = [...new Set(figure.flips.map(({ project }) => project))];
  return {
    sentences: [
      ask.isRange(askedName(figure, context), rangeText(figure, context)),
      ask.standsOn(label(ask.marks, mark), evidence),
      ask.worth(formatMoney(gain, context), error),
    ],
    flips: flipTexts(plan, figure, context).map((clause) => ask.wouldChange(clause)),
    figures: [
      { name: ask.low, value: low, unit },
      { name: ask.central, value: central, unit },
      { name: ask.high, value: high, unit },
      { name: ask.gain, value: gain, unit: plan.currency },
    ],
    related: projects.map((project) => ({ kind: 'project', id: project }) as const),
  };
}
