import type { Differing, Frontier, FrontierStep, RankingMoney } from '../../contract/frontier.ts';
import { halfWidth95 } from '../../kernel/confidence.ts';
import { timesOf } from '../tables/frontier.ts';
import { type FigureContext, formatList, formatMoney, formatNumber, formatShare, nameOf } from '../text.ts';
import { words } from '../words/index.ts';

/** What a frontier says, as sentences. */
export function frontierFindings(frontier: Frontier, context: FigureContext): string[] {
  const { steps, points, asked, infeasible, status } = frontier;
  const say = words(context.lang).frontier;
  const drops = steps.filter(({ nested }) => !nested);
  const times = (factors: readonly number[]): string =>
    formatList(
      factors.map((factor) => timesOf(factor, context)),
      context.lang,
    );
  return [
    status === 'stopped' ? say.stopped(points.length + infeasible.length, asked.length) : '',
    ...todayAndRankings(frontier, context),
    infeasible.length > 0 ? say.infeasible(times(infeasible)) : '',
    steps.length > 0 && drops.length === 0 ? say.nested(steps.length) : '',
    drops.length > 0 ? say.notNested(drops.length, steps.length) : '',
    ...drops.map((step) => stepSentence(step, context)),
    slopeSentence(steps, context),
  ].filter(Boolean);
}

function todayAndRankings({ points, rankings }: Frontier, context: FigureContext): string[] {
  const say = words(context.lang).frontier;
  const today = points.find(({ factor }) => factor === 1);
  if (!today) return [];
  const money = (x: number): string => formatMoney(x, context);
  const most = (value: number, error: number): string =>
    error === 0 ? money(value) : `${money(value)} ± ${formatMoney(halfWidth95(error), context, value)}`;
  const ranking = ({ name, factor, tried, value, standardError }: RankingMoney): string => {
    const named = say.rankings[name];
    const now = money(today.rankings.find((one) => one.name === name)?.value ?? 0);
    if (factor === null)
      return say.never(named, now, formatNumber(tried, context.lang), most(value, standardError));
    if (factor === 1) return say.same(named, now);
    return say.needs(named, now, formatNumber(factor, context.lang), money((factor - 1) * today.money));
  };
  return [
    say.today(money(today.money), most(today.value, today.standardError), money(today.bound)),
    ...rankings.map(ranking),
  ];
}

function stepSentence({ from, to, dropped, added }: FrontierStep, context: FigureContext): string {
  return words(context.lang).frontier.step(
    timesOf(from, context),
    timesOf(to, context),
    differingList(dropped, context),
    differingList(added, context),
  );
}

/** Projects that are named; the tables have all. */
const NAMED_MAX = 5;

/** Projects that two plans differ on, with their chances of start before and after. */
export function differingList(projects: readonly Differing[], context: FigureContext): string {
  const { lang } = context;
  const say = words(lang).frontier;
  const share = (x: number): string => formatShare(x, lang);
  const named = projects
    .slice(0, NAMED_MAX)
    .map((one) =>
      say.project(nameOf(one, lang), one.teamName, share(one.chanceBefore), share(one.chanceAfter)),
    );
  const rest = projects.length - named.length;
  return formatList(rest > 0 ? [...named, say.more(rest)] : named, lang);
}

/** What more money brings at both ends. */
function slopeSentence(steps: readonly FrontierStep[], context: FigureContext): string {
  if (steps.length < 2) return '';
  const [first, last] = [steps[0], steps[steps.length - 1]];
  const gain = (x: number): string => formatNumber(x, context.lang);
  return words(context.lang).frontier.slope(
    timesOf(first.from, context),
    gain(first.gainPerMoney),
    timesOf(last.to, context),
    gain(last.gainPerMoney),
  );
}
