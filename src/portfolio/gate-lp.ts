import type { LinearProgram, LinearSolver } from '../kernel/linear-program.ts';
import { type GroupColumn, type Precedence, precedences } from './gate-columns.ts';
import { gateRows } from './gate-rows.ts';
import type { JointModel } from './joint-model.ts';

/** Prices of the coupling constraints, all ≥ 0, in units of the objective. */
export interface MasterPrices {
  /** Capacity rows, at `row * periods + t`. */
  readonly rows: Float64Array;
  /** Chance of a group at the start of a period, at `group * periods + t`. */
  readonly attained: Float64Array;
  /** Precedence rows, at `i * periods + t`. */
  readonly precedence: Float64Array;
  /** What the gates of the chain add to the bound at these prices. */
  readonly chain: number;
}

/** An optimum of the master problem. */
interface MasterSolution {
  readonly value: number;
  readonly prices: MasterPrices;
  /** Dual of each group. */
  readonly convexity: Float64Array;
  /** What each saving puts by at the end of every period before its last. */
  readonly saved: readonly Float64Array[];
}

/**
 * The master problem of the bound: policies of the groups (columns) mixed so that capacities hold in expectation,
 * and the chain worth no more than its gates allow. One variable per gate function and period:
 * all: z ≤ each child; any: z ≤ Σ children; threshold: z ≤ Σ over every minimal cut; cap: z ≤ Φ(s(t)),
 * the gate's chance when every group has the largest chance it could attain alone.
 */
export class GateMaster {
  readonly precedence: readonly Precedence[];
  private readonly lp: LinearProgram;
  private readonly scale: number;
  private readonly convexity: number[] = [];
  private readonly capacityRow = new Map<number, number>();
  private readonly leafRow = new Map<number, number>();
  private readonly precedenceRow: number[] = [];
  /** Column of each saving and period. */
  private readonly savings: { column: number; unit: number }[][] = [];
  private readonly gates: { column: number; cap: number; cost: number; rows: number[]; values: number[] }[] =
    [];

  constructor(
    private readonly model: JointModel,
    solver: LinearSolver,
    caps: (t: number) => Float64Array,
  ) {
    this.lp = solver.open();
    this.precedence = precedences(model.groups);
    this.scale = objectiveScale(model);
    const T = model.periods;
    for (let g = 0; g < model.groups.length; g++) this.convexity.push(this.lp.addRow(1, 1));
    for (let r = 0; r < model.plan.rows.length; r++) {
      for (let t = 0; t < T; t++) {
        this.capacityRow.set(r * T + t, this.lp.addRow(Number.NEGATIVE_INFINITY, this.unitCapacity(r, t)));
      }
    }
    for (let i = 0; i < this.precedence.length * T; i++) {
      this.precedenceRow.push(this.lp.addRow(Number.NEGATIVE_INFINITY, 0));
    }
    this.addSavings();
    for (let t = 0; t < T; t++) this.addGates(t, caps(t));
  }

  /** Capacities are counted in units of the largest of their row, to keep the numbers near one. */
  private rowUnit(r: number): number {
    return Math.max(...this.model.plan.rows[r].capacity) || 1;
  }

  private unitCapacity(r: number, t: number): number {
    return this.model.plan.rows[r].capacity[t] / this.rowUnit(r);
  }

  /** What each saving puts by at the end of a period: at most what it holds, taken from this period and added to the next. */
  private addSavings(): void {
    const T = this.model.periods;
    for (const { rows, money, until } of this.model.plan.savings ?? []) {
      const unit = Math.max(...money) || 1;
      const held = Array.from({ length: until }, (_, t) =>
        this.lp.addRow(Number.NEGATIVE_INFINITY, money[t] / unit),
      );
      this.savings.push(
        held.map((row, t) => {
          const index = [row];
          const value = [1];
          if (t + 1 < until) {
            index.push(held[t + 1]);
            value.push(-1);
          }
          for (const r of rows) {
            index.push(this.capacityRow.get(r * T + t)!, this.capacityRow.get(r * T + t + 1)!);
            value.push(unit / this.rowUnit(r), -unit / this.rowUnit(r));
          }
          return { column: this.lp.addColumn(0, 0, Number.POSITIVE_INFINITY, { index, value }), unit };
        }),
      );
    }
  }

