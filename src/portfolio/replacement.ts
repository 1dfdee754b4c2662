import { barredModel } from './barred.ts';
import type { ProjectPlace } from './course-problem.ts';
import { solveExactly } from './exact.ts';
import { JointKey } from './joint-key.ts';
import type { JointModel } from './joint-model.ts';
import { LossTrials } from './loss-trials.ts';
import { Surprise } from './path.ts';
import { Reach } from './reach.ts';
import { reread } from './reread-policy.ts';
import type { Solution } from './solve.ts';

/**
 * What the plan loses if a project is never funded and the rest is planned anew: below zero where the plan is bound to
 * a project it would do better without.
 */
export interface Replacement {
  readonly cost: number;
  /** 0 where exact. */
  readonly standardError: number;
  readonly exact: boolean;
}

export interface ReplacementLimits {
  /** As for the plan itself. */
  readonly exactStates: number;
  readonly evaluationStates: number;
  /** Courses followed for all projects together where values are simulated. */
  readonly paths: number;
  readonly seed: number;
  readonly stop?: () => boolean;
}

/** Courses followed for one project, at least. */
const PATHS_LEAST = 64;

/**
 * Replacement cost of each project: the value of the plan less that of the plan made anew without it, which may go
 * ahead by itself where performers do. Where the plan is exact, so is this. Else the rule of the plan is read again
 * without the project: an estimate, too high as far as another rule would do better. Null where it was stopped, or
 * the rule cannot be read again.
 */
export function replacementCosts(
  model: JointModel,
  solution: Pick<Solution, 'policy' | 'proof' | 'bound' | 'performance' | 'lagrangian'>,
  projects: readonly ProjectPlace[],
  limits: ReplacementLimits,
): (Replacement | null)[] {
  const cost =
    solution.proof === 'exact'
      ? exactly(model, solution.bound, limits)
      : byRule(model, solution, projects.length, limits);
  return projects.map((place) => (limits.stop?.() ? null : cost(place)));
}

type CostOf = (place: ProjectPlace) => Replacement | null;

function exactly(model: JointModel, optimum: number, { exactStates, stop }: ReplacementLimits): CostOf {
  return (place) => {
    const left = solveExactly(barredModel(model, [place]), {
      states: exactStates,
      steps: exactStates * 40,
      stop,
    });
    return left && { cost: optimum - left.value, standardError: 0, exact: true };
  };
}

function byRule(
  model: JointModel,
  { policy, performance, lagrangian }: Parameters<typeof replacementCosts>[1],
  count: number,
  { evaluationStates, paths, seed }: ReplacementLimits,
): CostOf {
  const reach = new Reach(model);
  const each = Math.max(PATHS_LEAST, Math.floor(paths / Math.max(1, count)));
  const key = performance.exact ? JointKey.of(model) : null;
  const trials = new LossTrials(model, key, new Surprise(model, reach), policy, {
    evaluationStates,
    trialPaths: each,
    valuePaths: each,
    seed,
  });
  return (place) => {
    const barred = barredModel(model, [place]);
    const anew = reread(barred, new Reach(barred, reach), policy, {
      rents: lagrangian.prices.rows,
      states: evaluationStates,
    });
    const tried = anew && trials.final(anew);
    return tried && { cost: tried.loss, standardError: tried.lossError, exact: trials.exact };
  };
}
