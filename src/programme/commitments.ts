import type { Commitment } from '../contract/folder/index.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { CourseModel } from '../portfolio/course-model.ts';
import {
  type Course,
  type CourseProblem,
  type Demand,
  type ProjectPlace,
  withBoundCourses,
} from '../portfolio/course-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import { planProblem, resourceByPeriod } from './plan-problem.ts';
import type { Programme } from './programme.ts';
import { withoutProjects } from './what-if.ts';

/** What the commitments of a programme ask, in the terms of the plan problem of all its projects, locked-out ones too. */
export interface CommitmentProblem {
  readonly problem: PlanProblem;
  /** Demand i is commitment i of the programme; sources are its funds, its resources, then windows of awards. */
  readonly course: CourseProblem;
  readonly resources: readonly string[];
}

export function commitmentProblem(programme: Programme): CommitmentProblem {
  const problem = planProblem(programme);
  const { spec } = problem;
  const resources = [...new Set(programme.resources.map(({ id }) => id))];
  const sources = [
    ...problem.money.map((amount) => ({ amount, price: 1 })),
    ...resources.map((id) => ({ amount: resourceByPeriod(programme, id, spec.periods), price: null })),
    ...spec.rows.flatMap(({ capacity }, r) =>
      problem.rows[r].kind === 'award' ? [{ amount: capacity, price: null }] : [],
    ),
  ];
  const firstResource = problem.money.length;
  const firstAward = problem.rows.findIndex(({ kind }) => kind === 'award');
  const rowSources = problem.rows.map((row, r) => {
    if (row.kind === 'money') return row.funds;
    if (row.kind === 'resource') return [firstResource + resources.indexOf(row.id)];
    return [firstResource + resources.length + r - firstAward];
  });
  const demands = programme.commitments.map((commitment) => demandOf(problem, commitment));
  return { problem, course: { spec, sources, rowSources, demands }, resources };
}

function demandOf({ spec, groups }: PlanProblem, commitment: Commitment): Demand {
  if ('deadline' in commitment) {
    const own = groups.flatMap(({ goal, route }, g) =>
      goal.id === commitment.deadline && route !== 'stock' ? [g] : [],
    );
    return { kind: 'deadline', groups: own, by: commitment.by - 1 };
  }
  if ('lockOut' in commitment) {
    const place = placeOf(spec, commitment.lockOut);
    return { kind: 'lock-out', places: place ? [place] : [] };
  }
  const { lockIn, mode, from = 1, by = spec.periods } = commitment;
  const place = placeOf(spec, lockIn);
  const variants = place ? spec.groups[place.group].projects[place.project].variants : [];
  return {
    kind: 'lock-in',
    place,
    variants: variants.flatMap(({ id }, v) => (mode === undefined || id === mode ? [v] : [])),
    from: from - 1,
    by: by - 1,
  };
}

function placeOf({ groups }: PlanProblem['spec'], id: string): ProjectPlace | null {
  for (let group = 0; group < groups.length; group++) {
    const project = groups[group].projects.findIndex((one) => one.id === id);
    if (project >= 0) return { group, project };
  }
  return null;
}

/** The courses that a plan is bound to by the commitments of its programme. Periods from 0. */
export type Binding =
  | { readonly kind: 'free' }
  | { readonly kind: 'bound'; readonly asked: CommitmentProblem; readonly courses: readonly Course[] }
  | { readonly kind: 'infeasible'; readonly asked: CommitmentProblem };

/** True if nothing but what is locked out is committed: no course is bound. */
export function isFree(programme: Programme): boolean {
  return programme.commitments.every((one) => 'lockOut' in one);
}

/** The earliest schedule of whole courses that meets all commitments, if there is one. */
export function bindingOf(programme: Programme, solver: LinearSolver): Binding {
  if (isFree(programme)) return { kind: 'free' };
  const asked = commitmentProblem(programme);
  const schedule = new CourseModel(asked.course).solve(solver);
  return schedule ? { kind: 'bound', asked, courses: schedule.courses } : { kind: 'infeasible', asked };
}

/** The programme without the projects that it locks out. */
export function withoutLockedOut(programme: Programme): Programme {
  return withoutProjects(
    programme,
    programme.commitments.flatMap((commitment) => ('lockOut' in commitment ? [commitment.lockOut] : [])),
  );
}

/** The plan problem of what is not locked out, with the courses of a binding bound in it. */
export function withBinding(problem: PlanProblem, binding: Binding): PlanProblem {
  if (binding.kind !== 'bound') return problem;
  const { course, problem: whole } = binding.asked;
  // Places of the whole problem in the one without locked-out projects: projects keep their ids and variants.
  const courses = binding.courses.map((one): Course => {
    const place = placeOf(problem.spec, whole.spec.groups[one.group].projects[one.project].id)!;
    return { ...one, ...place };
  });
  const demands = course.demands.map((demand, d): Demand => {
    const commitment = whole.programme.commitments[d];
    return demand.kind === 'lock-in' && 'lockIn' in commitment
      ? { ...demand, place: placeOf(problem.spec, commitment.lockIn) }
      : demand;
  });
  return { ...problem, spec: withBoundCourses({ ...course, spec: problem.spec, demands }, courses) };
}
