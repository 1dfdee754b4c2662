import { isDue } from './bonds.ts';
import type { ChainValue } from './chain-value.ts';
import { GroupModel } from './group-dp.ts';
import { ATTAINED, compileGroup, INITIAL } from './group-process.ts';
import type { GroupProcess } from './process-tables.ts';
import { CAPACITY_TOLERANCE, type PlanSpec } from './spec.ts';

/** State of every group by its number; one entry per group. */
export type JointState = Int32Array;
/** Action of every group by its number in the group's process. */
export type JointAction = Int32Array;

/** All groups together: what couples them are the capacities, precedence and the value of the chain. */
export class JointModel {
  readonly groups: readonly GroupModel[];
  readonly periods: number;
  private readonly rowCount: number;
  /** Capacity with its tolerance, at `row * periods + t`. */
  private readonly capacity: Float64Array;
  private readonly attainedScratch: Uint8Array;

  constructor(
    readonly plan: PlanSpec,
    readonly chain: ChainValue,
    parts: readonly (GroupProcess | GroupModel)[] = plan.groups.map((group) => compileGroup(plan, group)),
  ) {
    this.groups = parts.map((part, g) =>
      part instanceof GroupModel ? part : new GroupModel(plan, part, plan.groups[g] ?? null),
    );
    this.periods = plan.periods;
    this.rowCount = plan.rows.length;
    this.capacity = Float64Array.from(plan.rows.flatMap((row) => row.capacity.slice(0, plan.periods)));
    this.capacity.forEach((c, i) => {
      this.capacity[i] = c * (1 + CAPACITY_TOLERANCE) + CAPACITY_TOLERANCE;
    });
    this.attainedScratch = new Uint8Array(this.groups.length);
  }

  initial(): JointState {
    return new Int32Array(this.groups.length).fill(INITIAL);
  }

  /** The action of each group that starts nothing but what is due of its bound courses. */
  idle(t: number, state: JointState): JointAction {
    const action = new Int32Array(state.length);
    for (let g = 0; g < action.length; g++) action[g] = this.least(t, state, g);
    return action;
  }

  private least(t: number, state: JointState, g: number): number {
    const group = this.groups[g];
    const { actionsFrom } = group.process;
    const from = actionsFrom[state[g]];
    if (!group.bonds) return from;
    for (let a = from; a < actionsFrom[state[g] + 1]; a++) {
      if (group.allowed[t * group.actions + a] && this.meetsRequirements(t, state, g, a)) return a;
    }
    return from;
  }

  attained(state: JointState, out: Uint8Array = this.attainedScratch): Uint8Array {
    for (let g = 0; g < state.length; g++) out[g] = state[g] === ATTAINED ? 1 : 0;
    return out;
  }

  /** Value of the chain in period t for what is attained at its start, discounted, over attempting nothing. */
  chainValue(t: number, state: JointState): number {
    return this.chain.value(t, this.attained(state));
  }

  /** Discounted reward of a joint action, the chain's value not included. */
  reward(t: number, action: JointAction): number {
    let sum = 0;
    for (let g = 0; g < action.length; g++) sum += this.groups[g].rewardAt(t, action[g]);
    return sum;
  }

  /** True if what an action of group g requires is attained, and it begins what is due once that is attained. */
  meetsRequirements(t: number, state: JointState, g: number, a: number): boolean {
    const { process, bonds } = this.groups[g];
    for (const h of process.requires[a]) if (state[h] !== ATTAINED) return false;
    return !bonds?.[a].some((bond) => isDue(bond, t) && bond.requires.every((h) => state[h] === ATTAINED));
  }

  /** A fresh account of committed use in period t and later. */
  account(): Float64Array {
    return new Float64Array(this.rowCount * this.periods);
  }

