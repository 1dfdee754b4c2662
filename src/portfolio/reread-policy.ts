import { IdlePolicy, ListPolicy } from './base-policies.ts';
import { solveExactly } from './exact.ts';
import { IndexPolicy } from './index-policy.ts';
import { JointKey } from './joint-key.ts';
import type { JointModel } from './joint-model.ts';
import type { Policy } from './policy.ts';
import { BasePolicies } from './policy-bases.ts';
import type { Reach } from './reach.ts';
import { ExactRollout } from './rollout.ts';

/** What a policy was chosen with. */
export interface RereadOptions {
  /** Prices of the scarce rows, at `r * periods + t`. */
  readonly rents: Float64Array;
  /** Joint states that an exact solution, or a rollout, may take. */
  readonly states: number;
}

/** Index policies that a rollout follows when it is read again. */
const FOLLOWED = 4;

/**
 * The policy that the same rule gives in another model of the same groups: the optimum where the policy is one, the
 * same index with the same favours, the same list, or a rollout of a few indices. Null where that takes too much work.
 */
export function reread(
  model: JointModel,
  reach: Reach,
  policy: Policy,
  { rents, states }: RereadOptions,
): Policy | null {
  if (policy.name === 'exact') return solveExactly(model, { states, steps: states * 40 })?.policy ?? null;
  if (policy instanceof IdlePolicy) return new IdlePolicy(model);
  if (policy instanceof IndexPolicy) return policy.in(model, reach);
  const bases = new BasePolicies(model, reach, rents);
  if (policy instanceof ListPolicy) return bases.list(policy.name, policy.order, policy.foresight);
  const key = JointKey.of(model);
  if (!key) return null;
  const rollout = new ExactRollout(
    model,
    key,
    [...bases.indices.slice(0, FOLLOWED), new IdlePolicy(model)],
    states,
  );
  rollout.decide(0, model.initial());
  return rollout.exhausted ? null : rollout;
}
