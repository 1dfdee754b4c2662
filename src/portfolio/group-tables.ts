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

/** What a group would do in a state, and what it is better by. */
interface Preference {
  /** Actions better than starting nothing, best first. */
  readonly actions: readonly number[];
  /** Advantage of the best of them over starting nothing; 0 if there is none. */
  readonly gain: number;
  /** The same per share of the capacities that it uses. */
  readonly gainPerUse: number;
}

/** A group solved at one worth. What was asked once is remembered. */
export class LevelTable {
  private readonly known = new Map<number, Preference>();

  constructor(
    private readonly model: GroupModel,
    readonly level: number,
    private readonly rowPrices: Float64Array,
    private readonly solution: GroupSolution,
  ) {}

  preference(t: number, s: number): Preference {
    const at = t * this.model.states + s;
    let preference = this.known.get(at);
    if (!preference) {
      preference = this.weigh(t, s);
      this.known.set(at, preference);
    }
    return preference;
  }

  private weigh(t: number, s: number): Preference {
    const { actionsFrom } = this.model.process;
    const idle = actionsFrom[s];
    const worth = this.quality(t, idle);
    const better: { a: number; q: number }[] = [];
    for (let a = idle + 1; a < actionsFrom[s + 1]; a++) {
      const q = this.quality(t, a);
      if (q > worth + 1e-12 * Math.abs(worth)) better.push({ a, q });
    }
    better.sort((x, y) => y.q - x.q || x.a - y.a);
    const actions = better.map(({ a }) => a);
    if (better.length === 0) return { actions, gain: 0, gainPerUse: 0 };
    const gain = better[0].q - worth;
    const share = capacityShare(this.model, t, actions[0]) - capacityShare(this.model, t, idle);
    return { actions, gain, gainPerUse: gain / Math.max(1e-9, share) };
  }

  /** Value of an action at this worth, rents of scarce things charged. */
  private quality(t: number, a: number): number {
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
