import { Random } from '../kernel/random.ts';
import { Bdd } from '../structure/bdd.ts';
import { FormulaBuilder } from '../structure/formula.ts';
import { type ChainTerm, ChainValue } from './chain-value.ts';
import { JointModel } from './joint-model.ts';
import type { CapacityRow, GroupSpec, PlanSpec, ProjectSpec, RowUse, StageSpec } from './spec.ts';

/** Size of a programme made by rule. */
export interface CoupledSize {
  readonly goals: number;
  /** Projects of each goal. */
  readonly projects: number;
  readonly periods: number;
  readonly funds: number;
  readonly resources: number;
  readonly scenarios: number;
}

/** Share of what all projects would use together, if each ran to its end, that the horizon offers. */
const AFFORDABLE = 0.5;
/** From one period to the next. */
const DISCOUNT = 0.97;
/** Goals for each product, and links in the chain of a product. */
const GOALS_PER_PRODUCT = 4;
const LINKS: readonly [number, number] = [3, 6];
/** Chance that a scenario breaks a link of a product. */
const BROKEN = 0.6;

/**
 * A programme whose goals are coupled by scarce things and by the chain, made by rule from a seed.
 *
 * Every goal is a link, in the field of one fund. Its projects are teams of two or three stages of one to three
 * periods each; half of the goals have one approach for all teams, the others one for each. A stage costs its fund 1 to 4
 * a period and, at times, an amount of a resource; money is a limit, not part of the objective. Rows offer in each
 * period as much as half of all projects would need if they ran evenly over the horizon.
 *
 * For each four goals there is a product. Its chain takes three to six links in series, one in three with a
 * substitute; half of the products have a second level, which needs two links more. A scenario breaks six links in ten;
 * a product that no scenario harms adds nothing. Products are worth 3 to 20 in each period.
 */
export function coupledProgramme(size: CoupledSize, seed: number): JointModel {
  const random = new Random(seed);
  const groups = Array.from({ length: size.goals }, (_, g) => goal(random, size, g));
  const rows = scarceRows(groups, size);
  const discount = Array.from({ length: size.periods }, (_, t) => DISCOUNT ** t);
  const spec: PlanSpec = { periods: size.periods, discount, rows, groups };
  return new JointModel(spec, chain(random, size, discount));
}

function goal(random: Random, size: CoupledSize, g: number): GroupSpec {
  const shared = random.uniform() < 0.5;
  const approaches = Array.from({ length: shared ? 1 : size.projects }, () =>
    hundredths(random, shared ? [0.7, 0.98] : [0.5, 0.9]),
  );
  const fund = random.integer(size.funds);
  const projects = Array.from({ length: size.projects }, (_, p): ProjectSpec => {
    const count = between(random, 2, 3);
    const proving = random.integer(count);
    const stages = Array.from({ length: count }, (_, s) => stage(random, size, fund, s === proving));
    return { id: `g${g}-p${p}`, approach: shared ? 0 : p, variants: [{ id: 'only', stages }] };
  });
  return { id: `g${g}`, approaches, projects };
}

function stage(random: Random, size: CoupledSize, fund: number, proves: boolean): StageSpec {
  const use: RowUse[] = [{ row: fund, amount: between(random, 1, 4) }];
  if (size.resources > 0 && random.uniform() < 0.5) {
    use.push({ row: size.funds + random.integer(size.resources), amount: between(random, 1, 2) });
  }
  const longest = between(random, 1, 3);
  const durationLaw = new Array<number>(longest).fill(0);
  durationLaw[longest - 1] = 1;
  if (longest > 1 && random.uniform() < 0.3) {
    durationLaw[longest - 2] = 0.3;
    durationLaw[longest - 1] = 0.7;
  }
  const success = hundredths(random, [0.6, 0.95]);
  return { durationLaw, success, proves, costPerPeriod: 0, use, requires: [] };
}

function scarceRows(groups: readonly GroupSpec[], size: CoupledSize): CapacityRow[] {
  const need = new Float64Array(size.funds + size.resources);
  const dearest = new Float64Array(need.length);
  for (const { projects } of groups) {
    for (const { variants } of projects) {
      for (const { use, durationLaw } of variants[0].stages) {
        for (const { row, amount } of use) {
          need[row] += amount * durationLaw.length;
          dearest[row] = Math.max(dearest[row], amount);
        }
      }
    }
  }
  return Array.from(need, (amount, r) => {
    const level = Math.max(dearest[r], Math.round((AFFORDABLE * amount) / size.periods));
    const id = r < size.funds ? `fund ${r + 1}` : `resource ${r - size.funds + 1}`;
    return { id, capacity: new Array<number>(size.periods).fill(level) };
  });
}

/** A link of a product: the goal, and a goal that may stand in for it. */
interface Link {
  readonly goal: number;
  readonly substitute: number | null;
}

function chain(random: Random, size: CoupledSize, discount: readonly number[]): ChainValue {
  const formula = new FormulaBuilder(new Bdd(size.goals));
  const terms: ChainTerm[] = [];
  const weights = shares(random, size.scenarios);
  const products = Math.max(2, Math.round(size.goals / GOALS_PER_PRODUCT));
  for (let product = 0; product < products; product++) {
    const links = linksOf(random, size.goals, between(random, LINKS[0], LINKS[1]));
    const higher = random.uniform() < 0.5 ? linksOf(random, size.goals, 2) : [];
    const value = between(random, 3, 20) / (higher.length > 0 ? 2 : 1);
    for (const weight of weights) {
      const works = (link: Link): number =>
        random.uniform() < BROKEN ? formula.any(leaves(formula, link)) : formula.constant(true);
      const first = formula.all(links.map(works));
      const levels = higher.length > 0 ? [first, formula.all([first, ...higher.map(works)])] : [first];
      for (const node of levels) {
        if (formula.gateOf(node).kind === 'constant') continue;
        discount.forEach((factor, period) => {
          terms.push({ period, weight: factor * weight * value, node });
        });
      }
    }
  }
  return new ChainValue(size.periods, size.goals, formula, terms);
}

function leaves(formula: FormulaBuilder, { goal: g, substitute }: Link): number[] {
  return (substitute === null ? [g] : [g, substitute]).map((leaf) => formula.leaf(leaf));
}

function linksOf(random: Random, goals: number, count: number): Link[] {
  const drawn = new Set<number>();
  const draw = (): number => {
    let g = random.integer(goals);
    while (drawn.has(g)) g = (g + 1) % goals;
    drawn.add(g);
    return g;
  };
  const links: Link[] = [];
  while (links.length < count && drawn.size < goals) {
    links.push({
      goal: draw(),
      substitute: random.uniform() < 1 / 3 && drawn.size < goals ? draw() : null,
    });
  }
  return links;
}

function between(random: Random, low: number, high: number): number {
  return low + random.integer(high - low + 1);
}

function hundredths(random: Random, [low, high]: readonly [number, number]): number {
  return Math.round(100 * (low + (high - low) * random.uniform())) / 100;
}

function shares(random: Random, count: number): number[] {
  const parts = Array.from({ length: count }, () => 0.2 + 0.8 * random.uniform());
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}
