import type { Frontier } from '../contract/frontier.ts';
import type { Figure, Lang } from './figure.ts';
import { frontierSvg } from './frontier-svg.ts';
import { frontierTable } from './tables/frontier.ts';
import {
  type FigureContext,
  formatNumber,
  joinClauses,
  moneyUnit,
  moneyUnitName,
  nameOf,
  provenance,
} from './text.ts';
import { words } from './words/index.ts';

/** The words and units in which a frontier is written. */
export function frontierContext(frontier: Frontier, lang: Lang): FigureContext {
  const { programme: name, programmeNameZh: nameZh, currency, priceYear, seed } = frontier;
  return { lang, programme: nameOf({ name, nameZh }, lang), currency, priceYear, seed };
}

/** What the plan, the bound and the two rankings are worth at each budget. */
export function frontierFigure(frontier: Frontier, context: FigureContext): Figure {
  const { lang } = context;
  const { figure: say } = words(lang).frontier;
  const unitOf = (amounts: readonly number[]): string =>
    moneyUnitName(moneyUnit(Math.max(...amounts.map((x) => Math.abs(x))), lang), context);
  const title = titleOf(frontier, context);
  const subtitle = joinClauses(
    [
      say.subtitle(
        unitOf(frontier.points.map(({ bound }) => bound)),
        unitOf(frontier.points.map(({ money }) => money)),
      ),
      provenance(context, { money: true, seed: true }),
    ],
    lang,
  );
  return {
    id: 'frontier',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: frontierSvg(frontier, context),
    table: frontierTable(frontier, context),
    method: say.method,
  };
}

/** What the better of the rankings would need. */
function titleOf({ rankings }: Frontier, { lang }: FigureContext): string {
  const { figure: say, rankings: named } = words(lang).frontier;
  const [best] = [...rankings].sort(
    (a, b) =>
      (a.factor ?? Number.POSITIVE_INFINITY) - (b.factor ?? Number.POSITIVE_INFINITY) || b.value - a.value,
  );
  if (!best || best.factor === 1) return say.titlePlan;
  return best.factor === null
    ? say.titleNever(formatNumber(best.tried, lang), named[best.name])
    : say.title(formatNumber(best.factor, lang), named[best.name]);
}
