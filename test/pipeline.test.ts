import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { solvePipeline } from '../src/app/pipeline.ts';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import { PipelineResult } from '../src/contract/plan.ts';
import { eachFixture, fixturePath } from './fixtures.ts';

/** Instances of up to four drugs; expected.csv has their optimum, from an independent exact solution. */
const NAMES = [
  'modeldata',
  'modeldata_10',
  'modeldatab',
  'modeldata3',
  'modeldata3_5',
  'modeldata3_constrained30',
  'modeldata3_unconstrained',
  'modeldata3short',
  'modeldata4',
  'modeldata4_3',
  'modeldata4_constrained30',
  'modeldata4_unconstrained',
];

function optimum(name: string): number {
  const rows = readFileSync(fixturePath('rd-pipeline', 'expected.csv'), 'utf8').split('\n');
  return Number(rows.find((row) => row.startsWith(`${name},`))!.split(',')[5]);
}

const solver = await loadLinearSolver();

eachFixture('R&D pipelines of up to four drugs, solved exactly', 'rd-pipeline', NAMES, (name) => {
  const text = readFileSync(fixturePath('rd-pipeline', `${name}.dat`), 'utf8');
  const result = solvePipeline(name, text, solver, () => 0);
  expect(PipelineResult.parse(result)).toEqual(result);
  expect(result.projects).toBeLessThanOrEqual(4);
  expect(result.proof).toBe('exact');
  expect(Math.abs(result.value - optimum(name))).toBeLessThan(1e-3);
  expect(result.bound).toBeCloseTo(result.value, 9);
  expect(result.standardError).toBe(0);
});
