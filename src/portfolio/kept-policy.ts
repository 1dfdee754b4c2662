import type { GroupModel, GroupPrices } from './group-dp.ts';
import { ATTAINED, INITIAL } from './group-process.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';
import type { GroupProcess } from './process-tables.ts';

/** True if two processes have the same states, starts and followers by number: only chances, costs and use may differ. */
export function sameCourse(a: GroupProcess, b: GroupProcess): boolean {
  const same = (x: Int32Array, y: Int32Array): boolean =>
    x.length === y.length && x.every((n, i) => n === y[i]);
  return (
    a.states === b.states &&
    same(a.actionsFrom, b.actionsFrom) &&
    same(a.nextFrom, b.nextFrom) &&
    same(a.next, b.next)
  );
}

/** A policy found in another model of the same course, kept as it is; what has no room here is not started. */
export class KeptPolicy implements Policy {
  readonly name: string;

  constructor(
    private readonly model: JointModel,
    private readonly policy: Policy,
  ) {
    this.name = `${policy.name}, kept`;
  }

  decide(t: number, state: JointState): JointAction {
    const { model } = this;
    const wanted = this.policy.decide(t, state);
    const action = model.idle(t, state);
    const account = model.account();
    for (let g = 0; g < action.length; g++) model.commit(account, t, g, action[g], 1);
    for (let g = 0; g < action.length; g++) {
      if (wanted[g] === action[g]) continue;
      model.commit(account, t, g, action[g], -1);
      if (model.fits(account, t, g, wanted[g]) && model.meetsRequirements(t, state, g, wanted[g])) {
        action[g] = wanted[g];
      }
      model.commit(account, t, g, action[g], 1);
    }
    return action;
  }
}

/** Value of a group's policy under prices, from the beginning; what its capacities do not allow here is not started. */
export function valueOfKept(group: GroupModel, policy: Int32Array, prices: GroupPrices): number {
  const { process, states, plan } = group;
  const T = plan.periods;
  const { rows, attained, action: extra } = prices;
  let after = new Float64Array(states);
  for (let t = T - 1; t >= 0; t--) {
    const now = new Float64Array(states);
    for (let s = 0; s < states; s++) {
      const wanted = policy[t * states + s];
      const a = group.allowed[t * group.actions + wanted] ? wanted : group.least(t, s);
      let value = group.rewardAt(t, a) - (extra ? extra[t * group.actions + a] : 0);
      for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
        if (process.useOffset[u] === 0) value -= process.useAmount[u] * rows[process.useRow[u] * T + t];
      }
      for (let n = process.nextFrom[a]; n < process.nextFrom[a + 1]; n++) {
        value += process.probability[n] * after[process.next[n]];
      }
      now[s] = value;
    }
    now[ATTAINED] = attained[t] + after[ATTAINED];
    after = now;
  }
  return after[INITIAL];
}
