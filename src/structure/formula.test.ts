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

  test('at-least becomes any or all where it is one, and counts repeats', () => {
    expect(formula.gateOf(formula.atLeast(1, [c, d])).kind).toBe('any');
    expect(formula.gateOf(formula.atLeast(2, [c, d])).kind).toBe('all');
    expect(formula.gateOf(formula.atLeast(3, [TRUE, b, c, d, FALSE]))).toEqual({
      kind: 'at-least',
      k: 2,
      children: [b, c, d],
    });
    expect(formula.atLeast(2, [a, a, b])).toBe(a);
    expect(formula.atLeast(0, [a])).toBe(TRUE);
    expect(formula.atLeast(3, [a, b])).toBe(FALSE);
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
