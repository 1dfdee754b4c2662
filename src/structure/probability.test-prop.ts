import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assignmentOf,
  bruteBirnbaum,
  bruteProbability,
  cases,
  compile,
  RUNS,
  truthTable,
} from '../../test/structure/random-systems.ts';
import { Bdd } from './bdd.ts';
import { birnbaum, CompiledTerms, probabilities, probability, weightedBirnbaum } from './probability.ts';

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });
const weights = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });

describe('probability against enumeration', () => {
  test('chance and importance of random systems', () => {
    fc.assert(
      fc.property(cases(9), chances, (each, twelve) => {
        const p = twelve.slice(0, each.leaves);
        const bdd = new Bdd(each.leaves);
        const f = compile(bdd, each.system);
        const table = truthTable(each);
        expect(probability(bdd, f, p)).toBeCloseTo(bruteProbability(table, p), 12);
        const slopes = birnbaum(bdd, f, p);
        bruteBirnbaum(table, p).forEach((slope, i) => {
          expect(slopes[i]).toBeCloseTo(slope, 11);
        });
      }),
      RUNS,
    );
  });

  test('weighted sums of three systems, compiled and not', () => {
    fc.assert(
      fc.property(fc.tuple(cases(6), cases(6), cases(6)), chances, weights, (triple, twelve, weight) => {
        const leaves = Math.max(...triple.map((each) => each.leaves));
        const p = twelve.slice(0, leaves);
        const bdd = new Bdd(leaves);
        const roots = triple.map((each, r) => ({ node: compile(bdd, each.system), weight: weight[r] }));
        const tables = triple.map((each) => truthTable({ leaves, system: each.system }));
        const brute = tables.map((table) => bruteProbability(table, p));
        const slopes = tables.map((table) => bruteBirnbaum(table, p));
        const sum = (parts: readonly number[]): number => parts.reduce((s, x, r) => s + weight[r] * x, 0);

        const found = probabilities(
          bdd,
          roots.map((root) => root.node),
          p,
        );
        brute.forEach((chance, r) => {
          expect(found[r]).toBeCloseTo(chance, 12);
        });
        const joint = weightedBirnbaum(bdd, roots, p);
        const terms = new CompiledTerms(bdd, roots, leaves);
        const out = new Float64Array(leaves).fill(7);
        expect(joint.value).toBeCloseTo(sum(brute), 11);
        expect(terms.value(p)).toBe(joint.value);
        expect(terms.gradient(Float64Array.from(p), out)).toBe(joint.value);
        expect(out).toEqual(joint.gradient);
        for (let i = 0; i < leaves; i++) expect(out[i]).toBeCloseTo(sum(slopes.map((slope) => slope[i])), 10);
        const wrong = Array.from({ length: 2 ** leaves }, (_, mask) => mask).filter((mask) => {
          const expected = sum(tables.map((table) => table[mask]));
          return Math.abs(terms.evaluate(assignmentOf(mask, leaves)) - expected) > 1e-12;
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});
