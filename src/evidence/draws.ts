import { Random } from '../kernel/random.ts';
import type { SourcedFigure } from './figure.ts';

/**
 * The value below which a figure lies with chance `u`. Low and high are its ends and central its median, at which it is
 * most likely; the density falls evenly to either end (a triangle on each side, each with half of the chance). A plain
 * triangle would move the middle of a lopsided range away from the central figure by which everything else is answered.
 */
export function quantileOf({ low, central, high }: SourcedFigure, u: number): number {
  return u < 0.5
    ? low + (central - low) * Math.sqrt(2 * u)
    : high - (high - central) * Math.sqrt(2 * (1 - u));
}

/** True for a figure that says how uncertain it is. */
export const isRange = ({ low, high }: SourcedFigure): boolean => high > low;

/**
 * Draws of uncertain figures for a number of runs, independent of each other. Every figure is drawn once from each of
 * `runs` slices of equal chance, in an order of its own (Latin hypercube sampling, McKay, Beckman & Conover 1979), so
 * that few runs give steady percentiles.
 * The same seed and figures give the same draws.
 */
export class FigureDraws {
  private readonly values = new Map<SourcedFigure, Float64Array>();

  constructor(
    figures: Iterable<SourcedFigure>,
    readonly runs: number,
    seed: number,
  ) {
    const random = new Random(seed);
    let index = 0;
    for (const figure of figures) {
      const chances = stratified(runs, random.fork(index++));
      this.values.set(
        figure,
        chances.map((u) => quantileOf(figure, u)),
      );
    }
  }

  /** How many figures are drawn. */
  get figures(): number {
    return this.values.size;
  }

  /** The figures of one run: drawn where they were given to be drawn, else central. */
  figuresOf(run: number): (figure: SourcedFigure) => number {
    return (figure) => this.values.get(figure)?.[run] ?? figure.central;
  }
}

/** One number from each of `count` equal slices of [0, 1), in random order. */
export function stratified(count: number, random: Random): Float64Array {
  const values = Float64Array.from({ length: count }, (_, slice) => (slice + random.uniform()) / count);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [values[i], values[j]] = [values[j], values[i]];
  }
  return values;
}
