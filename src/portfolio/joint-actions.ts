import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { PriceCeiling } from './price-ceiling.ts';

/**
 * The feasible joint actions of one state of a period, most promising first where there is a ceiling. One object
 * serves all states of its period, one after another.
 */
export class JointActions {
  count = 0;
  private readonly groupCount: number;
  /** Action of group g in the i-th joint action, at `i * groupCount + g`. */
  private choices = new Int32Array(0);
  private rewards = new Float64Array(16);
  private ceilings = new Float64Array(16);
  private order: number[] = [];
  private readonly account: Float64Array;
  private readonly chosen: JointAction;
  /** Groups that have a choice in the present state, from the front. */
  private readonly free: Int32Array;

  constructor(
    private readonly model: JointModel,
    private readonly t: number,
    private readonly ceiling: PriceCeiling | null,
  ) {
    this.groupCount = model.groups.length;
    this.choices = new Int32Array(16 * this.groupCount);
    this.account = model.account();
    this.chosen = new Int32Array(this.groupCount);
    this.free = new Int32Array(this.groupCount);
  }

  /** Lists the actions of a state. */
  list(state: JointState): void {
    const { model, t, ceiling, account, chosen } = this;
    this.count = 0;
    account.fill(0);
    let free = 0;
    let reward = 0;
    let bound = ceiling ? ceiling.base(t) : Number.POSITIVE_INFINITY;
    for (let g = 0; g < this.groupCount; g++) {
      const { actionsFrom } = model.groups[g].process;
      const idle = actionsFrom[state[g]];
      if (actionsFrom[state[g] + 1] - idle > 1) {
        this.free[free++] = g;
        continue;
      }
      chosen[g] = idle;
      model.commit(account, t, g, idle, 1);
      reward += model.groups[g].rewardAt(t, idle);
      if (ceiling) bound += ceiling.of(t, g, idle);
    }
    this.descend(state, 0, free, reward, bound);
    this.sort();
  }

  /** Most that the i-th action can bring; ∞ without a ceiling. */
  ceilingOf(i: number): number {
    return this.ceilings[this.order[i]];
  }

  /** Discounted reward of the i-th action in its period. */
  rewardOf(i: number): number {
    return this.rewards[this.order[i]];
  }

  /** What group g does in the i-th action. */
  of(i: number, g: number): number {
    return this.choices[this.order[i] * this.groupCount + g];
  }

  action(i: number): JointAction {
    const from = this.order[i] * this.groupCount;
    return this.choices.slice(from, from + this.groupCount);
  }

  private descend(state: JointState, f: number, free: number, reward: number, bound: number): void {
    if (f === free) {
      this.add(reward, bound);
      return;
    }
    const { model, t, ceiling, account } = this;
    const g = this.free[f];
    const { actionsFrom } = model.groups[g].process;
    for (let a = actionsFrom[state[g]]; a < actionsFrom[state[g] + 1]; a++) {
      if (!model.fits(account, t, g, a) || !model.meetsRequirements(t, state, g, a)) continue;
      model.commit(account, t, g, a, 1);
      this.chosen[g] = a;
      this.descend(
        state,
        f + 1,
        free,
        reward + model.groups[g].rewardAt(t, a),
        ceiling ? bound + ceiling.of(t, g, a) : bound,
      );
      model.commit(account, t, g, a, -1);
    }
  }

  private add(reward: number, bound: number): void {
    const i = this.count++;
    if (i === this.rewards.length) {
      this.rewards = enlarged(this.rewards);
      this.ceilings = enlarged(this.ceilings);
      const choices = new Int32Array(2 * this.choices.length);
      choices.set(this.choices);
      this.choices = choices;
    }
    this.rewards[i] = reward;
    this.ceilings[i] = bound;
    this.choices.set(this.chosen, i * this.groupCount);
  }

  private sort(): void {
    const { ceilings, order } = this;
    order.length = this.count;
    for (let i = 0; i < order.length; i++) order[i] = i;
    if (this.ceiling) order.sort((i, j) => ceilings[j] - ceilings[i] || i - j);
  }
}

function enlarged(old: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * old.length);
  larger.set(old);
  return larger;
}
