import type { LinearSolver } from '../kernel/linear-program.ts';
import { CourseModel } from './course-model.ts';
import { type CourseProblem, type Member, memberKey, placesConcerned } from './course-problem.ts';

/**
 * Everything that a schedule must respect, demands first: the conflict filter tries to spare what stands in front, so that
 * it names few demands, and its problems soon are small.
 */
export function membersOf(problem: CourseProblem): Member[] {
  const { spec, sources, rowSources, demands } = problem;
  const used = new Set<number>();
  const waiting = new Map<string, Member>();
  for (const { group, project } of placesConcerned(problem)) {
    for (const { stages } of spec.groups[group].projects[project].variants) {
      stages.forEach(({ use, requires }, stage) => {
        for (const { row } of use) for (const source of rowSources[row]) used.add(source);
        for (const required of requires) {
          const member: Member = {
            kind: 'precedence',
            precedence: { group, project, stage, requires: required },
          };
          waiting.set(memberKey(member), member);
        }
      });
    }
  }
  return [
    ...demands.map((_, demand): Member => ({ kind: 'demand', demand })),
    ...waiting.values(),
    ...[...used]
      .sort((a, b) => a - b)
      .flatMap((source) =>
        sources[source].amount.map((_, period): Member => ({ kind: 'source', source, period })),
      ),
  ];
}

/** True if a schedule meets these members alone, all others dropped. */
export function isFeasible(
  problem: CourseProblem,
  all: readonly Member[],
  kept: readonly Member[],
  solver: LinearSolver,
): boolean {
  const keys = new Set(kept.map(memberKey));
  const dropped = new Set(all.map(memberKey).filter((key) => !keys.has(key)));
  return new CourseModel(problem, 'none', dropped).solve(solver) !== null;
}

/**
 * A minimal conflict of a problem that has no schedule: its members cannot be met together, but all except any one of
 * them can. Found by a deletion filter over ever smaller blocks; as fewer members are never harder to meet, one that
 * could not be spared once never can.
 */
export function minimalConflict(problem: CourseProblem, solver: LinearSolver): Member[] {
  const all = membersOf(problem);
  let kept = all;
  for (let size = Math.ceil(all.length / 2); ; size = Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (isFeasible(problem, all, without, solver)) from += size;
      else kept = without;
    }
    if (size <= 1) return kept;
  }
}

/** True if the members cannot be met together, and can without any one of them. */
export function isMinimalConflict(
  problem: CourseProblem,
  conflict: readonly Member[],
  solver: LinearSolver,
): boolean {
  const all = membersOf(problem);
  return (
    !isFeasible(problem, all, conflict, solver) &&
    conflict.every((member) =>
      isFeasible(
        problem,
        all,
        conflict.filter((other) => other !== member),
        solver,
      ),
    )
  );
}
