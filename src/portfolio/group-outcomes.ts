import {
  ATTAINED_STATE,
  belief,
  type GroupState,
  type ProjectStatus,
  provingStage,
  type Start,
} from './group-state.ts';
import { chanceToPass } from './rivals.ts';
import type { GroupSpec, StageSpec } from './spec.ts';

/** The state right after the starts of a period, before it passes. */
export function advance(state: GroupState, starts: readonly Start[]): GroupState {
  if (starts.length === 0) return state;
  const projects = [...state.projects];
  for (const { project, variant, stage } of starts) {
    projects[project] = { kind: 'running', variant, stage, elapsed: 0 };
  }
  return { attained: false, projects };
}

interface Outcome {
  readonly state: GroupState;
  readonly probability: number;
}

/** What one project may become by the end of the period, given that its approach works or not. */
interface ProjectOutcome {
  readonly status: ProjectStatus | 'attained';
  readonly ifWorks: number;
  readonly ifNot: number;
}

/**
 * The law of the state at the end of a period. Teams on one approach are dependent through whether it works:
 * the law is mixed over that hidden fact with the belief held at the start of the period; different approaches
 * are independent.
 */
export function outcomes(group: GroupSpec, running: GroupState): Outcome[] {
  const byProject = running.projects.map((status, p) => projectOutcomes(group, running, p, status));
  let partial: { projects: (ProjectStatus | 'attained')[]; probability: number }[] = [
    { projects: [...running.projects], probability: 1 },
  ];
  group.approaches.forEach((_, approach) => {
    const members = group.projects.flatMap((project, p) => (project.approach === approach ? [p] : []));
    const joint = jointOutcomes(byProject, members, belief(group, approach, running));
    partial = partial.flatMap((before) =>
      joint.map((outcome) => {
        const projects = [...before.projects];
        members.forEach((p, i) => {
          projects[p] = outcome.statuses[i];
        });
        return { projects, probability: before.probability * outcome.probability };
      }),
    );
  });
  return partial.map(({ projects, probability }) => ({
    state: projects.includes('attained')
      ? ATTAINED_STATE
      : { attained: false, projects: projects as ProjectStatus[] },
    probability,
  }));
}

function jointOutcomes(
  byProject: readonly ProjectOutcome[][],
  members: readonly number[],
  works: number,
): { statuses: (ProjectStatus | 'attained')[]; probability: number }[] {
  let law: { statuses: (ProjectStatus | 'attained')[]; ifWorks: number; ifNot: number }[] = [
    { statuses: [], ifWorks: works, ifNot: 1 - works },
  ];
  for (const p of members) {
    law = law.flatMap((before) =>
      byProject[p].map((outcome) => ({
        statuses: [...before.statuses, outcome.status],
        ifWorks: before.ifWorks * outcome.ifWorks,
        ifNot: before.ifNot * outcome.ifNot,
      })),
    );
  }
  return law
    .map(({ statuses, ifWorks, ifNot }) => ({ statuses, probability: ifWorks + ifNot }))
    .filter(({ probability }) => probability > 0);
}

/** Chance that a stage ends in this period, when it has run for `elapsed` periods and not ended. */
function chanceToEnd({ durationLaw, memoryless }: StageSpec, elapsed: number): number {
  if (memoryless) return durationLaw[0];
  const left = durationLaw.slice(elapsed).reduce((sum, x) => sum + x, 0);
  return elapsed === durationLaw.length - 1 ? 1 : durationLaw[elapsed] / left;
}

/** Chance that the stage which project p runs passes in this period, as believed at its start. */
export function chanceOfPassing(group: GroupSpec, running: GroupState, p: number): number {
  const status = running.projects[p];
  if (status.kind !== 'running') return 0;
  const { variant, stage, elapsed } = status;
  const works =
    stage === provingStage(group, p, variant) ? belief(group, group.projects[p].approach, running) : 1;
  return (
    works *
    chanceToEnd(group.projects[p].variants[variant].stages[stage], elapsed) *
    chanceToPass(group, running, p)
  );
}

function projectOutcomes(
  group: GroupSpec,
  running: GroupState,
  p: number,
  status: ProjectStatus,
): ProjectOutcome[] {
  if (status.kind !== 'running') return [{ status, ifWorks: 1, ifNot: 1 }];
  const { variant, stage, elapsed } = status;
  const { stages } = group.projects[p].variants[variant];
  const ends = chanceToEnd(stages[stage], elapsed);
  const success = chanceToPass(group, running, p);
  const proving = provingStage(group, p, variant);
  const passIfNot = stage === proving ? 0 : success;
  const passed: ProjectStatus | 'attained' =
    stage === stages.length - 1 ? 'attained' : { kind: 'waiting', variant, stage: stage + 1 };
  const result: ProjectOutcome[] = [];
  const add = (to: ProjectStatus | 'attained', ifWorks: number, ifNot: number): void => {
    if (ifWorks > 0 || ifNot > 0) result.push({ status: to, ifWorks, ifNot });
  };
  const longer = stages[stage].memoryless ? elapsed : elapsed + 1;
  add({ ...status, elapsed: longer }, 1 - ends, 1 - ends);
  add(passed, ends * success, ends * passIfNot);
  add(failed(group, running, p, stage - proving, success), ends * (1 - success), ends * (1 - passIfNot));
  return result;
}

/** What a failure says of the approach, dropped where nobody could still learn from it. */
function failed(
  group: GroupSpec,
  running: GroupState,
  p: number,
  pastProving: number,
  chance: number,
): ProjectStatus {
  const { approach } = group.projects[p];
  const others = group.projects.some(
    (project, i) =>
      i !== p &&
      project.approach === approach &&
      ['idle', 'waiting', 'running'].includes(running.projects[i].kind),
  );
  if (!others || group.approaches[approach] >= 1 || pastProving < 0) return { kind: 'over' };
  return pastProving === 0 ? { kind: 'disproved', chance } : { kind: 'proved-and-over' };
}
