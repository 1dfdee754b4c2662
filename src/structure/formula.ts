import { assertNever } from '../kernel/errors.ts';
import { type Bdd, FALSE, TRUE } from './bdd.ts';
import { openTerms, type WeightedNode } from './threshold.ts';

/** One gate of a formula. Children are ids of other gates, each recorded before this one: no constants, none twice. */
export interface Gate {
  readonly kind: 'constant' | 'leaf' | 'all' | 'any' | 'threshold';
  readonly children: readonly number[];
  /** Of `threshold`: one per child, above 0; those of the true children must add up to `minimum`. */
  readonly weights?: readonly number[];
  readonly minimum?: number;
  /** Of `leaf`. */
  readonly variable?: number;
}

/**
 * Builds formulas gate by gate beside their diagram. The id of a gate is the number of its function in the
 * diagram, so formulas of the same function share one record: the first one made. Constants are FALSE and TRUE.
 */
export class FormulaBuilder {
  /** In the order of making: children before parents. */
  private readonly gates = new Map<number, Gate>();
  private readonly serial = new Map<number, number>();

  constructor(readonly bdd: Bdd) {
    this.record(FALSE, { kind: 'constant', children: [] });
    this.record(TRUE, { kind: 'constant', children: [] });
  }

  constant(value: boolean): number {
    return value ? TRUE : FALSE;
  }

  leaf(variable: number): number {
    return this.record(this.bdd.variable(variable), { kind: 'leaf', children: [], variable });
  }

  /** All of them; TRUE when there is none. */
  all(ids: readonly number[]): number {
    const children = this.distinct(ids, TRUE);
    return this.record(this.bdd.all(children), { kind: 'all', children });
  }

  /** At least one of them; FALSE when there is none. */
  any(ids: readonly number[]): number {
    const children = this.distinct(ids, FALSE);
    return this.record(this.bdd.any(children), { kind: 'any', children });
  }

  /** At least k entries of the list; an id listed twice counts twice. */
  atLeast(k: number, ids: readonly number[]): number {
    return this.threshold(
      ids.map((node) => ({ node, weight: 1 })),
      k,
    );
  }

  /**
   * The weights of the true ones add up to at least `minimum`, as in {@link Bdd.threshold}. Recorded as any or all
   * where it is one; the recorded minimum is less what is true anyway and less the tolerance of sums.
   */
  threshold(terms: readonly WeightedNode[], minimum: number): number {
    for (const { node } of terms) this.gateOf(node);
    const { open, remaining } = openTerms(terms, minimum);
    const children = open.map(([node]) => node);
    const weights = open.map(([, weight]) => weight);
    const least = Math.min(...weights);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const gate: Gate =
      least >= remaining
        ? { kind: 'any', children }
        : sum - least < remaining
          ? { kind: 'all', children }
          : { kind: 'threshold', children, weights, minimum: remaining };
    return this.record(this.bdd.threshold(terms, minimum), gate);
  }

  /** Whether a gate was recorded for this node of the diagram. */
  has(id: number): boolean {
    return this.gates.has(id);
  }

  /** The first gate recorded for this id. */
  gateOf(id: number): Gate {
    return this.gates.get(id) ?? assertNever(`no gate was made for node ${id}`);
  }

  /** The gates of the roots and of everything below them, each once, children before parents. */
  gatesBelow(roots: readonly number[]): number[] {
    const found = new Set(roots);
    for (const id of found) for (const child of this.gateOf(id).children) found.add(child);
    return [...found].sort((a, b) => this.serialOf(a) - this.serialOf(b));
  }

  /** The list without the neutral constant and without repeats. */
  private distinct(ids: readonly number[], neutral: number): number[] {
    for (const id of ids) this.gateOf(id);
    return [...new Set(ids)].filter((id) => id !== neutral);
  }

  /** Keeps the first record; an id equal to one of its children or a constant has one already. */
  private record(id: number, gate: Gate): number {
    if (!this.gates.has(id)) {
      this.serial.set(id, this.gates.size);
      this.gates.set(id, gate);
    }
    return id;
  }

  private serialOf(id: number): number {
    return this.serial.get(id) ?? assertNever(`no gate was made for node ${id}`);
  }
}
