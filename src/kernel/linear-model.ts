import type { LinearSolver } from './linear-program.ts';

/** A column times a coefficient. */
export type Term = readonly [column: number, coefficient: number];

/** A column with its entries by row. */
export interface ModelColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly rows: number[];
  readonly values: number[];
}

/**
 * A linear programme written row by row, solved once: minimise cost · x with Σ terms ≤ bound in every row. An
 * `IntegerSolver` takes the same model with every column a whole number.
 */
export class LinearModel {
  readonly columns: ModelColumn[] = [];
  /** Of each row. */
  readonly bounds: number[] = [];

  /** A new column; returns its number. */
  column(cost: number, lower: number, upper: number): number {
    this.columns.push({ cost, lower, upper, rows: [], values: [] });
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
    const program = solver.open();
    try {
      for (const bound of this.bounds) program.addRow(Number.NEGATIVE_INFINITY, bound);
      for (const { cost, lower, upper, rows, values } of this.columns) {
        program.addColumn(cost, lower, upper, { index: rows, value: values });
      }
      return Float64Array.from(program.solve().columns);
    } finally {
      program.close();
    }
  }
}
