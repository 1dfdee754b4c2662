import { describe, expect, test } from 'vitest';
import { Bdd, FALSE, TRUE } from './bdd.ts';
import { FormulaBuilder } from './formula.ts';

describe('formula builder', () => {
  const formula = new FormulaBuilder(new Bdd(4));
  const [a, b, c, d] = [0, 1, 2, 3].map((i) => formula.leaf(i));

  test('constants and repeats are removed, and a gate that is its child has no record of its own', () => {
    expect(formula.all([TRUE, a, a])).toBe(a);
    expect(formula.any([FALSE, a])).toBe(a);
    expect(formula.all([a, FALSE])).toBe(FALSE);
    expect(formula.all([])).toBe(formula.constant(true));
    expect(formula.any([])).toBe(formula.constant(false));
    expect(formula.all([a, formula.any([a, b])])).toBe(a);
    expect(formula.gateOf(a)).toEqual({ kind: 'leaf', children: [], variable: 0 });
    expect(formula.gateOf(formula.all([b, TRUE, a, b]))).toEqual({ kind: 'all', children: [b, a] });
    expect(formula.gateOf(TRUE).kind).toBe('constant');
  });

  test('the first record of a function stays', () => {
    const first = formula.any([formula.all([a, b]), formula.all([a, c])]);
    const second = formula.all([a, formula.any([b, c])]);
    expect(second).toBe(first);
    expect(formula.gateOf(second).kind).toBe('any');
  });

  test('a threshold becomes any or all where it is one, and counts repeats', () => {
    const kind = (id: number) => formula.gateOf(id).kind;
    expect(kind(formula.atLeast(1, [c, d]))).toBe('any');
    expect(kind(formula.atLeast(2, [c, d]))).toBe('all');
    const {
      kind: counted,
      children,
      weights,
      minimum,
    } = formula.gateOf(formula.atLeast(3, [TRUE, b, c, d, FALSE]));
    expect([counted, children, weights]).toEqual(['threshold', [b, c, d], [1, 1, 1]]);
    expect(minimum).toBeCloseTo(2, 6);
    expect(formula.atLeast(2, [a, a, b])).toBe(a);
    expect(formula.atLeast(0, [a])).toBe(TRUE);
    expect(formula.atLeast(3, [a, b])).toBe(FALSE);
  });

  test('weights: 0.5, 0.3 and 0.2 reach 0.5 by the first alone or by the others together', () => {
    const terms = [a, b, c].map((node, i) => ({ node, weight: [0.5, 0.3, 0.2][i] }));
    const half = formula.threshold(terms, 0.5);
    expect(half).toBe(formula.any([a, formula.all([b, c])]));
    expect(formula.gateOf(half)).toMatchObject({
      kind: 'threshold',
      children: [a, b, c],
      weights: [0.5, 0.3, 0.2],
    });
    expect(formula.threshold(terms, 0.9)).toBe(formula.all([a, b, c]));
    expect(formula.threshold([{ node: TRUE, weight: 0.6 }, ...terms], 0.8)).toBe(formula.any([a, b, c]));
  });

  test('children come before parents, each gate once', () => {
    const two = formula.atLeast(2, [a, b, c]);
    const top = formula.all([d, two, formula.any([a, d])]);
    const below = formula.gatesBelow([top, two]);
    expect(below).toHaveLength(7);
    for (const id of below) {
      for (const child of formula.gateOf(id).children) {
        expect(below.indexOf(child)).toBeLessThan(below.indexOf(id));
      }
    }
  });

  test('an id this builder did not make is refused', () => {
    const other = new FormulaBuilder(new Bdd(2));
    expect(() => other.all([99])).toThrow(/no gate was made for node 99/);
  });
});
