/** Smallest coefficient to pivot on. */
const PIVOT_MIN = 1e-9;
/** How far a basic variable may be outside its bounds. */
const FEASIBLE = 1e-9;
/** How far from whole a variable is taken to be split. */
const SPLIT = 1e-7;

/** Items and rows in equations: Σ weight · item + slack = side. */
export interface KnapsackRows {
  readonly items: number;
  readonly rows: number;
  readonly values: Float64Array;
  /** Item after item, `rows` long. */
  readonly weights: Float64Array;
  readonly sides: Float64Array;
}

/** A variable is at most `whole` on one side, at least `whole` + 1 on the other. */
export interface Branch {
  readonly variable: number;
  readonly whole: number;
  readonly downFirst: boolean;
}

/**
 * The linear relaxation of a knapsack at one node of the search, by dual simplex on a dense tableau: rows by the
 * variables that are neither basic nor settled. Variables are the items, from 0 to 1, then the slack of each row. The
 * last row counts: each item weighs 1, its slack is the number of items left out and must be whole.
 */
export class KnapsackRelaxation {
  /** Bounds of each variable; an item is fixed where they are equal. Change them by `limit`. */
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private width = 0;
  /** Variable of each column, and where it stands: 1 at its lower bound, −1 at its upper one, 0 where they are equal. */
  private readonly nonbasic: Int32Array;
  private readonly side: Int8Array;
  /** What the objective gains per unit of the variable of each column. */
  private readonly reduced: Float64Array;
  /** Row after row, `items` long. */
  private readonly body: Float64Array;
  /** Variable of each row, and its value. */
  private readonly basic: Int32Array;
  private readonly level: Float64Array;
  private objective = 0;
  /** The row that `solve` found cannot be met, or −1. */
  private emptyRow = -1;
  /** Items that are settled for good have no column: their value, and what they leave of each row. */
  private settledValue = 0;
  private readonly room: Float64Array;
  private readonly prices: Float64Array;
  /** Of the item of each column: its value less its weights at `prices`. */
  private readonly surplus: Float64Array;

  constructor(private readonly rows: KnapsackRows) {
    const variables = rows.items + rows.rows;
    this.lower = new Float64Array(variables);
    this.upper = new Float64Array(variables);
    this.nonbasic = new Int32Array(rows.items);
    this.side = new Int8Array(rows.items);
    this.reduced = new Float64Array(rows.items);
    this.body = new Float64Array(rows.rows * rows.items);
    this.basic = new Int32Array(rows.rows);
    this.level = new Float64Array(rows.rows);
    this.room = new Float64Array(rows.rows);
    this.prices = new Float64Array(rows.rows);
    this.surplus = new Float64Array(rows.items);
  }

  /** The root: every item free, but those out that can never be in. */
  reset(free: (item: number) => boolean): void {
    const { items, rows } = this.rows;
    this.lower.fill(0);
    this.upper.fill(Number.POSITIVE_INFINITY);
    for (let j = 0; j < items; j++) this.upper[j] = free(j) ? 1 : 0;
    this.upper[items + rows - 1] = items;
    this.rebuild();
  }

  /** The tableau from the rows and bounds alone: slacks basic, free items in. */
  rebuild(): void {
    const { items, rows, values, weights, sides } = this.rows;
    this.width = 0;
    this.settledValue = 0;
    this.room.set(sides);
    for (let j = 0; j < items; j++) {
      if (this.lower[j] === this.upper[j]) {
        this.settle(j);
        continue;
      }
      const c = this.width++;
      this.nonbasic[c] = j;
      this.side[c] = -1;
      this.reduced[c] = values[j];
      for (let r = 0; r < rows; r++) this.body[r * items + c] = weights[j * rows + r];
    }
    this.objective = this.settledValue;
    this.level.set(this.room);
    for (let c = 0; c < this.width; c++) {
      this.objective += this.reduced[c];
      for (let r = 0; r < rows; r++) this.level[r] -= this.body[r * items + c];
    }
    for (let r = 0; r < rows; r++) this.basic[r] = items + r;
  }

  copyFrom(from: KnapsackRelaxation): void {
    const { items, rows } = this.rows;
    this.lower.set(from.lower);
    this.upper.set(from.upper);
    this.basic.set(from.basic);
    this.level.set(from.level);
    this.room.set(from.room);
    this.width = from.width;
    this.objective = from.objective;
    this.settledValue = from.settledValue;
    for (let c = 0; c < from.width; c++) {
      this.nonbasic[c] = from.nonbasic[c];
      this.side[c] = from.side[c];
      this.reduced[c] = from.reduced[c];
    }
    for (let r = 0; r < rows; r++) {
      const end = r * items + from.width;
      for (let at = r * items; at < end; at++) this.body[at] = from.body[at];
    }
  }

