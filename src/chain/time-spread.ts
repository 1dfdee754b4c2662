import { type FigureDraws, isRange } from '../evidence/draws.ts';
import type { SourcedFigure } from '../evidence/figure.ts';
import type { Link } from './chain.ts';
import type { SupplyOverTime } from './supply-over-time.ts';
import { type StopQuestion, TimeToStop } from './time-to-stop.ts';

/** A link and the level at which it is looked at. */
export interface LinkAtLevel {
  readonly link: string;
  readonly level: number;
}

/** The figures of links that say how uncertain they are and on which days of stop rest, in the order of the links. */
export function uncertainFigures(links: Iterable<Link>): SourcedFigure[] {
  const found: SourcedFigure[] = [];
  for (const link of links) {
    const figures = [
      link.homeNeed,
      link.homeCapacity,
      link.obtainable,
      link.stockDays,
      link.lifeDays,
      link.service,
      ...link.supply.map(({ share }) => share),
    ];
    for (const figure of figures) if (figure && isRange(figure)) found.push(figure);
  }
  return found;
}

/**
 * Days on which links stop at levels, one per run of the draws (Infinity: never). `supply`: what a threat leaves in
 * a run; runs may share it.
 */
export function drawnStops(
  wanted: readonly LinkAtLevel[],
  supply: (run: number) => SupplyOverTime,
  draws: FigureDraws,
  question: Omit<StopQuestion, 'figures'>,
): Float64Array[] {
  const days = wanted.map(() => new Float64Array(draws.runs));
  for (let run = 0; run < draws.runs; run++) {
    const figures = { unknowns: 'adverse', figures: draws.figuresOf(run) } as const;
    const stops = new TimeToStop(supply(run), { ...question, figures });
    wanted.forEach(({ link, level }, i) => {
      days[i][run] = stops.day(link, level);
    });
  }
  return days;
}

/** The smallest of the sorted values that at least a fraction `p` of them do not exceed; Infinity beyond the last. */
export function percentile(sorted: ArrayLike<number>, p: number): number {
  const at = Math.ceil(p * sorted.length - 1e-9) - 1;
  return at < sorted.length ? sorted[Math.max(0, at)] : Number.POSITIVE_INFINITY;
}
