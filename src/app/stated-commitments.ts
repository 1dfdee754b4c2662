import type { Commitment } from '../contract/folder/index.ts';
import type { CommitmentStated, PlanRepair } from '../contract/infeasible.ts';
import type { Plan } from '../contract/plan.ts';
import type { Course } from '../portfolio/course-problem.ts';
import { commitmentId } from '../programme/commitment-id.ts';
import type { Binding, CommitmentProblem } from '../programme/commitments.ts';
import type { Programme } from '../programme/programme.ts';

/** A commitment as it is told. */
export function stated(programme: Programme, commitment: Commitment): CommitmentStated {
  const { reason } = commitment;
  const id = { commitment: commitmentId(commitment), reason };
  if ('deadline' in commitment) {
    const goal = programme.goals.find((one) => one.id === commitment.deadline)!;
    return {
      ...id,
      kind: 'deadline',
      subject: goal.id,
      name: goal.name,
      nameZh: goal.name_zh ?? null,
      teamName: null,
      mode: null,
      fromPeriod: null,
      byPeriod: commitment.by,
    };
  }
  const project =
    'lockIn' in commitment ? commitment.lockIn : 'lead' in commitment ? commitment.lead : commitment.lockOut;
  const [optionId, teamId] = project.split('/');
  const option = programme.goals.flatMap(({ options }) => options).find((one) => one.id === optionId)!;
  const { from = null, by = null } = 'lockIn' in commitment ? commitment : {};
  return {
    ...id,
    kind: 'lockIn' in commitment ? 'lock-in' : 'lead' in commitment ? 'lead' : 'lock-out',
    subject: project,
    name: option.name,
    nameZh: option.name_zh ?? null,
    teamName: programme.actors.find((actor) => actor.id === teamId)?.name ?? teamId,
    mode: ('mode' in commitment ? commitment.mode : undefined) ?? null,
    fromPeriod: from,
    byPeriod: by,
  };
}

/** Whole courses as they are told, in order of their start. */
export function scheduleOf(
  { problem }: CommitmentProblem,
  courses: readonly Course[],
): PlanRepair['schedule'] {
  const T = problem.spec.periods;
  return [...courses]
    .sort((a, b) => a.starts[0] - b.starts[0])
    .map(({ group, project, variant, starts }) => {
      const { id, variants } = problem.spec.groups[group].projects[project];
      const { option } = problem.groups[group].projects[project];
      const { stages } = variants[variant];
      const end = starts[starts.length - 1] + stages[stages.length - 1].durationLaw.length;
      return {
        project: id,
        name: option.name,
        nameZh: option.name_zh ?? null,
        mode: variants[variant].id,
        startPeriod: starts[0] + 1,
        endPeriod: end <= T ? end : null,
      };
    });
}

/** What a plan is bound to, with the latest start and end of the course that meets each commitment. */
export function planCommitments(
  programme: Programme,
  binding: Binding,
  costOf: (project: string) => number | null,
): Plan['commitments'] {
  return programme.commitments.map((commitment, d) => {
    const schedule = binding.kind === 'bound' ? scheduleOf(binding.asked, coursesFor(binding, d)) : [];
    const first = schedule.sort((a, b) => (a.endPeriod ?? 1e9) - (b.endPeriod ?? 1e9))[0];
    return {
      ...stated(programme, commitment),
      latestStartPeriod: 'lockIn' in commitment ? (first?.startPeriod ?? null) : null,
      latestEndPeriod: first?.endPeriod ?? null,
      date: ('lead' in commitment ? commitment.date : undefined) ?? null,
      decidedBy: ('lead' in commitment ? commitment.decidedBy : undefined) ?? null,
      cost: 'lead' in commitment ? costOf(commitment.lead) : null,
    };
  });
}

/** Courses by which a schedule meets a demand. */
function coursesFor({ asked, courses }: Extract<Binding, { kind: 'bound' }>, d: number): readonly Course[] {
  const demand = asked.course.demands[d];
  if (demand.kind === 'lock-out') return [];
  if (demand.kind === 'deadline') return courses.filter(({ group }) => demand.groups.includes(group));
  return courses.filter(
    ({ group, project }) => group === demand.place?.group && project === demand.place.project,
  );
}
