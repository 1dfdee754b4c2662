import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FigureDraws, quantileOf } from './draws.ts';
import type { SourcedFigure } from './figure.ts';

const ranges = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 }))
  .map(([low, below, above]): SourcedFigure => {
    return { low, central: low + below, high: low + below + above, mark: 'judgement' };
  });
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('the law of an uncertain figure', () => {
  test('runs from low to high without going back, and half of it lies on either side of central', () => {
    fc.assert(
      fc.property(ranges, chance, chance, (figure, a, b) => {
        const [x, y] = [quantileOf(figure, Math.min(a, b)), quantileOf(figure, Math.max(a, b))];
        expect(x).toBeLessThanOrEqual(y + 1e-9);
        expect(quantileOf(figure, 0)).toBeCloseTo(figure.low, 9);
        expect(quantileOf(figure, 0.5)).toBeCloseTo(figure.central, 9);
        expect(quantileOf(figure, 1)).toBeCloseTo(figure.high, 9);
      }),
    );
  });

  test('is a triangle on either side: the density rises evenly from an end to central', () => {
    const figure: SourcedFigure = { low: 0, central: 10, high: 30, mark: 'read' };
    // Chance below x on the left: (x / 10)² / 2; above x on the right: ((30 − x) / 20)² / 2.
    for (const x of [1, 4, 9]) expect(quantileOf(figure, (x / 10) ** 2 / 2)).toBeCloseTo(x, 9);
    for (const x of [11, 20, 29]) expect(quantileOf(figure, 1 - ((30 - x) / 20) ** 2 / 2)).toBeCloseTo(x, 9);
  });
});

describe('draws', () => {
  const figure: SourcedFigure = { low: 0, central: 50, high: 100, mark: 'read' };
  const drawn = (draws: FigureDraws, one: SourcedFigure): number[] =>
    Array.from({ length: draws.runs }, (_, run) => draws.figuresOf(run)(one));

  test('take one value from every slice of equal chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 60 }), (seed, runs) => {
        const sorted = drawn(new FigureDraws([figure], runs, seed), figure).sort((a, b) => a - b);
        sorted.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(quantileOf(figure, i / runs) - 1e-9);
          expect(value).toBeLessThanOrEqual(quantileOf(figure, (i + 1) / runs) + 1e-9);
        });
      }),
    );
  });

  test('are the same for the same seed, differ between figures, and leave others at central', () => {
    const twin = { ...figure };
    const draws = new FigureDraws([figure, twin], 50, 7);
    expect(drawn(draws, figure)).toEqual(drawn(new FigureDraws([figure], 50, 7), figure));
    expect(drawn(draws, figure)).not.toEqual(drawn(draws, twin));
    expect(drawn(draws, figure)).not.toEqual(drawn(new FigureDraws([figure], 50, 8), figure));
    expect(draws.figuresOf(3)({ ...figure, central: 40 })).toBe(40);
  });

  test('of two figures are not tied to each other', () => {
    const twin = { ...figure };
    const draws = new FigureDraws([figure, twin], 2000, 1);
    const [a, b] = [drawn(draws, figure), drawn(draws, twin)];
    const both = a.filter((value, run) => value < 50 && b[run] < 50).length;
    expect(both / 2000).toBeCloseTo(0.25, 1);
  });
});
