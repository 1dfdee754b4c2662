import type { FundedProject, UnfundedProject } from '../contract/plan.ts';
import type { ProjectPlace } from '../portfolio/course-problem.ts';
import type { JointModel } from '../portfolio/joint-model.ts';
import { projectId } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { PlanVariant } from '../programme/variants.ts';
import type { LikelyCourse } from './plan-course.ts';
import { type ExpectedPayments, projectKey } from './plan-payments.ts';
import type { ProjectStarts } from './plan-starts.ts';
import { bestStart, type GroupsPriced, worthOfStarts } from './plan-worth.ts';

/** A project counts as funded when it starts on at least this share of the courses the programme may take. */
export const FUNDED_CHANCE = 0.1;

export function fundedProjects(
  problem: PlanProblem,
  model: JointModel,
  priced: GroupsPriced,
  course: LikelyCourse,
  payments: ExpectedPayments,
  replacementsOf: (projects: readonly ProjectPlace[]) => readonly FundedProject['replacement'][],
): FundedProject[] {
  const chosen = [...course.projects].sort(
    (a, b) => a.period - b.period || b.chance - a.chance || a.group - b.group,
  );
  const replacements = replacementsOf(chosen);
  return chosen.map((start, i) => ({
    ...funded(problem, model, priced, course, start, payments),
    replacement: replacements[i],
  }));
}

function funded(
  problem: PlanProblem,
  model: JointModel,
  priced: GroupsPriced,
  course: LikelyCourse,
  start: ProjectStarts,
  payments: ExpectedPayments,
): Omit<FundedProject, 'replacement'> {
  const { goal, projects } = problem.groups[start.group];
  const project = projects[start.project];
  const variant = project.variants[start.variant];
  const worths = project.variants.map(
    (_, variant) =>
      worthOfStarts(model, priced, start.group, [{ project: start.project, variant }], start.period)?.value ??
      Number.NEGATIVE_INFINITY,
  );
  const [runnerUp] = project.variants
    .map((_, v) => v)
    .filter((v) => isOtherMode(project.variants[v], variant) && Number.isFinite(worths[v]))
    .sort((a, b) => worths[b] - worths[a]);
  const byFund = payments.byProject.get(projectKey(start)) ?? [];
  const chosen = worths[start.variant];
  return {
    project: projectId(project),
    goal: goal.id,
    link: goal.link,
    name: project.option.name,
    nameZh: project.option.name_zh ?? null,
    kind: project.option.kind,
    field: problem.chain.links.get(goal.link)?.field ?? 'other',
    team: project.actor.id,
    teamName: project.actor.name,
    startPeriod: start.period + 1,
    chanceOfStart: Math.min(1, start.chance),
    chanceOfSuccess: chanceOfSuccess(problem, start),
    leadMode: variant.mode.mode,
    runnerUpMode: runnerUp === undefined ? null : project.variants[runnerUp].mode.mode,
    runnerUpLoss: runnerUp === undefined ? null : Math.max(0, chosen - worths[runnerUp]),
    instrument: variant.mode.instrument,
    timeFactor: variant.pace.time,
    funds: problem.programme.funds.flatMap(({ id }, f) => (byFund[f] > 0 ? [{ id, amount: byFund[f] }] : [])),
    expectedCost: byFund.reduce((sum, x) => sum + x, 0),
    stages: likelyStages(problem, course, start),
    netWorth: Number.isFinite(chosen) ? chosen : 0,
    reason: reasonFunded(problem, start),
  };
}

/** A variant led otherwise, as against the same lead at another pace or paid by other funds. */
function isOtherMode(other: PlanVariant, { mode }: PlanVariant): boolean {
  return other.instrument !== null && other.mode !== mode;
}

/** Chance that the project, once started, passes all its stages, not knowing yet whether its approach works. */
function chanceOfSuccess(problem: PlanProblem, { group, project, variant }: ProjectStarts): number {
  const spec = problem.spec.groups[group];
  const { approach, variants } = spec.projects[project];
  return variants[variant].stages.reduce(
    (chance, stage) => chance * stage.success,
    spec.approaches[approach],
  );
}

/** Stages on the most likely course of the plan; periods from 1, cut at the horizon. */
function likelyStages(
  problem: PlanProblem,
  course: LikelyCourse,
  start: ProjectStarts,
): FundedProject['stages'] {
  const { option } = problem.groups[start.group].projects[start.project];
  const own = course.projects.find(
    ({ group, project }) => group === start.group && project === start.project,
  );
  return (own?.stages ?? []).map(({ stage, from, to }) => ({
    name: option.stages[stage].name,
    fromPeriod: from + 1,
    toPeriod: to + 1,
  }));
}

