import { ATTAINED } from './group-process.ts';
import type { JointModel } from './joint-model.ts';

/**
 * For each group, the state that stands for each of its states: states from which nothing can follow any more are
 * one, and "attained" is one of them where neither the chain nor a requirement looks at the group.
 */
export function spentStates(model: JointModel): Int32Array[] {
  const looked = lookedAt(model);
  return model.groups.map(({ process, states }, g) => {
    const standsFor = Int32Array.from({ length: states }, (_, s) => s);
    let first = looked[g] ? -1 : ATTAINED;
    for (let s = 0; s < states; s++) {
      if (s === ATTAINED || !isSpent(process, s)) continue;
      if (first < 0) first = s;
      standsFor[s] = first;
    }
    return standsFor;
  });
}

function isSpent(process: JointModel['groups'][number]['process'], s: number): boolean {
  const a = process.actionsFrom[s];
  return (
    process.actionsFrom[s + 1] - a === 1 &&
    process.nextFrom[a + 1] - process.nextFrom[a] === 1 &&
    process.next[process.nextFrom[a]] === s &&
    process.reward[a] === 0 &&
    process.timedReward[a] === null &&
    process.useFrom[a + 1] === process.useFrom[a]
  );
}

/** Whether anything outside the group depends on its being attained. */
function lookedAt(model: JointModel): boolean[] {
  const looked = model.groups.map(() => false);
  for (let t = 0; t < model.periods; t++) for (const g of model.chain.groupsOf(t)) looked[g] = true;
  for (const { process } of model.groups)
    for (const list of process.requires) for (const g of list) looked[g] = true;
  return looked;
}
