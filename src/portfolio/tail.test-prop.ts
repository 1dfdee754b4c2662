import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tailOf } from './tail.ts';

test('an outcome across the edge counts with the part of it within', () => {
  // The worst tenth of 0 (0.05), 10 (0.1), 20 (0.35), 30 (0.5): (0.05 × 0 + 0.05 × 10) / 0.1 = 5.
  const tail = tailOf([Float64Array.of(20, 0, 30, 10)], [0.35, 0.05, 0.5, 0.1], 0.1);
  expect(tail.mean).toBeCloseTo(5, 12);
  expect(tail.valueAtRisk).toBe(10);
});

test('is the largest of z − E[(z − V)⁺] / share over all z', () => {
  const courses = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(
      courses,
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (pairs, share, w) => {
        const values = pairs.map((pair) => Float64Array.from(pair));
        const weights = [w, 1 - w];
        const expected = (z: number): number =>
          z -
          values.reduce(
            (sum, course) => sum + course.reduce((own, v, c) => own + weights[c] * Math.max(0, z - v), 0),
            0,
          ) /
            values.length /
            share;
        const best = Math.max(...values.flatMap((course) => [...course].map(expected)));
        expect(tailOf(values, weights, share).mean).toBeCloseTo(best, 6);
      },
    ),
  );
});
