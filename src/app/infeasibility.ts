import type { ConflictMember, InfeasibleReport, PlanRepair } from '../contract/infeasible.ts';
import { assertNever } from '../kernel/errors.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { isMinimalConflict, minimalConflict } from '../portfolio/conflict.ts';
import { CourseModel } from '../portfolio/course-model.ts';
import type { Course, Member } from '../portfolio/course-problem.ts';
import { type Repair, repaired, repairs } from '../portfolio/course-repair.ts';
import { bindingOf, type CommitmentProblem } from '../programme/commitments.ts';
import type { Programme } from '../programme/programme.ts';
import { scheduleOf, stated } from './stated-commitments.ts';

/** Why the commitments of a programme cannot all be met, and the cheapest repairs; null where they can. */
export function infeasibility(programme: Programme, solver: LinearSolver): InfeasibleReport | null {
  const binding = bindingOf(programme, solver);
  if (binding.kind !== 'infeasible') return null;
  const { asked } = binding;
  const conflict = minimalConflict(asked.course, solver);
  if (!isMinimalConflict(asked.course, conflict, solver)) assertNever('a conflict is not minimal');
  const found = repairs(asked.course, solver).map((repair) => ({
    repair,
    schedule: new CourseModel(repaired(asked.course, repair)).solve(solver),
  }));
  const { name, currency, priceYear, periods } = programme.muster;
  return {
    schema: 'muster/infeasible@1',
    programme: name,
    currency,
    priceYear,
    periods: periods.count,
    commitments: programme.commitments.map((one) => stated(programme, one)),
    conflict: conflict.map((member) => memberOf(asked, member)),
    repairs: found.map(({ repair, schedule }, i) =>
      repairOf(asked, repair, i === 0, schedule?.courses ?? assertNever('a repair does not mend')),
    ),
  };
}

function memberOf(asked: CommitmentProblem, member: Member): ConflictMember {
  if (member.kind === 'demand') return committedMember(asked, member.demand);
  if (member.kind === 'source') {
    const { source, period } = member;
    const amount = asked.course.sources[source].amount[period];
    return { ...sourceOf(asked, source), period: period + 1, amount };
  }
  const { group, project, stage, requires } = member.precedence;
  const { groups, spec } = asked.problem;
  const { option } = groups[group].projects[project];
  const { goal } = groups[requires];
  return {
    kind: 'precedence',
    project: spec.groups[group].projects[project].id,
    name: option.name,
    nameZh: option.name_zh ?? null,
    stage: option.stages[stage].name,
    goal: goal.id,
    goalName: goal.name,
    goalNameZh: goal.name_zh ?? null,
  };
}

function committedMember({ problem, course }: CommitmentProblem, d: number): ConflictMember {
  const { programme, spec, excluded } = problem;
  const { kind, ...rest } = stated(programme, programme.commitments[d]);
  const demand = course.demands[d];
  const lengths =
    demand.kind === 'lock-in' && demand.place
      ? demand.variants.map((v) =>
          spec.groups[demand.place!.group].projects[demand.place!.project].variants[v].stages.reduce(
            (sum, { durationLaw }) => sum + durationLaw.length,
            0,
          ),
        )
      : [];
  const left = excluded.find(({ option, team }) => `${option.id}/${team.actor}` === rest.subject);
  const noLead =
    demand.kind === 'lock-in' && lengths.length === 0 ? 'no fund may pay for it under this lead' : null;
  return {
    ...rest,
    kind: 'commitment',
    of: kind,
    longestPeriods: lengths.length > 0 ? Math.min(...lengths) : null,
    cannotBeChosen: left?.reason ?? noLead,
  };
}

type SourceNamed =
  | { readonly kind: 'money'; readonly id: string; readonly name: string; readonly nameZh: string | null }
  | {
      readonly kind: 'resource';
      readonly id: string;
      readonly name: string;
      readonly nameZh: string | null;
      readonly unit: string;
    };

function sourceOf({ problem: { programme }, resources }: CommitmentProblem, source: number): SourceNamed {
  const fund = programme.funds[source];
  if (fund) return { kind: 'money', id: fund.id, name: fund.name, nameZh: fund.name_zh ?? null };
  const id = resources[source - programme.funds.length];
  const row = programme.resources.find((one) => one.id === id);
  if (!row) return AWARD_WINDOW;
  const { name, name_zh, unit } = row;
  return { kind: 'resource', id: row.id, name, nameZh: name_zh ?? null, unit };
}

/** The time in which funds with a day of cancellation take on projects, as something scarce. */
const AWARD_WINDOW = {
  kind: 'resource',
  id: 'award-window',
  name: 'Leave to begin while a fund takes on projects',
  nameZh: '基金立项窗口内的启动名额',
  unit: 'projects',
} as const;

function repairOf(
  asked: CommitmentProblem,
  repair: Repair,
  preferred: boolean,
  courses: readonly Course[],
): PlanRepair {
  const { programme } = asked.problem;
  const schedule = scheduleOf(asked, courses);
  const none = { preferred, money: 0, extra: [], moves: [], givenUp: [], schedule };
  if (repair.kind === 'give-up') {
    const givenUp = repair.demands.map((d) => stated(programme, programme.commitments[d]));
    return { ...none, kind: 'give-up', givenUp };
  }
  const moves = repair.kind === 'more' ? [] : movesOf(asked, repair.shift);
  if (repair.kind === 'later') return { ...none, kind: 'later', moves };
  const extra = repair.extra.flatMap((byPeriod, source) =>
    byPeriod.flatMap((amount, t) => {
      const unit = programme.muster.currency;
      return amount > 0 ? [{ unit, ...sourceOf(asked, source), period: t + 1, amount }] : [];
    }),
  );
  return { ...none, kind: repair.kind, money: repair.cost, moves, extra };
}

function movesOf(
  { problem: { programme } }: CommitmentProblem,
  shift: readonly number[],
): PlanRepair['moves'] {
  return shift.flatMap((periods, d) => {
    if (periods === 0) return [];
    const { commitment, name, nameZh, fromPeriod, byPeriod } = stated(programme, programme.commitments[d]);
    const from = fromPeriod === null || periods > 0 ? fromPeriod : fromPeriod + periods;
    const by = byPeriod === null || periods < 0 ? byPeriod : byPeriod + periods;
    return [{ commitment, name, nameZh, periods, fromPeriod: from, byPeriod: by }];
  });
}
