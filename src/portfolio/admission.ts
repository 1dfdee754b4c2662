import { ATTAINED } from './group-process.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';

/** Something a group would like to do: the first of its actions that fits. */
export interface Wish {
  readonly group: number;
  readonly actions: readonly number[];
  /** Larger is served earlier. */
  readonly rank: number;
}

/**
 * Grants wishes, best rank first, as far as capacities and requirements let it; among equals the group of the
 * smaller number. A later wish of a group replaces what an earlier one was granted.
 */
export function admit(model: JointModel, t: number, state: JointState, wishes: Wish[]): JointAction {
  const action = model.idle(t, state);
  if (wishes.length === 0) return action;
  const account = model.account();
  for (let g = 0; g < action.length; g++) model.commit(account, t, g, action[g], 1);
  wishes.sort((a, b) => b.rank - a.rank || a.group - b.group);
  for (const { group, actions } of wishes) {
    const before = action[group];
    model.commit(account, t, group, before, -1);
    for (const a of actions) {
      if (!model.fits(account, t, group, a) || !model.meetsRequirements(t, state, group, a)) continue;
      action[group] = a;
      break;
    }
    model.commit(account, t, group, action[group], 1);
  }
  return action;
}

/** True if the group has anything to decide. */
export function hasChoice(model: JointModel, g: number, s: number): boolean {
  const { actionsFrom } = model.groups[g].process;
  return s !== ATTAINED && actionsFrom[s + 1] - actionsFrom[s] > 1;
}
