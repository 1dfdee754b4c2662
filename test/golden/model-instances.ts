import { CENTRAL_ADVERSE } from '../../src/chain/supply.ts';
import { Survival } from '../../src/chain/survive.ts';
import { stockToSurvive } from '../../src/chain/survive-stock.ts';
import type { LinearSolver } from '../../src/kernel/linear-program.ts';
import { gateBound } from '../../src/portfolio/bound.ts';
import { CourseModel, type Relief } from '../../src/portfolio/course-model.ts';
import type { CourseProblem, Demand } from '../../src/portfolio/course-problem.ts';
import { knapsackProgramme } from '../../src/portfolio/knapsack-programme.ts';
import { scenarioTreeProgramme } from '../../src/portfolio/scenario-tree-programme.ts';
import type { PlanSpec, RowUse, StageSpec } from '../../src/portfolio/spec.ts';
import type { GateTree } from '../oracle/gates.ts';
import { plannerModel } from '../planner-model.ts';
import { bought, chainOf, gate, link, made, underCuts } from '../support/small-chains.ts';

/** A tiny instance that shows one family of constraints; `solve` hands its models to the solver, the one to keep last. */
export interface ModelInstance {
  readonly family: string;
  /** Lines that say what the instance is. */
  readonly says: readonly string[];
  solve(solver: LinearSolver): void;
}

/** A stage of one period that passes one time in two and costs 1. */
function stage(more: Partial<StageSpec> = {}): StageSpec {
  return {
    durationLaw: [1],
    success: 0.5,
    proves: false,
    costPerPeriod: 1,
    use: [],
    requires: [],
    ...more,
  };
}

const uses = (amount: number, row = 0): RowUse[] => [{ row, amount }];

/** One project of these stages for each group. */
function spec(periods: number, groups: readonly (readonly StageSpec[])[], capacity?: number): PlanSpec {
  return {
    periods,
    discount: new Array<number>(periods).fill(1),
    rows: capacity === undefined ? [] : [{ id: 'row', capacity: new Array(periods).fill(capacity) }],
    groups: groups.map((stages, g) => ({
      id: `group ${g}`,
      approaches: [1],
      projects: [{ id: `project ${g}`, approach: 0, variants: [{ id: 'only', stages }] }],
    })),
  };
}

const leaf = (group: number): GateTree => ({ leaf: group });
const all = (...of: GateTree[]): GateTree => ({ gate: 'all', of });
const any = (...of: GateTree[]): GateTree => ({ gate: 'any', of });
const times = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));

/** The master problem of the bound as it is in the end; `tree` is worth 10 in each period. */
function bound(family: string, says: readonly string[], plan: PlanSpec, tree: GateTree): ModelInstance {
  const terms = times(plan.periods, (period) => ({ period, weight: 10, tree }));
  return {
    family: `bound-${family}`,
    says,
    solve: (solver) => {
      gateBound(plannerModel(plan, terms), solver, { rounds: 20, tolerance: 1e-9 });
    },
  };
}

const BOUNDS = [
  bound(
    'convexity',
    ['Two periods, one goal, one project: idle, or start it. Attained it is worth 10 in the second.'],
    spec(2, [[stage()]]),
    leaf(0),
  ),
  bound(
    'capacity',
    ['As bound-convexity with two goals, each enough; each project needs 2 of a row that has 3.'],
    spec(2, [[stage({ use: uses(2) })], [stage({ use: uses(2), success: 0.4 })]], 3),
    any(leaf(0), leaf(1)),
  ),
  bound(
    'precedence',
    ['Three periods; the project of the second goal waits for the first. Only the second is worth anything.'],
    spec(3, [[stage()], [stage({ requires: [0] })]]),
    leaf(1),
  ),
  bound('all', ['Two goals, both needed.'], spec(2, [[stage()], [stage()]]), all(leaf(0), leaf(1))),
  bound('any', ['Two goals, either enough.'], spec(2, [[stage()], [stage()]]), any(leaf(0), leaf(1))),
  bound(
    'threshold',
    [
      'Two of three goals needed: without any two of them the third alone misses it, so one row for each pair.',
    ],
    spec(
      2,
      times(3, () => [stage()]),
    ),
    { gate: 'at-least', k: 2, of: times(3, leaf) },
  ),
  bound(
    'threshold-summed',
    ['Five of nine goals needed: 126 minimal cuts, more than 64, so one row adds them up.'],
    spec(
      2,
      times(9, () => [stage({ costPerPeriod: 0.1 })]),
    ),
    { gate: 'at-least', k: 5, of: times(9, leaf) },
  ),
  bound(
    'cap',
    ['Both of two goals of chance 0.5 needed: at most 0.25, whatever the rows allow.'],
    spec(2, [[stage({ costPerPeriod: 0.1 })], [stage({ costPerPeriod: 0.1 })]]),
    all(leaf(0), leaf(1)),
  ),
];

