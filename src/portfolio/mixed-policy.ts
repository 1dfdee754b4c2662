import type { JointKey } from './joint-key.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';

/**
 * The best mixture of some rules: in every state it does what one of them would do, chosen by exact dynamic
 * programming over the states that the rules together can reach. Of all policies that switch from rule to rule as
 * things go, none is better; it is never worse than any one of the rules.
 */
export class MixedPolicy implements Policy {
  readonly name = 'best mixture of rules';
  private readonly known: Map<number, { readonly value: number; readonly action: JointAction }>[];
  private asked = 0;

  constructor(
    private readonly model: JointModel,
    private readonly key: JointKey,
    private readonly rules: readonly Policy[],
    /** Decisions that the rules may be asked for in all. */
    private readonly decisionsMax: number,
  ) {
    this.known = Array.from({ length: model.periods }, () => new Map());
  }

  /** True once the rules were asked for more decisions than allowed: values are then no longer right. */
  get exhausted(): boolean {
    return this.asked > this.decisionsMax;
  }

  decide(t: number, state: JointState): JointAction {
    return this.best(t, state).action;
  }

  /** What the best rule does in a state, and the expected value to go from there. */
  private best(t: number, state: JointState): { readonly value: number; readonly action: JointAction } {
    const packed = this.key.pack(state);
    const before = this.known[t].get(packed);
    if (before) return before;
    let best: JointAction | null = null;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const action of this.actions(t, state.slice())) {
      const value = this.model.reward(t, action) + this.after(t, action);
      if (best === null || value > bestValue + 1e-12 * Math.abs(bestValue)) {
        bestValue = value;
        best = action;
      }
    }
    const found = { value: bestValue + this.model.chainValue(t, state), action: best! };
    this.known[t].set(packed, found);
    return found;
  }

  private after(t: number, action: JointAction): number {
    if (t + 1 === this.model.periods || this.exhausted) return 0;
    let sum = 0;
    this.model.forEachNext(action, (next, probability) => {
      sum += probability * this.best(t + 1, next).value;
    });
    return sum;
  }

  /** What the rules do in a state, each action once. */
  private actions(t: number, state: JointState): JointAction[] {
    this.asked += this.rules.length;
    const found = new Map<string, JointAction>();
    for (const rule of this.rules) {
      const action = rule.decide(t, state);
      found.set(action.join(' '), action);
    }
    return [...found.values()];
  }
}
