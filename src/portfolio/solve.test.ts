import { expect, it } from 'vitest';
import { loadLinearSolver } from '../compute/highs-solver.ts';
import { coupledProgramme } from './coupled-programme.ts';
import { type SolveProgress, solvePlan } from './solve.ts';

const WORK = {
  exactStates: 300_000,
  evaluationStates: 0,
  boundRounds: 20,
  listTrials: 0,
  trainingPaths: 16,
  searchPaths: 16,
  valuePaths: 100,
  seed: 1,
  gapTarget: 0,
};

it('stopped in the exact attempt, it goes on to the best it has, valued and within its bound', async () => {
  const model = coupledProgramme(
    { goals: 7, projects: 1, periods: 8, funds: 1, resources: 1, scenarios: 1 },
    1,
  );
  const solver = await loadLinearSolver();
  const whole = solvePlan(model, solver, WORK);
  expect(whole).toMatchObject({ proof: 'exact', stopped: false });
  let phase: SolveProgress['phase'] = 'bound';
  const solution = solvePlan(model, solver, {
    ...WORK,
    onProgress: (progress) => {
      phase = progress.phase;
    },
    stop: () => phase !== 'bound',
  });
  expect(solution).toMatchObject({ proof: 'bound', stopped: true });
  expect(solution.bound).toBeGreaterThanOrEqual(whole.bound - 1e-9 * whole.bound);
  expect(solution.performance.value).toBeGreaterThan(0);
});
