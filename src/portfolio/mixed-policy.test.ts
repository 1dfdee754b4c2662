import { describe, expect, it } from 'vitest';
import { IdlePolicy } from './base-policies.ts';
import { coupledProgramme } from './coupled-programme.ts';
import { evaluateExactly } from './evaluate.ts';
import { solveExactly } from './exact.ts';
import { JointKey } from './joint-key.ts';
import type { JointModel } from './joint-model.ts';
import { MixedPolicy } from './mixed-policy.ts';
import type { Policy } from './policy.ts';
import { BasePolicies } from './policy-bases.ts';
import { Reach } from './reach.ts';
import { ExactRollout } from './rollout.ts';

const size = { goals: 4, projects: 1, periods: 7, funds: 1, resources: 0, scenarios: 2 };
const ENOUGH = 1e7;

function rulesOf(model: JointModel): Policy[] {
  const rents = new Float64Array(model.plan.rows.length * model.periods);
  const bases = new BasePolicies(model, new Reach(model), rents);
  return [...bases.indices, ...bases.lists(bases.orders(20)), new IdlePolicy(model)];
}

/** Values of the best single rule, of their best mixture, and of the optimum. */
function compared(seed: number, shape = size) {
  const model = coupledProgramme(shape, seed);
  const key = JointKey.of(model)!;
  const value = (policy: Policy) => evaluateExactly(model, key, policy, ENOUGH)!.value;
  const rules = rulesOf(model);
  return {
    rule: Math.max(...rules.map(value)),
    rollout: value(new ExactRollout(model, key, rules, ENOUGH)),
    mixture: value(new MixedPolicy(model, key, rules, ENOUGH)),
    optimum: solveExactly(model, { states: ENOUGH, steps: ENOUGH * 40 })!.value,
  };
}

describe('the best mixture of rules', () => {
  it('is no worse than any of them and no better than the optimum', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { rule, mixture, optimum } = compared(seed);
      const rounding = 1e-9 * Math.max(1, optimum);
      expect(mixture).toBeGreaterThanOrEqual(rule - rounding);
      expect(mixture).toBeLessThanOrEqual(optimum + rounding);
    }
  });

  it('finds the optimum where no single change of a first step shows the way', () => {
    const goals = { goals: 3, projects: 2, periods: 7, funds: 1, resources: 1, scenarios: 2 };
    const { rollout, mixture, optimum } = compared(220, goals);
    expect(rollout).toBeLessThan(0.95 * optimum);
    expect(mixture).toBeCloseTo(optimum, 9);
  });

  it('says when the rules were asked more often than allowed', () => {
    const model = coupledProgramme(size, 1);
    const policy = new MixedPolicy(model, JointKey.of(model)!, rulesOf(model), 10);
    policy.decide(0, model.initial());
    expect(policy.exhausted).toBe(true);
  });
});
