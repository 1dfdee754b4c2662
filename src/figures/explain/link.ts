import type { Assessment, Chokepoint } from '../../contract/assess.ts';
import type { Plan } from '../../contract/plan.ts';
import { periodEndName } from '../periods.ts';
import { formatList, formatMoney, formatShare, nameOf } from '../text.ts';
import { words } from '../words/index.ts';
import type { Account } from './account.ts';
import type { Answers } from './subject.ts';
import { when } from './when.ts';

/** A link: what the cut-offs do to it, with what it must be mended, and what the plan does about it. */
export function explainLink(answers: Answers, id: string): Account {
  const { plan, assessment, context } = answers;
  const say = words(context.lang).explain;
  const scenarios = [assessment, ...assessment.otherScenarios];
  const hit = scenarios.flatMap((scenario) => {
    const point = scenario.chokepoints.find(({ link }) => link === id);
    return point ? [{ scenario, point }] : [];
  });
  const goals = plan.goals.filter(({ link }) => link === id);
  const worst = hit[0];
  const sentences = hit.map(({ scenario, point }) => threatened(answers, scenario, point));
  if (hit.length === 0) sentences.push(say.notBroken);
  if (worst) sentences.push(...together(answers, worst.scenario, worst.point));
  if (goals.length === 0) sentences.push(say.noGoal);
  for (const goal of goals) sentences.push(planned(answers, goal));
  return {
    sentences,
    flips:
      worst && worst.point.suppliersCut.length > 0 ? [say.flipLink(worst.point.suppliersCut[0].name)] : [],
    figures: worst
      ? [
          { name: say.valueAtStake, value: worst.point.valueAtStakePerYear, unit: `${plan.currency}/a` },
          { name: say.marginalValue, value: worst.point.marginalValuePerYear, unit: `${plan.currency}/a` },
          { name: say.coverage, value: worst.point.coverage, unit: '1' },
          { name: say.stopsOnDay, value: worst.point.stopsOnDay, unit: 'd' },
        ]
      : [],
    related: [
      ...goals.map(({ goal }) => ({ kind: 'goal', id: goal }) as const),
      ...hit.map(({ scenario }) => ({ kind: 'scenario', id: scenario.scenario }) as const),
    ],
  };
}

function threatened({ context }: Answers, scenario: Assessment, point: Chokepoint): string {
  const name =
    context.lang === 'zh' ? (scenario.scenarioNameZh ?? scenario.scenarioName) : scenario.scenarioName;
  return words(context.lang).explain.threatened(
    name,
    formatShare(point.exposure, context.lang),
    when(point.stopsOnDay, context.lang),
    point.rank,
    scenario.chokepoints.length,
    formatMoney(point.valueAtStakePerYear, context),
  );
}

/** The smallest set of broken links that gains something with this one among them. */
function together({ assessment, context }: Answers, scenario: Assessment, point: Chokepoint): string[] {
  const say = words(context.lang).explain;
  const named = new Map(assessment.links.map((link) => [link.id, nameOf(link, context.lang)]));
  const [best] = scenario.repairSets
    .filter(({ members }) => members.includes(point.link))
    .sort((a, b) => a.members.length - b.members.length || b.valuePerYear - a.valuePerYear);
  const alone = say.alone(formatMoney(point.fixingItAlonePerYear, context));
  if (!best || best.members.length === 1) return [alone];
  const others = best.members.filter((id) => id !== point.link).map((id) => named.get(id) ?? id);
  return [
    `${alone} ${say.together(
      formatList(others, context.lang),
      named.get(best.product) ?? best.product,
      formatShare(best.level, context.lang),
      formatMoney(best.valuePerYear, context),
    )}`,
  ];
}

/** What the plan does for a goal. */
export function planned({ plan, context }: Answers, goal: Plan['goals'][number]): string {
  const say = words(context.lang).explain;
  const projects = plan.funded.filter((project) => project.goal === goal.goal);
  const chance = formatShare(goal.availableByPeriod.at(-1) ?? 0, context.lang);
  if (projects.length === 0) return say.goalUnfunded(nameOf(goal, context.lang));
  return say.goalFunded(
    nameOf(goal, context.lang),
    projects.length,
    formatList([...new Set(projects.map((project) => nameOf(project, context.lang)))], context.lang),
    chance,
    periodEndName(plan, plan.periods.length, context.lang),
  );
}
