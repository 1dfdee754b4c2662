import type { AssessedProduct, AssessmentReport } from '../../contract/assess.ts';
import { linkNames } from '../tables/names.ts';
import { missingText } from '../tables/times.ts';
import {
  type FigureContext,
  formatDate,
  formatDays,
  formatList,
  formatMoney,
  formatNumber,
  formatShare,
  nameOf,
} from '../text.ts';
import { words } from '../words/index.ts';

/** A product and the service level at which it is looked at. */
interface AtLevel {
  readonly product: AssessedProduct;
  readonly level: AssessedProduct['levels'][number];
}

/** What loses full service, what stops altogether, when and because of which link, in sentences. */
export function stops(report: AssessmentReport, context: FigureContext): string[] {
  const say = words(context.lang).findings;
  const scenario = nameOf({ name: report.scenarioName, nameZh: report.scenarioNameZh }, context.lang);
  const list = (found: readonly AtLevel[]): string =>
    formatList(
      found.map(({ product }) => nameOf(product, context.lang)),
      context.lang,
    );
  const full = atLevel(report, (levels) => Math.max(...levels));
  const least = atLevel(report, (levels) => Math.min(...levels));
  const lost = full.filter(({ level }) => level.works === 'no');
  const ended = least.filter(({ level }) => level.works === 'no');
  const reduced = least.filter(
    ({ product, level }) => level.works === 'yes' && lost.some((one) => one.product === product),
  );
  const undecided = full.filter(({ level }) => level.works === 'unknown');
  const sentences: string[] = [];
  if (lost.length === 0 && ended.length === 0) sentences.push(say.nothingStops(scenario));
  if (lost.length > 0) sentences.push(say.fullServiceLost(scenario, list(lost), lastDay(lost, context)));
  sentences.push(...inOrder(ended).map((one, i) => stopSentence(one, i === 0, report, context)));
  if (reduced.length > 0) sentences.push(say.reduced(list(reduced), reduced.length));
  if (undecided.length > 0) sentences.push(say.unknownProducts(list(undecided)));
  sentences.push(...survives(report, context), ...stock(report, context));
  return sentences;
}

function atLevel(report: AssessmentReport, choose: (levels: number[]) => number): AtLevel[] {
  return report.products.flatMap((product) => {
    const wanted = choose(product.levels.map(({ level }) => level));
    const level = product.levels.find((one) => one.level === wanted);
    return level ? [{ product, level }] : [];
  });
}

/** The earliest stop first, what has no date last. */
function inOrder(found: readonly AtLevel[]): AtLevel[] {
  const day = ({ level }: AtLevel): number => level.stopsOnDay ?? Number.POSITIVE_INFINITY;
  return [...found].sort((a, b) => day(a) - day(b));
}

/** When the last of them is lost: at once, or by a day. */
function lastDay(found: readonly AtLevel[], context: FigureContext): string {
  const { findings: say, labels } = words(context.lang);
  const day = Math.max(...found.map(({ level }) => level.stopsOnDay ?? 0));
  return day === 0 ? say.atOnce : say.byDay(labels.day(formatNumber(day, context.lang, 0)));
}

function stopSentence(
  { product, level }: AtLevel,
  first: boolean,
  report: AssessmentReport,
  context: FigureContext,
): string {
  const { findings: say, labels } = words(context.lang);
  const cause = level.cause.at(-1);
  const because = cause === undefined || cause === product.id ? '' : linkNames(report, context)(cause);
  const when =
    level.stopsOnDay === null || level.stopsOnDay === 0
      ? say.atOnce
      : say.onDay(
          labels.day(formatNumber(level.stopsOnDay, context.lang, 0)),
          dayAfter(report.startsOn, level.stopsOnDay, context),
        ) + spread(product.id, level.level, report, context);
  const name = nameOf(product, context.lang);
  return first ? say.stopsFirst(name, when, because) : say.stopsNext(name, when, because);
}

/** The end use that is first below its lowest level although stocks are spread out. */
function survives(report: AssessmentReport, context: FigureContext): string[] {
  const { finding } = words(context.lang).times;
  const [first] = report.products
    .flatMap(({ id, levels }) => {
      const lowest = Math.min(...levels.map(({ level }) => level));
      const one = report.survival.find(({ product, level }) => product === id && level === lowest);
      return one && one.days !== null ? [{ ...one, days: one.days }] : [];
    })
    .sort((a, b) => a.days - b.days);
  if (first === undefined) return [];
  const product = linkNames(report, context)(first.product);
  return [
    finding.survives(product, formatShare(first.level, context.lang), formatDays(first.days, context.lang)),
  ];
}

/** The stock that keeps all products at their lowest levels, where it was asked for. */
function stock(report: AssessmentReport, context: FigureContext): string[] {
  const { finding } = words(context.lang).times;
  const plan = report.stock?.plans.find(({ product }) => product === null);
  if (!report.stock || !plan) return [];
  const days = formatDays(report.stock.days, context.lang);
  if (plan.missing.length > 0) return [finding.stockNever(days, missingText(plan, context))];
  if (plan.links.length === 0) return [finding.stockNone(days)];
  const links = plan.links.map((one) =>
    finding.stockOf(nameOf(one, context.lang), formatDays(one.extraDays, context.lang)),
  );
  const cost = plan.cost > 0 ? formatMoney(plan.cost, context) : '';
  return [finding.stock(days, formatList(links, context.lang), cost)];
}

/** The middle 80 % of the runs over what is uncertain, where they differ. */
function spread(product: string, level: number, report: AssessmentReport, context: FigureContext): string {
  const { times, labels } = words(context.lang);
  const stop = report.stoppages.find(
    (one) => one.kind === 'product' && one.link === product && one.level === level,
  );
  if (!stop || stop.p10 === stop.p90) return '';
  const shown = (day: number | null): string =>
    day === null ? labels.never : labels.day(formatNumber(day, context.lang, 0));
  return times.list.spread(shown(stop.p10), shown(stop.p90));
}

function dayAfter(start: string | null, days: number, context: FigureContext): string {
  if (start === null) return '';
  const time = Date.parse(`${start}T00:00:00Z`) + days * 86_400_000;
  return formatDate(new Date(time).toISOString().slice(0, 10), context.lang);
}