  /** Narrows a variable to at most `whole`, or to at least `whole` + 1. */
  limit(variable: number, whole: number, atMost: boolean): void {
    if (atMost) this.upper[variable] = whole;
    else this.lower[variable] = whole + 1;
    if (!this.basic.includes(variable)) this.rebuild();
  }

  /**
   * Dual simplex: to the optimum, or until the objective is below `enough`, or to a row that cannot be met. In all
   * three cases `bound` says what that proves. Whether it came to the optimum.
   */
  solve(enough: number): boolean {
    this.emptyRow = -1;
    while (this.objective >= enough) {
      const r = this.leavingRow();
      if (r < 0) return true;
      const variable = this.basic[r];
      const rises = this.level[r] < this.lower[variable];
      const c = this.enteringColumn(r, rises);
      if (c < 0) {
        this.emptyRow = r;
        return false;
      }
      this.pivot(r, c, rises ? this.lower[variable] : this.upper[variable]);
    }
    return false;
  }

  private leavingRow(): number {
    let row = -1;
    let worst = FEASIBLE;
    for (let r = 0; r < this.basic.length; r++) {
      const variable = this.basic[r];
      const outside = Math.max(this.level[r] - this.upper[variable], this.lower[variable] - this.level[r]);
      if (outside > worst) {
        worst = outside;
        row = r;
      }
    }
    return row;
  }

