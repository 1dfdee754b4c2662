import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import { parseKnapsacks } from '../src/formats/or-library.ts';
import { type KnapsackProblem, solveKnapsack } from '../src/portfolio/knapsack.ts';
import { knapsackProgramme } from '../src/portfolio/knapsack-programme.ts';
import { eachFixture, fixturePath } from './fixtures.ts';

const FREELY = { stop: () => false, nodes: Number.POSITIVE_INFINITY };
const solver = await loadLinearSolver();

const needOf = ({ weights }: KnapsackProblem, chosen: readonly number[]): number[] =>
  weights.map((row) => chosen.reduce((sum, item) => sum + row[item], 0));

function readSet(): KnapsackProblem[] {
  const packed = readFileSync(fixturePath('knapsack', 'mknapcb1.txt.gz'));
  return parseKnapsacks('mknapcb1', gunzipSync(packed).toString('utf8'));
}

/** Best values of 1997 (Chu and Beasley) of this set, which the file lists first and without names. */
function published(): number[] {
  const text = readFileSync(fixturePath('knapsack', 'mkcbres.txt'), 'utf8');
  return [...text.matchAll(/^(\d{5})$/gm)].map(([, value]) => Number(value));
}

/** Numbers, from 1, of instances that are proven fast. */
const QUICK = ['2', '21', '25', '29'];

eachFixture('Choices under five budgets (OR-Library)', 'knapsack', QUICK, (name) => {
  const problem = readSet()[Number(name) - 1];
  const { chosen, value, bound, proven } = solveKnapsack(problem, FREELY);
  expect(proven).toBe(true);
  expect(bound).toBe(value);
  needOf(problem, chosen).forEach((need, r) => {
    expect(need).toBeLessThanOrEqual(problem.capacities[r]);
  });
  expect(value).toBe(chosen.reduce((sum, item) => sum + problem.values[item], 0));
  expect(published()).toHaveLength(30);
  expect(value).toBeGreaterThanOrEqual(published()[Number(name) - 1]!);
});

/** Its first items alone, and as much of each capacity. */
function shortened({ values, weights, capacities }: KnapsackProblem, items: number): KnapsackProblem {
  return {
    values: values.slice(0, items),
    weights: weights.map((row) => row.slice(0, items)),
    capacities: capacities.map((capacity) => Math.floor((capacity * items) / values.length)),
  };
}

eachFixture('Their first 25 items, as integer programmes by HiGHS', 'knapsack', ['1', '11', '21'], (name) => {
  const problem = shortened(readSet()[Number(name) - 1], 25);
  const { objective, optimal } = knapsackProgramme(problem).solveWithin(solver, { seconds: 100, gap: 0.999 });
  expect(optimal).toBe(true);
  expect(-objective!).toBeCloseTo(solveKnapsack(problem, FREELY).value, 6);
});

test('an integer programme cut short gives a bound, and says that it is not done', () => {
  const items = Array.from({ length: 40 }, (_, i) => 100 + ((i * 37) % 61));
  const problem = { values: items.map((w) => w + 10), weights: [items], capacities: [2003] };
  const { bound, optimal } = knapsackProgramme(problem).solveWithin(solver, { seconds: 0, gap: 0 });
  expect(optimal).toBe(false);
  expect(-bound).toBeGreaterThanOrEqual(solveKnapsack(problem, FREELY).value - 1e-6);
});

test('without rows, all that is worth something; without items, nothing', () => {
  expect(solveKnapsack({ values: [3, -1, 0, 2], weights: [], capacities: [] }, FREELY)).toMatchObject({
    chosen: [0, 3],
    value: 5,
    proven: true,
  });
  expect(solveKnapsack({ values: [], weights: [[]], capacities: [4] }, FREELY)).toMatchObject({
    chosen: [],
    value: 0,
    bound: 0,
    proven: true,
  });
});

test('capacities are kept as elsewhere in the planner: within a part in a billion', () => {
  const problem = { values: [1, 1], weights: [[0.1, 0.2]], capacities: [0.3] };
  expect(solveKnapsack(problem, FREELY).chosen).toEqual([0, 1]);
});
