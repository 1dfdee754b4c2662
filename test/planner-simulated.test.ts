import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import type { LinearSolver } from '../src/kernel/linear-program.ts';
import { evaluateExactly } from '../src/portfolio/evaluate.ts';
import { JointKey } from '../src/portfolio/joint-key.ts';
import { solvePlan } from '../src/portfolio/solve.ts';
import { type SolvedProgramme, solvedProgrammes } from './oracle/random-programmes.ts';
import { plannerModel } from './planner-model.ts';

const PROGRAMMES = 25;

/** Solves a programme as if no value could be exact. */
function simulated(solver: LinearSolver, { spec, terms }: SolvedProgramme) {
  const model = plannerModel(spec, terms);
  const solution = solvePlan(model, solver, {
    exactStates: 0,
    evaluationStates: 0,
    boundRounds: 60,
    listTrials: 0,
    trainingPaths: 200,
    searchPaths: 2000,
    valuePaths: 400,
    seed: 1,
    gapTarget: 0,
  });
  return { model, solution };
}

describe(`the planner by simulation alone, on ${PROGRAMMES} random programmes`, () => {
  let programmes: SolvedProgramme[] = [];
  let solver: LinearSolver;

  beforeAll(async () => {
    solver = await loadLinearSolver();
    programmes = [...solvedProgrammes(PROGRAMMES)];
  });

  it('values a policy at its exact value within five standard errors, and loses little', () => {
    const losses: number[] = [];
    for (const programme of programmes) {
      const { model, solution } = simulated(solver, programme);
      const { value, standardError } = solution.performance;
      const exact = evaluateExactly(model, JointKey.of(model)!, solution.policy, 1e6)!.value;
      const luck = 5 * standardError + 1e-9 * Math.abs(exact);
      expect(Math.abs(value - exact), `seed ${programme.seed}`).toBeLessThanOrEqual(luck);
      if (programme.optimum.value > 1e-9) losses.push(1 - exact / programme.optimum.value);
    }
    const mean = losses.reduce((sum, x) => sum + x, 0) / losses.length;
    console.info(`loss by simulation alone: mean ${(100 * mean).toFixed(2)} %, worst ${Math.max(...losses)}`);
    expect(mean).toBeLessThan(0.05);
  });

  it('gives the same answer again', () => {
    const [a, b] = [0, 1].map(() => simulated(solver, programmes[3]).solution);
    expect(a.performance.value).toBe(b.performance.value);
    expect(a.policy.name).toBe(b.policy.name);
  });
});
