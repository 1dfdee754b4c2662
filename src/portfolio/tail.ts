import { meanOf } from './evaluate.ts';

/** The worst share of a law of values. */
export interface Tail {
  /** Highest value of the worst share (value at risk). */
  readonly valueAtRisk: number;
  /** Mean value of the worst share (conditional value at risk). */
  readonly mean: number;
  readonly standardError: number;
}

/**
 * Conditional value at risk: the largest of z − E[(z − V)⁺] / share over z, taken where z is the value at risk (Rockafellar
 * and Uryasev 2000); an outcome that lies across the edge of the share counts with the part of it within. `values[i][c]`
 * is what course i is worth in case c of weight `weights[c]`; courses are equally likely and independent.
 */
export function tailOf(values: readonly Float64Array[], weights: readonly number[], share: number): Tail {
  const outcomes = values.flatMap((course) =>
    [...course].map((value, c) => ({ value, weight: weights[c] / values.length })),
  );
  outcomes.sort((a, b) => a.value - b.value);
  let below = 0;
  let valueAtRisk = outcomes[0].value;
  for (const { value, weight } of outcomes) {
    valueAtRisk = value;
    below += weight;
    if (below >= share * (1 - 1e-12)) break;
  }
  const byCourse = Float64Array.from(values, (course) =>
    course.reduce(
      (sum, value, c) => sum - (weights[c] * Math.max(0, valueAtRisk - value)) / share,
      valueAtRisk,
    ),
  );
  return { valueAtRisk, ...meanOf(byCourse) };
}
