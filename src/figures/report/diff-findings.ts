import type { DiffReport, ProductChange, ScenarioDiff } from '../../contract/diff.ts';
import { dayText } from '../tables/diff.ts';
import { type FigureContext, formatList, formatShare, nameOf } from '../text.ts';
import { words } from '../words/index.ts';

/** The headline of a comparison, in sentences: what differs, what that does under each scenario, combinations. */
export function diffFindings(report: DiffReport, context: FigureContext): string[] {
  const say = words(context.lang).diff;
  if (report.changes.length === 0) return [say.nothingDiffers];
  const gained = report.combinations.filter(({ before }) => before === 'none').length;
  const lost = report.combinations.filter(({ after }) => after === 'none').length;
  return [
    say.changes(report.changes.length, formatList(counts(report, context), context.lang)),
    ...report.scenarios.filter((one) => one.in === 'both').map((one) => scenarioSentence(one, context)),
    ...(gained + lost > 0 ? [say.combinations(gained, lost)] : []),
  ];
}

/** How many things of each sort differ, in the order of the sorts. */
function counts({ changes }: DiffReport, { lang }: FigureContext): string[] {
  const { sorts } = words(lang).diff;
  const bySort = new Map<string, number>();
  for (const { sort } of changes) bySort.set(sort, (bySort.get(sort) ?? 0) + 1);
  return [...bySort].map(([sort, n]) => sorts[sort as keyof typeof sorts](n));
}

/** Products told in a headline. */
const PRODUCTS_TOLD = 3;

function scenarioSentence(scenario: ScenarioDiff, context: FigureContext): string {
  const say = words(context.lang).diff;
  const { moreExposed, lessExposed, chokepoints, products } = scenario;
  const ofKind = (kind: string): number => chokepoints.filter((point) => point.kind === kind).length;
  const counted: [number, (n: number) => string][] = [
    [moreExposed.length, say.moreExposed],
    [lessExposed.length, say.lessExposed],
    [ofKind('appeared'), say.appear],
    [ofKind('vanished'), say.vanish],
  ];
  const clauses = [
    ...counted.filter(([n]) => n > 0).map(([n, text]) => text(n)),
    ...products.slice(0, PRODUCTS_TOLD).map((product) => productClause(product, context)),
    ...(products.length > PRODUCTS_TOLD ? [say.moreProducts(products.length - PRODUCTS_TOLD)] : []),
  ];
  const name = nameOf(scenario, context.lang);
  if (clauses.length === 0) return say.unaffected(name);
  return say.under(name, clauses.join(context.lang === 'zh' ? '；' : '; '));
}

/** The gravest of what differs of a product. */
function productClause(product: ProductChange, context: FigureContext): string {
  const say = words(context.lang).diff;
  const name = nameOf(product, context.lang);
  const { before, after } = product;
  if (!before) return say.productNew(name);
  if (!after) return say.productGone(name);
  if (after.works === 'no' && before.works !== 'no')
    return say.newlyStops(name, dayText(after.stopsOnDay, context));
  if (before.works === 'no' && after.works !== 'no') return say.noLongerStops(name);
  if (before.stopsOnDay !== after.stopsOnDay) {
    return say.stopsInstead(name, dayText(after.stopsOnDay, context), dayText(before.stopsOnDay, context));
  }
  const [was, now] = [before, after].map(({ coverage }) => formatShare(coverage, context.lang));
  return was === now ? say.levels(name) : say.covered(name, was, now);
}