  private addGates(t: number, attainable: Float64Array): void {
    const rows = gateRows(this.model.chain, t, attainable);
    const rowIds = rows.constraints.map(() => this.lp.addRow(Number.NEGATIVE_INFINITY, 0));
    rows.leaves.forEach(({ group, row }) => {
      this.leafRow.set(group * this.model.periods + t, rowIds[row]);
    });
    rows.gates.forEach((gate) => {
      const index = gate.entries.map((entry) => rowIds[entry.row]);
      const values = gate.entries.map((entry) => entry.value);
      const cost = gate.weight / this.scale;
      const column = this.lp.addColumn(-cost, 0, gate.cap, { index, value: values });
      this.gates.push({ column, cap: gate.cap, cost, rows: index, values });
    });
  }

  addColumn(column: GroupColumn): void {
    const T = this.model.periods;
    const index: number[] = [this.convexity[column.group]];
    const value: number[] = [1];
    const put = (row: number | undefined, x: number): void => {
      if (row === undefined || Math.abs(x) < 1e-12) return;
      index.push(row);
      value.push(x);
    };
    column.use.forEach((x, at) => {
      put(this.capacityRow.get(at), x / this.rowUnit(Math.floor(at / T)));
    });
    for (let t = 0; t < T; t++) put(this.leafRow.get(column.group * T + t), -column.attained[t]);
    let own = 0;
    this.precedence.forEach((precedence, i) => {
      for (let t = 0; t < T; t++) {
        if (precedence.group === column.group)
          put(this.precedenceRow[i * T + t], column.started[own * T + t]);
        if (precedence.requires === column.group) put(this.precedenceRow[i * T + t], -column.attained[t]);
      }
      if (precedence.group === column.group) own++;
    });
    this.lp.addColumn(-column.reward / this.scale, 0, Number.POSITIVE_INFINITY, { index, value });
  }

  /** Solves the master problem; prices are clipped to be ≥ 0, which keeps every bound made from them valid. */
  solve(): MasterSolution {
    const { objective, rowDuals, columns } = this.lp.solve();
    const T = this.model.periods;
    const price = (row: number): number => Math.max(0, -rowDuals[row]) * this.scale;
    const rows = new Float64Array(this.model.plan.rows.length * T);
    for (const [at, row] of this.capacityRow) rows[at] = price(row) / this.rowUnit(Math.floor(at / T));
    const attained = new Float64Array(this.model.groups.length * T);
    for (const [at, row] of this.leafRow) attained[at] = price(row);
    const precedence = Float64Array.from(this.precedenceRow, price);
    this.precedence.forEach(({ requires }, i) => {
      for (let t = 0; t < T; t++) attained[requires * T + t] += precedence[i * T + t];
    });
    let chain = 0;
    for (const gate of this.gates) {
      let reduced = gate.cost * this.scale;
      gate.rows.forEach((row, i) => {
        reduced -= price(row) * gate.values[i];
      });
      if (reduced > 0) chain += reduced * gate.cap;
    }
    return {
      value: -objective * this.scale,
      prices: { rows, attained, precedence, chain },
      convexity: Float64Array.from(this.convexity, (row) => -rowDuals[row] * this.scale),
      saved: this.savings.map((byPeriod) =>
        Float64Array.from(byPeriod, ({ column, unit }) => columns[column] * unit),
      ),
    };
  }

  close(): void {
    this.lp.close();
  }
}

/** Size of the numbers in the objective, to bring them near one: the largest term of the chain, else the largest reward. */
function objectiveScale(model: JointModel): number {
  let scale = 0;
  for (const { weight } of model.chain.terms) scale = Math.max(scale, weight);
  if (scale > 0) return scale;
  for (const group of model.groups) {
    for (let a = 0; a < group.actions; a++) {
      for (let t = 0; t < model.periods; t++) scale = Math.max(scale, Math.abs(group.rewardAt(t, a)));
    }
  }
  return scale || 1;
}
