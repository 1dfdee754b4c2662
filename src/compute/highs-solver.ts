import loadHighs from 'highs';
import type {
  LimitedSolution,
  LinearProgram,
  LinearSolution,
  LinearSolver,
  SolveLimits,
  SparseVector,
} from '../kernel/linear-program.ts';

// The package ships an ES module whose default is the loader, under types written for CommonJS.
const load = loadHighs as unknown as typeof loadHighs.default;
type Highs = Awaited<ReturnType<typeof load>>;
type Model = ReturnType<Highs['createModel']>;

/** Loads HiGHS once; every programme it opens keeps its basis between solves. */
export async function loadLinearSolver(): Promise<LinearSolver> {
  const highs = await load();
  return { open: () => new HighsProgram(highs) };
}

interface PendingColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly entries: SparseVector;
  readonly integer: boolean;
}

/** Rows and columns are collected and handed over in one piece before a solve: one call instead of thousands. */
class HighsProgram implements LinearProgram {
  private readonly model: Model;
  private rows = 0;
  private columns = 0;
  private pendingRows: { lower: number; upper: number }[] = [];
  private pendingColumns: PendingColumn[] = [];

  constructor(private readonly highs: Highs) {
    this.model = highs.createModel();
    this.model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 1e-9 });
  }

  addRow(lower: number, upper: number): number {
    this.pendingRows.push({ lower, upper });
    return this.rows + this.pendingRows.length - 1;
  }

  addColumn(cost: number, lower: number, upper: number, entries: SparseVector, integer = false): number {
    this.pendingColumns.push({ cost, lower, upper, entries, integer });
    return this.columns + this.pendingColumns.length - 1;
  }

  solve(): LinearSolution {
    const solution = this.solveIfFeasible();
    if (!solution) throw new Error('the linear programme has no feasible point');
    return solution;
  }

  solveIfFeasible(): LinearSolution | null {
    this.flush();
    this.model.run();
    const status = this.model.getModelStatus();
    const { infeasible, optimal } = this.highs.constants.modelStatus;
    if (status === infeasible) return null;
    if (status !== optimal) throw new Error(`the linear solver ended with status ${status}`);
    const { colValue, rowDual } = this.model.getSolution();
    return { objective: this.model.getObjectiveValue(), columns: colValue, rowDuals: rowDual };
  }

  solveWithin({ seconds, gap }: SolveLimits): LimitedSolution {
    this.flush();
    this.model.options.set({ time_limit: seconds, mip_abs_gap: gap });
    this.model.run();
    const status = this.model.getModelStatus();
    const { optimal, timeLimit } = this.highs.constants.modelStatus;
    if (status !== optimal && status !== timeLimit) {
      throw new Error(`the linear solver ended with status ${status}`);
    }
    const objective = this.model.getObjectiveValue();
    const isFound = Number.isFinite(objective) && Math.abs(objective) < this.highs.infinity;
    return {
      objective: isFound ? objective : null,
      bound: Number(this.model.info.get('mip_dual_bound')),
      optimal: status === optimal,
    };
  }

  close(): void {
    this.model.dispose();
  }

  private flush(): void {
    const rows = this.pendingRows;
    if (rows.length > 0) {
      this.model.addRows({
        lower: Float64Array.from(rows, (row) => this.finite(row.lower)),
        upper: Float64Array.from(rows, (row) => this.finite(row.upper)),
        matrix: {
          format: 'csr',
          numRows: rows.length,
          numCols: this.columns,
          starts: new Int32Array(rows.length + 1),
          indices: new Int32Array(0),
          values: new Float64Array(0),
        },
      });
      this.rows += rows.length;
      this.pendingRows = [];
    }
    const columns = this.pendingColumns;
    if (columns.length === 0) return;
    const starts = new Int32Array(columns.length + 1);
    columns.forEach((column, i) => {
      starts[i + 1] = starts[i] + column.entries.index.length;
    });
    this.model.addCols({
      cost: Float64Array.from(columns, (column) => column.cost),
      lower: Float64Array.from(columns, (column) => this.finite(column.lower)),
      upper: Float64Array.from(columns, (column) => this.finite(column.upper)),
      matrix: {
        format: 'csc',
        numRows: this.rows,
        numCols: columns.length,
        starts,
        indices: Int32Array.from(columns.flatMap((column) => column.entries.index)),
        values: Float64Array.from(columns.flatMap((column) => column.entries.value)),
      },
    });
    columns.forEach(({ integer }, i) => {
      if (integer)
        this.model.changeColIntegrality(this.columns + i, this.highs.constants.variableType.integer);
    });
    this.columns += columns.length;
    this.pendingColumns = [];
  }

  private finite(x: number): number {
    if (x === Number.POSITIVE_INFINITY) return this.highs.infinity;
    return x === Number.NEGATIVE_INFINITY ? -this.highs.infinity : x;
  }
}
