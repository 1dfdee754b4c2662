import { MusterError } from '../kernel/errors.ts';
import { advance, chanceOfPassing, outcomes } from './group-outcomes.ts';
import { belief, type GroupState, GroupStates, type Start } from './group-state.ts';
import { Outlooks } from './outlook.ts';
import { type ActionRow, type GroupProcess, type PendingStage, ProcessTables } from './process-tables.ts';
import { withinCuts } from './rivals.ts';
import type { GroupSpec, PlanSpec, StageSpec } from './spec.ts';
import { periodsOfUse } from './stage-use.ts';

export const INITIAL = 0;
export const ATTAINED = 1;

/** Largest number of states of one group; beyond it the programme must be split into smaller goals. */
export const GROUP_STATES_MAX = 400_000;

/** Compiles a group into its tables. Throws GROUP_TOO_LARGE beyond {@link GROUP_STATES_MAX} states. */
export function compileGroup(plan: PlanSpec, group: GroupSpec): GroupProcess {
  const space = new GroupStates(group);
  const outlooks = new Outlooks(plan, group);
  const tables = new ProcessTables();
  for (let s = 0; s < space.count; s++) {
    tables.openState();
    if (s === ATTAINED) tables.addIdle(ATTAINED);
    else
      for (const starts of startSets(group, space.state(s)))
        addAction(plan, group, space, outlooks, tables, s, starts);
    if (space.count > GROUP_STATES_MAX) {
      throw new MusterError('GROUP_TOO_LARGE', `goal ${group.id} has more than ${GROUP_STATES_MAX} states`, {
        exitCode: 4,
        hint: 'give it fewer teams, lead modes or stages, or split the goal',
      });
    }
  }
  return tables.finish(group.id, space.count, outlooks.list);
}

/** Every set of stages that could begin in a state, nothing first. */
function startSets(group: GroupSpec, state: GroupState): Start[][] {
  let sets: Start[][] = [[]];
  group.projects.forEach((project, p) => {
    const status = state.projects[p];
    const choices: Start[] =
      status.kind === 'idle'
        ? project.variants.map((_, variant) => ({ project: p, variant, stage: 0 }))
        : status.kind === 'waiting'
          ? [{ project: p, variant: status.variant, stage: status.stage }]
          : [];
    sets = sets.concat(...choices.map((choice) => sets.map((set) => [...set, choice])));
  });
  return sets;
}

function addAction(
  plan: PlanSpec,
  group: GroupSpec,
  space: GroupStates,
  outlooks: Outlooks,
  tables: ProcessTables,
  s: number,
  starts: Start[],
): void {
  const running = advance(space.state(s), starts);
  if (starts.length > 0 && !withinCuts(group, running)) return;
  const next = new Map<number, number>();
  for (const { state, probability } of outcomes(group, running)) {
    const id = space.idOf(state);
    next.set(id, (next.get(id) ?? 0) + probability);
  }
  const requires = starts.flatMap(
    ({ project, variant, stage }) => group.projects[project].variants[variant].stages[stage].requires,
  );
  tables.addAction({
    starts,
    ...rewards(plan, group, running),
    use: committedUse(plan, group, running),
    requires: [...new Set(requires)].sort((x, y) => x - y),
    pending: pendingStages(group, running),
    outlook: outlooks.idOf(running),
    next: [...next].map(([state, probability]) => ({ state, probability })),
  });
}

const NONE: readonly PendingStage[] = [];

/** The next stage not begun of every bound course whose approach may still work. */
function pendingStages(group: GroupSpec, running: GroupState): readonly PendingStage[] {
  if (!group.projects.some(({ bound }) => bound)) return NONE;
  return group.projects.flatMap(({ bound, approach, variants }, project): PendingStage[] => {
    if (!bound || belief(group, approach, running) === 0) return [];
    const status = running.projects[project];
    if (status.kind === 'idle') return [{ project, stage: 0, ready: true }];
    // Nobody who keeps to the course is ever in another variant.
    if (!('variant' in status) || status.variant !== bound.variant) return [];
    if (status.kind === 'waiting') return [{ project, stage: status.stage, ready: true }];
    if (status.kind !== 'running' || status.stage + 1 === variants[status.variant].stages.length) return [];
    return [{ project, stage: status.stage + 1, ready: false }];
  });
}

/** The stage that a project is in during a period, if it runs. */
function runningStage(group: GroupSpec, running: GroupState, p: number): StageSpec | null {
  const status = running.projects[p];
  return status.kind === 'running' ? group.projects[p].variants[status.variant].stages[status.stage] : null;
}

function rewards(plan: PlanSpec, group: GroupSpec, running: GroupState): Pick<ActionRow, 'reward' | 'timed'> {
  let reward = 0;
  let timed: Float64Array | null = null;
  const add = (extra: readonly number[], chance: number): void => {
    timed ??= new Float64Array(plan.periods);
    for (let t = 0; t < plan.periods; t++) timed[t] += chance * extra[t];
  };
  running.projects.forEach((status, p) => {
    const { variants } = group.projects[p];
    let extra: readonly number[] | undefined;
    if (status.kind === 'running') {
      const stage = variants[status.variant].stages[status.stage];
      reward -= stage.costPerPeriod;
      if (status.elapsed === 0) extra = stage.startReward;
      if (stage.passReward) add(stage.passReward, chanceOfPassing(group, running, p));
    } else if (status.kind === 'idle') extra = variants[0].stages[0].waitReward;
    else if (status.kind === 'waiting') extra = variants[status.variant].stages[status.stage].waitReward;
    if (extra) add(extra, 1);
  });
  return { reward, timed };
}

function committedUse(plan: PlanSpec, group: GroupSpec, running: GroupState): ActionRow['use'] {
  const use = new Map<number, number>();
  running.projects.forEach((status, p) => {
    const stage = runningStage(group, running, p);
    if (!stage || status.kind !== 'running') return;
    for (const asked of stage.use) {
      for (const k of periodsOfUse(stage, asked)) {
        const offset = k - status.elapsed;
        if (offset < 0 || offset >= plan.periods) continue;
        const key = asked.row * plan.periods + offset;
        use.set(key, (use.get(key) ?? 0) + asked.amount);
      }
    }
  });
  return [...use].map(([key, amount]) => ({
    row: Math.floor(key / plan.periods),
    offset: key % plan.periods,
    amount,
  }));
}
