import type { AskedFigure, FlippedDecision } from '../../contract/ask.ts';
import type { Plan } from '../../contract/plan.ts';
import type { Table } from '../figure.ts';
import { periodName } from '../periods.ts';
import {
  type FigureContext,
  formatMoney,
  formatNumber,
  formatShare,
  joinClauses,
  label,
  nameOf,
} from '../text.ts';
import { words } from '../words/index.ts';

/** Decisions told of each end. */
const FLIPS = 4;

/** The figures most worth knowing, with what knowing them would flip. */
export function askTable(plan: Plan, context: FigureContext): Table {
  const { ask, tables } = words(context.lang);
  const c = ask.columns;
  return {
    id: 'ask',
    caption: ask.caption,
    below: ['flips'],
    columns: [
      { id: 'rank', label: tables.columns.rank, format: 'integer' },
      { id: 'figure', label: c.figure, format: 'text' },
      { id: 'range', label: c.range, format: 'short' },
      { id: 'mark', label: c.mark, format: 'short' },
      { id: 'gain', label: c.gain, format: 'money' },
      { id: 'standardError', label: tables.columns.standardError, format: 'money' },
      { id: 'flips', label: c.flips, format: 'text' },
    ],
    rows: plan.ask.map((figure, i) => [
      i + 1,
      askedName(figure, context),
      rangeText(figure, context),
      label(ask.marks, figure.mark),
      figure.gain,
      figure.gainStandardError,
      joinClauses(flipTexts(plan, figure, context), context.lang),
    ]),
  };
}

export const askedName = ({ label: name, labelZh }: AskedFigure, { lang }: FigureContext): string =>
  nameOf({ name, nameZh: labelZh }, lang);

/** The range of a figure as a reader would write it. */
export function rangeText({ low, central, high, unit }: AskedFigure, context: FigureContext): string {
  const text = (x: number): string =>
    unit === '1' ? formatNumber(x, context.lang) : formatMoney(x, context, high);
  return words(context.lang).ask.range(text(low), text(central), text(high));
}

/** What knowing the figure would flip: a clause for each end at which it gains anything. */
export function flipTexts(plan: Plan, { flips }: AskedFigure, context: FigureContext): string[] {
  const { ask } = words(context.lang);
  if (flips.length === 0) return [ask.noStart];
  return (['low', 'high'] as const).flatMap((end) => {
    const own = flips.filter(({ at }) => at === end).slice(0, FLIPS);
    const list = own.map((flip) => flipText(plan, flip, context)).join(context.lang === 'zh' ? '，' : ', ');
    return own.length === 0 ? [] : [ask.at[end](list)];
  });
}

function flipText(plan: Plan, flip: FlippedDecision, context: FigureContext): string {
  const { ask, labels } = words(context.lang);
  const { lang } = context;
  const { before, after, kind, teamName } = flip;
  const name = nameOf(flip, lang);
  const period = (state: FlippedDecision['before']): string =>
    state.startPeriod === null ? labels.never : periodName(plan, state.startPeriod, lang);
  const mode = (state: FlippedDecision['before']): string => label(labels.modes, state.leadMode ?? '');
  if (kind === 'moved') return ask.moved(name, teamName, period(before), period(after));
  if (kind === 'mode') return ask.mode(name, teamName, mode(before), mode(after));
  const share = (state: FlippedDecision['before']): string => formatShare(state.chanceOfStart, lang);
  return ask.courses(name, teamName, share(before), share(after));
}
