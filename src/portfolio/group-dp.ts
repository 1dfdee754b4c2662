import { type Bond, bondsOf, isDue, keepsCourse } from './bonds.ts';
import { ATTAINED, INITIAL } from './group-process.ts';
import type { GroupProcess } from './process-tables.ts';
import { mostCapacity } from './savings.ts';
import { CAPACITY_TOLERANCE, type GroupSpec, type PlanSpec } from './spec.ts';

/** Prices under which a group is solved on its own. */
export interface GroupPrices {
  /** Price of a unit of row r in period t, at `r * periods + t`; ≥ 0. */
  readonly rows: Float64Array;
  /** Value of being attained at the start of period t. */
  readonly attained: Float64Array;
  /** Extra price of an action in a period (precedence), by `t * actions + a`; null where there is none. */
  readonly action: Float64Array | null;
}

/** An optimal policy of one group under prices. */
export interface GroupSolution {
  readonly value: number;
  /** Value to go from (t, state), at `t * states + s`, t = 0 … periods. */
  readonly values: Float64Array;
  /** Best action (index into the process) at `t * states + s`. */
  readonly policy: Int32Array;
}

/** A process with what depends on the plan: which action the capacities and its bonds allow the group on its own. */
export class GroupModel {
  readonly states: number;
  readonly actions: number;
  /** 1 where the group's own committed use fits the capacities and its bound courses are kept, at `t * actions + a`. */
  readonly allowed: Uint8Array;
  private unpaidModel: GroupModel | null | undefined;
  /** Most that each row can offer, at `row * periods + t`. */
  private readonly most: Float64Array;
  /** What each action leaves reserved; null where the group has no bound course. */
  readonly bonds: readonly (readonly Bond[])[] | null;

  constructor(
    readonly plan: PlanSpec,
    readonly process: GroupProcess,
    group: GroupSpec | null = null,
  ) {
    this.states = process.states;
    this.actions = process.reward.length;
    this.bonds = group && bondsOf(plan, group, process);
    this.most = mostCapacity(plan);
    this.allowed = new Uint8Array(plan.periods * this.actions);
    for (let t = 0; t < plan.periods; t++) {
      for (let a = 0; a < this.actions; a++) {
        const allowed = this.fits(t, a) && (!this.bonds || this.keepsBonds(group!, this.bonds[a], t, a));
        this.allowed[t * this.actions + a] = allowed ? 1 : 0;
      }
    }
  }

  /** The group if nothing scarce were spent on it: actions without use alone. Null where none of them starts anything. */
  get unpaid(): GroupModel | null {
    if (this.unpaidModel === undefined) {
      const { process } = this;
      const free = (a: number): boolean => process.useFrom[a] === process.useFrom[a + 1];
      const starts = process.starts.some((begun, a) => begun.length > 0 && free(a));
      this.unpaidModel = starts ? new GroupModel(this.plan, process) : null;
      this.unpaidModel?.allowed.forEach((_, at, allowed) => {
        if (!free(at % this.actions) || !this.allowed[at]) allowed[at] = 0;
      });
    }
    return this.unpaidModel;
  }

  /** The allowed action of state s in period t that starts least. */
  least(t: number, s: number): number {
    const { actionsFrom } = this.process;
    for (let a = actionsFrom[s]; a < actionsFrom[s + 1]; a++) {
      if (this.allowed[t * this.actions + a]) return a;
    }
    return actionsFrom[s];
  }

  private fits(t: number, a: number): boolean {
    const { useFrom, useRow, useOffset, useAmount } = this.process;
    for (let u = useFrom[a]; u < useFrom[a + 1]; u++) {
      const period = t + useOffset[u];
      if (period < this.plan.periods && !this.holds(useRow[u], period, useAmount[u])) return false;
    }
    return true;
  }

  private holds(row: number, period: number, amount: number): boolean {
    const capacity = this.most[row * this.plan.periods + period];
    return amount <= capacity * (1 + CAPACITY_TOLERANCE) + CAPACITY_TOLERANCE;
  }

  /** The action keeps to bound courses, leaves nothing out that is due and needs nothing else, and room for the rest. */
  private keepsBonds(group: GroupSpec, bonds: readonly Bond[], t: number, a: number): boolean {
    if (!keepsCourse(group, this.process, t, a)) return false;
    if (bonds.some((bond) => bond.requires.length === 0 && isDue(bond, t))) return false;
    const T = this.plan.periods;
    const { useFrom, useRow, useOffset, useAmount } = this.process;
    const use = new Map<number, number>();
    const add = (at: number, amount: number): void => {
      use.set(at, (use.get(at) ?? 0) + amount);
    };
    for (let u = useFrom[a]; u < useFrom[a + 1]; u++) {
      if (t + useOffset[u] < T) add(useRow[u] * T + t + useOffset[u], useAmount[u]);
    }
    for (const { due, at, amount } of bonds) {
      if (t < due) for (let i = 0; i < at.length; i++) add(at[i], amount[i]);
    }
    return [...use].every(([at, amount]) => this.holds(Math.floor(at / T), at % T, amount));
  }

