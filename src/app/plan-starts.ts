import type { Performance } from '../portfolio/performance.ts';
import { startKey } from '../portfolio/performance.ts';
import { stageMoney } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';

/** A project of the plan problem by its places in it. */
export interface ProjectAt {
  readonly group: number;
  readonly project: number;
}

/** When and in which variant a project starts, over all courses of the programme. */
export interface ProjectStarts extends ProjectAt {
  readonly chance: number;
  /** Chance by variant. */
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
      const byVariant = laws.map((law) => law.reduce((sum, x) => sum + x, 0));
      const variant = byVariant.indexOf(Math.max(...byVariant));
      const law = laws[variant];
      return {
        group,
        project,
        chance: byVariant.reduce((sum, x) => sum + x, 0),
        byVariant,
        variant,
        period: Math.max(0, law.indexOf(Math.max(...law))),
      };
    }),
  );
}

/** Expected money of one project in one period, from public and from private funds. */
export interface ProjectMoney extends ProjectAt {
  readonly period: number;
  readonly publicMoney: number;
  readonly privateMoney: number;
  readonly publicFunds: readonly number[];
  readonly privateFunds: readonly number[];
}

/**
 * Expected money by project and period: chance of each stage's start × its money in each period that it is expected
 * still to run. What a group's success stops early is not taken off, so that the sum is an upper estimate.
 */
export function projectMoney(problem: PlanProblem, performance: Performance): ProjectMoney[] {
  const T = problem.spec.periods;
  const money: ProjectMoney[] = [];
  problem.groups.forEach(({ projects }, group) => {
    projects.forEach((entry, project) => {
      entry.variants.forEach((variant, v) => {
        const perPeriod = new Float64Array(T);
        entry.option.stages.forEach((_, s) => {
          const starts = performance.starts.get(startKey(group, project, v, s));
          const law = problem.spec.groups[group].projects[project].variants[v].stages[s].durationLaw;
          if (starts) addStage(perPeriod, starts, law, stageMoney(entry, variant, s, law));
        });
        perPeriod.forEach((amount, period) => {
          if (amount <= 0) return;
          const { publicShare } = variant.mode;
          money.push({
            group,
            project,
            period,
            publicMoney: amount * publicShare,
            privateMoney: amount * (1 - publicShare),
            ...variant.eligible,
          });
        });
      });
    });
  });
  return money;
}

function addStage(perPeriod: Float64Array, starts: Float64Array, law: readonly number[], cost: number): void {
  let running = 1;
  law.forEach((chance, k) => {
    for (let t = 0; t + k < perPeriod.length; t++) perPeriod[t + k] += starts[t] * running * cost;
    running -= chance;
  });
}
