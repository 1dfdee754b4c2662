import type { GoalTeams, Plan } from '../contract/plan.ts';
import type { JointModel } from '../portfolio/joint-model.ts';
import { type Performance, startKey } from '../portfolio/performance.ts';
import { projectId } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import { groupName } from './plan-availability.ts';
import { FUNDED_CHANCE } from './plan-projects.ts';
import type { ProjectStarts } from './plan-starts.ts';
import { type FirstStart, type GroupsPriced, worthOfStarts } from './plan-worth.ts';

/** How many teams on how many approaches race for each goal by each route, and what one less or more would be worth. */
export function planTeams(
  problem: PlanProblem,
  model: JointModel,
  priced: GroupsPriced,
  performance: Performance,
  starts: readonly ProjectStarts[],
): Plan['teams'] {
  const T = problem.spec.periods;
  return problem.groups.flatMap((group, g): GoalTeams[] => {
    const funded = starts.filter((start) => start.group === g && start.chance >= FUNDED_CHANCE);
    if (funded.length === 0) return [];
    const first = Math.min(...funded.map(({ period }) => period));
    const atOnce = funded.filter(({ period }) => period === first);
    return [
      {
        goal: group.goal.id,
        group: problem.spec.groups[g].id,
        ...groupName(group),
        approaches: new Set(funded.map(({ project }) => group.projects[project].option)).size,
        teams: funded.length,
        atOnce: atOnce.length,
        expectedByStage: expectedByStage(problem, performance, g),
        chance: Math.min(1, performance.attained[g * (T + 1) + T]),
        ...oneLessOrMore(problem, model, priced, g, atOnce, first),
      },
    ];
  });
}

/** Teams of a group that start each stage, expected over all courses. */
function expectedByStage(problem: PlanProblem, { starts }: Performance, g: number): number[] {
  const byStage: number[] = [];
  problem.groups[g].projects.forEach(({ variants, option }, p) => {
    variants.forEach(({ instrument }, v) => {
      if (!instrument) return;
      option.stages.forEach((_, s) => {
        const law = starts.get(startKey(g, p, v, s));
        byStage[s] = (byStage[s] ?? 0) + (law ? law.reduce((sum, x) => sum + x, 0) : 0);
      });
    });
  });
  return byStage;
}

/** Worth of the last of the teams that start together, and of the next beside them, the group going on at its best. */
function oneLessOrMore(
  problem: PlanProblem,
  model: JointModel,
  priced: GroupsPriced,
  g: number,
  atOnce: readonly FirstStart[],
  period: number,
): Pick<GoalTeams, 'lastTeam' | 'nextTeam'> {
  const { projects } = problem.groups[g];
  const worth = (starts: readonly FirstStart[]): number | null =>
    worthOfStarts(model, priced, g, starts, period)?.value ?? null;
  const together = worth(atOnce);
  if (together === null) return { lastTeam: null, nextTeam: null };
  const team = (project: number, value: number): NonNullable<GoalTeams['lastTeam']> => {
    const { option, actor } = projects[project];
    const { name, name_zh } = option;
    return {
      project: projectId(projects[project]),
      name,
      nameZh: name_zh ?? null,
      team: actor.id,
      worth: value,
    };
  };
  const without = atOnce.flatMap((one) => {
    const rest = worth(atOnce.filter((other) => other !== one));
    return rest === null ? [] : [team(one.project, together - rest)];
  });
  const beside = projects.flatMap(({ variants }, project) =>
    atOnce.some((one) => one.project === project)
      ? []
      : variants.flatMap(({ instrument }, variant) => {
          if (!instrument) return [];
          const more = worth([...atOnce, { project, variant }]);
          return more === null ? [] : [team(project, more - together)];
        }),
  );
  return {
    lastTeam: without.sort((a, b) => a.worth - b.worth)[0] ?? null,
    nextTeam: beside.sort((a, b) => b.worth - a.worth)[0] ?? null,
  };
}
