import type { GroupState, ProjectStatus } from './group-state.ts';
import type { GroupSpec } from './spec.ts';

/**
 * Chance that the stage which project p runs passes, given that its approach works, if it ends in this period. What
 * teams on other approaches that are over have learnt takes its share off the chance to fail; every rival in the same
 * stage of the same approach takes its share off the chance to pass.
 */
export function chanceToPass(group: GroupSpec, running: GroupState, p: number): number {
  const status = running.projects[p];
  if (status.kind !== 'running') return 0;
  const { success } = group.projects[p].variants[status.variant].stages[status.stage];
  const { races } = group;
  if (!races) return success;
  const { approach } = group.projects[p];
  let fails = 1 - success;
  let effort = 1;
  running.projects.forEach((other, i) => {
    const at = group.projects[i].approach;
    if (at !== approach && isOver(other)) fails *= 1 - (races[at]?.reuse ?? 0);
    const rival = i !== p && at === approach && other.kind === 'running' && other.stage === status.stage;
    if (rival) effort *= 1 - (races[at]?.effortLoss ?? 0);
  });
  return (1 - fails) * effort;
}

function isOver({ kind }: ProjectStatus): boolean {
  return kind === 'over' || kind === 'disproved' || kind === 'proved-and-over';
}

/** True if no stage of an approach is run by more teams than its cuts allow. */
export function withinCuts(group: GroupSpec, running: GroupState): boolean {
  return (group.races ?? []).every((race, approach) =>
    (race?.cuts ?? []).every((most, stage) => {
      const teams = running.projects.filter(
        (status, i) =>
          group.projects[i].approach === approach && status.kind === 'running' && status.stage === stage,
      );
      return teams.length <= most;
    }),
  );
}
