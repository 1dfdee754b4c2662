import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { solvePipeline } from '../src/app/pipeline.ts';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import { parsePipeline, pipelineSpec } from '../src/formats/rd-pipeline.ts';
import { scenarioTreeProgramme } from '../src/portfolio/scenario-tree-programme.ts';
import { eachFixture, fixturePath } from './fixtures.ts';
import { publishedOptimum } from './support/pipelines.ts';

const solver = await loadLinearSolver();

const NAMES = ['modeldata', 'modeldata_10', 'modeldatab', 'modeldata3short', 'modeldata4_3'];

eachFixture('R&D pipelines as stochastic programmes over all scenarios', 'rd-pipeline', NAMES, (name) => {
  const text = readFileSync(fixturePath('rd-pipeline', `${name}.dat`), 'utf8');
  const { model, constant } = scenarioTreeProgramme(pipelineSpec(parsePipeline(name, text)));
  const { objective, optimal } = model.solveWithin(solver, { seconds: 60, gap: 1e-6 });
  const ours = solvePipeline(name, text, solver, { exact: true, seconds: () => 0 });
  expect(optimal).toBe(true);
  expect(constant - objective!).toBeCloseTo(ours.value, 4);
  expect(Math.abs(constant - objective! - publishedOptimum(name))).toBeLessThan(1e-3);
});
