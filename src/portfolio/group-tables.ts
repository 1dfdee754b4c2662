import type { GroupModel, GroupSolution } from './group-dp.ts';
import type { PlanSpec } from './spec.ts';

/** Multiples of the credited value at which a group is solved beforehand: 1, 1/2, … 1/64. */
const LEVELS = 7;

/**
 * A group solved beforehand at several worths, so that a policy can look its wishes up. The worth of being
 * attained in a period is `level` times the value of all products in whose chain the group stands.
 */
export class GroupTables {
  private readonly levels: LevelTable[];
  private readonly reachable: Float64Array;
  private readonly creditedLater: Float64Array;

  constructor(
    readonly model: GroupModel,
    credit: Float64Array,
    rowPrices: Float64Array,
  ) {
    const T = model.plan.periods;
    this.reachable = model.attainable(T - 1);
    this.creditedLater = new Float64Array(T);
    for (let t = T - 2; t >= 0; t--) this.creditedLater[t] = this.creditedLater[t + 1] + credit[t + 1];
    this.levels = Array.from({ length: LEVELS }, (_, i) => {
      const level = 2 ** -i;
      const attained = credit.map((x) => x * level);
      return new LevelTable(
        model,
        level,
        rowPrices,
        model.solve({ rows: rowPrices, attained, action: null }),
      );
    });
  }

  /** Largest chance of being attained before the last period, from state s in period t. */
  reach(t: number, s: number): number {
    return this.reachable[t * this.model.states + s];
  }

  /** Credited value of the periods after t. */
  credited(t: number): number {
    return this.creditedLater[t];
  }

  /** The table whose worth is nearest to `multiplier` times the credited value. */
  at(multiplier: number): LevelTable {
    const i = Math.round(-Math.log2(multiplier));
    return this.levels[Math.min(LEVELS - 1, Math.max(0, i))];
  }
}

/** A group solved at one worth. */
export class LevelTable {
  constructor(
    private readonly model: GroupModel,
    readonly level: number,
    private readonly rowPrices: Float64Array,
    private readonly solution: GroupSolution,
  ) {}

  /** Value of an action at this worth, rents of scarce things charged. */
  quality(t: number, a: number): number {
    const { process, states, plan } = this.model;
    if (!this.model.allowed[t * this.model.actions + a]) return Number.NEGATIVE_INFINITY;
    let q = this.model.rewardAt(t, a);
    for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
      if (process.useOffset[u] === 0) {
        q -= process.useAmount[u] * this.rowPrices[process.useRow[u] * plan.periods + t];
      }
    }
    for (let n = process.nextFrom[a]; n < process.nextFrom[a + 1]; n++) {
      q += process.probability[n] * this.solution.values[(t + 1) * states + process.next[n]];
    }
    return q;
  }

  /** Actions better than starting nothing, best first. */
  better(t: number, s: number): number[] {
    const { actionsFrom } = this.model.process;
    const idle = this.quality(t, actionsFrom[s]);
    const threshold = idle + 1e-12 * Math.abs(idle);
    const found: { a: number; q: number }[] = [];
    for (let a = actionsFrom[s] + 1; a < actionsFrom[s + 1]; a++) {
      const q = this.quality(t, a);
      if (q > threshold) found.push({ a, q });
    }
    return found.sort((x, y) => y.q - x.q || x.a - y.a).map(({ a }) => a);
  }

  /** Advantage of the best action over starting nothing; 0 if nothing is better. Per share of capacity if asked. */
  advantage(t: number, s: number, perUse: boolean): number {
    const best = this.better(t, s)[0];
    if (best === undefined) return 0;
    const idle = this.model.process.actionsFrom[s];
    const gain = this.quality(t, best) - this.quality(t, idle);
    if (!perUse) return gain;
    return gain / Math.max(1e-9, capacityShare(this.model, t, best) - capacityShare(this.model, t, idle));
  }
}

/** Committed use of an action as a sum of shares of the capacities of its periods. */
function capacityShare(model: GroupModel, t: number, a: number): number {
  const { process } = model;
  const plan: PlanSpec = model.plan;
  let share = 0;
  for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
    const period = t + process.useOffset[u];
    const capacity = period < plan.periods ? plan.rows[process.useRow[u]].capacity[period] : 0;
    if (capacity > 0) share += process.useAmount[u] / capacity;
  }
  return share;
}

/** Value per period of all products in whose chain each group stands: credit in full, at `group * periods + t`. */
export function creditInFull(
  periods: number,
  groups: number,
  terms: readonly { period: number; weight: number; node: number }[],
  support: (node: number) => readonly number[],
): Float64Array {
  const credit = new Float64Array(groups * periods);
  for (const { period, weight, node } of terms) {
    for (const g of support(node)) credit[g * periods + period] += weight;
  }
  return credit;
}
