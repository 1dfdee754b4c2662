import { beforeAll, expect, test } from 'vitest';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import type { LinearSolver } from '../src/kernel/linear-program.ts';
import { Random } from '../src/kernel/random.ts';
import { solvePlan } from '../src/portfolio/solve.ts';
import type { PlanSpec } from '../src/portfolio/spec.ts';
import type { ChainTerm, GateTree } from './oracle/gates.ts';
import { plannerModel } from './planner-model.ts';

/** Programmes of projects that take one stage of one period, all paid from one fund that keeps what it has. */
const PROGRAMMES = 80;
const GOALS = 4;
const PERIODS = 3;

interface Case {
  readonly cost: readonly number[];
  readonly chance: readonly number[];
  readonly money: readonly number[];
  /** Goals that are worth something together, and what in each period. */
  readonly products: readonly { readonly goals: readonly number[]; readonly worth: number }[];
}

function drawn(random: Random): Case {
  const amount = (low: number, high: number) => low + random.integer(high - low + 1);
  return {
    cost: Array.from({ length: GOALS }, () => amount(1, 5)),
    chance: Array.from({ length: GOALS }, () => 0.3 + 0.7 * random.uniform()),
    money: Array.from({ length: PERIODS }, () => amount(0, 4)),
    products: Array.from({ length: 3 }, () => ({
      goals: [random.integer(GOALS), random.integer(GOALS)],
      worth: amount(1, 10),
    })),
  };
}

/** Best expected value when each decision sees all that has happened, and what is left of the money. */
function optimum({ cost, chance, money, products }: Case): number {
  const worth = (attained: number): number =>
    products.reduce((sum, p) => sum + (p.goals.every((g) => attained & (1 << g)) ? p.worth : 0), 0);
  const value = (t: number, tried: number, attained: number, kept: number): number => {
    if (t === PERIODS) return 0;
    const purse = kept + money[t];
    let best = Number.NEGATIVE_INFINITY;
    for (let begun = 0; begun < 1 << GOALS; begun++) {
      const bill = cost.reduce((sum, c, g) => sum + (begun & (1 << g) ? c : 0), 0);
      if (begun & tried || bill > purse) continue;
      let expected = 0;
      for (let wins = begun; ; wins = (wins - 1) & begun) {
        const odds = chance.reduce(
          (p, q, g) => (begun & (1 << g) ? p * (wins & (1 << g) ? q : 1 - q) : p),
          1,
        );
        if (odds > 0) expected += odds * value(t + 1, tried | begun, attained | wins, purse - bill);
        if (wins === 0) break;
      }
      best = Math.max(best, expected);
    }
    return worth(attained) + best;
  };
  return value(0, 0, 0, 0);
}

function planned(solver: LinearSolver, { cost, chance, money, products }: Case) {
  const groups = cost.map((amount, g) => ({
    id: `g${g}`,
    approaches: [1],
    projects: [
      {
        id: `p${g}`,
        approach: 0,
        variants: [
          {
            id: 'only',
            stages: [
              {
                durationLaw: [1],
                success: chance[g],
                proves: false,
                costPerPeriod: 0,
                use: [{ row: 0, amount }],
                requires: [],
              },
            ],
          },
        ],
      },
    ],
  }));
  const spec: PlanSpec = {
    periods: PERIODS,
    discount: [1, 1, 1],
    rows: [{ id: 'money', capacity: money }],
    savings: [{ rows: [0], money, until: PERIODS - 1 }],
    groups,
  };
  const terms = products.flatMap((p) => {
    const tree: GateTree = { gate: 'all', of: p.goals.map((leaf) => ({ leaf })) };
    return [0, 1, 2].map((period): ChainTerm => ({ period, weight: p.worth, tree }));
  });
  return solvePlan(plannerModel(spec, terms), solver, {
    exactStates: 60_000,
    evaluationStates: 200_000,
    boundRounds: 60,
    listTrials: 40,
    trainingPaths: 200,
    valuePaths: 200,
    seed: 1,
    gapTarget: 0,
  });
}

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadLinearSolver();
});

test('with money put by, the bound is never below the best that adapts what it keeps, and no plan above it', () => {
  let lost = 0;
  let best = 0;
  let saved = 0;
  const random = new Random(11);
  for (let i = 0; i < PROGRAMMES; i++) {
    const programme = drawn(random);
    const truth = optimum(programme);
    const { bound, performance, saved: putBy } = planned(solver, programme);
    expect(bound, `programme ${i}`).toBeGreaterThanOrEqual(truth - 1e-9);
    expect(performance.value, `programme ${i}`).toBeLessThanOrEqual(truth + 1e-9);
    lost += truth - performance.value;
    best += truth;
    if (putBy.some((byPeriod) => byPeriod.some((amount) => amount > 0.1))) saved++;
  }
  console.info(
    `settling beforehand what is put by loses ${((100 * lost) / best).toFixed(2)} %; put by in ${saved}`,
  );
  expect(lost / best).toBeLessThan(0.1);
  expect(saved).toBeGreaterThan(PROGRAMMES / 10);
});