function reasonFunded(problem: PlanProblem, start: ProjectStarts): string {
  const { goal, projects, route } = problem.groups[start.group];
  const link = problem.chain.links.get(goal.link)?.name ?? goal.link;
  const project = projects[start.project];
  const serves = route === 'stock' ? `bridges ${link} while others work on it` : `serves ${link}`;
  const rivals = projects.length - 1;
  const beside =
    rivals > 0 ? `, beside ${rivals} other ${rivals === 1 ? 'project' : 'projects'} on the goal` : '';
  const sure =
    start.chance > 0.995
      ? 'starts on every course'
      : `starts on ${Math.round(start.chance * 100)} % of courses`;
  const { publicShare } = project.variants[start.variant];
  return `It ${serves}${beside}; ${sure}; public money pays ${Math.round(publicShare * 100)} %.`;
}

export function unfundedProjects(
  problem: PlanProblem,
  model: JointModel,
  priced: GroupsPriced,
  starts: readonly ProjectStarts[],
  rowNames: readonly string[],
): UnfundedProject[] {
  const left = starts
    .filter(({ chance }) => chance < FUNDED_CHANCE)
    .map((start): UnfundedProject => {
      const { goal, projects } = problem.groups[start.group];
      const project = projects[start.project];
      const { netWorth, reason } = whyNot(problem, model, priced, start, rowNames);
      return { ...named(goal.id, project), netWorth, reason };
    });
  const excluded = problem.excluded.map(
    ({ goal, option, team, reason }): UnfundedProject => ({
      ...named(goal.id, { option, team, actor: { id: team.actor } }),
      netWorth: null,
      reason: `It cannot be chosen: ${reason}.`,
    }),
  );
  return [...left, ...excluded];
}

function named(
  goal: string,
  {
    option,
    team,
    actor,
  }: {
    option: { id: string; name: string; name_zh?: string };
    team: { actor: string };
    actor: { id: string };
  },
): Omit<UnfundedProject, 'netWorth' | 'reason'> {
  return {
    project: `${option.id}/${team.actor}`,
    goal,
    name: option.name,
    nameZh: option.name_zh ?? null,
    team: actor.id,
  };
}

function whyNot(
  problem: PlanProblem,
  model: JointModel,
  priced: GroupsPriced,
  start: ProjectStarts,
  rowNames: readonly string[],
): { netWorth: number | null; reason: string } {
  const T = problem.spec.periods;
  const worth = priced.groupPrices[start.group].attained.reduce((sum, x) => sum + x, 0);
  const { currency } = problem.programme.muster;
  const money = (x: number): string => `${Math.abs(x / 1e6).toPrecision(3)} million ${currency}`;
  const project = problem.groups[start.group].projects[start.project];
  const best = project.variants
    .map(({ instrument }, v) => (instrument ? bestStart(model, priced, start.group, start.project, v) : null))
    .reduce((a, b) => (b && (!a || b.value > a.value) ? b : a), null);
  if (start.leftAlone >= FUNDED_CHANCE) {
    return { netWorth: best?.value ?? null, reason: reasonLeftAlone(project.variants) };
  }
  if (!best)
    return { netWorth: null, reason: 'It needs more in a period than there is of something scarce.' };
  const row = best.dearest ? rowNames[best.dearest.row] : null;
  if (worth <= 0) {
    return {
      netWorth: best.value,
      reason:
        'The rest of its chain stays broken, or works without it: one more unit of its chance is worth nothing.',
    };
  }
  if (best.value <= 0) {
    const rent = row ? `; what weighs most on it is ${row}, taken by others that are worth more` : '';
    return {
      netWorth: best.value,
      reason: `At the prices of the plan it costs ${money(best.value)} more than it is worth${rent}.`,
    };
  }
  const rivals = rivalsOf(problem, model, priced, start);
  if (rivals && rivals.value > best.value) {
    return {
      netWorth: best.value,
      reason: `${rivals.name} on the same goal is worth ${money(rivals.value - best.value)} more; a second team adds less than it costs.`,
    };
  }
  const rest =
    start.chance > 0.005 ? ` It does start on ${Math.round(start.chance * 100)} % of courses.` : '';
  return {
    netWorth: best.value,
    reason: `It would be worth its money, but ${row ?? 'money and people'} ${row ? 'is' : 'are'} spent on what is worth more; it would start in period ${Math.min(T, best.period + 1)}.${rest}`,
  };
}

function reasonLeftAlone(variants: readonly PlanVariant[]): string {
  const chance = variants.find(({ instrument }) => instrument === null)?.goesAhead ?? 0;
  return `It is left to its performer, who goes ahead without public money with a chance of ${Math.round(chance * 100)} %: what public money would add is worth less than it costs.`;
}

/** The best other project of the same group, at the prices of the plan. */
function rivalsOf(
  problem: PlanProblem,
  model: JointModel,
  priced: GroupsPriced,
  start: ProjectStarts,
): { name: string; value: number } | null {
  let best: { name: string; value: number } | null = null;
  problem.groups[start.group].projects.forEach((other, p) => {
    if (p === start.project) return;
    other.variants.forEach(({ instrument }, v) => {
      if (!instrument) return;
      const worth = bestStart(model, priced, start.group, p, v);
      if (worth && (!best || worth.value > best.value)) {
        best = { name: `${other.option.name} by ${other.actor.name}`, value: worth.value };
      }
    });
  });
  return best;
}
