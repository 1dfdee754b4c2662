import type { Plan } from '../contract/plan.ts';
import type { VerificationOnPath } from '../contract/verification.ts';
import { centralOf } from '../evidence/figure.ts';
import { projectId } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { LikelyCourse, ProjectOnCourse, StageOnCourse } from './plan-course.ts';

/** Slots told to be bought. */
const BUY_LISTED = 8;

/** Which verifications the product level of most value waits for, and which slots would be worth buying. */
export function planVerification(
  problem: PlanProblem,
  course: LikelyCourse,
  products: Plan['products'],
  resources: Plan['resources'],
): NonNullable<Plan['verification']> {
  const top = mostLifted(problem, products);
  const last = top === null ? null : decidingGroup(problem, course, top);
  const product =
    top === null
      ? null
      : {
          id: products[top].id,
          name: products[top].name,
          nameZh: products[top].nameZh,
          level: products[top].level,
          openPeriod: last === null ? null : openPeriod(problem, course, last),
        };
  const slots = slotsOf(problem, resources);
  return {
    product,
    criticalPath: last === null ? [] : criticalPath(problem, course, last),
    slots,
    buy: slots
      .filter(({ worthOfOneMore }) => worthOfOneMore > 0)
      .sort((a, b) => b.worthOfOneMore - a.worthOfOneMore)
      .slice(0, BUY_LISTED)
      .map(({ worthOfOneMore, used, available, ...slot }) => ({ ...slot, worth: worthOfOneMore })),
  };
}

/** The product level by whose lift at the end of the horizon most value is gained; null where none is lifted. */
function mostLifted({ programme }: PlanProblem, products: Plan['products']): number | null {
  const gains = programme.muster.products.flatMap(({ needWeight, valuePerYear, ladder }) =>
    ladder.map(({ share }, i) => {
      const step = share - (ladder[i - 1]?.share ?? 0);
      return centralOf(needWeight) * centralOf(valuePerYear) * step;
    }),
  );
  const lifted = products.map(
    ({ availableByPeriod, withoutPlanByPeriod }, i) =>
      gains[i] * ((availableByPeriod.at(-1) ?? 0) - (withoutPlanByPeriod.at(-1) ?? 0)),
  );
  const most = Math.max(0, ...lifted);
  return most > 0 ? lifted.indexOf(most) : null;
}

/** The group with which a product level comes to work on the course, in the world in which that weighs most. */
function decidingGroup(problem: PlanProblem, course: LikelyCourse, productLevel: number): number | null {
  const { bdd } = problem.value.formula;
  const inOrder = problem.groups
    .flatMap((_, group) => {
      const period = course.attainedIn(group);
      return period === null ? [] : [{ group, period }];
    })
    .sort((a, b) => a.period - b.period);
  const attained = new Uint8Array(problem.groups.length);
  for (const { group } of inOrder) attained[group] = 1;
  const none = new Uint8Array(problem.groups.length);
  const [opened] = (problem.terms.products[productLevel].byPeriod.at(-1) ?? [])
    .filter(({ node }) => bdd.evaluate(node, attained) && !bdd.evaluate(node, none))
    .sort((a, b) => b.weight - a.weight);
  if (!opened) return null;
  for (const { group } of inOrder) {
    none[group] = 1;
    if (bdd.evaluate(opened.node, none)) return group;
  }
  return null;
}

/** Number, from 1, of the period in which what a group decides is open; null past the horizon. */
function openPeriod({ spec }: PlanProblem, course: LikelyCourse, group: number): number | null {
  const period = course.attainedIn(group);
  return period === null || period >= spec.periods ? null : period + 1;
}

/** Back from the group that decides: through the stages of what attains it, and over to what holds one of them. */
function criticalPath(problem: PlanProblem, course: LikelyCourse, group: number): VerificationOnPath[] {
  const project = course.projects.find(
    (one) => one.group === group && one.through !== null && one.through === course.attainedIn(group),
  );
  if (!project) return [];
  const own: VerificationOnPath[] = [];
  for (const stage of [...project.stages].reverse()) {
    own.unshift(...onPath(problem, project, stage));
    if (stage.heldBy !== null) return [...criticalPath(problem, course, stage.heldBy), ...own];
  }
  return own;
}

function onPath(
  problem: PlanProblem,
  project: ProjectOnCourse,
  { stage, from, to, heldBy }: StageOnCourse,
): VerificationOnPath[] {
  const { groups, programme } = problem;
  const entry = groups[project.group].projects[project.project];
  const { name, requires, adopter = null, needs } = entry.option.stages[stage];
  if (name !== 'verification') return [];
  const slots = new Set(programme.resources.flatMap(({ id, kind }) => (kind === 'slots' ? [id] : [])));
  return [
    {
      project: projectId(entry),
      name: entry.option.name,
      nameZh: entry.option.name_zh ?? null,
      goal: groups[project.group].goal.id,
      stage: stage + 1,
      fromPeriod: from + 1,
      toPeriod: to + 1,
      waitsFor: [...requires],
      heldBy: heldBy === null ? null : groups[heldBy].goal.id,
      adopter,
      adopterName: programme.actors.find(({ id }) => id === adopter)?.name ?? adopter,
      slots: Object.entries(needs).flatMap(([resource, amount]) =>
        slots.has(resource) ? [{ resource, amount }] : [],
      ),
    },
  ];
}

function slotsOf(
  { programme }: PlanProblem,
  resources: Plan['resources'],
): NonNullable<Plan['verification']>['slots'] {
  const kinds = new Map(programme.resources.map(({ id, kind }) => [id, kind]));
  return resources.flatMap(({ id, name, nameZh, unit, byPeriod, availableByPeriod, dualByPeriod }) =>
    kinds.get(id) === 'slots'
      ? byPeriod.map((used, t) => ({
          resource: id,
          name,
          nameZh,
          unit,
          period: t + 1,
          used,
          available: availableByPeriod[t],
          worthOfOneMore: dualByPeriod[t],
        }))
      : [],
  );
}
