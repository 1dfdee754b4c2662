import { describe, expect, test } from 'vitest';
import { Bdd, FALSE, TRUE } from './bdd.ts';

function variables(bdd: Bdd): number[] {
  return Array.from({ length: bdd.variableCount }, (_, i) => bdd.variable(i));
}

describe('decision diagram', () => {
  test('constants, empty gates and thresholds at their ends', () => {
    const bdd = new Bdd(3);
    const [a, b, c] = variables(bdd);
    expect(bdd.all([])).toBe(TRUE);
    expect(bdd.any([])).toBe(FALSE);
    expect(bdd.atLeast(0, [])).toBe(TRUE);
    expect(bdd.atLeast(1, [])).toBe(FALSE);
    expect(bdd.atLeast(1, [a, b, c])).toBe(bdd.any([a, b, c]));
    expect(bdd.atLeast(3, [a, b, c])).toBe(bdd.all([a, b, c]));
    expect(bdd.atLeast(2, [TRUE, FALSE, a])).toBe(a);
    expect(bdd.and(a, bdd.not(a))).toBe(FALSE);
    expect(bdd.top(TRUE)).toBe(3);
    expect([bdd.top(b), bdd.low(b), bdd.high(b)]).toEqual([1, FALSE, TRUE]);
  });

  test('two out of three', () => {
    const bdd = new Bdd(3);
    const [a, b, c] = variables(bdd);
    const f = bdd.atLeast(2, [a, b, c]);
    expect(f).toBe(bdd.any([bdd.and(a, b), bdd.and(a, c), bdd.and(b, c)]));
    expect(bdd.size(f)).toBe(4);
    expect(bdd.evaluate(f, [true, false, true])).toBe(true);
    expect(bdd.evaluate(f, [0, 0, 1])).toBe(false);
  });

  test('a function listed twice counts twice', () => {
    const bdd = new Bdd(2);
    const [a, b] = variables(bdd);
    expect(bdd.atLeast(2, [a, a, b])).toBe(a);
  });

  test('a sum that only rounding keeps below the threshold reaches it', () => {
    const bdd = new Bdd(3);
    const thirds = variables(bdd).map((node) => ({ node, weight: 0.1 }));
    expect(bdd.threshold(thirds, 0.3)).toBe(bdd.all(variables(bdd)));
    const tonnes = variables(bdd).map((node) => ({ node, weight: 1e6 / 3 }));
    expect(bdd.threshold(tonnes, 1e6)).toBe(bdd.all(variables(bdd)));
    expect(bdd.threshold(tonnes, 1e6 + 1)).toBe(FALSE);
  });

  test('thresholds over many leaves stay small', () => {
    const bdd = new Bdd(60);
    const leaves = variables(bdd);
    // Roots have no common measure: remembered by exact remainder, the work would grow with their subsets.
    const roots = leaves.slice(0, 20).map((node, i) => ({ node, weight: Math.sqrt(i + 2) }));
    expect(bdd.size(bdd.threshold(roots, 30))).toBeLessThan(20_000);
    const halves = leaves.map((node, i) => ({ node, weight: i % 2 === 0 ? 1 : 1.5 }));
    expect(bdd.size(bdd.threshold(halves, 30))).toBeLessThan(6_000);
  });

  test('limits and senseless input are refused', () => {
    const bdd = new Bdd(40, { maxNodes: 300 });
    const leaves = variables(bdd);
    expect(() => bdd.atLeast(20, leaves)).toThrow(
      expect.objectContaining({ code: 'STRUCTURE_TOO_LARGE', exitCode: 4 }),
    );
    expect(bdd.evaluate(leaves[5], new Uint8Array(40).fill(1))).toBe(true);
    expect(() => bdd.threshold([{ node: leaves[0], weight: -1 }], 1)).toThrow(/weight of -1/);
    expect(() => bdd.threshold([{ node: leaves[0], weight: 1 }], Number.NaN)).toThrow(/threshold of NaN/);
    expect(() => new Bdd(4001)).toThrow(
      expect.objectContaining({ code: 'STRUCTURE_TOO_LARGE', exitCode: 4 }),
    );
    expect(() => bdd.variable(40)).toThrow(/variable 40/);
  });

  test('a long chain of leaves does not exhaust the stack', () => {
    const bdd = new Bdd(4000);
    const odd = bdd.all(variables(bdd).filter((_, i) => i % 2 === 1));
    const even = bdd.any(variables(bdd).filter((_, i) => i % 2 === 0));
    expect(bdd.size(bdd.ite(even, odd, bdd.not(odd)))).toBeGreaterThan(4000);
  });
});
