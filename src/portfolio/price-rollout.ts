import { Random } from '../kernel/random.ts';
import { JointActions } from './joint-actions.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import { Path } from './path.ts';
import type { Policy } from './policy.ts';
import type { PriceCeiling } from './price-ceiling.ts';

export interface PriceRolloutLimits {
  /** Actions looked at in a state: those with the highest ceilings. */
  readonly candidates: number;
  /** Courses followed for each of them, with the same luck. */
  readonly courses: number;
  readonly seed: number;
}

/**
 * One step of rollout: of the most promising actions, the one whose courses under the base policy fall least short
 * of its ceiling. Along a course, ceiling less value is the sum of what each action of the base policy gives away
 * against the ceiling of its state, plus terms of mean zero that are left out: hence few courses suffice.
 */
export class PriceRollout implements Policy {
  readonly name = 'rollout at prices';
  private readonly actions: JointActions[];
  private readonly known: Map<string, JointAction>[];

  constructor(
    private readonly model: JointModel,
    private readonly base: Policy,
    private readonly ceiling: PriceCeiling,
    private readonly limits: PriceRolloutLimits,
  ) {
    this.actions = Array.from({ length: model.periods }, (_, t) => new JointActions(model, t, ceiling));
    this.known = this.actions.map(() => new Map());
  }

  decide(t: number, state: JointState): JointAction {
    const key = state.join(' ');
    let action = this.known[t].get(key);
    if (!action) {
      action = this.choose(t, state);
      this.known[t].set(key, action);
    }
    return action.slice();
  }

  private choose(t: number, state: JointState): JointAction {
    const actions = this.actions[t];
    actions.list(state);
    const count = Math.min(actions.count, this.limits.candidates);
    const tried = Array.from({ length: count }, (_, i) => ({
      action: actions.action(i),
      ceiling: actions.ceilingOf(i),
    }));
    let best = tried[0].action;
    let most = Number.NEGATIVE_INFINITY;
    for (const { action, ceiling } of tried) {
      if (ceiling <= most) break;
      const value = count === 1 ? ceiling : ceiling - this.shortfall(t, action, state);
      if (value > most) {
        most = value;
        best = action;
      }
    }
    return best;
  }

  /** Mean over the courses of what the base policy gives away after an action of period t. */
  private shortfall(t: number, action: JointAction, from: JointState): number {
    const { model, limits } = this;
    const random = new Random(limits.seed);
    let sum = 0;
    for (let i = 0; i < limits.courses; i++) {
      const path = new Path(model, random.fork(i));
      const state = from.slice();
      path.step(action, state);
      for (let u = t + 1; u < model.periods; u++) {
        const next = this.base.decide(u, state);
        sum += this.givenAway(u, state, next);
        path.step(next, state);
      }
    }
    return sum / limits.courses;
  }

  /** Ceiling of the state less what the action earns and the ceilings that may follow it, in the mean. */
  private givenAway(t: number, state: JointState, action: JointAction): number {
    const { ceiling } = this;
    let unused = ceiling.base(t) - ceiling.base(t + 1);
    for (let g = 0; g < state.length; g++) {
      unused += ceiling.ofState(t, g, state[g]) - ceiling.of(t, g, action[g]) - ceiling.rent(t, g, action[g]);
    }
    return unused;
  }
}
