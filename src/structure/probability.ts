import { assertNever } from '../kernel/errors.ts';
import type { Bdd } from './bdd.ts';
import { reachable } from './reachable.ts';
import type { WeightedNode } from './threshold.ts';

/**
 * A weighted sum of functions of one diagram, made ready to be evaluated many times without allocating. All
 * roots share one dense copy of the nodes below them, children before parents. `p[i]` is the chance in [0, 1]
 * that variable i is true, the variables being independent; weights, and with them values, are in any one unit.
 */
export class CompiledTerms {
  /** The variables the roots depend on, ascending. */
  readonly variables: Int32Array;
  /** Per node: position in `variables`, place of its low child, place of its high child. Places 0 and 1 are terminals. */
  private readonly links: Int32Array;
  private readonly nodeCount: number;
  private readonly roots: Int32Array;
  private readonly weights: Float64Array;
  private readonly chances: Float64Array;
  private readonly truth: Float64Array;
  private readonly flow: Float64Array;
  private readonly slopes: Float64Array;

  constructor(
    bdd: Bdd,
    roots: readonly WeightedNode[],
    private readonly variableCount: number,
  ) {
    const nodes = reachable(
      bdd,
      roots.map((root) => root.node),
    );
    const variables = [...new Set(Array.from(nodes, (node) => bdd.top(node)))].sort((a, b) => a - b);
    if (variables.length > 0 && variables[variables.length - 1] >= variableCount) {
      assertNever('the compiled functions depend on more variables than were announced');
    }
    this.variables = Int32Array.from(variables);
    this.nodeCount = nodes.length + 2;
    const place = placesOf(nodes);
    this.links = linksOf(bdd, nodes, place, variables);
    this.roots = Int32Array.from(roots, (root) => place(root.node));
    this.weights = Float64Array.from(roots, (root) => root.weight);
    this.chances = new Float64Array(variables.length);
    this.truth = new Float64Array(this.nodeCount);
    this.truth[1] = 1;
    this.flow = new Float64Array(this.nodeCount);
    this.slopes = new Float64Array(variables.length);
  }

  /** Σ weight × P(root is true). */
  value(p: ArrayLike<number>): number {
    this.ascend(p);
    let sum = 0;
    for (let r = 0; r < this.roots.length; r++) sum += this.weights[r] * this.truth[this.roots[r]];
    return sum;
  }

  /** The value; fills `out[i]` with its partial derivative in p[i] for every variable (0 where it has none). */
  gradient(p: ArrayLike<number>, out: Float64Array): number {
    out.fill(0, 0, this.variableCount);
    return this.addGradient(p, out);
  }

  /** The value; adds its partial derivatives to `out`. Of `p` only the entries of `variables` are read. */
  addGradient(p: ArrayLike<number>, out: Float64Array): number {
    const value = this.value(p);
    this.descend();
    for (let j = 0; j < this.variables.length; j++) out[this.variables[j]] += this.slopes[j];
    return value;
  }

  /** P(root is true) of every root, in the order given, into `out`. */
  chancesOfRoots(p: ArrayLike<number>, out: Float64Array): void {
    this.ascend(p);
    for (let r = 0; r < this.roots.length; r++) out[r] = this.truth[this.roots[r]];
  }

  /** Σ weight over the roots that are true under one assignment (0 or 1 per variable). */
  evaluate(assignment: Uint8Array): number {
    const { links, variables, roots, weights } = this;
    let sum = 0;
    for (let r = 0; r < roots.length; r++) {
      let place = roots[r];
      while (place > 1) {
        const at = 3 * place;
        place = links[at + (assignment[variables[links[at]]] === 0 ? 1 : 2)];
      }
      if (place === 1) sum += weights[r];
    }
    return sum;
  }

  /** Chance that each node is true, from the terminals up (Shannon: (1 − p)·low + p·high). */
  private ascend(p: ArrayLike<number>): void {
    if (p.length < this.variableCount) assertNever('fewer chances than variables');
    const { links, chances, truth, variables, nodeCount } = this;
    for (let j = 0; j < variables.length; j++) chances[j] = p[variables[j]];
    for (let node = 2, at = 6; node < nodeCount; node++, at += 3) {
      const chance = chances[links[at]];
      truth[node] = (1 - chance) * truth[links[at + 1]] + chance * truth[links[at + 2]];
    }
  }

  /**
   * Weighted chance that the path of a random assignment passes each node, from the roots down, and with it the
   * derivative in each variable: Σ over its nodes of flow × (high − low). A path that skips a variable does not
   * depend on it, so skipped levels add nothing (Birnbaum 1969; on diagrams Dutuit and Rauzy 2001).
   */
  private descend(): void {
    const { links, chances, truth, flow, slopes } = this;
    flow.fill(0);
    slopes.fill(0);
    for (let r = 0; r < this.roots.length; r++) flow[this.roots[r]] += this.weights[r];
    for (let node = this.nodeCount - 1, at = 3 * node; node > 1; node--, at -= 3) {
      const passing = flow[node];
      const variable = links[at];
      const low = links[at + 1];
      const high = links[at + 2];
      slopes[variable] += passing * (truth[high] - truth[low]);
      flow[low] += passing * (1 - chances[variable]);
      flow[high] += passing * chances[variable];
    }
  }
}

/** P(f is true); `p[i]` is the chance that variable i is true, the variables being independent. */
export function probability(bdd: Bdd, f: number, p: ArrayLike<number>): number {
  return new CompiledTerms(bdd, [{ node: f, weight: 1 }], bdd.variableCount).value(p);
}

/** P(root is true) for each root, in one pass over what they share. */
export function probabilities(bdd: Bdd, roots: readonly number[], p: ArrayLike<number>): Float64Array {
  const out = new Float64Array(roots.length);
  const terms = roots.map((node) => ({ node, weight: 1 }));
  new CompiledTerms(bdd, terms, bdd.variableCount).chancesOfRoots(p, out);
  return out;
}

/** Birnbaum importance ∂P(f)/∂p_i of every variable i: P(f given i) − P(f given not i), in [−1, 1]. */
export function birnbaum(bdd: Bdd, f: number, p: ArrayLike<number>): Float64Array {
  return weightedBirnbaum(bdd, [{ node: f, weight: 1 }], p).gradient;
}

/** Σ weight × P(root) and its partial derivative in every p_i, in one pass over all roots together. */
export function weightedBirnbaum(
  bdd: Bdd,
  roots: readonly WeightedNode[],
  p: ArrayLike<number>,
): { value: number; gradient: Float64Array } {
  const gradient = new Float64Array(bdd.variableCount);
  const value = new CompiledTerms(bdd, roots, bdd.variableCount).gradient(p, gradient);
  return { value, gradient };
}

/** Dense places for the nodes of an ascending list: terminals keep 0 and 1, the rest follow. */
function placesOf(nodes: Int32Array): (node: number) => number {
  const places = new Map<number, number>([
    [0, 0],
    [1, 1],
  ]);
  for (const node of nodes) places.set(node, places.size);
  return (node) => places.get(node) ?? assertNever(`node ${node} is not below the roots`);
}

function linksOf(
  bdd: Bdd,
  nodes: Int32Array,
  place: (node: number) => number,
  variables: readonly number[],
): Int32Array {
  const position = new Map(variables.map((variable, j) => [variable, j]));
  const links = new Int32Array(3 * (nodes.length + 2));
  let at = 6;
  for (const node of nodes) {
    links[at] = position.get(bdd.top(node)) ?? 0;
    links[at + 1] = place(bdd.low(node));
    links[at + 2] = place(bdd.high(node));
    at += 3;
  }
  return links;
}
