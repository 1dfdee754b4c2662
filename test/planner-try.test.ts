import { expect, it } from 'vitest';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import { solveExactly } from '../src/portfolio/exact.ts';
import { solvePlan } from '../src/portfolio/solve.ts';
import { solvedProgrammes } from './oracle/random-programmes.ts';
import { plannerModel } from './planner-model.ts';

it('try', async () => {
  const solver = await loadLinearSolver();
  const N = Number(process.env.N ?? 20);
  let sum = 0,
    worst = 0,
    n = 0;
  const b = [0, 0];
  let gap = 0;
  let tO = 0,
    tS = 0;
  let t0 = Date.now();
  for (const { seed, spec, terms, optimum } of solvedProgrammes(N)) {
    tO += Date.now() - t0;
    t0 = Date.now();
    const model = plannerModel(spec, terms);
    const exact = process.env.EX ? solveExactly(model, { states: 1e6, steps: 1e9 })!.value : optimum.value;
    const s = solvePlan(model, solver, {
      exactStates: 0,
      evaluationStates: 200000,
      boundRounds: 60,
      listTrials: 40,
      trainingPaths: 300,
      valuePaths: 1000,
      seed: 1,
      gapTarget: 0,
    });
    tS += Date.now() - t0;
    const opt = optimum.value;
    const scale = Math.max(1e-9, Math.abs(opt));
    const loss = (opt - s.performance.value) / scale;
    if (Math.abs(exact - opt) > 1e-7 * scale) console.log('EXACT DIFFERS', seed, opt, exact);
    if (s.bound < opt - 1e-9 * scale) console.log('BOUND BELOW', seed, opt, s.bound);
    if (loss < -1e-9) console.log('POLICY ABOVE', seed, opt, s.performance.value, s.performance.exact);
    if (loss > 0.01)
      console.log('loss', seed, loss.toFixed(4), s.policy.name, s.performance.exact, spec.groups.length);
    if (opt > 0) {
      sum += loss;
      worst = Math.max(worst, loss);
      n++;
      gap += (s.bound - opt) / scale;
      s.baselines.forEach((x, i) => {
        b[i] += (opt - x.performance.value) / scale;
      });
    }
    t0 = Date.now();
  }
  console.log({ n, mean: sum / n, worst, gap: gap / n, base: b.map((x) => x / n), tO, tS });
  expect(n).toBeGreaterThan(0);
});
