import {
  chokepointOrder,
  IdlePolicy,
  ListPolicy,
  repairSetOrders,
  valuePerCostOrder,
} from './base-policies.ts';
import { type BoundResult, gateBound } from './bound.ts';
import { evaluateExactly, simulate } from './evaluate.ts';
import { solveExactly } from './exact.ts';
import { creditInFull, GroupTables } from './group-tables.ts';
import { IndexPolicy } from './index-policy.ts';
import { JointKey } from './joint-key.ts';
import type { JointModel } from './joint-model.ts';
import type { LinearSolver } from './linear-program.ts';
import { Surprise } from './path.ts';
import type { Performance } from './performance.ts';
import type { Policy } from './policy.ts';
import { Reach } from './reach.ts';
import { ExactRollout } from './rollout.ts';
import { tuneList } from './tuned-list.ts';

/** Limits of a solution; all but `stop` count work, so that the answer does not depend on the machine. */
export interface SolveOptions {
  /** Joint states that exact dynamic programming may take; 0 skips it. */
  readonly exactStates: number;
  /** Joint states that exact evaluation of policies may take. */
  readonly evaluationStates: number;
  readonly boundRounds: number;
  /** Priority lists that the tuning may try. */
  readonly listTrials: number;
  /** Paths on which policies are compared, and on which the chosen one is valued (other paths). */
  readonly trainingPaths: number;
  readonly valuePaths: number;
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
  readonly baselines: readonly Baseline[];
  readonly stopped: boolean;
}

/**
 * Solves the plan problem: exactly where the joint states are few; else a bound by the gate problem and a policy by
 * parallel rollout (or, where its values cannot be exact, the best of the tuned base policies).
 */
export function solvePlan(model: JointModel, solver: LinearSolver, options: SolveOptions): Solution {
  const report = (phase: SolveProgress['phase'], value: number | null, bound: number | null): void =>
    options.onProgress?.({ phase, value, bound });
  report('bound', null, null);
  const lagrangian = gateBound(model, solver, {
    rounds: options.boundRounds,
    tolerance: 0.002,
    onRound: (_, bound) => report('bound', null, bound),
    stop: options.stop,
  });
  report('exact', null, lagrangian.bound);
  const exact =
    options.exactStates > 0
      ? solveExactly(model, { states: options.exactStates, steps: options.exactStates * 40 })
      : null;
  const free = tablesOf(model, new Float64Array(model.plan.rows.length * model.periods));
  const reach = new Reach(model);
  const evaluator = new Evaluator(model, options, new Surprise(model, reach));
  const baselines: Baseline[] = [
    {
      name: 'value-per-cost',
      performance: evaluator.final(
        new ListPolicy('value-per-cost', model, free, reach, valuePerCostOrder(free), false),
      ),
    },
    {
      name: 'chokepoint',
      performance: evaluator.final(
        new ListPolicy('chokepoint', model, free, reach, chokepointOrder(model, free), false),
      ),
    },
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
      baselines,
      stopped: false,
    };
  }
  const priced = tablesOf(model, lagrangian.prices.rows);
  const byCost = valuePerCostOrder(free);
  const orders = [
    byCost,
    chokepointOrder(model, free),
    ...repairSetOrders(model, byCost, REPAIR_SETS_PER_TERM),
  ];
  const tuned = tuneList(model, free, reach, orders, (list) => evaluator.training(list), options.listTrials);
  const policy = choosePolicy(
    model,
    evaluator,
    [
      ...basePolicies(model, free, priced, reach),
      ...orders.map((order, i) => new ListPolicy(`list ${i + 1}`, model, free, reach, order, true)),
      tuned,
    ],
    (value) => report('policies', value, lagrangian.bound),
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
    baselines,
    stopped: options.stop?.() ?? false,
  };
}

/** Minimal repair sets of each product and level whose order is tried. */
const REPAIR_SETS_PER_TERM = 3;

function tablesOf(model: JointModel, rowPrices: Float64Array): GroupTables[] {
  const { chain, periods } = model;
  const credit = creditInFull(periods, model.groups.length, chain.terms, (node) =>
    chain.formula.bdd.support(node),
  );
  return model.groups.map(
    (group, g) => new GroupTables(group, credit.subarray(g * periods, (g + 1) * periods), rowPrices),
  );
}

/** Base policies: indices at several degrees of optimism, with and without rents of scarce things, and gated lists. */
function basePolicies(model: JointModel, free: GroupTables[], priced: GroupTables[], reach: Reach): Policy[] {
  const indices = [0, 0.5, 1, 2, 3, 5].flatMap((optimism) => [
    new IndexPolicy(model, free, reach, { name: `index, optimism ${optimism}`, optimism }),
    new IndexPolicy(model, priced, reach, { name: `index, optimism ${optimism}, priced`, optimism }),
  ]);
  return [...indices, new IdlePolicy(model)];
}

function choosePolicy(
  model: JointModel,
  evaluator: Evaluator,
  bases: readonly Policy[],
  onValue: (value: number) => void,
): Policy {
  const ranked = bases
    .map((policy) => ({ policy, value: evaluator.training(policy) }))
    .sort((a, b) => b.value - a.value);
  onValue(ranked[0].value);
  if (!evaluator.key) return ranked[0].policy;
  let best = ranked[0];
  let followed: Policy[] = [
    ...ranked.slice(0, ROLLOUT_BASES).map(({ policy }) => policy),
    new IdlePolicy(model),
  ];
  for (let round = 1; round <= ROLLOUT_ROUNDS; round++) {
    const improved = rolledOut(model, evaluator, evaluator.key, followed);
    if (!improved || improved.value <= best.value) break;
    best = improved;
    onValue(improved.value);
    followed = [improved.policy, ...followed.slice(0, 3), new IdlePolicy(model)];
  }
  return best.policy;
}

/** Rollout that follows as many of the policies, best first, as the allowed states suffice for; null if not even one. */
function rolledOut(
  model: JointModel,
  evaluator: Evaluator,
  key: JointKey,
  followed: readonly Policy[],
): { policy: Policy; value: number } | null {
  for (let count = followed.length; count >= 1; count = Math.floor(count / 2)) {
    const policy = new ExactRollout(model, key, followed.slice(0, count), evaluator.statesMax);
    const value = evaluator.training(policy);
    if (!policy.exhausted) return { policy, value };
  }
  return null;
}

/** Best base policies that the first rollout follows; each later round follows the rollout before it (policy iteration). */
const ROLLOUT_BASES = 9;
const ROLLOUT_ROUNDS = 3;

/** Values policies exactly while the reachable states allow, else by simulation. */
class Evaluator {
  readonly key: JointKey | null;
  readonly statesMax: number;

  constructor(
    private readonly model: JointModel,
    private readonly options: SolveOptions,
    private readonly surprise: Surprise,
  ) {
    this.statesMax = options.evaluationStates;
    this.key = options.evaluationStates > 0 ? JointKey.of(model) : null;
  }

  training(policy: Policy): number {
    return this.evaluate(policy, this.options.trainingPaths, this.options.seed).value;
  }

  final(policy: Policy): Performance {
    return this.evaluate(policy, this.options.valuePaths, this.options.seed + 1);
  }

  private evaluate(policy: Policy, paths: number, seed: number): Performance {
    const exact = this.key ? evaluateExactly(this.model, this.key, policy, this.statesMax) : null;
    return exact ?? simulate(this.model, policy, paths, seed, this.surprise);
  }
}
