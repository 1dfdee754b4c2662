import { expect, test } from 'vitest';
import { loadLinearSolver } from '../../src/compute/highs-solver.ts';
import { Random } from '../../src/kernel/random.ts';
import { solveExactly } from '../../src/portfolio/exact.ts';
import { solvePlan } from '../../src/portfolio/solve.ts';
import type { PlanSpec, StageSpec, VariantSpec } from '../../src/portfolio/spec.ts';
import { plannerModel } from '../planner-model.ts';
import { jointOptimum } from './joint-dp.ts';
import { randomProgramme, STATES_MAX } from './random-programmes.ts';

/**
 * The random programme of a seed with rivalry, what losers leave to others, cuts, money that is asked for only at the
 * start or where a stage may end, variants that use nothing and may end in any period, and rewards (of either sign) for passing a stage.
 */
function rivals(seed: number): { spec: PlanSpec; terms: ReturnType<typeof randomProgramme>['terms'] } {
  const { spec, terms } = randomProgramme(seed);
  const random = new Random(seed + 1_000_000);
  const stage = (s: StageSpec): StageSpec => ({
    ...s,
    use: s.use.map((use) => {
      const when = (['start', 'end', undefined, undefined] as const)[random.integer(4)];
      return when ? { ...use, when } : use;
    }),
    passReward: Array.from({ length: spec.periods }, () => random.integer(5) - 2),
  });
  const alone: VariantSpec = {
    id: 'left alone',
    stages: [
      {
        durationLaw: [0.4],
        memoryless: true,
        success: 0.3,
        proves: true,
        costPerPeriod: 0.5,
        use: [],
        requires: [],
      },
    ],
  };
  const groups = spec.groups.map((group) => ({
    ...group,
    races: group.approaches.map(() =>
      random.uniform() < 0.2
        ? null
        : {
            effortLoss: random.integer(4) / 10,
            reuse: random.integer(5) / 10,
            cuts: random.uniform() < 0.3 ? [2, 1] : [],
          },
    ),
    projects: group.projects.map((project) => ({
      ...project,
      variants: [
        ...project.variants.map((variant) => ({ ...variant, stages: variant.stages.map(stage) })),
        ...(random.uniform() < 0.3 ? [alone] : []),
      ],
    })),
  }));
  return { spec: { ...spec, groups }, terms };
}

test('what rivals do to each other is planned exactly, and the bound stays above the optimum', async () => {
  const solver = await loadLinearSolver();
  let solved = 0;
  let changed = 0;
  for (let seed = 0; solved < 25; seed++) {
    const { spec, terms } = rivals(seed);
    const optimum = jointOptimum(spec, terms, { maxStates: STATES_MAX / 3 });
    if (!optimum) continue;
    solved++;
    const model = plannerModel(spec, terms);
    const tolerance = 1e-7 * Math.max(1, Math.abs(optimum.value));
    expect(Math.abs(solveExactly(model, { states: 1e6, steps: 1e9 })!.value - optimum.value)).toBeLessThan(
      tolerance,
    );
    const { bound, performance } = solvePlan(model, solver, {
      exactStates: 0,
      evaluationStates: 200_000,
      boundRounds: 30,
      listTrials: 10,
      trainingPaths: 50,
      valuePaths: 50,
      seed: 1,
      gapTarget: 0,
    });
    expect(bound).toBeGreaterThan(optimum.value - tolerance);
    if (performance.exact) expect(performance.value).toBeLessThan(optimum.value + tolerance);
    const alone = spec.groups.map(({ races: _, ...group }) => group);
    const without = solveExactly(plannerModel({ ...spec, groups: alone }, terms), {
      states: 1e6,
      steps: 1e9,
    })!;
    if (Math.abs(without.value - optimum.value) > tolerance) changed++;
  }
  expect(changed).toBeGreaterThan(5);
}, 120_000);
