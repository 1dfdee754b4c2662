import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';
import type { PriceCeiling } from './price-ceiling.ts';

/** A start that a group would like, over starting nothing. */
interface Gain {
  readonly group: number;
  readonly action: number;
  readonly gain: number;
}

/**
 * Takes the feasible joint action that is worth most when every group pays the prices of the scarce rows and goes
 * on alone: a small knapsack, solved by branch and bound. A start that is worth no more than waiting is never made.
 */
export class PricePolicy implements Policy {
  readonly name = 'at prices';

  constructor(
    private readonly model: JointModel,
    private readonly ceiling: PriceCeiling,
  ) {}

  decide(t: number, state: JointState): JointAction {
    const { model } = this;
    const action = model.idle(t, state);
    const account = model.account();
    for (let g = 0; g < action.length; g++) model.commit(account, t, g, action[g], 1);
    const options = this.gains(t, state, action);
    /** Most that the groups from the i-th on can add. */
    const left = new Float64Array(options.length + 1);
    for (let i = options.length - 1; i >= 0; i--) left[i] = left[i + 1] + options[i][0].gain;
    const best = action.slice();
    let most = 0;
    const descend = (i: number, sum: number): void => {
      if (sum > most) {
        most = sum;
        best.set(action);
      }
      if (i === options.length || sum + left[i] <= most) return;
      for (const { group, action: a, gain } of options[i]) {
        const idle = action[group];
        model.commit(account, t, group, idle, -1);
        if (model.fits(account, t, group, a)) {
          model.commit(account, t, group, a, 1);
          action[group] = a;
          descend(i + 1, sum + gain);
          action[group] = idle;
          model.commit(account, t, group, a, -1);
        }
        model.commit(account, t, group, idle, 1);
      }
      descend(i + 1, sum);
    };
    descend(0, 0);
    return best;
  }

  /** By group, its starts that are worth more than waiting, best first; the most worthwhile group first. */
  private gains(t: number, state: JointState, idle: JointAction): Gain[][] {
    const { model, ceiling } = this;
    const options: Gain[][] = [];
    for (let g = 0; g < state.length; g++) {
      const { actionsFrom } = model.groups[g].process;
      const waiting = ceiling.of(t, g, idle[g]);
      const own: Gain[] = [];
      for (let a = idle[g] + 1; a < actionsFrom[state[g] + 1]; a++) {
        const gain = ceiling.of(t, g, a) - waiting;
        if (gain > 0) own.push({ group: g, action: a, gain });
      }
      if (own.length > 0) options.push(own.sort((x, y) => y.gain - x.gain));
    }
    return options.sort((x, y) => y[0].gain - x[0].gain);
  }
}
