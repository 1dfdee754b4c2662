import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignmentOf, cases, compile, RUNS, truthTable } from '../../test/structure/random-systems.ts';
import { Bdd } from './bdd.ts';

/** The truth of a node under every assignment, bit i of the index being variable i. */
function tableOf(bdd: Bdd, f: number): number[] {
  const size = 2 ** bdd.variableCount;
  return Array.from({ length: size }, (_, mask) =>
    bdd.evaluate(f, assignmentOf(mask, bdd.variableCount)) ? 1 : 0,
  );
}

describe('decision diagram against the truth table', () => {
  test('evaluate, support and size of random systems', () => {
    fc.assert(
      fc.property(cases(), (each) => {
        const bdd = new Bdd(each.leaves);
        const f = compile(bdd, each.system);
        const table = truthTable(each);
        expect(tableOf(bdd, f)).toEqual([...table]);
        const matters = Array.from({ length: each.leaves }, (_, i) => i).filter((i) =>
          table.some((value, mask) => value !== table[mask ^ (1 << i)]),
        );
        expect(bdd.support(f)).toEqual(matters);
        expect(bdd.size(f)).toBeLessThan(bdd.nodeCount);
      }),
      RUNS,
    );
  });

  test('equal functions have equal numbers, and the other operations follow the table', () => {
    const pairs = fc.tuple(cases(6), cases(6), cases(6), fc.nat(), fc.boolean());
    fc.assert(
      fc.property(pairs, ([a, b, c, pick, value]) => {
        const bdd = new Bdd(Math.max(a.leaves, b.leaves, c.leaves));
        const f = compile(bdd, a.system);
        const g = bdd.not(compile(bdd, b.system));
        const h = compile(bdd, c.system);
        const [tf, tg, th] = [f, g, h].map((node) => tableOf(bdd, node));
        expect(tableOf(bdd, bdd.ite(f, g, h))).toEqual(tf.map((x, m) => (x ? tg[m] : th[m])));
        expect(bdd.ite(f, g, h)).toBe(bdd.or(bdd.and(f, g), bdd.and(bdd.not(f), h)));
        expect(bdd.not(bdd.and(f, g))).toBe(bdd.or(bdd.not(f), bdd.not(g)));
        expect(bdd.implies(f, g)).toBe(tf.every((x, m) => x <= tg[m]));
        expect(bdd.implies(bdd.and(f, g), h)).toBe(tf.every((x, m) => (x & tg[m]) <= th[m]));
        const i = pick % bdd.variableCount;
        const fixed = tg.map((_, m) => tg[value ? m | (1 << i) : m & ~(1 << i)]);
        expect(tableOf(bdd, bdd.restrict(g, i, value))).toEqual(fixed);
      }),
      RUNS,
    );
  });
});
