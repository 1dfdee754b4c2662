import type { PlanSpec } from './spec.ts';

/**
 * What a plan is asked to be bound to, in the terms of the plan problem: does a schedule of whole courses meet every
 * demand? In a course every stage passes and takes its longest time; a stage begins no earlier than the one before it
 * ends, and may wait. Periods count from 0.
 */
export interface CourseProblem {
  readonly spec: PlanSpec;
  /** What the rows of the spec draw on: a fund, or a resource. Their own capacities are not read. */
  readonly sources: readonly Source[];
  /** Sources whose amounts together are the capacity of each row. */
  readonly rowSources: readonly (readonly number[])[];
  readonly demands: readonly Demand[];
}

export interface Source {
  /** Length `periods`. */
  readonly amount: readonly number[];
  /** Price of one more unit in one period; null where none is known. */
  readonly price: number | null;
}

/** A project by its places in the spec. */
export interface ProjectPlace {
  readonly group: number;
  readonly project: number;
}

export type Demand = LockIn | LockOut | Deadline;

/** The project starts in a period from `from` to `by`, in one of these variants. */
export interface LockIn {
  readonly kind: 'lock-in';
  /** Null: no project that could be chosen. */
  readonly place: ProjectPlace | null;
  readonly variants: readonly number[];
  readonly from: number;
  readonly by: number;
}

/** None of the projects starts. */
export interface LockOut {
  readonly kind: 'lock-out';
  readonly places: readonly ProjectPlace[];
}

/** One of the groups is attained by the end of period `by`. */
export interface Deadline {
  readonly kind: 'deadline';
  readonly groups: readonly number[];
  readonly by: number;
}

/** Something that a schedule must respect and that could be dropped. */
export type Member =
  | { readonly kind: 'demand'; readonly demand: number }
  /** The amount of a source in a period is limited. */
  | { readonly kind: 'source'; readonly source: number; readonly period: number }
  /** A stage of a project waits for a group. */
  | { readonly kind: 'precedence'; readonly precedence: Waiting };

export interface Waiting extends ProjectPlace {
  readonly stage: number;
  readonly requires: number;
}

export function memberKey(member: Member): string {
  if (member.kind === 'demand') return `demand ${member.demand}`;
  if (member.kind === 'source') return `source ${member.source} ${member.period}`;
  const { group, project, stage, requires } = member.precedence;
  return `precedence ${group} ${project} ${stage} ${requires}`;
}

/** A project on its whole course. */
export interface Course extends ProjectPlace {
  readonly variant: number;
  /** Period in which each stage begins; `periods` for one that lies past the horizon. */
  readonly starts: readonly number[];
}

/**
 * Projects that the demands can touch: those demanded, those of the groups that a deadline names, and of every group
 * that a stage of one of these waits for.
 */
export function placesConcerned({ spec, demands }: CourseProblem): ProjectPlace[] {
  const groups = new Set<number>();
  const places = new Map<string, ProjectPlace>();
  const queue: ProjectPlace[] = [];
  const addPlace = (place: ProjectPlace): void => {
    const key = `${place.group} ${place.project}`;
    if (places.has(key)) return;
    places.set(key, place);
    queue.push(place);
  };
  const addGroup = (group: number): void => {
    if (groups.has(group)) return;
    groups.add(group);
    spec.groups[group].projects.forEach((_, project) => {
      addPlace({ group, project });
    });
  };
  for (const demand of demands) {
    if (demand.kind === 'lock-in' && demand.place) addPlace(demand.place);
    if (demand.kind === 'deadline') demand.groups.forEach(addGroup);
  }
  for (let place = queue.shift(); place; place = queue.shift()) {
    for (const { stages } of spec.groups[place.group].projects[place.project].variants) {
      for (const { requires } of stages) requires.forEach(addGroup);
    }
  }
  return [...places.values()].sort((a, b) => a.group - b.group || a.project - b.project);
}

/** The spec with every project of a schedule bound to its course; locked-in ones not before their windows open. */
export function withBoundCourses({ spec, demands }: CourseProblem, courses: readonly Course[]): PlanSpec {
  const opening = ({ group, project }: ProjectPlace): number =>
    Math.max(
      0,
      ...demands.map((demand) =>
        demand.kind === 'lock-in' && demand.place?.group === group && demand.place.project === project
          ? demand.from
          : 0,
      ),
    );
  return {
    ...spec,
    groups: spec.groups.map((one, group) => ({
      ...one,
      projects: one.projects.map((each, project) => {
        const course = courses.find((c) => c.group === group && c.project === project);
        if (!course) return each;
        return { ...each, bound: { variant: course.variant, from: opening(course), starts: course.starts } };
      }),
    })),
  };
}
