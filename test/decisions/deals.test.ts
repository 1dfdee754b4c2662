import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationLaw } from '../../src/programme/durations.ts';

/** Chance that a lognormal time is at most x, by Simpson's rule over its logarithm: independent of the engine's own. */
function lognormal(x: number, mu: number, sigma: number): number {
  const from = mu - 9 * sigma;
  const to = Math.log(x);
  const steps = 2000;
  const h = (to - from) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const z = (from + i * h - mu) / sigma;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp((-z * z) / 2);
  }
  return (sum * h) / 3 / (sigma * Math.sqrt(2 * Math.PI));
}

function cumulative(law: readonly number[]): number[] {
  let sum = 0;
  return law.map((chance) => {
    sum += chance;
    return sum;
  });
}

const meanOf = (law: readonly number[]): number =>
  law.reduce((mean, chance, k) => mean + chance * (k + 1), 0);

describe('how long a deal takes', () => {
  const months = durationLaw({ preset: 'research-contract' }, 1, 1, 60);

  test('a research contract has its median between four and five months, and the published shares', () => {
    const by = cumulative(months);
    expect(by[3]).toBeLessThan(0.5);
    expect(by[4]).toBeGreaterThan(0.5);
    // Published: 22 % below three months, 44 % from three to six.
    expect(by[2]).toBeCloseTo(0.22, 2);
    expect(by[5]! - by[2]!).toBeCloseTo(0.44, 2);
    by.slice(0, -1).forEach((chance, k) => {
      expect(Math.abs(chance - lognormal(k + 1, 1.55, 0.585))).toBeLessThan(1e-3);
    });
    // The last entry holds the tail. Mean exp(1.55 + 0.585² / 2) = 5.59 months, and half a month more for counting
    // begun months as whole ones.
    expect(by.at(-1)).toBeCloseTo(1, 12);
    expect(meanOf(months)).toBeGreaterThan(5);
    expect(Math.abs(meanOf(months) - 5.59 - 0.5)).toBeLessThan(0.2);
  });

  test('the article says three to five years between its quartiles, the moderate preset has a median of 14 months', () => {
    const article = cumulative(durationLaw({ preset: 'article' }, 1, 1, 200));
    expect(article[35]).toBeCloseTo(0.25, 1);
    expect(article[59]).toBeCloseTo(0.75, 1);
    expect(article[45]).toBeCloseTo(0.5, 1);
    const moderate = cumulative(durationLaw({ preset: 'moderate' }, 1, 1, 200));
    expect(moderate[13]).toBeCloseTo(0.5, 6);
  });

  test('longer periods gather the months', () => {
    const quarters = cumulative(durationLaw({ preset: 'research-contract' }, 1, 3, 60));
    const byMonth = cumulative(months);
    [3, 6, 9].forEach((month, quarter) => {
      expect(quarters[quarter]).toBeCloseTo(byMonth[month - 1]!, 9);
    });
  });

  test('matchmaking shortens it: at 0.6 a month counts for 1 / 0.6', () => {
    const short = cumulative(durationLaw({ preset: 'research-contract' }, 0.6, 1, 60));
    short.slice(0, -1).forEach((chance, k) => {
      expect(Math.abs(chance - lognormal((k + 1) / 0.6, 1.55, 0.585))).toBeLessThan(1e-3);
    });
  });

  test('a horizon that is shorter than the deal holds all of its chance in the last period', () => {
    expect(durationLaw({ preset: 'article' }, 1, 1, 2).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});

describe('factors on durations', () => {
  const factor = fc.integer({ min: 1, max: 40 }).map((x) => x / 8);

  test('keep the mean of a fixed duration, at least one period', () => {
    // 3 periods × 0.5 = 1.5: one or two with even chance.
    expect(durationLaw(3, 0.5, 12, 60)).toEqual([0.5, 0.5]);
    expect(durationLaw(2, 0.25, 12, 60)).toEqual([1]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), factor, (periods, f) => {
        const law = durationLaw(periods, f, 12, 60);
        expect(law.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...law)).toBeGreaterThanOrEqual(0);
        expect(meanOf(law)).toBeCloseTo(Math.max(1, periods * f), 9);
      }),
    );
  });

  test('keep the mean of a law where they do not shorten it below a period', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        factor,
        (weights, f) => {
          const total = weights.reduce((a, b) => a + b, 0);
          const distribution = weights.map((w) => w / total);
          const law = durationLaw({ distribution }, f, 12, 60);
          const mean = distribution.reduce((sum, p, k) => sum + p * Math.max(1, (k + 1) * f), 0);
          expect(meanOf(law)).toBeCloseTo(mean, 9);
          expect(law.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
