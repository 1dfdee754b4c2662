import type { LinearSolver } from '../kernel/linear-program.ts';
import { type BoundResult, gateBound } from './bound.ts';
import { Evaluator } from './evaluator.ts';
import { solveExactly } from './exact.ts';
import { JointModel } from './joint-model.ts';
import { Surprise } from './path.ts';
import type { Performance } from './performance.ts';
import type { Policy } from './policy.ts';
import { BasePolicies } from './policy-bases.ts';
import { choosePolicy } from './policy-choice.ts';
import { Reach } from './reach.ts';
import { withSavings } from './savings.ts';

/** Limits of a solution; all but `stop` count work, so that the answer does not depend on the machine. */
export interface SolveOptions {
  /** Joint states that exact dynamic programming may take; 0 skips it. */
  readonly exactStates: number;
  /** Joint states that exact evaluation of policies may take. */
  readonly evaluationStates: number;
  readonly boundRounds: number;
  /** Priority lists that the tuning may try, where values are exact. */
  readonly listTrials: number;
  /** Paths on which policies are compared, and on which the chosen one is valued (other paths). */
  readonly trainingPaths: number;
  /**
   * Paths that may be followed in all to tune the best index, where values are simulated; by default
   * {@link SEARCH_PER_TRAINING_PATH} for each training path.
   */
  readonly searchPaths?: number;
  readonly valuePaths: number;
  /** Paths on which the baselines are valued, the first of those of the policy; by default as many. */
  readonly baselinePaths?: number;
  readonly seed: number;
  readonly gapTarget: number;
  readonly onProgress?: (progress: SolveProgress) => void;
  readonly stop?: () => boolean;
}

export interface SolveProgress {
  readonly phase: 'exact' | 'bound' | 'policies' | 'rollout' | 'value';
  readonly value: number | null;
  readonly bound: number | null;
}

export interface Baseline {
  readonly name: 'value-per-cost' | 'chokepoint';
  readonly performance: Performance;
}

export interface Solution {
  readonly policy: Policy;
  readonly performance: Performance;
  readonly bound: number;
  readonly proof: 'exact' | 'bound';
  readonly lagrangian: BoundResult;
  /** The model that the policy decides in: what is put by is settled. */
  readonly model: JointModel;
  /** What each saving puts by at the end of every period; empty where nothing can be. */
  readonly saved: readonly Float64Array[];
  readonly baselines: readonly Baseline[];
  readonly stopped: boolean;
}

const SEARCH_PER_TRAINING_PATH = 30;
/**
 * Groups times periods squared up to which all paths asked for are followed. A path takes as long as that number is
 * large: in every period each group is weighed by all that is to come.
 */
const FULL_SIZE = 9000;
/** Paths that are followed at least, whatever the size. */
const PATHS_LEAST = 64;

/**
 * Solves the plan problem: exactly where the joint states are few; else a bound by the gate problem and a policy by
 * parallel rollout or, where values cannot be exact, an index tuned by simulation. What may be put by is settled
 * beforehand: nothing, or what the gate problem puts by, whichever does better; the bound allows for every way to do it.
 */
export function solvePlan(model: JointModel, solver: LinearSolver, asked: SolveOptions): Solution {
  const options = affordable(model, asked);
  options.onProgress?.({ phase: 'bound', value: null, bound: null });
  const lagrangian = gateBound(model, solver, {
    rounds: options.boundRounds,
    tolerance: 0.002,
    onRound: (bound) => options.onProgress?.({ phase: 'bound', value: null, bound }),
    stop: options.stop,
  });
  const { savings } = model.plan;
  if (!savings || savings.length === 0) return solveSettled(model, lagrangian, options);
  const nothing = savings.map(() => new Float64Array(model.periods));
  const putsBy = lagrangian.saved.some((byPeriod) => byPeriod.some((amount) => amount > 0));
  const ways = putsBy ? [nothing, lagrangian.saved] : [nothing];
  const solutions = ways.map((saved): Solution => {
    const settled = new JointModel(
      withSavings(model.plan, saved),
      model.chain,
      model.groups.map(({ process }) => process),
    );
    const { bound } = lagrangian;
    return { ...solveSettled(settled, lagrangian, options), bound, proof: 'bound', saved };
  });
  return solutions.reduce((a, b) => (b.performance.value > a.performance.value ? b : a));
}

/** Fewer paths where each takes longer, so that large problems take hardly longer than others. */
function affordable(model: JointModel, options: SolveOptions): SolveOptions & { searchPaths: number } {
  const share = Math.min(1, FULL_SIZE / (model.groups.length * model.periods ** 2));
  const fewer = (paths: number): number => Math.min(paths, Math.max(PATHS_LEAST, Math.round(paths * share)));
  const { trainingPaths, valuePaths } = options;
  const searchPaths = options.searchPaths ?? SEARCH_PER_TRAINING_PATH * trainingPaths;
  return {
    ...options,
    trainingPaths: fewer(trainingPaths),
    searchPaths: fewer(searchPaths),
    valuePaths: fewer(valuePaths),
    baselinePaths: fewer(options.baselinePaths ?? valuePaths),
  };
}

/** Solves a plan problem in which nothing can be put by. */
function solveSettled(
  model: JointModel,
  lagrangian: BoundResult,
  options: ReturnType<typeof affordable>,
): Solution {
  const report = (phase: SolveProgress['phase'], value: number | null, bound: number | null): void =>
    options.onProgress?.({ phase, value, bound });
  report('exact', null, lagrangian.bound);
  const exact =
    options.exactStates > 0
      ? solveExactly(model, {
          states: options.exactStates,
          steps: options.exactStates * 40,
          stop: options.stop,
        })
      : null;
  const reach = new Reach(model);
  const evaluator = new Evaluator(model, options, new Surprise(model, reach));
  const bases = new BasePolicies(model, reach, lagrangian.prices.rows);
  const { valuePerCost, chokepoint } = bases.rankings();
  const baselines: Baseline[] = [
    { name: 'value-per-cost', performance: evaluator.final(valuePerCost, options.baselinePaths) },
    { name: 'chokepoint', performance: evaluator.final(chokepoint, options.baselinePaths) },
  ];
  if (exact) {
    const performance = evaluator.final(exact.policy);
    report('value', exact.value, exact.value);
    return {
      policy: exact.policy,
      performance,
      bound: exact.value,
      proof: 'exact',
      lagrangian,
      model,
      saved: [],
      baselines,
      stopped: false,
    };
  }
  const enough = (value: number): boolean =>
    lagrangian.bound - value <= options.gapTarget * Math.abs(value) || (options.stop?.() ?? false);
  const policy = choosePolicy(bases, evaluator, { ...options, enough }, (value) =>
    report('policies', value, lagrangian.bound),
  );
  report('value', null, lagrangian.bound);
  const performance = evaluator.final(policy);
  report('value', performance.value, lagrangian.bound);
  return {
    policy,
    performance,
    bound: lagrangian.bound,
    proof: 'bound',
    lagrangian,
    model,
    saved: [],
    baselines,
    stopped: options.stop?.() ?? false,
  };
}
