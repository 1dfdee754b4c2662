import { LINK_FIGURES } from '../chain/build.ts';
import { type Link, linksBelow } from '../chain/chain.ts';
import { CENTRAL_ADVERSE } from '../chain/supply.ts';
import { Survival } from '../chain/survive.ts';
import { canStock, stockToSurvive } from '../chain/survive-stock.ts';
import type { LinkAtLevel } from '../chain/time-spread.ts';
import type { StockPlan, StockToSurvive, SurvivalTime } from '../contract/survival.ts';
import type { FigureMark } from '../evidence/figure.ts';
import { wholeDay } from '../kernel/days.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { HIGH_FAVOURABLE, LOW_ADVERSE, type ScenarioView } from './scenario-view.ts';

/** How long every product keeps each service level once all measures hold; none in the world reading. */
export function survivalTimes(view: ScenarioView): SurvivalTime[] {
  if (view.reading === 'world') return [];
  const central = centralSurvival(view);
  const low = new Survival(view.supply, { figures: LOW_ADVERSE, unknownGates: view.adverseGates });
  const high = new Survival(view.supply, { figures: HIGH_FAVOURABLE, unknownGates: view.favourableGates });
  return productLevels(view).map(({ link, level }) => {
    const days = central.days(link, level);
    return {
      product: link,
      level,
      days: wholeDay(days),
      daysLow: wholeDay(low.days(link, level)),
      daysHigh: wholeDay(high.days(link, level)),
      bottleneck: Number.isFinite(days) ? central.bottleneck(link, days + 1) : [],
    };
  });
}

/**
 * The least stock that keeps products at their levels through a cut-off of so many days: one plan for every product and level, and
 * one for all products together, each at its lowest level. Null in the world reading.
 */
export function stockFor(view: ScenarioView, days: number, solver: LinearSolver): StockToSurvive | null {
  if (view.reading === 'world') return null;
  const survival = centralSurvival(view);
  const plan = (targets: readonly LinkAtLevel[]) => stockPlan(survival, targets, days, solver);
  const lowest = view.world.programme.muster.products.map(({ link, ladder }) => ({
    link,
    level: ladder[0].level,
  }));
  return {
    days,
    plans: [
      ...productLevels(view).map((target) => ({
        product: target.link,
        level: target.level,
        ...plan([target]),
      })),
      { product: null, level: null, ...plan(lowest) },
    ],
  };
}

const centralSurvival = (view: ScenarioView): Survival =>
  new Survival(view.supply, { figures: CENTRAL_ADVERSE, unknownGates: view.adverseGates });

const productLevels = ({ world }: ScenarioView): LinkAtLevel[] =>
  world.programme.muster.products.flatMap(({ link, ladder }) => ladder.map(({ level }) => ({ link, level })));

function stockPlan(
  survival: Survival,
  targets: readonly LinkAtLevel[],
  days: number,
  solver: LinearSolver,
): Omit<StockPlan, 'product' | 'level'> {
  const below = linksBelow(
    (id) => survival.link(id).groups,
    targets.map(({ link }) => link),
  );
  const asked = new Set(targets.map(({ link }) => link));
  const stockable = [...below]
    .map((id) => survival.link(id))
    .filter((one) => canStock(one) && !asked.has(one.id));
  const prices = stockable.map(pricePerDay);
  const priced = !prices.includes(null);
  // Weights near one, whatever the currency.
  const dearest = Math.max(1e-9, ...prices.map((price) => price ?? 0));
  const weight = (link: Link): number => (priced ? pricePerDay(link)! / dearest : 1);
  const { extra, missing } = stockToSurvive(survival, { targets, days, weight }, solver);
  const links = [...extra].map(([id, more]) => stockOf(survival.link(id), more));
  return {
    minimises: priced ? 'money' : 'days',
    totalDays: links.reduce((sum, { extraDays }) => sum + extraDays, 0),
    cost: links.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
    unpriced: links.filter(({ cost }) => cost === null).length,
    links: links.sort((a, b) => b.extraDays - a.extraDays),
    missing: [...missing].map(([id, share]) => ({ ...named(survival.link(id)), share })),
  };
}

const named = ({ id, name, nameZh }: Link) => ({ link: id, name, nameZh });

function stockOf(link: Link, more: number): StockPlan['links'][number] {
  const extraDays = Math.round(more * 10) / 10;
  const price = pricePerDay(link);
  return {
    ...named(link),
    heldDays: link.stockDays?.central ?? null,
    extraDays,
    cost: price === null ? null : price * extraDays,
    mark: weakestMark(link),
  };
}

/** What a day of home's need costs: market × home's part of it / 365; null where the need is no part of a known market. */
function pricePerDay({ marketPerYear, homeNeed, supply }: Link): number | null {
  const partOfTheWorld = supply.some(({ share }) => share !== null);
  return marketPerYear && homeNeed && partOfTheWorld
    ? (marketPerYear.central * homeNeed.central) / 365
    : null;
}

const MARKS: readonly FigureMark[] = ['read', 'computed', 'judgement', 'none'];

/** The weakest mark of the figures of a link and of its suppliers. */
function weakestMark(link: Link): FigureMark {
  const figures = [
    ...Object.values(LINK_FIGURES).map((name) => link[name]),
    ...link.supply.map(({ share }) => share),
  ];
  return figures.reduce<FigureMark>(
    (weakest, figure) =>
      figure && MARKS.indexOf(figure.mark) > MARKS.indexOf(weakest) ? figure.mark : weakest,
    'read',
  );
}
