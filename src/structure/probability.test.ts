import { describe, expect, test } from 'vitest';
import { Bdd, FALSE, TRUE } from './bdd.ts';
import { birnbaum, CompiledTerms, probability, weightedBirnbaum } from './probability.ts';

describe('probability', () => {
  const bdd = new Bdd(3);
  const leaves = [0, 1, 2].map((i) => bdd.variable(i));
  const twoOfThree = bdd.atLeast(2, leaves);

  test('two out of three at 0.9, and its importances', () => {
    expect(probability(bdd, twoOfThree, [0.9, 0.9, 0.9])).toBeCloseTo(0.972, 14);
    for (const slope of birnbaum(bdd, twoOfThree, [0.9, 0.9, 0.9])) expect(slope).toBeCloseTo(0.18, 14);
  });

  test('certain leaves give exactly 0 or 1', () => {
    expect(probability(bdd, twoOfThree, [1, 0, 1])).toBe(1);
    expect(probability(bdd, twoOfThree, [1, 0, 0])).toBe(0);
  });

  test('in a series with one broken link the others are worth nothing', () => {
    expect([...birnbaum(bdd, bdd.all(leaves), [0, 0.5, 0.8])]).toEqual([0.4, 0, 0]);
  });

  test('constants, a root twice, and no root at all', () => {
    const p = [0.1, 0.2, 0.3];
    const roots = [
      { node: TRUE, weight: 5 },
      { node: FALSE, weight: 7 },
      { node: leaves[1], weight: 2 },
      { node: leaves[1], weight: 3 },
    ];
    const { value, gradient } = weightedBirnbaum(bdd, roots, p);
    expect(value).toBeCloseTo(6, 14);
    expect([...gradient]).toEqual([0, 5, 0]);
    expect(new CompiledTerms(bdd, roots, 3).evaluate(Uint8Array.of(0, 1, 0))).toBe(10);
    expect(new CompiledTerms(bdd, [], 3).value(p)).toBe(0);
  });

  test('fewer chances than variables are refused', () => {
    expect(() => probability(bdd, twoOfThree, [0.5])).toThrow(/fewer chances/);
    expect(() => new CompiledTerms(bdd, [{ node: leaves[2], weight: 1 }], 2)).toThrow(/more variables/);
  });
});
