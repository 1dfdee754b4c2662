import type { GroupSpec } from './spec.ts';

/** Where one project stands at the start of a period. */
export type ProjectStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly variant: number; readonly stage: number }
  | { readonly kind: 'running'; readonly variant: number; readonly stage: number; readonly elapsed: number }
  /** Over, and its end says nothing of the approach. */
  | { readonly kind: 'over' }
  /** Failed where its approach was to be proven, with this chance to pass had it worked: a sign against the approach. */
  | { readonly kind: 'disproved'; readonly chance: number }
  /** Failed after its proving stage: the approach itself works. */
  | { readonly kind: 'proved-and-over' };

/** A stage begun: which project of the group, in which variant, which stage (all by index). */
export interface Start {
  readonly project: number;
  readonly variant: number;
  readonly stage: number;
}

/** Where a group stands: attained, or where each project stands. */
export interface GroupState {
  readonly attained: boolean;
  readonly projects: readonly ProjectStatus[];
}

export const ATTAINED_STATE: GroupState = { attained: true, projects: [] };

/** The proving stage of a variant: the one that says so, else its last. */
export function provingStage(group: GroupSpec, project: number, variant: number): number {
  const { stages } = group.projects[project].variants[variant];
  const flagged = stages.findIndex((stage) => stage.proves);
  return flagged >= 0 ? flagged : stages.length - 1;
}

/** Chance that an approach works, given where its teams stand (Bayes). */
export function belief(group: GroupSpec, approach: number, state: GroupState): number {
  const q = group.approaches[approach];
  let unseen = 1;
  for (let p = 0; p < group.projects.length; p++) {
    if (group.projects[p].approach !== approach) continue;
    const status = state.projects[p];
    if (status.kind === 'proved-and-over') return 1;
    if (status.kind === 'waiting' || status.kind === 'running') {
      if (status.stage > provingStage(group, p, status.variant)) return 1;
    } else if (status.kind === 'disproved') {
      unseen *= 1 - status.chance;
    }
  }
  const against = q * unseen;
  return against === 0 ? 0 : against / (against + 1 - q);
}

/** Numbers the states of a group as they are met: 0 the beginning, 1 attained. */
export class GroupStates {
  private readonly ids = new Map<string, number>();
  private readonly states: GroupState[] = [];

  constructor(group: GroupSpec) {
    this.idOf({ attained: false, projects: group.projects.map(() => ({ kind: 'idle' }) as const) });
    this.idOf(ATTAINED_STATE);
  }

  get count(): number {
    return this.states.length;
  }

  state(id: number): GroupState {
    return this.states[id];
  }

  idOf(state: GroupState): number {
    const key = state.attained ? 'attained' : state.projects.map(statusKey).join('|');
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.states.length;
      this.ids.set(key, id);
      this.states.push(state);
    }
    return id;
  }
}

function statusKey(status: ProjectStatus): string {
  switch (status.kind) {
    case 'waiting':
      return `w${status.variant}.${status.stage}`;
    case 'running':
      return `r${status.variant}.${status.stage}.${status.elapsed}`;
    case 'disproved':
      return `d${status.chance}`;
    default:
      return status.kind;
  }
}
