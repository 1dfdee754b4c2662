import type { LimitedSolution, LinearProgram, LinearSolver, SolveLimits } from './linear-program.ts';

/** A column times a coefficient. */
export type Term = readonly [column: number, coefficient: number];

/** A column with its entries by row. */
export interface ModelColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  /** True where only whole numbers will do. */
  readonly integer: boolean;
  readonly rows: number[];
  readonly values: number[];
}

/**
 * A linear programme, in part or as a whole in integers, written row by row: minimise cost · x with Σ terms ≤ bound in
 * every row.
 */
export class LinearModel {
  readonly columns: ModelColumn[] = [];
  /** Of each row. */
  readonly bounds: number[] = [];

  /** A new column; returns its number. */
  column(cost: number, lower: number, upper: number, integer = false): number {
    this.columns.push({ cost, lower, upper, integer, rows: [], values: [] });
    return this.columns.length - 1;
  }

  /** A new row Σ terms ≤ bound; each column at most once. */
  atMost(bound: number, terms: readonly Term[]): void {
    for (const [column, coefficient] of terms) {
      if (coefficient === 0) continue;
      this.columns[column].rows.push(this.bounds.length);
      this.columns[column].values.push(coefficient);
    }
    this.bounds.push(bound);
  }

  /** Values of the columns at the optimum; throws if there is none. */
  solve(solver: LinearSolver): Float64Array {
    const columns = this.solveIfFeasible(solver);
    if (!columns) throw new Error('the linear programme has no feasible point');
    return columns;
  }

  /** Values of the columns at the optimum; null where no point is feasible. */
  solveIfFeasible(solver: LinearSolver): Float64Array | null {
    if (this.columns.length === 0)
      return this.bounds.every((bound) => bound >= 0) ? new Float64Array(0) : null;
    const program = this.open(solver);
    try {
      const solution = program.solveIfFeasible();
      return solution && Float64Array.from(solution.columns);
    } finally {
      program.close();
    }
  }

  /** As far as the limits allow; the model has columns in integers. */
  solveWithin(solver: LinearSolver, limits: SolveLimits): LimitedSolution {
    const program = this.open(solver);
    try {
      return program.solveWithin(limits);
    } finally {
      program.close();
    }
  }

  private open(solver: LinearSolver): LinearProgram {
    const program = solver.open();
    for (const bound of this.bounds) program.addRow(Number.NEGATIVE_INFINITY, bound);
    for (const { cost, lower, upper, integer, rows, values } of this.columns) {
      program.addColumn(cost, lower, upper, { index: rows, value: values }, integer);
    }
    return program;
  }
}