/** A schedule of courses: source s has `amounts[s]` in every period, row s draws on it. */
function courses(
  family: string,
  says: readonly string[],
  plan: PlanSpec,
  demands: readonly Demand[],
  relief: Relief = 'none',
): ModelInstance {
  const sources = plan.rows.map(({ capacity }) => ({ amount: capacity, price: 1 }));
  const problem: CourseProblem = { spec: plan, sources, rowSources: sources.map((_, s) => [s]), demands };
  return {
    family: `courses-${family}`,
    says,
    solve: (solver) => {
      new CourseModel(problem, relief, new Set(), { source: () => 1 }).solve(solver);
    },
  };
}

const lockIn = (group: number, from: number, by: number): Demand => ({
  kind: 'lock-in',
  place: { group, project: 0 },
  variants: [0],
  from,
  by,
});
const deadline = (group: number, by: number): Demand => ({ kind: 'deadline', groups: [group], by });

const COURSES = [
  courses(
    'one-start',
    ['Three periods, one project of one stage, to start at some time. c0 … c2: it starts in period 1 … 3.'],
    spec(3, [[stage()]]),
    [lockIn(0, 0, 2)],
  ),
  courses(
    'stage-order',
    [
      'Three periods, one project of two stages. c0, c1: the first starts in period 1, 2; c2, c3: the second in 2, 3.',
    ],
    spec(3, [[stage(), stage()]]),
    [lockIn(0, 0, 2)],
  ),
  courses(
    'capacity',
    ['Two projects must start, each needs 2 of a row that has 3: not in one period.'],
    spec(2, [[stage({ use: uses(2) })], [stage({ use: uses(2) })]], 3),
    [lockIn(0, 0, 1), lockIn(1, 0, 1)],
  ),
  courses(
    'precedence',
    ['The second project must start, and waits for the goal of the first.'],
    spec(2, [[stage()], [stage({ requires: [0] })]]),
    [lockIn(1, 0, 1)],
  ),
  courses('window', ['Three periods; the project must start in the second or third.'], spec(3, [[stage()]]), [
    lockIn(0, 1, 2),
  ]),
  courses(
    'lock-out',
    ['The first project must not start; the second must.'],
    spec(2, [[stage()], [stage()]]),
    [{ kind: 'lock-out', places: [{ group: 0, project: 0 }] }, lockIn(0, 0, 1), lockIn(1, 0, 1)],
    'demands',
  ),
  courses(
    'deadline',
    ['The goal must be within reach by the end of period 2: column 3 is whether it is.'],
    spec(3, [[stage()]]),
    [deadline(0, 1)],
  ),
  courses(
    'relief-sources',
    ['As courses-capacity in one period: one unit more of the row has to be bought, in units of its size.'],
    spec(1, [[stage({ use: uses(2) })], [stage({ use: uses(2) })]], 3),
    [lockIn(0, 0, 0), lockIn(1, 0, 0)],
    'sources',
  ),
  courses(
    'relief-time',
    ['Two stages take until period 2, the goal is due by 1: it must move by one period.'],
    spec(3, [[stage(), stage()]]),
    [deadline(0, 0)],
    'time',
  ),
  courses(
    'relief-demands',
    ['Two projects must start in the one period, and only one fits: one demand is given up.'],
    spec(1, [[stage({ use: uses(2) })], [stage({ use: uses(2) })]], 3),
    [lockIn(0, 0, 0), lockIn(1, 0, 0)],
    'demands',
  ),
];

