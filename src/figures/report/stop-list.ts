import type { Assessment } from '../../contract/assess.ts';
import type { Stoppage } from '../../contract/stoppage.ts';
import { groupBy } from '../../kernel/collections.ts';
import { linkNames } from '../tables/names.ts';
import {
  type FigureContext,
  formatDate,
  formatList,
  formatNumber,
  formatShare,
  nameOf,
  withRemark,
} from '../text.ts';
import { words } from '../words/index.ts';

/** Links named in one line. */
const NAMED = 4;

/**
 * What stops, the earliest first, in at most so many lines: end uses that lose a level on one day to one link
 * together, chokepoints by day.
 */
export function stopList(assessment: Assessment, context: FigureContext, most: number): string[] {
  const { list } = words(context.lang).times;
  const keyOf = ({ kind, day, level, causePath, link }: Stoppage): string =>
    kind === 'product' ? `${day} ${level} ${causePath.at(-1) ?? link}` : `${kind} ${day}`;
  const groups = [...groupBy(assessment.stoppages, keyOf).values()];
  const lines = groups
    .slice(0, most)
    .map((stops) => list.line(whenText(stops[0], context), whatText(stops, assessment, context)));
  const left = groups.slice(most).reduce((sum, stops) => sum + stops.length, 0);
  return left === 0 ? lines : [...lines, list.rest(left)];
}

function whenText({ day, date }: Stoppage, context: FigureContext): string {
  const { list } = words(context.lang).times;
  if (day === null) return list.notCentral;
  return list.on(dayText(day, context), date === null ? '' : formatDate(date, context.lang));
}

function dayText(day: number | null, context: FigureContext): string {
  const { labels } = words(context.lang);
  return day === null ? labels.never : labels.day(formatNumber(day, context.lang, 0));
}

function whatText(stops: readonly Stoppage[], assessment: Assessment, context: FigureContext): string {
  const { list } = words(context.lang).times;
  const [first] = stops;
  const share = (level: number): string => formatShare(level, context.lang);
  const name = (stop: Stoppage): string => nameOf(stop, context.lang);
  if (first.kind === 'expansion') return list.expansion(named(stops.map(name), context));
  if (first.kind === 'level') {
    return list.level(
      named(
        stops.map((stop) => withRemark(name(stop), share(stop.level), context.lang)),
        context,
      ),
    );
  }
  const path = first.causePath.slice(1).reverse().map(linkNames(assessment, context)).join(' → ');
  const because = path === '' ? '' : list.because(path);
  return list.product(
    named(stops.map(name), context),
    share(first.level),
    because,
    spreadText(first, context),
  );
}

/** The middle 80 % of runs, where they differ. */
function spreadText({ p10, p90, neverShare }: Stoppage, context: FigureContext): string {
  const { list } = words(context.lang).times;
  const never = neverShare >= 0.005 ? list.neverIn(formatShare(neverShare, context.lang)) : '';
  return p10 === p90 || p90 === null ? never : list.spread(dayText(p10, context), dayText(p90, context));
}

/** The first few of many names, and how many more. */
function named(names: readonly string[], context: FigureContext): string {
  const rest = names.length - NAMED;
  if (rest <= 0) return formatList(names, context.lang);
  const shown = names.slice(0, NAMED).join(context.lang === 'zh' ? '、' : ', ');
  return words(context.lang).times.list.others(shown, rest);
}