  /** The column that keeps all others at their bounds; −1 if none lets the variable of the row rise, or fall. */
  private enteringColumn(r: number, rises: boolean): number {
    const { body, side, reduced, width } = this;
    const from = r * this.rows.items;
    const sign = rises ? -1 : 1;
    let column = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < width; c++) {
      const pull = body[from + c] * side[c] * sign;
      if (pull < PIVOT_MIN) continue;
      const ratio = (-reduced[c] * side[c]) / pull;
      if (ratio < least) {
        least = ratio;
        column = c;
      }
    }
    return column;
  }

  /** The variable of row `r` leaves to `target`; that of column `c` takes its place. */
  private pivot(r: number, c: number, target: number): void {
    const { items, rows } = this.rows;
    const { body, width, reduced, level } = this;
    const from = r * items;
    const inverse = 1 / body[from + c];
    const change = (level[r] - target) * inverse;
    for (let k = 0; k < width; k++) body[from + k] *= inverse;
    for (let i = 0; i < rows; i++) {
      const at = i * items;
      const factor = body[at + c];
      if (i === r || factor === 0) continue;
      level[i] -= factor * change;
      for (let k = 0; k < width; k++) body[at + k] -= factor * body[from + k];
      body[at + c] = -factor * inverse;
    }
    const price = reduced[c];
    for (let k = 0; k < width; k++) reduced[k] -= price * body[from + k];
    reduced[c] = -price * inverse;
    body[from + c] = inverse;
    this.objective += price * change;

    const entering = this.nonbasic[c];
    const leaving = this.basic[r];
    level[r] = (this.side[c] === -1 ? this.upper[entering] : this.lower[entering]) + change;
    this.basic[r] = entering;
    this.nonbasic[c] = leaving;
    if (this.lower[leaving] === this.upper[leaving]) this.side[c] = 0;
    else this.side[c] = target === this.upper[leaving] ? -1 : 1;
  }

  /**
   * Upper bound of the node by Lagrangian duality at the prices of the tableau, reckoned from the rows: valid whatever
   * errors the tableau has gathered. Where a row cannot be met, the prices are far along the ray that shows it, so that
   * the bound comes below `enough`.
   */
  bound(enough: number): number {
    this.readPrices(enough);
    const { items, rows, values } = this.rows;
    const { prices, surplus, lower, upper, nonbasic, room } = this;
    const last = rows - 1;
    let bound = this.settledValue;
    for (let r = 0; r < last; r++) bound += prices[r] * room[r];
    const leftOut = items + last;
    bound += prices[last] * (room[last] - (prices[last] > 0 ? lower[leftOut] : upper[leftOut]));
    for (let c = 0; c < this.width; c++) {
      const j = nonbasic[c];
      if (j >= items) continue;
      surplus[c] = values[j] - this.priceOf(j);
      bound += surplus[c] * (surplus[c] > 0 ? upper[j] : lower[j]);
    }
    for (let r = 0; r < rows; r++) {
      const j = this.basic[r];
      if (j >= items) continue;
      const left = values[j] - this.priceOf(j);
      bound += left * (left > 0 ? upper[j] : lower[j]);
    }
    return bound;
  }

  private priceOf(item: number): number {
    const { rows, weights } = this.rows;
    let sum = 0;
    for (let r = 0, at = item * rows; r < rows; r++, at++) sum += this.prices[r] * weights[at];
    return sum;
  }

  /** Of every row but that of the count, prices are not negative. */
  private readPrices(enough: number): void {
    const { items, rows } = this.rows;
    const { prices, emptyRow } = this;
    const step = emptyRow < 0 ? 0 : this.stepAlongRay(enough);
    prices.fill(0);
    for (let c = 0; c < this.width; c++) {
      const row = this.nonbasic[c] - items;
      if (row < 0) continue;
      prices[row] = -this.reduced[c];
      if (step !== 0) prices[row] += step * this.body[emptyRow * items + c];
    }
    if (step !== 0 && this.basic[emptyRow] >= items) prices[this.basic[emptyRow] - items] += step;
    for (let r = 0; r < rows - 1; r++) if (prices[r] < 0) prices[r] = 0;
  }

  private stepAlongRay(enough: number): number {
    const variable = this.basic[this.emptyRow];
    const level = this.level[this.emptyRow];
    const excess = this.objective - Math.max(enough, 0) + 1;
    return level < this.lower[variable]
      ? (2 * excess) / (this.lower[variable] - level)
      : (-2 * excess) / (level - this.upper[variable]);
  }

  /** Settles the items whose other choice comes below `enough`, where the node's own `bound` is as given. */
  settleAll(bound: number, enough: number): void {
    const { items, rows } = this.rows;
    const { lower, upper, surplus, nonbasic, side } = this;
    for (let c = this.width - 1; c >= 0; c--) {
      const j = nonbasic[c];
      if (j >= items) continue;
      if (side[c] !== 0) {
        if (bound - Math.abs(surplus[c]) >= enough || surplus[c] > 0 === side[c] > 0) continue;
        if (side[c] < 0) lower[j] = 1;
        else upper[j] = 0;
      }
      this.settle(j);
      const end = --this.width;
      nonbasic[c] = nonbasic[end];
      side[c] = side[end];
      surplus[c] = surplus[end];
      this.reduced[c] = this.reduced[end];
      for (let r = 0; r < rows; r++) this.body[r * items + c] = this.body[r * items + end];
    }
  }

  private settle(item: number): void {
    if (this.lower[item] === 0) return;
    const { rows, values, weights } = this.rows;
    this.settledValue += values[item];
    for (let r = 0; r < rows; r++) this.room[r] -= weights[item * rows + r];
  }

  /**
   * Where to branch: the variable that is split at the optimum and, rounded down and rounded up, loses most (by the
   * product of both losses, each after one step of dual simplex). Null where none is split.
   */
  split(): Branch | null {
    let best: Branch | null = null;
    let most = -1;
    for (let r = 0; r < this.basic.length; r++) {
      if (!this.isSplit(r)) continue;
      const whole = Math.floor(this.level[r]);
      const down = (this.level[r] - whole) * this.lossPerUnit(r, false);
      const up = (whole + 1 - this.level[r]) * this.lossPerUnit(r, true);
      const score = Math.max(down, SPLIT) * Math.max(up, SPLIT);
      if (score <= most) continue;
      most = score;
      best = { variable: this.basic[r], whole, downFirst: down <= up };
    }
    return best;
  }

  private isSplit(r: number): boolean {
    const { items, rows } = this.rows;
    const variable = this.basic[r];
    const whole = variable < items || variable === items + rows - 1;
    return whole && Math.abs(this.level[r] - Math.round(this.level[r])) > SPLIT;
  }

  private lossPerUnit(r: number, rises: boolean): number {
    const c = this.enteringColumn(r, rises);
    return c < 0 ? Number.POSITIVE_INFINITY : Math.abs(this.reduced[c] / this.body[r * this.rows.items + c]);
  }

  /** An item that is not fixed; −1 without one. */
  freeItem(): number {
    for (let j = 0; j < this.rows.items; j++) if (this.lower[j] !== this.upper[j]) return j;
    return -1;
  }

  /** How much of each item is in. */
  solution(): Float64Array {
    const { items } = this.rows;
    const part = this.lower.slice(0, items);
    for (let c = 0; c < this.width; c++) {
      if (this.side[c] === -1 && this.nonbasic[c] < items) part[this.nonbasic[c]] = 1;
    }
    this.basic.forEach((variable, r) => {
      if (variable < items) part[variable] = this.level[r];
    });
    return part;
  }
}
