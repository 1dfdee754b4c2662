import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { pipelineModel, solvePipeline } from '../src/app/pipeline.ts';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import { PipelineResult } from '../src/contract/plan.ts';
import { parsePipeline } from '../src/formats/rd-pipeline.ts';
import { gateBound } from '../src/portfolio/bound.ts';
import { clustered } from '../src/portfolio/cluster.ts';
import { eachFixture, fixturePath } from './fixtures.ts';
import { publishedOptimum } from './support/pipelines.ts';

/** Instances of up to seven drugs; expected.csv has their optimum, from an independent exact solution. */
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
  'modeldata5',
  'modeldata5_3_10_2r',
  'modeldata5_3_12_2r',
  'modeldata5_3_4_2r',
  'modeldata5_3_6_3r',
  'modeldata5_3_6_4r',
  'modeldata5_3_6_5r',
  'modeldata5_3_6_6r',
  'modeldata5_3_8_2r',
  'modeldata5_4',
  'modeldata5_5',
  'modeldata5_6',
  'modeldata5_constrained30',
  'modeldata5_gd110',
  'modeldata5_gd125',
  'modeldata5_gd75',
  'modeldata5_gd90',
  'modeldata5_gl110',
  'modeldata5_gl125',
  'modeldata5_gl75',
  'modeldata5_gl90',
  'modeldata5_rv110',
  'modeldata5_rv125',
  'modeldata5_rv75',
  'modeldata5_rv90',
  'modeldata5_unconstrained',
  'modeldata5b',
  'modeldata5b_tl2',
  'modeldata6',
  'modeldata6_constrained30',
  'modeldata6b',
  'modeldata7a',
  'modeldata7a_constrained30',
  'modeldata7a_unconstrained',
];

const solver = await loadLinearSolver();

eachFixture('R&D pipelines of up to seven drugs, solved exactly', 'rd-pipeline', NAMES, (name) => {
  const text = readFileSync(fixturePath('rd-pipeline', `${name}.dat`), 'utf8');
  const result = solvePipeline(name, text, solver, { exact: true, seconds: () => 0 });
  expect(PipelineResult.parse(result)).toEqual(result);
  expect(result.projects).toBeLessThanOrEqual(7);
  expect(result.proof).toBe('exact');
  expect(Math.abs(result.value - publishedOptimum(name))).toBeLessThan(1e-3);
  expect(result.bound).toBeCloseTo(result.value, 9);
  expect(result.standardError).toBe(0);
});

const CLUSTERS = ['modeldata3', 'modeldata4', 'modeldata5', 'modeldata5b_tl2', 'modeldata6'];

eachFixture('R&D pipelines without the exact route', 'rd-pipeline', CLUSTERS, (name) => {
  const text = readFileSync(fixturePath('rd-pipeline', `${name}.dat`), 'utf8');
  const { value, bound, standardError, proof } = solvePipeline(name, text, solver, {
    exact: false,
    seconds: () => 0,
  });
  expect(proof).toBe('bound');
  expect(bound).toBeGreaterThanOrEqual(publishedOptimum(name) - 1e-3);
  expect(value).toBeLessThanOrEqual(publishedOptimum(name) + 4 * standardError + 1e-3);
  expect(value).toBeGreaterThan(0.98 * publishedOptimum(name));
});

eachFixture(
  'One cluster of all drugs is the plan itself',
  'rd-pipeline',
  ['modeldata3', 'modeldata4'],
  (name) => {
    const text = readFileSync(fixturePath('rd-pipeline', `${name}.dat`), 'utf8');
    const whole = clustered(pipelineModel(parsePipeline(name, text)), 1e6, 'in order');
    expect(whole.groups).toHaveLength(1);
    const { bound } = gateBound(whole, solver, { rounds: 50, tolerance: 1e-9 });
    expect(Math.abs(bound - publishedOptimum(name))).toBeLessThan(1e-3);
  },
);
