import type { ProjectPlace } from '../portfolio/course-problem.ts';
import type { Performance } from '../portfolio/performance.ts';
import { startKey } from '../portfolio/performance.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';

/** When and in which variant the plan starts a project, over all courses of the programme. */
export interface ProjectStarts extends ProjectPlace {
  readonly chance: number;
  /** Chance that it is left to its performer, to go ahead without public money or not. */
  readonly leftAlone: number;
  /** Chance of each variant; 0 of the one in which it is left to its performer. */
  readonly byVariant: readonly number[];
  /** Most likely variant, and its most likely first period (from 0). */
  readonly variant: number;
  readonly period: number;
}

export function projectStarts(problem: PlanProblem, performance: Performance): ProjectStarts[] {
  return problem.groups.flatMap(({ projects }, group) =>
    projects.map((entry, project) => {
      const laws = entry.variants.map(
        (_, variant) => performance.starts.get(startKey(group, project, variant, 0)) ?? new Float64Array(0),
      );
      const chances = laws.map((law) => law.reduce((sum, x) => sum + x, 0));
      const alone = entry.variants.findIndex(({ instrument }) => instrument === null);
      const byVariant = chances.map((chance, v) => (v === alone ? 0 : chance));
      const variant = byVariant.indexOf(Math.max(...byVariant));
      const law = laws[variant];
      return {
        group,
        project,
        chance: byVariant.reduce((sum, x) => sum + x, 0),
        leftAlone: chances[alone] ?? 0,
        byVariant,
        variant,
        period: Math.max(0, law.indexOf(Math.max(...law))),
      };
    }),
  );
}
