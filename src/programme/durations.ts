import type { Duration } from '../contract/folder/index.ts';
import { normalCdf } from '../kernel/normal.ts';

/**
 * Published laws of how long a deal takes, lognormal in months.
 * article: "three to five years" as the interquartile range (mu 3.84, sigma 0.379). research-contract: university–firm
 * contracts, UIDP, n = 64 (mu 1.550, sigma 0.585). moderate: median 14 months as TSMC–Philips, its spread a judgement.
 */
const PRESETS = {
  article: { mu: 3.84, sigma: 0.379 },
  moderate: { mu: Math.log(14), sigma: 0.45 },
  'research-contract': { mu: 1.55, sigma: 0.585 },
} as const;

/** Chance left in the tail of a law that is moved into its last period. */
const TAIL = 0.05;

/**
 * Law of a duration in periods, scaled by `factor`: entry k is the chance of k+1 periods. A fixed duration that a
 * factor makes fractional is split between its neighbours so that the mean is kept.
 */
export function durationLaw(
  duration: Duration,
  factor: number,
  monthsPerPeriod: number,
  longest: number,
): number[] {
  if (typeof duration === 'number') return fixedLaw(duration * factor);
  if ('distribution' in duration)
    return factor === 1 ? trimmed(duration.distribution) : rescaled(duration.distribution, factor);
  const { mu, sigma } = PRESETS[duration.preset];
  const law: number[] = [];
  let before = 0;
  for (let k = 1; k <= longest; k++) {
    const after = lognormalCdf((k * monthsPerPeriod) / factor, mu, sigma);
    law.push(after - before);
    before = after;
    if (before >= 1 - TAIL) break;
  }
  law[law.length - 1] += 1 - before;
  return law;
}

/** Mean number of periods of a law. */
export function meanOf(law: readonly number[]): number {
  return law.reduce((mean, p, k) => mean + p * (k + 1), 0);
}

function fixedLaw(periods: number): number[] {
  const length = Math.max(1, periods);
  const whole = Math.floor(length + 1e-9);
  const part = Math.max(0, length - whole);
  const law = new Array<number>(part > 1e-9 ? whole + 1 : whole).fill(0);
  law[whole - 1] = part > 1e-9 ? 1 - part : 1;
  if (part > 1e-9) law[whole] = part;
  return law;
}

function rescaled(distribution: readonly number[], factor: number): number[] {
  const law: number[] = [];
  distribution.forEach((chance, k) => {
    fixedLaw((k + 1) * factor).forEach((share, i) => {
      law[i] = (law[i] ?? 0) + chance * share;
    });
  });
  return trimmed(Array.from(law, (x) => x ?? 0));
}

function trimmed(law: readonly number[]): number[] {
  const last = law.findLastIndex((chance) => chance > 0);
  return law.slice(0, last + 1);
}

function lognormalCdf(x: number, mu: number, sigma: number): number {
  return x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / sigma);
}
