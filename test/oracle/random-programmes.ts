import { Random } from '../../src/kernel/random.ts';
import type {
  CapacityRow,
  GroupSpec,
  PlanSpec,
  ProjectSpec,
  RowUse,
  StageSpec,
  VariantSpec,
} from '../../src/portfolio/spec.ts';
import type { ChainTerm, GateTree } from './gates.ts';
import { type JointOptimum, jointOptimum } from './joint-dp.ts';

export interface RandomProgramme {
  readonly spec: PlanSpec;
  readonly terms: readonly ChainTerm[];
}

export interface SolvedProgramme extends RandomProgramme {
  readonly seed: number;
  readonly optimum: JointOptimum;
}

/** Joint states beyond which a random programme is left out. */
export const STATES_MAX = 60_000;

/** The first `count` random programmes (by seed, from 0) whose optimum the oracle finds within its limit. */
export function* solvedProgrammes(count: number): Generator<SolvedProgramme> {
  for (let seed = 0, found = 0; found < count; seed++) {
    const programme = randomProgramme(seed);
    const optimum = jointOptimum(programme.spec, programme.terms, { maxStates: STATES_MAX });
    if (!optimum) continue;
    found++;
    yield { seed, ...programme, optimum };
  }
}

/**
 * A small programme: 3 to 6 goals of 1 or 2 projects over 6 to 9 periods, under budgets that bind, valued by
 * 2 or 3 products at 1 or 2 levels in 2 or 3 scenarios. The same seed gives the same programme.
 */
export function randomProgramme(seed: number): RandomProgramme {
  const draw = new Draw(new Random(seed));
  const groupCount = draw.weighted([3, 4, 5, 6], [3, 4, 3, 2]);
  const periods = draw.between(6, groupCount >= 5 ? 7 : 9);
  const discountFactor = draw.of([1, 0.97, 0.94, 0.9]);
  const discount = Array.from({ length: periods }, (_, t) => discountFactor ** t);
  const secondRow = draw.chance(0.35);
  const costly = seed % 2 === 1;

  const terms = chainTerms(draw, groupCount, discount);
  const costScale = costly ? draw.real(0.001, 0.01) * bestPeriodValue(terms, discount) : 0;
  // The more goals, the fewer of them have a second project: the joint states must stay few.
  const twoProjects = [0, 0, 0, 0.7, 0.4, 0.18, 0.06][groupCount];
  const groups = Array.from({ length: groupCount }, (_, g) =>
    randomGroup(draw, g, { count: draw.chance(twoProjects) ? 2 : 1, secondRow, costScale }),
  );
  const rows = capacityRows(draw, groups, periods, secondRow);
  return { spec: { periods, discount, rows, groups }, terms };
}

interface GroupWishes {
  readonly count: number;
  readonly secondRow: boolean;
  /** Cost in the objective per unit of the first row. */
  readonly costScale: number;
}

function randomGroup(draw: Draw, g: number, { count, secondRow, costScale }: GroupWishes): GroupSpec {
  const shared = count === 2 && draw.chance(0.6);
  const approaches = Array.from({ length: shared ? 1 : count }, () =>
    draw.chance(shared ? 0.15 : 0.4) ? 1 : draw.hundredths(0.4, 0.9),
  );
  // A prerequisite points to an earlier goal, so that it can always be met.
  const requires = g > 0 && draw.chance(0.08) ? [draw.between(0, g - 1)] : [];
  const projects = Array.from({ length: count }, (_, p): ProjectSpec => {
    const approach = shared ? 0 : p;
    const wishes = { certain: approaches[approach] === 1, secondRow, costScale, requires };
    const first = randomVariant(draw, 'state-led', wishes);
    const variants = draw.chance(0.2) ? [first, otherVariant(draw, first)] : [first];
    return { id: `g${g}-p${p}`, approach, variants };
  });
  return { id: `g${g}`, approaches, projects };
}

interface VariantWishes {
  readonly certain: boolean;
  readonly secondRow: boolean;
  readonly costScale: number;
  readonly requires: readonly number[];
}

function randomVariant(draw: Draw, id: string, wishes: VariantWishes): VariantSpec {
  const count = draw.chance(0.4) ? 2 : 1;
  const proving = draw.between(0, count - 1);
  const stages = Array.from({ length: count }, (_, s): StageSpec => {
    const amount = draw.between(1, 4);
    const use: RowUse[] = [{ row: 0, amount }];
    if (wishes.secondRow && draw.chance(0.6)) use.push({ row: 1, amount: draw.between(1, 2) });
    return {
      durationLaw: durationLaw(draw, count),
      success: draw.hundredths(0.4, 0.95),
      proves: s === proving && !(wishes.certain && draw.chance(0.5)),
      costPerPeriod: amount * wishes.costScale,
      use,
      // Of a prerequisite it may be the last stage only that must wait.
      requires: s === count - 1 || draw.chance(0.5) ? wishes.requires : [],
    };
  });
  return { id, stages };
}

/** The same project led otherwise: dearer and surer, or cheaper and slower. */
function otherVariant(draw: Draw, first: VariantSpec): VariantSpec {
  const dearer = draw.chance(0.5);
  const stages = first.stages.map((stage): StageSpec => {
    const use = stage.use.map(({ row, amount }) => ({
      row,
      amount: row > 0 ? amount : dearer ? amount + 1 : Math.max(1, amount - 1),
    }));
    return {
      ...stage,
      use,
      costPerPeriod: (stage.costPerPeriod / stage.use[0].amount) * use[0].amount,
      success: dearer ? Math.min(1, Math.round(100 * (stage.success + 0.1)) / 100) : stage.success,
      durationLaw: dearer || stage.durationLaw.length > 2 ? stage.durationLaw : [0, ...stage.durationLaw],
    };
  });
  return { id: 'market-led', stages };
}

