import type { LinearModel } from './linear-model.ts';

/** When to stop. */
export interface IntegerLimits {
  readonly seconds: number;
  /** Done when objective and bound are no further apart. */
  readonly gap: number;
}

export interface IntegerSolution {
  /** Of the best solution found; null without one. */
  readonly objective: number | null;
  /** No solution has a lower objective. */
  readonly bound: number;
  /** Value of each column in the best solution; empty without one. */
  readonly columns: Float64Array;
  /** False where it was stopped at a limit. */
  readonly optimal: boolean;
}

/** Port to a solver of programmes whose columns are all whole numbers. */
export interface IntegerSolver {
  solve(model: LinearModel, limits: IntegerLimits): IntegerSolution;
}
