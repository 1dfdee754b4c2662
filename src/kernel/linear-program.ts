/** A sparse column or row: entries at `index` with `value`. */
export interface SparseVector {
  readonly index: readonly number[];
  readonly value: readonly number[];
}

/** A linear programme that stays open: minimise cost·x, lower ≤ A x ≤ upper, with x within bounds. */
export interface LinearProgram {
  addRow(lower: number, upper: number): number;
  /** `integer`: the column takes whole numbers only, and the solution has no row duals; false where absent. */
  addColumn(cost: number, lower: number, upper: number, entries: SparseVector, integer?: boolean): number;
  /** Solves from the last basis; throws if there is no optimum. */
  solve(): LinearSolution;
  /** The same, but null where no point is feasible. */
  solveIfFeasible(): LinearSolution | null;
  /** Solves a programme in integers as far as the limits allow. */
  solveWithin(limits: SolveLimits): LimitedSolution;
  close(): void;
}

/** When to stop. */
export interface SolveLimits {
  readonly seconds: number;
  /** Done when objective and bound are no further apart. */
  readonly gap: number;
}

export interface LimitedSolution {
  /** Of the best point found; null without one. */
  readonly objective: number | null;
  /** No feasible point has a lower objective. */
  readonly bound: number;
  /** False where a limit cut it short. */
  readonly optimal: boolean;
}

export interface LinearSolution {
  readonly objective: number;
  readonly columns: Float64Array;
  /** Change of the objective per unit of the right-hand side of each row. */
  readonly rowDuals: Float64Array;
}

/** Port to a linear solver. */
export interface LinearSolver {
  open(): LinearProgram;
}
