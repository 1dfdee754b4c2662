import type { GroupProcess } from './process-tables.ts';
import type { GroupSpec, PlanSpec } from './spec.ts';
import { periodsOfUse } from './stage-use.ts';

/** What an action leaves reserved: the stages of one bound course that it has not begun. */
export interface Bond {
  /** Latest period of the next stage; from then on nothing is reserved. */
  readonly due: number;
  /** The next stage could have begun. */
  readonly ready: boolean;
  /** Groups that must be attained before the next stage. */
  readonly requires: readonly number[];
  /** Use of the stages not begun, at `row * periods + t`. */
  readonly at: readonly number[];
  readonly amount: readonly number[];
}

/** The bonds of every action of a group; null where it has no bound course. */
export function bondsOf(plan: PlanSpec, group: GroupSpec, process: GroupProcess): Bond[][] | null {
  if (!group.projects.some(({ bound }) => bound)) return null;
  const known = new Map<string, Bond>();
  return process.pending.map((stages) =>
    stages.map(({ project, stage, ready }) => {
      const key = `${project} ${stage} ${ready}`;
      const bond = known.get(key) ?? bondOf(plan, group, project, stage, ready);
      known.set(key, bond);
      return bond;
    }),
  );
}

function bondOf(plan: PlanSpec, group: GroupSpec, project: number, next: number, ready: boolean): Bond {
  const { variants, bound } = group.projects[project];
  const { variant, starts } = bound!;
  const use = new Map<number, number>();
  const { stages } = variants[variant];
  for (let s = next; s < stages.length; s++) {
    for (const asked of stages[s].use) {
      for (const k of periodsOfUse(stages[s], asked)) {
        if (starts[s] + k >= plan.periods) continue;
        const at = asked.row * plan.periods + starts[s] + k;
        use.set(at, (use.get(at) ?? 0) + asked.amount);
      }
    }
  }
  const { requires } = stages[next];
  return { due: starts[next], ready, requires, at: [...use.keys()], amount: [...use.values()] };
}

/** True if the starts of an action in period t are in the variant, and not before the time, of their bound courses. */
export function keepsCourse(group: GroupSpec, process: GroupProcess, t: number, a: number): boolean {
  return process.starts[a].every(({ project, variant }) => {
    const { bound } = group.projects[project];
    return !bound || (bound.variant === variant && bound.from <= t);
  });
}

/** True if the bond leaves a stage out that must begin in period t, were all that it requires attained. */
export function isDue({ due, ready }: Bond, t: number): boolean {
  return ready && due === t;
}
