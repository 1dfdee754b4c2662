import type { LinearSolver } from '../kernel/linear-program.ts';
import { gateBound } from './bound.ts';
import { clustered } from './cluster.ts';
import { followPaths, meanOf, withoutLuck } from './evaluate.ts';
import type { JointModel } from './joint-model.ts';
import { PriceCeiling } from './price-ceiling.ts';
import { PricePolicy } from './price-policy.ts';
import { PriceRollout } from './price-rollout.ts';

/** Limits on the work, all in counts. */
export interface UncoupledLimits {
  /** Product of the numbers of states of the groups of a cluster, neighbours together: for the bound, where larger is tighter. */
  readonly boundClusterStates: number;
  /** The same, every n-th together, for the prices that the policy goes by: neighbours must compete in it. */
  readonly policyClusterStates: number;
  readonly rounds: number;
  /** Actions that the rollout looks at in a state, and courses followed for each. */
  readonly candidates: number;
  readonly courses: number;
  /** Paths on which the policy is valued. */
  readonly paths: number;
  readonly seed: number;
  readonly onBound?: (bound: number) => void;
}

export interface UncoupledSolution {
  readonly bound: number;
  readonly value: number;
  readonly standardError: number;
}

/**
 * A bound and a simulated policy for a plan whose groups nothing but capacities couples: Lagrangian bound over
 * clusters of groups, and one step of rollout over the policy that its prices make. The value is corrected by what
 * the luck of each step was worth under the bound's own tables (control variate).
 */
export function solveUncoupled(
  model: JointModel,
  solver: LinearSolver,
  limits: UncoupledLimits,
): UncoupledSolution {
  const { bound } = priced(clustered(model, limits.boundClusterStates, 'in order'), solver, limits);
  const clusters = clustered(model, limits.policyClusterStates, 'in turn');
  const { ceiling } = priced(clusters, solver, { rounds: limits.rounds });
  const policy = new PriceRollout(clusters, new PricePolicy(clusters, ceiling), ceiling, limits);
  const paths = { seed: limits.seed + 1, from: 0, count: limits.paths };
  const luck = { of: ceiling.ofLuck.bind(ceiling) };
  const { mean, standardError } = meanOf(withoutLuck(followPaths(clusters, policy, paths, luck)));
  return { bound, value: mean, standardError };
}

function priced(
  clusters: JointModel,
  solver: LinearSolver,
  { rounds, onBound }: Pick<UncoupledLimits, 'rounds' | 'onBound'>,
): { bound: number; ceiling: PriceCeiling } {
  const lagrangian = gateBound(clusters, solver, { rounds, tolerance: 1e-5, onRound: onBound });
  return { bound: lagrangian.bound, ceiling: PriceCeiling.of(clusters, lagrangian)! };
}
