import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bruteMinimalSets, cases, compile, RUNS, truthTable } from '../../test/structure/random-systems.ts';
import { Bdd } from './bdd.ts';
import { type MinimalSetOptions, minimalCutSets, minimalPathSets } from './cut-sets.ts';
import type { SetFamily } from './set-family.ts';

const EVERY = Number.POSITIVE_INFINITY;

function countsByOrder(sets: readonly number[][]): bigint[] {
  const most = Math.max(-1, ...sets.map((set) => set.length));
  return Array.from({ length: most + 1 }, (_, k) => BigInt(sets.filter((set) => set.length === k).length));
}

function expectFamily(family: SetFamily, sets: readonly number[][], leaves: number): void {
  expect(family.enumerate(EVERY)).toEqual(sets);
  expect(family.enumerate(3)).toEqual(sets.slice(0, 3));
  expect(family.count()).toBe(BigInt(sets.length));
  expect(family.countByOrder()).toEqual(countsByOrder(sets));
  const containing = Array.from({ length: leaves }, (_, i) => sets.filter((set) => set.includes(i)).length);
  expect(family.countContaining()).toEqual(containing.map(BigInt));
}

describe('minimal sets against enumeration', () => {
  test.each([
    { kind: 'cut' as const, find: minimalCutSets },
    { kind: 'path' as const, find: minimalPathSets },
  ])('minimal $kind sets of random systems, whole and up to an order', ({ kind, find }) => {
    fc.assert(
      fc.property(cases(), fc.integer({ min: 0, max: 13 }), (each, maxOrder) => {
        const bdd = new Bdd(each.leaves);
        const f = compile(bdd, each.system);
        const sets = bruteMinimalSets(truthTable(each), each.leaves, kind);
        const solve = (options: MinimalSetOptions): SetFamily => find(bdd, f, options);
        expectFamily(solve({}), sets, each.leaves);
        expectFamily(
          solve({ maxOrder }),
          sets.filter((set) => set.length <= maxOrder),
          each.leaves,
        );
      }),
      RUNS,
    );
  });

  test('a function that is not increasing is refused, and only such a one', () => {
    const tables = fc.integer({ min: 1, max: 3 }).chain((leaves) =>
      fc.record({
        leaves: fc.constant(leaves),
        table: fc.array(fc.boolean(), { minLength: 2 ** leaves, maxLength: 2 ** leaves }),
      }),
    );
    fc.assert(
      fc.property(tables, ({ leaves, table }) => {
        const bdd = new Bdd(leaves);
        const nodeOf = (from: number, mask: number): number =>
          from === leaves
            ? Number(table[mask])
            : bdd.ite(bdd.variable(from), nodeOf(from + 1, mask | (1 << from)), nodeOf(from + 1, mask));
        const f = nodeOf(0, 0);
        const increasing = table.every((value, mask) =>
          Array.from({ length: leaves }, (_, i) => table[mask | (1 << i)]).every((more) => more || !value),
        );
        if (increasing) expect(minimalCutSets(bdd, f).count()).toBeGreaterThanOrEqual(0n);
        else expect(() => minimalPathSets(bdd, f)).toThrow(expect.objectContaining({ code: 'NOT_COHERENT' }));
      }),
      RUNS,
    );
  });
});
