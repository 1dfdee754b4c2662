import { ListPolicy } from './base-policies.ts';
import { followPaths, meanOf } from './evaluate.ts';
import { solveExactly } from './exact.ts';
import { compileGroup } from './group-process.ts';
import { IndexPolicy } from './index-policy.ts';
import { JointModel } from './joint-model.ts';
import type { Luck } from './path.ts';
import type { Policy } from './policy.ts';
import { Reach } from './reach.ts';
import type { Solution } from './solve.ts';

/** A project of a group, by index. */
export interface ProjectAt {
  readonly group: number;
  readonly project: number;
}

/** What the plan loses if a project can never be begun and the rest is planned anew. */
export interface Replacement {
  readonly cost: number;
  /** 0 where exact. */
  readonly standardError: number;
  readonly exact: boolean;
}

export interface ReplacementLimits {
  /** As for the plan itself. */
  readonly exactStates: number;
  /** Courses followed for all projects together where values are simulated. */
  readonly paths: number;
  readonly seed: number;
  readonly stop?: () => boolean;
}

/** Courses followed for one project, at least. */
const PATHS_LEAST = 64;

/**
 * Replacement cost of each project: the value of the plan less that of the best plan without it. Where the plan is
 * exact, so is this: dynamic programming over what is left, in which one group has fewer states. Else the rule of the
 * plan decides on the same courses without the project (common random numbers), whose worths it reads anew: an
 * estimate, from above as far as another rule would do better without it. Null for a plan by another rule, and where
 * it was stopped.
 */
export function replacementCosts(
  model: JointModel,
  solution: Pick<Solution, 'policy' | 'proof' | 'bound'>,
  projects: readonly ProjectAt[],
  limits: ReplacementLimits,
): (Replacement | null)[] {
  const exact = solution.proof === 'exact';
  const cost = exact
    ? exactly(model, solution.bound, limits)
    : byRule(model, solution.policy, projects.length, limits);
  return projects.map((at) => (limits.stop?.() ? null : (cost?.(at) ?? null)));
}

type CostOf = (at: ProjectAt) => Replacement | null;

function exactly(model: JointModel, optimum: number, { exactStates, stop }: ReplacementLimits): CostOf {
  return (at) => {
    const left = solveExactly(withoutProject(model, at), {
      states: exactStates,
      steps: exactStates * 40,
      stop,
    });
    return left && { cost: Math.max(0, optimum - left.value), standardError: 0, exact: true };
  };
}

/** No surprise is taken off: paired differences have little luck in them. */
const NO_LUCK: Luck = { of: () => 0 };

function byRule(model: JointModel, policy: Policy, count: number, limits: ReplacementLimits): CostOf | null {
  if (!(policy instanceof IndexPolicy || policy instanceof ListPolicy)) return null;
  const paths = {
    seed: limits.seed + 1,
    from: 0,
    count: Math.max(PATHS_LEAST, Math.floor(limits.paths / Math.max(1, count))),
  };
  const { values } = followPaths(model, policy, paths, NO_LUCK);
  return (at) => {
    const without = withoutProject(model, at);
    const left = followPaths(without, policy.in(without, new Reach(without, policy.reach)), paths, NO_LUCK);
    const { mean, standardError } = meanOf(values.map((x, i) => x - left.values[i]));
    return { cost: mean, standardError, exact: false };
  };
}

/** The model in which one project can never be begun. */
export function withoutProject(model: JointModel, { group, project }: ProjectAt): JointModel {
  const { plan, chain } = model;
  const groups = plan.groups.map((spec, g) =>
    g === group ? { ...spec, projects: spec.projects.filter((_, p) => p !== project) } : spec,
  );
  const left = { ...plan, groups };
  const parts = model.groups.map((known, g) => (g === group ? compileGroup(left, groups[g]) : known));
  return new JointModel(left, chain, parts);
}
