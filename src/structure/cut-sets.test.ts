import { describe, expect, test } from 'vitest';
import { Bdd, FALSE, TRUE } from './bdd.ts';
import { minimalCutSets, minimalPathSets } from './cut-sets.ts';

function variables(bdd: Bdd): number[] {
  return Array.from({ length: bdd.variableCount }, (_, i) => bdd.variable(i));
}

describe('minimal sets', () => {
  test('two out of three', () => {
    const bdd = new Bdd(3);
    const f = bdd.atLeast(2, variables(bdd));
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ];
    expect(minimalCutSets(bdd, f).enumerate(10)).toEqual(pairs);
    expect(minimalPathSets(bdd, f).enumerate(10)).toEqual(pairs);
    expect(minimalCutSets(bdd, f).countContaining()).toEqual([2n, 2n, 2n]);
  });

  test('the bridge network', () => {
    // 0 and 1 leave the source, 3 and 4 enter the sink, 2 is the bridge between 0-3 and 1-4.
    const bdd = new Bdd(5);
    const [a, b, bridge, c, d] = variables(bdd);
    const paths = [bdd.and(a, c), bdd.and(b, d), bdd.all([a, bridge, d]), bdd.all([b, bridge, c])];
    const cuts = minimalCutSets(bdd, bdd.any(paths));
    expect(cuts.enumerate(10)).toEqual([
      [0, 1],
      [3, 4],
      [0, 2, 4],
      [1, 2, 3],
    ]);
    expect(cuts.countByOrder()).toEqual([0n, 0n, 2n, 2n]);
    expect(minimalCutSets(bdd, bdd.any(paths), { maxOrder: 2 }).count()).toBe(2n);
    expect(minimalPathSets(bdd, bdd.any(paths)).enumerate(10)).toEqual([
      [0, 3],
      [1, 4],
      [0, 2, 4],
      [1, 2, 3],
    ]);
  });

  test('constants: nothing cuts what always works, and the empty set cuts what never does', () => {
    const bdd = new Bdd(2);
    expect(minimalCutSets(bdd, TRUE).enumerate(5)).toEqual([]);
    expect(minimalCutSets(bdd, TRUE).countByOrder()).toEqual([]);
    expect(minimalCutSets(bdd, FALSE).enumerate(5)).toEqual([[]]);
    expect(minimalCutSets(bdd, FALSE, { maxOrder: 0 }).countByOrder()).toEqual([1n]);
    expect(minimalPathSets(bdd, FALSE).count()).toBe(0n);
    expect(minimalPathSets(bdd, TRUE).count()).toBe(1n);
  });

  test('more sets than a double can count, listed lazily and smallest first', () => {
    // Sixty stages in series, each of three makers in parallel, and one stage of a single maker: 3^60 paths.
    const bdd = new Bdd(181);
    const leaves = variables(bdd);
    const stages = Array.from({ length: 60 }, (_, s) => bdd.any(leaves.slice(3 * s, 3 * s + 3)));
    const f = bdd.all([...stages, leaves[180]]);
    const paths = minimalPathSets(bdd, f);
    expect(paths.count()).toBe(3n ** 60n);
    expect(paths.countContaining()[0]).toBe(3n ** 59n);
    expect(paths.countByOrder()[61]).toBe(3n ** 60n);
    expect(paths.enumerate(2).map((set) => set.slice(-2))).toEqual([
      [177, 180],
      [178, 180],
    ]);
    const cuts = minimalCutSets(bdd, f);
    expect(cuts.enumerate(2)).toEqual([[180], [0, 1, 2]]);
    expect(cuts.countByOrder()).toEqual([0n, 1n, 0n, 60n]);
  });

  test('a limit on nodes and a senseless order are refused', () => {
    const bdd = new Bdd(30);
    const f = bdd.atLeast(15, variables(bdd));
    expect(minimalCutSets(bdd, f).count()).toBe(145_422_675n);
    expect(() => minimalCutSets(bdd, f, { maxNodes: 50 })).toThrow(
      expect.objectContaining({ code: 'STRUCTURE_TOO_LARGE', exitCode: 4 }),
    );
    expect(() => minimalCutSets(bdd, f, { maxOrder: -1 })).toThrow(/order of -1/);
  });

  test('what is not increasing is refused by the name of the part', () => {
    const bdd = new Bdd(2);
    const f = bdd.and(bdd.variable(0), bdd.not(bdd.variable(1)));
    expect(() => minimalCutSets(bdd, f, { nameOf: (i) => ['etch', 'tariff'][i] })).toThrow(/"tariff"/);
  });
});
