import { describe, expect, it } from 'vitest';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import { isMinimalConflict, minimalConflict } from '../src/portfolio/conflict.ts';
import { CourseModel } from '../src/portfolio/course-model.ts';
import type { CourseProblem } from '../src/portfolio/course-problem.ts';
import { repaired, repairs } from '../src/portfolio/course-repair.ts';
import { bruteForce, missedBy, overdrawn } from './oracle/course-brute-force.ts';
import { randomCourses } from './oracle/random-courses.ts';

const solver = await loadLinearSolver();
const INFEASIBLE = 120;

/** Checks a schedule with the eyes of the enumeration. */
function expectSound(problem: CourseProblem, courses: Parameters<typeof overdrawn>[1]): void {
  expect(Math.max(0, ...overdrawn(problem, courses).flat())).toBeLessThan(1e-8);
  expect(problem.demands.map((demand) => missedBy(problem, demand, courses))).toEqual(
    problem.demands.map(() => 0),
  );
}

/** The first seeds of either kind. */
const infeasible: { seed: number; problem: CourseProblem }[] = [];

describe('schedules of whole courses', () => {
  it(`are found exactly where an enumeration finds one, until ${INFEASIBLE} problems have none`, () => {
    let feasible = 0;
    for (let seed = 1; infeasible.length < INFEASIBLE; seed++) {
      const problem = randomCourses(seed);
      const schedule = new CourseModel(problem).solve(solver);
      expect([seed, schedule !== null]).toEqual([seed, bruteForce(problem).feasible]);
      if (!schedule) infeasible.push({ seed, problem });
      else {
        feasible++;
        expectSound(problem, schedule.courses);
      }
    }
    expect(feasible).toBeGreaterThan(20);
  }, 120_000);
});

describe(`${INFEASIBLE} problems without a schedule`, () => {
  it('have a minimal conflict: without any one of its members there is a schedule', () => {
    for (const { seed, problem } of infeasible) {
      const conflict = minimalConflict(problem, solver);
      expect([seed, conflict.length > 0, isMinimalConflict(problem, conflict, solver)]).toEqual([
        seed,
        true,
        true,
      ]);
    }
  }, 120_000);

  it('are mended by each repair offered, which is the cheapest of its kind', () => {
    let combined = 0;
    for (const { seed, problem } of infeasible) {
      const truth = bruteForce(problem);
      const found = repairs(problem, solver);
      for (const repair of found) {
        const mended = repaired(problem, repair);
        expectSound(mended, repair.courses);
        expect([seed, repair.kind, new CourseModel(mended).solve(solver) !== null]).toEqual([
          seed,
          repair.kind,
          true,
        ]);
      }
      const [more] = found.filter(({ kind }) => kind === 'more');
      if (truth.money !== null)
        expect([seed, more?.kind === 'more' && more.cost]).toEqual([seed, expect.closeTo(truth.money, 5)]);
      const [later] = found.filter(({ kind }) => kind === 'later');
      const moved = later?.kind === 'later' ? later.shift.reduce((sum, by) => sum + Math.abs(by), 0) : null;
      expect([seed, moved]).toEqual([seed, truth.periods]);
      const [both] = found.filter(({ kind }) => kind === 'later-and-more');
      const bothMoved =
        both?.kind === 'later-and-more' ? both.shift.reduce((sum, by) => sum + Math.abs(by), 0) : null;
      expect([seed, bothMoved]).toEqual([seed, more || later ? null : truth.periodsWithMore]);
      if (both) combined++;
      const [less] = found.filter(({ kind }) => kind === 'give-up');
      expect([seed, less?.kind === 'give-up' && less.demands.length]).toEqual([seed, truth.givenUp]);
    }
    expect(combined).toBeGreaterThan(0);
  }, 120_000);
});
