import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import { Random } from '../src/kernel/random.ts';
import type { ProjectPlace } from '../src/portfolio/course-problem.ts';
import { solveExactly } from '../src/portfolio/exact.ts';
import type { JointModel } from '../src/portfolio/joint-model.ts';
import { type Replacement, replacementCosts } from '../src/portfolio/replacement.ts';
import { type Solution, solvePlan } from '../src/portfolio/solve.ts';
import type { PlanSpec } from '../src/portfolio/spec.ts';
import type { ChainTerm, GateTree } from './oracle/gates.ts';
import { plannerModel } from './planner-model.ts';

const GOALS = 10;
const PERIODS = 3;
const LIMITS = { exactStates: 300_000, evaluationStates: 0, paths: 4000, seed: 1 };

const WORK = {
  evaluationStates: 0,
  boundRounds: 60,
  listTrials: 0,
  trainingPaths: 200,
  valuePaths: 1000,
  seed: 1,
  gapTarget: 0,
};

/** Ten goals with two projects each, of one stage; money for two projects in a period at most. */
function twentyProjects(): { spec: PlanSpec; terms: ChainTerm[] } {
  const random = new Random(7);
  const cost = () => 2 + random.integer(2);
  const project = (id: string, approach: number) => ({
    id,
    approach,
    variants: [
      {
        id: 'only',
        stages: [
          {
            durationLaw: [1],
            success: 0.5 + 0.4 * random.uniform(),
            proves: false,
            costPerPeriod: 0.1 * random.uniform(),
            use: [{ row: 0, amount: cost() }],
            requires: [],
          },
        ],
      },
    ],
  });
  const groups = Array.from({ length: GOALS }, (_, g) => ({
    id: `g${g}`,
    approaches: [0.9, 0.8],
    projects: [project(`g${g}-a`, 0), project(`g${g}-b`, 1)],
  }));
  const leaf = (): GateTree => ({ leaf: random.integer(GOALS) });
  const terms = Array.from({ length: 6 }, (): ChainTerm[] => {
    const tree: GateTree = { gate: 'all', of: [leaf(), { gate: 'any', of: [leaf(), leaf()] }] };
    const weight = 2 + 8 * random.uniform();
    return [1, 2].map((period) => ({ period, weight, tree }));
  }).flat();
  const rows = [{ id: 'money', capacity: new Array<number>(PERIODS).fill(4) }];
  return { spec: { periods: PERIODS, discount: [1, 0.9, 0.8], rows, groups }, terms };
}

function without({ group, project }: ProjectPlace): JointModel {
  const { spec, terms } = twentyProjects();
  const groups = spec.groups.map((g, i) =>
    i === group ? { ...g, projects: g.projects.filter((_, p) => p !== project) } : g,
  );
  return plannerModel({ ...spec, groups }, terms);
}

function optimum(model: JointModel): number {
  return solveExactly(model, { states: 1e6, steps: 1e9 })!.value;
}

describe('what a project is worth to a plan of twenty: what the plan loses without it', () => {
  const everywhere = Array.from({ length: 2 * GOALS }, (_, i) => ({ group: i >> 1, project: i % 2 }));
  let model: JointModel;
  let best: number;
  let brute: number[];
  const solve = async (exactStates: number): Promise<Solution> =>
    solvePlan(model, await loadLinearSolver(), { ...WORK, exactStates });

  beforeAll(() => {
    const { spec, terms } = twentyProjects();
    model = plannerModel(spec, terms);
    best = optimum(model);
    brute = everywhere.map((at) => best - optimum(without(at)));
  });

  it('is what solving anew without it says, where the plan is exact', async () => {
    const solution = await solve(LIMITS.exactStates);
    expect(solution.proof).toBe('exact');
    const costs = replacementCosts(model, solution, everywhere, LIMITS);
    costs.forEach((cost, i) => {
      expect(cost?.exact).toBe(true);
      expect(cost!.cost, `project ${i}`).toBeCloseTo(brute[i], 9);
    });
    expect(Math.max(...brute)).toBeGreaterThan(0.02 * best);
  });

  it('is near that where values are simulated', async () => {
    const solution = await solve(0);
    const costs = replacementCosts(model, solution, everywhere, LIMITS) as Replacement[];
    const errors = costs.map(({ cost }, i) => Math.abs(cost - brute[i]));
    expect(errors.reduce((sum, x) => sum + x, 0) / errors.length).toBeLessThan(0.01 * best);
  });

  it('lifts the commitment of a project that the plan is bound to', async () => {
    const { spec, terms } = twentyProjects();
    const tied = { variant: 0, from: 0, starts: [0] };
    const [first, ...others] = spec.groups;
    const groups = [
      { ...first, projects: [{ ...first.projects[0], bound: tied }, first.projects[1]] },
      ...others,
    ];
    const bound = plannerModel({ ...spec, groups }, terms);
    const solution = solvePlan(bound, await loadLinearSolver(), { ...WORK, exactStates: LIMITS.exactStates });
    const [cost] = replacementCosts(bound, solution, [everywhere[0]], LIMITS);
    const expected = optimum(bound) - (best - brute[0]);
    expect(expected).toBeLessThan(0);
    expect(cost!.cost).toBeCloseTo(expected, 9);
    const other = solvePlan(bound, await loadLinearSolver(), { ...WORK, exactStates: 0 });
    const [simulated] = replacementCosts(bound, other, [everywhere[0]], LIMITS);
    expect(Math.abs(simulated!.cost - expected)).toBeLessThan(0.1 * best);
  });

  it('is left open when stopped', async () => {
    const stopped = replacementCosts(model, await solve(0), everywhere, { ...LIMITS, stop: () => true });
    expect(stopped).toEqual(everywhere.map(() => null));
  });
});
