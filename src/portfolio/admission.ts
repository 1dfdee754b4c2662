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
 *
 * With `foresight`, a project is begun only where there is room for all that it and what runs already would use if every
 * stage passed at its longest, that share of it counted (1: all): what is begun can then go on without waiting.
 */
export function admit(
  model: JointModel,
  t: number,
  state: JointState,
  wishes: Wish[],
  foresight = 0,
): JointAction {
  const action = model.idle(t, state);
  if (wishes.length === 0) return action;
  const now = model.account();
  const ahead = foresight > 0 ? model.account() : null;
  const book = (g: number, sign: 1 | -1): void => {
    model.commit(now, t, g, action[g], sign);
    if (!ahead) return;
    model.commit(ahead, t, g, action[g], sign);
    model.foresee(ahead, t, g, action[g], sign * foresight);
  };
  for (let g = 0; g < action.length; g++) book(g, 1);
  wishes.sort((a, b) => b.rank - a.rank || a.group - b.group);
  for (const { group, actions } of wishes) {
    book(group, -1);
    for (const a of actions) {
      if (!model.fits(now, t, group, a) || !model.meetsRequirements(t, state, group, a)) continue;
      if (ahead && beginsProject(model, group, a) && !fitsAhead(model, ahead, t, group, a, foresight))
        continue;
      action[group] = a;
      break;
    }
    book(group, 1);
  }
  return action;
}

function beginsProject(model: JointModel, g: number, a: number): boolean {
  return model.groups[g].process.starts[a].some(({ stage }) => stage === 0);
}

/** True if the action and what would follow it fit beside what the account holds. */
function fitsAhead(
  model: JointModel,
  account: Float64Array,
  t: number,
  g: number,
  a: number,
  foresight: number,
): boolean {
  model.foresee(account, t, g, a, foresight);
  let room = model.fits(account, t, g, a);
  if (room) {
    model.commit(account, t, g, a, 1);
    room = model.foreseenFits(account, t, g, a);
    model.commit(account, t, g, a, -1);
  }
  model.foresee(account, t, g, a, -foresight);
  return room;
}

/** True if the group has anything to decide. */
export function hasChoice(model: JointModel, g: number, s: number): boolean {
  const { actionsFrom } = model.groups[g].process;
  return s !== ATTAINED && actionsFrom[s + 1] - actionsFrom[s] > 1;
}
