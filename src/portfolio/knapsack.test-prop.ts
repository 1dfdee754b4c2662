import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KnapsackProblem, solveKnapsack } from './knapsack.ts';

const FREELY = { stop: () => false, nodes: 1_000_000 };

/** Tight to loose capacities: each a share of what all items need together. */
const problems = (amount: fc.Arbitrary<number>, value: fc.Arbitrary<number>): fc.Arbitrary<KnapsackProblem> =>
  fc
    .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 4 }))
    .chain(([items, rows]) =>
      fc.record({
        values: fc.array(value, { minLength: items, maxLength: items }),
        weights: fc.array(fc.array(amount, { minLength: items, maxLength: items }), {
          minLength: rows,
          maxLength: rows,
        }),
        shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: rows, maxLength: rows }),
      }),
    )
    .map(({ values, weights, shares }) => ({
      values,
      weights,
      capacities: weights.map((row, r) => Math.floor(shares[r] * row.reduce((sum, w) => sum + w, 0))),
    }));

const whole = problems(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -5, max: 40 }));
const broken = problems(
  fc.double({ min: 0, max: 9, noNaN: true }),
  fc.double({ min: -1, max: 20, noNaN: true }),
);

function isFeasible({ weights, capacities }: KnapsackProblem, chosen: readonly number[]): boolean {
  return weights.every((row, r) => {
    const need = chosen.reduce((sum, j) => sum + row[j], 0);
    return need <= capacities[r] * (1 + 1e-9);
  });
}

function bestByTrial(problem: KnapsackProblem): number {
  const { values } = problem;
  let best = 0;
  for (let set = 0; set < 2 ** values.length; set++) {
    const chosen = values.flatMap((_, j) => ((set >> j) & 1 ? [j] : []));
    const value = chosen.reduce((sum, j) => sum + values[j], 0);
    if (value > best && isFeasible(problem, chosen)) best = value;
  }
  return best;
}

test.each([
  ['whole numbers', whole],
  ['any numbers', broken],
])('the best choice under up to four budgets, as by trying all: %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (problem) => {
      const { chosen, value, bound, proven } = solveKnapsack(problem, FREELY);
      expect(proven).toBe(true);
      expect(bound).toBe(value);
      expect(value).toBeCloseTo(
        chosen.reduce((sum, j) => sum + problem.values[j], 0),
        9,
      );
      expect(isFeasible(problem, chosen)).toBe(true);
      expect(value).toBeCloseTo(bestByTrial(problem), 6);
    }),
    { numRuns: 150 },
  );
});

test('cut short, its bound still holds', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: 0, max: 12 }), (problem, nodes) => {
      const solution = solveKnapsack(problem, { ...FREELY, nodes });
      expect(solution.nodes).toBeLessThanOrEqual(nodes);
      expect(isFeasible(problem, solution.chosen)).toBe(true);
      const best = bestByTrial(problem);
      expect(solution.value).toBeLessThanOrEqual(best);
      expect(solution.bound).toBeGreaterThanOrEqual(best - 1e-6);
      if (solution.proven) expect(solution.value).toBe(best);
    }),
  );
});