  /** Adds (sign 1) or takes back (sign −1) the committed use of an action from period t on. */
  commit(account: Float64Array, t: number, g: number, a: number, sign: 1 | -1): void {
    const { useFrom, useRow, useOffset, useAmount } = this.groups[g].process;
    for (let u = useFrom[a]; u < useFrom[a + 1]; u++) {
      const period = t + useOffset[u];
      if (period < this.periods) account[useRow[u] * this.periods + period] += sign * useAmount[u];
    }
    const { bonds } = this.groups[g];
    if (!bonds) return;
    for (const { due, at, amount } of bonds[a]) {
      if (t < due) for (let i = 0; i < at.length; i++) account[at[i]] += sign * amount[i];
    }
  }

  /** Adds `share` times what is ahead of the group after the action, were every stage to pass. */
  foresee(account: Float64Array, t: number, g: number, a: number, share: number): void {
    const { outlook, outlooks } = this.groups[g].process;
    const { row, offset, amount } = outlooks[outlook[a]];
    for (let i = 0; i < row.length; i++) {
      const period = t + offset[i];
      if (period < this.periods) account[row[i] * this.periods + period] += share * amount[i];
    }
  }

  /** True if the account, which holds what is ahead of the group after the action, is within the capacities there. */
  foreseenFits(account: Float64Array, t: number, g: number, a: number): boolean {
    const { outlook, outlooks } = this.groups[g].process;
    const { row, offset } = outlooks[outlook[a]];
    return row.every((r, i) => {
      const period = t + offset[i];
      const at = r * this.periods + period;
      return period >= this.periods || account[at] <= this.capacity[at];
    });
  }

  /** True if the action still fits beside what the account holds, and its group's bonds allow it. */
  fits(account: Float64Array, t: number, g: number, a: number): boolean {
    const { bonds } = this.groups[g];
    return bonds ? this.fitsBound(account, t, g, a) : this.fitsFree(account, t, g, a);
  }

  /** As {@link fits}, where what the action leaves reserved counts beside what it uses. */
  private fitsBound(account: Float64Array, t: number, g: number, a: number): boolean {
    const group = this.groups[g];
    if (!group.allowed[t * group.actions + a]) return false;
    const trial = account.slice();
    this.commit(trial, t, g, a, 1);
    for (let at = 0; at < trial.length; at++) {
      if (trial[at] > account[at] && trial[at] > this.capacity[at]) return false;
    }
    return true;
  }

  private fitsFree(account: Float64Array, t: number, g: number, a: number): boolean {
    const { useFrom, useRow, useOffset, useAmount } = this.groups[g].process;
    for (let u = useFrom[a]; u < useFrom[a + 1]; u++) {
      const period = t + useOffset[u];
      if (period >= this.periods) continue;
      const at = useRow[u] * this.periods + period;
      if (account[at] + useAmount[u] > this.capacity[at]) return false;
    }
    return true;
  }

  /**
   * Visits every feasible joint action; `action` is reused between visits. Stops early when `visit` returns
   * false, and then returns false.
   */
  forEachAction(t: number, state: JointState, visit: (action: JointAction) => boolean): boolean {
    const action = this.idle(t, state);
    const account = this.account();
    const descend = (g: number): boolean => {
      if (g === this.groups.length) return visit(action);
      const { actionsFrom } = this.groups[g].process;
      const from = actionsFrom[state[g]];
      for (let a = from; a < actionsFrom[state[g] + 1]; a++) {
        if (!this.fits(account, t, g, a) || !this.meetsRequirements(t, state, g, a)) continue;
        this.commit(account, t, g, a, 1);
        action[g] = a;
        const goOn = descend(g + 1);
        this.commit(account, t, g, a, -1);
        if (!goOn) return false;
      }
      action[g] = from;
      return true;
    };
    return descend(0);
  }

  /** Visits every state that may follow a joint action, with its chance; `next` is reused between visits. */
  forEachNext(action: JointAction, visit: (next: JointState, probability: number) => void): void {
    const next = new Int32Array(action.length);
    const descend = (g: number, probability: number): void => {
      if (g === action.length) {
        visit(next, probability);
        return;
      }
      const { nextFrom, next: to, probability: chance } = this.groups[g].process;
      for (let n = nextFrom[action[g]]; n < nextFrom[action[g] + 1]; n++) {
        next[g] = to[n];
        descend(g + 1, probability * chance[n]);
      }
    };
    descend(0, 1);
  }
}