/** The programme over all scenarios; every trial costs 1, and passing the last one of a project is worth 10. */
function tree(family: string, says: readonly string[], plan: PlanSpec): ModelInstance {
  return {
    family: `tree-${family}`,
    says,
    solve: (solver) => {
      scenarioTreeProgramme(plan).model.solve(solver);
    },
  };
}

const trial = (periods: number, reward: number, amount?: number): StageSpec =>
  stage({
    startReward: new Array<number>(periods).fill(reward),
    ...(amount !== undefined && { use: uses(amount) }),
  });

const TREES = [
  tree('start-once', ['Two periods, one project of one trial, worth 4 to start.'], spec(2, [[trial(2, 4)]])),
  tree(
    'order',
    ['Three periods, one project of two trials, worth −1 and 4 to start.'],
    spec(3, [[trial(3, -1), trial(3, 4)]]),
  ),
  tree(
    'resources',
    ['Two periods; two projects of one trial, each needs 2 of a row that has 3.'],
    spec(2, [[trial(2, 4, 2)], [trial(2, 3, 2)]], 3),
  ),
  tree(
    'not-to-foresee',
    [
      'Two periods, two projects of one trial. What the first does in the second period may depend on how the',
      'second fared only if that had started before.',
    ],
    spec(2, [[trial(2, 4)], [trial(2, 3)]]),
  ),
];

const KNAPSACKS: ModelInstance[] = [
  {
    family: 'knapsack',
    says: ['Three projects worth 5, 4 and 3; two budgets.'],
    solve: (solver) => {
      knapsackProgramme({
        values: [5, 4, 3],
        weights: [
          [2, 3, 1],
          [4, 1, 2],
        ],
        capacities: [4, 5],
      }).solve(solver);
    },
  },
];

type Chain = ReturnType<typeof chainOf>;

/** Stock with which `chip` serves whole for 10 days, all that CUT supplies being cut; a day of stock weighs 1. */
function stock(family: string, says: readonly string[], chain: Chain): ModelInstance {
  return {
    family: `stock-${family}`,
    says,
    solve: (solver) => {
      const survival = new Survival(underCuts(chain, [{ who: 'CUT' }]), {
        figures: CENTRAL_ADVERSE,
        unknownGates: 'all',
      });
      const targets = [{ link: 'chip', level: 1 }];
      stockToSurvive(survival, { targets, days: 10, weight: () => 1 }, solver);
    },
  };
}

const STOCKS = [
  stock(
    'supply',
    ['Ten days; the chip needs gas, of which all is cut and 4 days are in stock. c0: level of the chip.'],
    chainOf(bought('gas', 'CUT', { stockDays: 4 }), made('chip', [gate('all', ['gas'])])),
  ),
  stock(
    'gate',
    ['Ten days; the chip needs two of three materials, all cut: the parts may take turns.'],
    chainOf(
      ...['gas', 'acid', 'resist'].map((id) => bought(id, 'CUT')),
      made('chip', [gate('at-least', ['gas', 'acid', 'resist'], 2)]),
    ),
  ),
  stock(
    'missing',
    ['Ten days; the chip needs upkeep, a service of which home has 0.8: no stock replaces the rest.'],
    chainOf(
      link('upkeep', { kind: 'service', figures: { homeNeed: 1, homeCapacity: 0.8 } }),
      bought('gas', 'CUT'),
      made('chip', [gate('all', ['upkeep', 'gas'])]),
    ),
  ),
];

export const INSTANCES: readonly ModelInstance[] = [...BOUNDS, ...COURSES, ...TREES, ...KNAPSACKS, ...STOCKS];
