import { MusterError } from '../kernel/errors.ts';
import { type Diagram, FALSE, TRUE, tooLarge } from './node-table.ts';

/** A function of a diagram and its weight: in a threshold at least 0, in a sum of probabilities any number. */
export interface WeightedNode {
  readonly node: number;
  readonly weight: number;
}

/** A diagram in which functions can be joined. */
interface JoiningDiagram extends Diagram {
  readonly maxNodes: number;
  ite(f: number, g: number, h: number): number;
}

/** Sums of weights count as equal when they differ by no more than this (relative above 1). */
const TOLERANCE = 1e-9;

/** The terms from one index on give the function `node` for every remaining need in (above, upTo]. */
interface Span {
  readonly above: number;
  readonly upTo: number;
  readonly node: number;
}

/**
 * The diagram of "the weights of the true terms add up to at least minimum". Recursion over the terms on what
 * remains to be reached, decided early when nothing remains or all further terms cannot reach it. Each result
 * is remembered together with the whole span of needs it holds for (Abío et al. 2012, "A New Look at BDDs for
 * Pseudo-Boolean Constraints"), so weights without common measure cost no more than the diagram itself.
 */
export function buildThreshold(bdd: JoiningDiagram, terms: readonly WeightedNode[], minimum: number): number {
  if (!Number.isFinite(minimum)) {
    throw new MusterError('STRUCTURE_INVALID', `A threshold of ${minimum} is not a finite number.`);
  }
  const { open, remaining } = openTerms(terms, minimum);
  open.sort(([f], [g]) => bdd.top(f) - bdd.top(g) || f - g);
  return new ThresholdBuilder(bdd, open).build(0, remaining).node;
}

/** What of a threshold is not decided yet: its terms, each once, and what they must still add up to. */
export function openTerms(
  terms: readonly WeightedNode[],
  minimum: number,
): { open: [node: number, weight: number][]; remaining: number } {
  const merged = mergeTerms(terms);
  return {
    open: [...merged].filter(([node, weight]) => node > TRUE && weight > 0),
    remaining: minimum - (merged.get(TRUE) ?? 0) - TOLERANCE * Math.max(1, Math.abs(minimum)),
  };
}

/** One weight per function: a function listed twice counts with the sum of its weights. */
function mergeTerms(terms: readonly WeightedNode[]): Map<number, number> {
  const merged = new Map<number, number>();
  for (const { node, weight } of terms) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new MusterError(
        'STRUCTURE_INVALID',
        `A weight of ${weight} is not a finite number of at least 0.`,
      );
    }
    merged.set(node, (merged.get(node) ?? 0) + weight);
  }
  return merged;
}

class ThresholdBuilder {
  /** Known spans by index of the next term, ascending and disjoint. */
  private readonly known: Span[][];
  /** What the terms from an index on can still add. */
  private readonly reach: Float64Array;
  private spans = 0;

  constructor(
    private readonly bdd: JoiningDiagram,
    private readonly terms: readonly (readonly [node: number, weight: number])[],
  ) {
    this.known = terms.map(() => []);
    this.reach = new Float64Array(terms.length + 1);
    for (let i = terms.length - 1; i >= 0; i--) this.reach[i] = this.reach[i + 1] + terms[i][1];
  }

  build(index: number, remaining: number): Span {
    if (remaining <= 0) return { above: Number.NEGATIVE_INFINITY, upTo: 0, node: TRUE };
    if (remaining > this.reach[index])
      return { above: this.reach[index], upTo: Number.POSITIVE_INFINITY, node: FALSE };
    const spans = this.known[index];
    const at = firstReaching(spans, remaining);
    if (at < spans.length && spans[at].above < remaining) return spans[at];
    const [node, weight] = this.terms[index];
    const counted = this.build(index + 1, remaining - weight);
    const missed = this.build(index + 1, remaining);
    const span = {
      // The two clamps only matter where rounding would leave the need itself just outside its span.
      above: Math.min(Math.max(counted.above + weight, missed.above), remaining * (1 - Number.EPSILON)),
      upTo: Math.max(Math.min(counted.upTo + weight, missed.upTo), remaining),
      node: this.bdd.ite(node, counted.node, missed.node),
    };
    this.remember(spans, span);
    return span;
  }

  private remember(spans: Span[], span: Span): void {
    this.spans += 1;
    if (this.spans > this.bdd.maxNodes) throw tooLarge(this.bdd.maxNodes);
    spans.splice(firstReaching(spans, span.upTo), 0, span);
  }
}

/** Index of the first span whose upper end is at least `remaining`. */
function firstReaching(spans: readonly Span[], remaining: number): number {
  let from = 0;
  let to = spans.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (spans[middle].upTo >= remaining) to = middle;
    else from = middle + 1;
  }
  return from;
}
