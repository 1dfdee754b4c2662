import type { Solution } from '../portfolio/solve.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';

/** Value of one more unit of what the matching rows count, by period. */
export function dualOf(
  problem: PlanProblem,
  solution: Solution,
  matches: (row: PlanProblem['rows'][number]) => boolean,
): number[] {
  const T = problem.spec.periods;
  const { rows } = solution.lagrangian.prices;
  return Array.from({ length: T }, (_, t) =>
    problem.rows.reduce((sum, row, r) => sum + (matches(row) ? rows[r * T + t] : 0), 0),
  );
}
