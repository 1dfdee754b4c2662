import type { Plan } from '../contract/plan.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import type { Programme } from '../programme/programme.ts';
import type { EvidenceCase } from '../programme/team-chances.ts';
import { projectStarts } from './plan-starts.ts';
import { type PlanOptions, solveCase, WORK_OF_CASES } from './solve-case.ts';

/** What the plan made at one case of the evidence says to the conclusions of the plan. */
export interface CaseFacts {
  readonly evidence: Exclude<EvidenceCase, 'central'>;
  readonly value: number;
  readonly beatsBaselines: boolean;
  /** Projects that start on most courses. */
  readonly started: readonly string[];
}

/** Plans with every success chance at its low, and at its high, figure; what a stop left out is missing. */
export function evidenceCases(programme: Programme, solver: LinearSolver, options: PlanOptions): CaseFacts[] {
  return (['low', 'high'] as const).flatMap((evidence) =>
    options.stop?.() ? [] : [caseFacts(programme, evidence, solver, options)],
  );
}

function caseFacts(
  programme: Programme,
  evidence: CaseFacts['evidence'],
  solver: LinearSolver,
  options: PlanOptions,
): CaseFacts {
  const { problem, solution, nothing } = solveCase(programme, evidence, solver, options, WORK_OF_CASES);
  const { value } = solution.performance;
  return {
    evidence,
    value: value - nothing.value,
    beatsBaselines: solution.baselines.every(({ performance }) => performance.value < value),
    started: projectStarts(problem, solution.performance)
      .filter(({ chance }) => chance >= 0.5)
      .map(({ group, project }) => problem.spec.groups[group].projects[project].id),
  };
}

/** Do the conclusions of the plan hold at low and at high evidence? Empty where a case is missing. */
export function survivals(plan: Plan, cases: readonly CaseFacts[]): Plan['survives'] {
  const low = cases.find(({ evidence }) => evidence === 'low');
  const high = cases.find(({ evidence }) => evidence === 'high');
  if (!low || !high) return [];
  const holds = (conclusion: string, test: (facts: CaseFacts) => boolean): Plan['survives'][number] => ({
    conclusion,
    low: test(low),
    high: test(high),
  });
  const first = plan.funded.filter(
    ({ startPeriod, chanceOfStart }) => startPeriod === 1 && chanceOfStart > 0.9,
  );
  return [
    holds('The plan is worth more than attempting nothing.', ({ value }) => value > 0),
    holds('The plan beats both baselines.', ({ beatsBaselines }) => beatsBaselines),
    ...first.map(({ name, teamName, project }) =>
      holds(`${name} by ${teamName} is started.`, ({ started }) => started.includes(project)),
    ),
  ];
}
