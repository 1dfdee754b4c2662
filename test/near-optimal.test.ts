import { beforeAll, describe, expect, it } from 'vitest';
import { barredModel } from '../src/portfolio/barred.ts';
import { evaluateExactly } from '../src/portfolio/evaluate.ts';
import { solveExactly } from '../src/portfolio/exact.ts';
import { JointKey } from '../src/portfolio/joint-key.ts';
import { LossTrials } from '../src/portfolio/loss-trials.ts';
import { nearOptimalPlans } from '../src/portfolio/near-optimal.ts';
import { Surprise } from '../src/portfolio/path.ts';
import { chanceDistance, planDistance, startChances } from '../src/portfolio/plan-distance.ts';
import type { Policy } from '../src/portfolio/policy.ts';
import { BasePolicies } from '../src/portfolio/policy-bases.ts';
import { Reach } from '../src/portfolio/reach.ts';
import type { PlanSpec } from '../src/portfolio/spec.ts';
import { IndexVariations } from '../src/portfolio/variations.ts';
import { type SolvedProgramme, solvedProgrammes } from './oracle/random-programmes.ts';
import { plannerModel } from './planner-model.ts';

const PROGRAMMES = 20;
const LIMITS = { states: 200_000, steps: 20_000_000 };
const FUNDED = 0.1;

describe(`plans nearly as good as the best, on ${PROGRAMMES} random programmes`, () => {
  let programmes: SolvedProgramme[] = [];

  beforeAll(() => {
    programmes = [...solvedProgrammes(PROGRAMMES)];
  });

  it('a barred project is worth nothing: the same as if it could never succeed and cost too much', () => {
    let differ = 0;
    for (const { spec, terms, optimum, seed } of programmes) {
      const model = plannerModel(spec, terms);
      const group = seed % spec.groups.length;
      const barred = barredModel(model, [{ group, project: 0 }]);
      const value = solveExactly(barred, LIMITS)!.value;
      const priced = solveExactly(plannerModel(priceless(spec, group), terms), LIMITS)!.value;
      expect(value, `seed ${seed}`).toBeCloseTo(priced, 9);
      if (value < optimum.value - 1e-9) differ++;
    }
    expect(differ).toBeGreaterThan(PROGRAMMES / 4);
  });

  it('a plan made without a project follows the same course in the model itself, and never starts it', () => {
    for (const { spec, terms, seed } of programmes) {
      const model = plannerModel(spec, terms);
      const key = JointKey.of(model)!;
      const group = seed % spec.groups.length;
      const barred = barredModel(model, [{ group, project: 0 }]);
      const { policy, value } = solveExactly(barred, LIMITS)!;
      const followed = evaluateExactly(model, key, policy, 1e6)!;
      expect(followed.value, `seed ${seed}`).toBeCloseTo(value, 9);
      const place = spec.groups.slice(0, group).reduce((sum, { projects }) => sum + projects.length, 0);
      expect(startChances(model, followed)[place]).toBe(0);
    }
  });

  it('by simulation: losses are true within their errors, and all are as near and as far apart as asked', () => {
    let found = 0;
    for (const { spec, terms, seed } of programmes) {
      const model = plannerModel(spec, terms);
      const reach = new Reach(model);
      const rents = new Float64Array(spec.rows.length * spec.periods);
      const index = new BasePolicies(model, reach, rents).indices[8];
      const limits = { evaluationStates: 0, trialPaths: 128, valuePaths: 400, seed: 1 };
      const trials = new LossTrials(model, null, new Surprise(model, reach), index, limits);
      const near = nearOptimalPlans(model, trials, new IndexVariations(model, index), {
        count: 5,
        within: 0.1,
        nothing: 0,
        apart: 0.2,
        funded: FUNDED,
        work: 8000,
        seed: 1,
      });
      const exactly = (policy: Policy) => evaluateExactly(model, JointKey.of(model)!, policy, 1e6)!;
      const best = exactly(index);
      expect(near.near).toBeLessThanOrEqual(near.tried);
      const plans = new IndexVariations(model, index);
      near.plans.forEach((plan, i) => {
        found++;
        const own = exactly(plans.policyOf(plan.variation));
        const luck = 5 * plan.lossError + 1e-9;
        expect(Math.abs(best.value - own.value - plan.loss), `seed ${seed}`).toBeLessThanOrEqual(luck);
        expect(plan.loss).toBeLessThanOrEqual(0.1 * Math.abs(near.best.performance.value));
        for (const other of [near.best, ...near.plans.slice(0, i)]) {
          expect(planDistance(plan.chances, other.chances, FUNDED)).toBeGreaterThanOrEqual(0.2);
        }
      });
    }
    console.info(`${found} plans nearly as good on ${PROGRAMMES} programmes`);
    expect(found).toBeGreaterThan(PROGRAMMES / 4);
  });
});

/** The first project of a group made so dear that nobody would start it. */
function priceless(spec: PlanSpec, group: number): PlanSpec {
  const dear = spec.groups[group].projects[0].variants.map((variant) => ({
    ...variant,
    stages: variant.stages.map((stage, s) => (s === 0 ? { ...stage, costPerPeriod: 1e9 } : stage)),
  }));
  const groups = spec.groups.map((own, g) =>
    g === group
      ? { ...own, projects: own.projects.map((one, p) => (p === 0 ? { ...one, variants: dear } : one)) }
      : own,
  );
  return { ...spec, groups };
}

describe('distance of two plans', () => {
  const of = (...chances: number[]): Float64Array => Float64Array.from(chances);

  it('is the share of the projects either funds that only one does', () => {
    expect(planDistance(of(1, 1, 0), of(1, 0, 1), FUNDED)).toBeCloseTo(2 / 3, 12);
    expect(planDistance(of(1, 0), of(0, 0.5), FUNDED)).toBe(1);
    expect(planDistance(of(0, 0.09), of(0, 0.01), FUNDED)).toBe(0);
    // The same projects with other chances; a project that just crosses the mark, and one that crosses it by far.
    expect(planDistance(of(1, 0.9), of(1, 0.2), FUNDED)).toBe(0);
    expect(planDistance(of(1, 0.11), of(1, 0.07), FUNDED)).toBe(0);
    expect(planDistance(of(1, 0.2), of(1, 0.09), FUNDED)).toBe(0.5);
  });

  it('or the same with every project counted by its chances', () => {
    expect(chanceDistance(of(1, 0.9), of(1, 0.2))).toBeCloseTo(1 - 1.2 / 1.9, 12);
    expect(chanceDistance(of(0, 0), of(0, 0))).toBe(0);
  });
});