function durationLaw(draw: Draw, stages: number): number[] {
  const longest = draw.weighted([1, 2, 3], stages === 1 ? [2, 3, 3] : [4, 3, 1]);
  const law = new Array<number>(longest).fill(0);
  law[longest - 1] = 1;
  if (longest > 1 && draw.chance(0.35)) {
    const early = draw.of([0.25, 0.5]);
    law[longest - 1] = 1 - early;
    law[longest - 2] = early;
  }
  return law;
}

/** Capacities that bind: little more than the dearest stage alone, seldom enough for all goals at once. */
function capacityRows(
  draw: Draw,
  groups: readonly GroupSpec[],
  periods: number,
  secondRow: boolean,
): CapacityRow[] {
  const amounts = (row: number): number[] =>
    groups.flatMap(({ projects }) =>
      projects.flatMap(({ variants }) =>
        variants.flatMap(({ stages }) =>
          stages.flatMap(({ use }) => use.filter((u) => u.row === row).map((u) => u.amount)),
        ),
      ),
    );
  const row = (id: string, index: number): CapacityRow => {
    const dearest = Math.max(1, ...amounts(index));
    const level = Math.round(dearest * draw.real(1, index === 0 ? 1.7 : 1.4));
    const shape = draw.of(['flat', 'flat', 'rising', 'falling', 'ragged']);
    const capacity = Array.from({ length: periods }, (_, t) => {
      if (shape === 'rising') return level - 1 + Math.floor((3 * t) / periods);
      if (shape === 'falling') return level + 1 - Math.floor((3 * t) / periods);
      return shape === 'ragged' ? level + draw.between(-1, 1) : level;
    });
    return { id, capacity };
  };
  return secondRow ? [row('money', 0), row('people', 1)] : [row('money', 0)];
}

/** Products × levels × scenarios, each a formula over the goals, valued in every period. */
function chainTerms(draw: Draw, groupCount: number, discount: readonly number[]): ChainTerm[] {
  const terms: ChainTerm[] = [];
  const products = draw.between(2, 3);
  const levels = Array.from({ length: products }, () => draw.between(1, 2));
  const values = Array.from({ length: products }, () => draw.between(3, 20));
  const weights = draw.shares(draw.between(2, 3));
  for (const scenario of weights) {
    for (let product = 0; product < products; product++) {
      // A scenario leaves some products unharmed: there is nothing to gain there.
      let tree: GateTree = draw.chance(0.1) ? { constant: true } : randomTree(draw, groupCount);
      const shares = levels[product] === 1 ? [1] : [0.5, 0.5];
      shares.forEach((share, level) => {
        // A higher level needs what the lower one needs, and one goal more.
        if (level > 0) tree = { gate: 'all', of: [tree, { leaf: draw.between(0, groupCount - 1) }] };
        discount.forEach((factor, period) => {
          terms.push({ period, weight: factor * scenario * values[product] * share, tree });
        });
      });
    }
  }
  return terms;
}

/** Mostly a series of 2 to 4 links, some of them with substitutes; sometimes another gate on top. */
function randomTree(draw: Draw, groupCount: number): GateTree {
  const leaves = draw.shuffled(Array.from({ length: groupCount }, (_, g) => ({ leaf: g })));
  if (draw.chance(0.12)) return { gate: 'at-least', k: 2, of: leaves.slice(0, 3) };
  if (draw.chance(0.1)) return { gate: 'any', of: [leaves[0], { gate: 'all', of: leaves.slice(1, 3) }] };
  const length = draw.weighted([1, 2, 3, 4], [1, 4, 4, 2]);
  const series: GateTree[] = leaves.slice(0, length);
  const rest = leaves.slice(length);
  if (rest.length > 0 && draw.chance(0.3)) series[0] = { gate: 'any', of: [series[0], rest[0]] };
  // A substitute that nothing in the programme can restore.
  else if (draw.chance(0.1)) series[0] = { gate: 'any', of: [series[0], { constant: false }] };
  return series.length === 1 ? series[0] : { gate: 'all', of: series };
}

/** What one period is worth, undiscounted, when everything works. */
function bestPeriodValue(terms: readonly ChainTerm[], discount: readonly number[]): number {
  return terms.reduce((sum, { period, weight }) => sum + (period === 0 ? weight / discount[0] : 0), 0);
}

class Draw {
  constructor(private readonly random: Random) {}

  chance(probability: number): boolean {
    return this.random.uniform() < probability;
  }

  real(low: number, high: number): number {
    return low + (high - low) * this.random.uniform();
  }

  /** A whole number of hundredths. */
  hundredths(low: number, high: number): number {
    return Math.round(100 * this.real(low, high)) / 100;
  }

  between(low: number, high: number): number {
    return low + this.random.integer(high - low + 1);
  }

  of<T>(items: readonly T[]): T {
    return items[this.random.integer(items.length)];
  }

  weighted<T>(items: readonly T[], weights: readonly number[]): T {
    let left = this.random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
    const i = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return items[i < 0 ? items.length - 1 : i];
  }

  /** Positive shares that sum to 1. */
  shares(count: number): number[] {
    const parts = Array.from({ length: count }, () => this.real(0.2, 1));
    const sum = parts.reduce((total, part) => total + part, 0);
    return parts.map((part) => part / sum);
  }

  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.random.integer(i + 1);
      [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
  }
}
