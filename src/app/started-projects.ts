import type { Differing, StartedProject } from '../contract/frontier.ts';
import type { Performance } from '../portfolio/performance.ts';
import { projectId } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import { FUNDED_CHANCE } from './plan-projects.ts';
import { projectStarts } from './plan-starts.ts';

/** What a plan starts: the projects it funds, and the chance of every project it ever starts, by its id. */
export interface Started {
  readonly funded: readonly StartedProject[];
  readonly chances: Readonly<Record<string, number>>;
}

/** Funded are the projects that start on at least {@link FUNDED_CHANCE} of the courses; by period and chance. */
export function startedProjects(problem: PlanProblem, performance: Performance): Started {
  const starts = projectStarts(problem, performance).filter(({ chance }) => chance > 0);
  const idOf = ({ group, project }: { group: number; project: number }): string =>
    projectId(problem.groups[group].projects[project]);
  const funded = starts
    .filter(({ chance }) => chance >= FUNDED_CHANCE)
    .sort((a, b) => a.period - b.period || b.chance - a.chance || a.group - b.group)
    .map((start): StartedProject => {
      const { goal, projects } = problem.groups[start.group];
      const { option, actor } = projects[start.project];
      return {
        project: idOf(start),
        goal: goal.id,
        name: option.name,
        nameZh: option.name_zh ?? null,
        team: actor.id,
        teamName: actor.name,
        startPeriod: start.period + 1,
        chanceOfStart: Math.min(1, start.chance),
      };
    });
  return {
    funded,
    chances: Object.fromEntries(starts.map((start) => [idOf(start), Math.min(1, start.chance)])),
  };
}

/** A project that only just crosses the chance from which on it counts as funded is no difference worth telling. */
const CHANGE_LEAST = 0.05;

/**
 * What the second of two plans does not fund that the first does, and the other way round, where the chances of start
 * are at least {@link CHANGE_LEAST} apart; surest first.
 */
export function startsDiffering(
  before: Started,
  after: Started,
): { dropped: Differing[]; added: Differing[] } {
  const only = (own: Started, other: Started): Differing[] => {
    const known = new Set(other.funded.map(({ project }) => project));
    return own.funded
      .filter(({ project }) => !known.has(project))
      .filter(({ project, chanceOfStart }) => chanceOfStart - (other.chances[project] ?? 0) >= CHANGE_LEAST)
      .sort((a, b) => b.chanceOfStart - a.chanceOfStart)
      .map(({ startPeriod: _, chanceOfStart: __, ...who }) => ({
        ...who,
        chanceBefore: before.chances[who.project] ?? 0,
        chanceAfter: after.chances[who.project] ?? 0,
      }));
  };
  return { dropped: only(before, after), added: only(after, before) };
}