  /** Discounted reward of action a in period t. */
  rewardAt(t: number, a: number): number {
    const timed = this.process.timedReward[a];
    return this.plan.discount[t] * (this.process.reward[a] + (timed ? timed[t] : 0));
  }

  /** Backward induction under prices; `attained` is absorbing and earns its prices to the end. */
  solve(prices: GroupPrices): GroupSolution {
    const { plan, process, states } = this;
    const T = plan.periods;
    const values = new Float64Array((T + 1) * states);
    const policy = new Int32Array(T * states);
    const net = new Float64Array(this.actions);
    for (let t = T - 1; t >= 0; t--) {
      this.netRewards(t, prices, net);
      const base = t * states;
      const after = base + states;
      for (let s = 0; s < states; s++) {
        let best = Number.NEGATIVE_INFINITY;
        let choice = process.actionsFrom[s];
        for (let a = process.actionsFrom[s]; a < process.actionsFrom[s + 1]; a++) {
          let q = net[a];
          if (q === Number.NEGATIVE_INFINITY) continue;
          for (let n = process.nextFrom[a]; n < process.nextFrom[a + 1]; n++) {
            q += process.probability[n] * values[after + process.next[n]];
          }
          if (q > best) {
            best = q;
            choice = a;
          }
        }
        values[base + s] = best;
        policy[base + s] = choice;
      }
      values[base + ATTAINED] = prices.attained[t] + values[after + ATTAINED];
    }
    return { value: values[INITIAL], values, policy };
  }

  /** What each action is worth under prices with the best to follow, at `t * actions + a`; −∞ where it cannot be. */
  actionValues(prices: GroupPrices, { values }: GroupSolution): Float64Array {
    const { process, plan, states, actions } = this;
    const worth = new Float64Array(plan.periods * actions);
    const net = new Float64Array(actions);
    for (let t = 0; t < plan.periods; t++) {
      this.netRewards(t, prices, net);
      for (let a = 0; a < actions; a++) {
        let q = net[a];
        for (let n = process.nextFrom[a]; n < process.nextFrom[a + 1]; n++) {
          q += process.probability[n] * values[(t + 1) * states + process.next[n]];
        }
        worth[t * actions + a] = q;
      }
    }
    return worth;
  }

  /** Reward less prices of every action in period t; −∞ where the capacities forbid it. */
  private netRewards(t: number, prices: GroupPrices, net: Float64Array): void {
    const { process, plan } = this;
    for (let a = 0; a < this.actions; a++) {
      if (!this.allowed[t * this.actions + a]) {
        net[a] = Number.NEGATIVE_INFINITY;
        continue;
      }
      let q = this.rewardAt(t, a);
      for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
        if (process.useOffset[u] === 0) {
          q -= process.useAmount[u] * prices.rows[process.useRow[u] * plan.periods + t];
        }
      }
      if (prices.action) q -= prices.action[t * this.actions + a];
      net[a] = q;
    }
  }

  /** Law of the states over time under a policy: `t * states + s` for the start of period t, t = 0 … periods. */
  occupancy(policy: Int32Array): Float64Array {
    const { process, states } = this;
    const T = this.plan.periods;
    const law = new Float64Array((T + 1) * states);
    law[INITIAL] = 1;
    for (let t = 0; t < T; t++) {
      for (let s = 0; s < states; s++) {
        const mass = law[t * states + s];
        if (mass === 0) continue;
        const a = policy[t * states + s];
        for (let n = process.nextFrom[a]; n < process.nextFrom[a + 1]; n++) {
          law[(t + 1) * states + process.next[n]] += mass * process.probability[n];
        }
      }
    }
    return law;
  }

  /**
   * Largest chance of being attained at the start of `period` from each (t, state), over all policies of the
   * group alone; at `t * states + s`. A supermartingale whatever is done.
   */
  attainable(period: number): Float64Array {
    const { process, states } = this;
    const best = new Float64Array((period + 1) * states);
    best[period * states + ATTAINED] = 1;
    for (let t = period - 1; t >= 0; t--) {
      for (let s = 0; s < states; s++) {
        let value = 0;
        for (let a = process.actionsFrom[s]; a < process.actionsFrom[s + 1]; a++) {
          if (!this.allowed[t * this.actions + a]) continue;
          let q = 0;
          for (let n = process.nextFrom[a]; n < process.nextFrom[a + 1]; n++) {
            q += process.probability[n] * best[(t + 1) * states + process.next[n]];
          }
          if (q > value) value = q;
        }
        best[t * states + s] = value;
      }
    }
    return best;
  }
}
