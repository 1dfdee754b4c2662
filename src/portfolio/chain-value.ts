import type { FormulaBuilder } from '../structure/formula.ts';
import { CompiledTerms } from '../structure/probability.ts';

/** One part of the value: `weight` (discounted money) is earned in `period` while `node` of the diagram is true. */
export interface ChainTerm {
  readonly period: number;
  readonly weight: number;
  readonly node: number;
}

/**
 * What the chain is worth: Σ of weights of the terms whose function holds, over attempting nothing. The leaves
 * of the diagram are the groups, in their order. Multilinear in the chances of independent leaves.
 */
export class ChainValue {
  private readonly now: CompiledTerms[];
  private readonly later: CompiledTerms[];
  private readonly nothing: Float64Array;
  private readonly known: Map<string, number>[];

  constructor(
    readonly periods: number,
    readonly groups: number,
    readonly formula: FormulaBuilder,
    readonly terms: readonly ChainTerm[],
  ) {
    const { bdd } = formula;
    const compiled = (roots: readonly ChainTerm[]) => new CompiledTerms(bdd, merged(roots), groups);
    this.now = Array.from({ length: periods }, (_, t) => compiled(terms.filter((term) => term.period === t)));
    this.later = Array.from({ length: periods }, (_, t) => compiled(terms.filter((term) => term.period > t)));
    const none = new Uint8Array(groups);
    this.nothing = Float64Array.from(this.now, (period) => period.evaluate(none));
    this.known = Array.from({ length: periods }, () => new Map());
  }

  /** Value of period t if exactly `attained` is attained at its start. */
  value(t: number, attained: Uint8Array): number {
    const key = String.fromCharCode(...attained);
    let value = this.known[t].get(key);
    if (value === undefined) {
      value = this.now[t].evaluate(attained) - this.nothing[t];
      this.known[t].set(key, value);
    }
    return value;
  }

  /** Expected value of period t, and its derivative in each chance, at independent chances `p`. */
  expected(t: number, p: Float64Array, gradient: Float64Array): number {
    return this.now[t].gradient(p, gradient) - this.nothing[t];
  }

  /** Groups that matter to the value of period t. */
  groupsOf(t: number): Int32Array {
    return this.now[t].variables;
  }

  /** Adds the derivative of the value of period t in each chance to `out`; reads the chances of {@link groupsOf} only. */
  addGradient(t: number, p: Float64Array, out: Float64Array): void {
    this.now[t].addGradient(p, out);
  }

  /** Sum over the periods after t of the value, and its derivative, at chances `p` held fixed over time. */
  expectedLater(t: number, p: Float64Array, gradient: Float64Array): number {
    return this.later[t].gradient(p, gradient);
  }

  /** Sum over the periods after t of the value at chances `p` held fixed over time. */
  laterValue(t: number, p: Float64Array): number {
    return this.later[t].value(p);
  }
}

/** Terms of one function are added up, so that each is walked once. */
function merged(terms: readonly ChainTerm[]): { node: number; weight: number }[] {
  const weights = new Map<number, number>();
  for (const { node, weight } of terms) weights.set(node, (weights.get(node) ?? 0) + weight);
  return [...weights].map(([node, weight]) => ({ node, weight }));
}
