import { IdlePolicy } from './base-policies.ts';
import type { Evaluator } from './evaluator.ts';
import { tuneFavours } from './favour-search.ts';
import { IndexPolicy } from './index-policy.ts';
import type { JointKey } from './joint-key.ts';
import { MixedPolicy } from './mixed-policy.ts';
import type { Policy } from './policy.ts';
import type { BasePolicies } from './policy-bases.ts';
import { Race } from './race.ts';
import { ExactRollout } from './rollout.ts';
import { tuneList } from './tuned-list.ts';

/** How much work the choice of a policy may take. */
export interface ChoiceLimits {
  readonly evaluationStates: number;
  readonly listTrials: number;
  readonly trainingPaths: number;
  readonly searchPaths: number;
  readonly seed: number;
  /** True to take the best policy so far: its value will do, or somebody asked to stop. */
  readonly enough: (value: number) => boolean;
}

interface Chosen {
  readonly policy: Policy;
  readonly value: number;
}

/** By rollout where values are exact, else by simulation. `onValue` sees the value of each better policy found. */
export function choosePolicy(
  bases: BasePolicies,
  evaluator: Evaluator,
  limits: ChoiceLimits,
  onValue: (value: number) => void,
): Policy {
  const ranked = evaluator.key && rankExactly(bases, evaluator, limits);
  if (!ranked || !evaluator.key) return chooseBySimulation(bases, evaluator, limits, onValue);
  onValue(ranked[0].value);
  return chooseByRollout(bases, evaluator, evaluator.key, ranked, limits, onValue);
}

/** Orders of priority lists tried where values are exact. */
const EXACT_ORDERS = 100;

/** All base policies and a tuned list, best first. */
function rankExactly(bases: BasePolicies, evaluator: Evaluator, limits: ChoiceLimits): Chosen[] {
  const orders = bases.orders(EXACT_ORDERS);
  const tuned = tuneList(
    orders,
    (order) => bases.list('tuned list', order, 1),
    (list) => evaluator.training(list),
    limits.listTrials,
  );
  const lists = bases.lists(orders);
  return [...bases.indices, ...lists, tuned, new IdlePolicy(bases.model)]
    .map((policy) => ({ policy, value: evaluator.training(policy) }))
    .sort((a, b) => b.value - a.value);
}

/**
 * Best base policies that the first rollout follows, one of each value; each later round follows the rollout before it
 * (policy iteration).
 */
const ROLLOUT_BASES = 16;
const ROLLOUT_ROUNDS = 3;
/** Times as many decisions as states for the mixture: it asks every base policy, each in few states. */
const DECISIONS_PER_STATE = 4;

/**
 * Rollout of the base policies, then the best mixture of it and all of them. Where plans are worth something only if
 * several things are done together, the policy that goes on rightly after a first step may itself be worth little:
 * the mixture finds changes that no single step shows.
 */
function chooseByRollout(
  { model }: BasePolicies,
  evaluator: Evaluator,
  key: JointKey,
  ranked: readonly Chosen[],
  limits: ChoiceLimits,
  onValue: (value: number) => void,
): Policy {
  const { evaluationStates: states } = limits;
  const idle = new IdlePolicy(model);
  let best = ranked[0];
  /** True if the policy made of the rules is better; null if its work does not suffice for it. */
  const improves = (policy: MixedPolicy | ExactRollout): boolean | null => {
    const value = evaluator.training(policy);
    if (policy.exhausted) return null;
    if (value <= best.value) return false;
    best = { policy, value };
    onValue(value);
    return true;
  };
  /** Made of as many of the rules, in their order, as the work suffices for. */
  const improvesByMost = (
    rules: readonly Policy[],
    made: (rules: readonly Policy[]) => MixedPolicy | ExactRollout,
  ): boolean => {
    for (let count = rules.length; count >= 1; count = Math.floor(count / 2)) {
      const better = improves(made(rules.slice(0, count)));
      if (better !== null) return better;
    }
    return false;
  };
  let followed = [...ofEachValue(ranked).slice(0, ROLLOUT_BASES), idle];
  for (let round = 1; round <= ROLLOUT_ROUNDS && !limits.enough(best.value); round++) {
    if (!improvesByMost(followed, (bases) => new ExactRollout(model, key, bases, states))) break;
    followed = [best.policy, ...followed.slice(0, 3), idle];
  }
  if (!limits.enough(best.value)) {
    const rules = [best.policy, ...ranked.map(({ policy }) => policy), idle];
    improvesByMost(rules, (mixed) => new MixedPolicy(model, key, mixed, DECISIONS_PER_STATE * states));
  }
  return best.policy;
}

/** One policy of each value. */
function ofEachValue(ranked: readonly Chosen[]): Policy[] {
  return ranked
    .filter(({ value }, i, all) => i === 0 || all[i - 1].value - value > 1e-9 * Math.abs(value))
    .map(({ policy }) => policy);
}

/** Orders of priority lists that enter the race. */
const SIMULATED_ORDERS = 12;
/** Of the best in the race, as many have their favours tuned: the best before that need not be the best after. */
const FINALISTS = 2;

function chooseBySimulation(
  bases: BasePolicies,
  evaluator: Evaluator,
  limits: ChoiceLimits,
  onValue: (value: number) => void,
): Policy {
  const { model, indices } = bases;
  const lists = bases.lists(bases.orders(SIMULATED_ORDERS));
  const race = new Race(model, evaluator.surprise, limits.seed, limits.trainingPaths, indices[0]);
  const field = race.field([...indices, ...lists, new IdlePolicy(model)]);
  onValue(field[0].value);
  const finalists = field.slice(0, FINALISTS).filter(({ policy }) => policy instanceof IndexPolicy);
  let best: Chosen = field[0];
  for (const { policy } of finalists) {
    race.lead(policy);
    const better = (value: number): void => {
      if (value > best.value) onValue(value);
    };
    const paths = limits.searchPaths / finalists.length;
    const tuned = tuneFavours(race, policy as IndexPolicy, paths, better, limits.enough);
    if (race.value > best.value) best = { policy: tuned, value: race.value };
  }
  return best.policy;
}
