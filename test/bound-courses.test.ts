import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import { Random } from '../src/kernel/random.ts';
import { CourseModel } from '../src/portfolio/course-model.ts';
import { type CourseProblem, type LockIn, withBoundCourses } from '../src/portfolio/course-problem.ts';
import { solveExactly } from '../src/portfolio/exact.ts';
import { type Solution, solvePlan } from '../src/portfolio/solve.ts';
import { jointOptimum } from './oracle/joint-dp.ts';
import { solvedProgrammes } from './oracle/random-programmes.ts';
import { plannerModel } from './planner-model.ts';

/** Programmes with a lock-in that a schedule can keep. */
const PROGRAMMES = 60;

interface Compared {
  readonly seed: number;
  readonly free: number;
  readonly optimum: number;
  readonly exact: number;
  readonly solution: Solution;
}

const compared: Compared[] = [];

/** One or two projects locked in, somewhere, under any of their variants. */
function lockedIn(seed: number, spec: CourseProblem['spec']): CourseProblem {
  const random = new Random(seed + 1);
  const lockIn = (): LockIn => {
    const group = random.integer(spec.groups.length);
    const project = random.integer(spec.groups[group].projects.length);
    const variants = spec.groups[group].projects[project].variants.map((_, v) => v);
    const from = random.integer(3);
    return { kind: 'lock-in', place: { group, project }, variants, from, by: spec.periods - 1 };
  };
  return {
    spec,
    sources: spec.rows.map(({ capacity }) => ({ amount: capacity, price: 1 })),
    rowSources: spec.rows.map((_, row) => [row]),
    demands: Array.from({ length: 1 + random.integer(2) }, lockIn),
  };
}

beforeAll(async () => {
  const solver = await loadLinearSolver();
  for (const { seed, spec, terms, optimum } of solvedProgrammes(200)) {
    if (compared.length === PROGRAMMES) break;
    const problem = lockedIn(seed, spec);
    const schedule = new CourseModel(problem).solve(solver);
    if (!schedule) continue;
    const bound = withBoundCourses(problem, schedule.courses);
    const truth = jointOptimum(bound, terms)!;
    const model = plannerModel(bound, terms);
    const solution = solvePlan(model, solver, {
      exactStates: 0,
      evaluationStates: 200_000,
      boundRounds: 60,
      listTrials: 40,
      trainingPaths: 200,
      valuePaths: 200,
      seed: 1,
      gapTarget: 0,
    });
    const exact = solveExactly(model, { states: 1e6, steps: 1e9 })!.value;
    compared.push({ seed, free: optimum.value, optimum: truth.value, exact, solution });
  }
  const losses = compared.map(
    ({ optimum, solution }) => (optimum - solution.performance.value) / Math.abs(optimum),
  );
  const mean = losses.reduce((sum, x) => sum + x, 0) / losses.length;
  const over = compared.map(({ optimum, solution }) => (solution.bound - optimum) / Math.abs(optimum));
  console.info(
    `loss of the policy under lock-ins: mean ${(100 * mean).toFixed(2)} %, worst ${(100 * Math.max(...losses)).toFixed(2)} %; ` +
      `bound over the optimum: mean ${((100 * over.reduce((sum, x) => sum + x, 0)) / over.length).toFixed(1)} %`,
  );
}, 240_000);

describe(`${PROGRAMMES} random programmes with lock-ins`, () => {
  it('have the optimum that an independent dynamic programme finds under the same bonds', () => {
    expect(compared).toHaveLength(PROGRAMMES);
    for (const { seed, optimum, exact } of compared)
      expect([seed, exact]).toEqual([seed, expect.closeTo(optimum, 6)]);
  });

  it('are worth no more than without their lock-ins, and some of them less', () => {
    const less = compared.filter(({ free, optimum }) => optimum < free - 1e-6);
    expect(compared.filter(({ free, optimum }) => optimum > free + 1e-6)).toEqual([]);
    expect(less.length).toBeGreaterThan(PROGRAMMES / 10);
  });

  it('have a bound that the optimum does not exceed', () => {
    const below = compared.filter(
      ({ optimum, solution }) => solution.bound < optimum - 1e-9 * Math.abs(optimum),
    );
    expect(below.map(({ seed }) => seed)).toEqual([]);
  });

  it('have a policy that keeps the bonds: worth no more than the optimum, and little less', () => {
    const luck = ({ optimum, solution: { performance } }: Compared): number =>
      performance.exact ? 1e-9 * Math.abs(optimum) : 5 * performance.standardError;
    const above = compared.filter((x) => x.solution.performance.value > x.optimum + luck(x));
    expect(above.map(({ seed }) => seed)).toEqual([]);
    const lost = compared.filter(
      (x) => x.solution.performance.value < x.optimum - 0.05 * Math.abs(x.optimum) - luck(x),
    );
    expect(lost.map(({ seed }) => seed)).toEqual([]);
  });
});
