import { assertNever, MusterError } from '../kernel/errors.ts';
import { ComputedCache } from './computed-cache.ts';
import { type Diagram, FALSE, type NodeLimits, NodeTable, TRUE } from './node-table.ts';
import { reachable } from './reachable.ts';
import { buildThreshold, type WeightedNode } from './threshold.ts';

export { FALSE, TRUE };

/** The operations recurse once per variable; beyond this many the stack of a thread could run out. */
export const MAX_VARIABLES = 4000;

/** Marks of the operations in the third key of the cache; a third key of 0 or more belongs to `ite`. */
const RESTRICT = -3;
const IMPLIES = -4;

/**
 * Reduced ordered binary decision diagram (Bryant 1986; `ite` after Brace, Rudell and Bryant 1990), without
 * complement edges. Functions are node numbers: equal functions have equal numbers. Variables are
 * 0 .. variableCount - 1, tested in the order of their index. Nodes live as long as the diagram.
 */
export class Bdd implements Diagram {
  private readonly table: NodeTable;
  private readonly cache = new ComputedCache();

  /**
   * At most MAX_VARIABLES variables. `maxNodes` counts all nodes ever made, terminals included; beyond either limit
   * STRUCTURE_TOO_LARGE is thrown.
   */
  constructor(
    readonly variableCount: number,
    options: NodeLimits = {},
  ) {
    assertVariableCount(variableCount);
    this.table = new NodeTable(variableCount, options);
  }

  /** All nodes made so far, the two terminals included. */
  get nodeCount(): number {
    return this.table.count;
  }

  get maxNodes(): number {
    return this.table.maxNodes;
  }

  /** The variable tested at the root of `f`; `variableCount` for a constant. */
  top(f: number): number {
    return this.table.variable[f];
  }

  /** `f` when its top variable is false; a constant is its own child. */
  low(f: number): number {
    return this.table.low[f];
  }

  /** `f` when its top variable is true; a constant is its own child. */
  high(f: number): number {
    return this.table.high[f];
  }

  /** The function "variable i is true". */
  variable(i: number): number {
    if (!(Number.isInteger(i) && i >= 0 && i < this.variableCount)) {
      assertNever(`variable ${i} is not one of the ${this.variableCount} of the decision diagram`);
    }
    return this.table.findOrAdd(i, FALSE, TRUE);
  }

  not(f: number): number {
    return this.ite(f, FALSE, TRUE);
  }

  and(f: number, g: number): number {
    return this.apply(FALSE, f, g);
  }

  or(f: number, g: number): number {
    return this.apply(TRUE, f, g);
  }

  /** If f then g, else h. */
  ite(f: number, g: number, h: number): number {
    if (f <= TRUE) return f === TRUE ? g : h;
    if (g === h) return g;
    if (g === TRUE || f === g) return h === FALSE ? f : this.apply(TRUE, f, h);
    if (h === FALSE || f === h) return this.apply(FALSE, f, g);
    const known = this.cache.get(f, g, h);
    if (known >= 0) return known;
    const top = this.table.variable;
    const v = Math.min(top[f], top[g], top[h]);
    const low = this.ite(this.child(f, v, 0), this.child(g, v, 0), this.child(h, v, 0));
    const high = this.ite(this.child(f, v, 1), this.child(g, v, 1), this.child(h, v, 1));
    const result = this.make(v, low, high);
    this.cache.set(f, g, h, result);
    return result;
  }

  /** All of `fs`; TRUE when there is none. */
  all(fs: readonly number[]): number {
    return this.fold(FALSE, fs);
  }

  /** At least one of `fs`; FALSE when there is none. */
  any(fs: readonly number[]): number {
    return this.fold(TRUE, fs);
  }

  /** At least k of the entries of `fs`; a function listed twice counts twice. */
  atLeast(k: number, fs: readonly number[]): number {
    const terms = fs.map((node) => ({ node, weight: 1 }));
    return this.threshold(terms, k);
  }

  /**
   * True where the weights of the true terms add up to at least `minimum`. Weights are finite and at least 0,
   * in any one unit. A sum that misses `minimum` by no more than 1e-9 (times `minimum`, where that is above 1)
   * still reaches it, so that shares of a third add up to one.
   */
  threshold(terms: readonly WeightedNode[], minimum: number): number {
    return buildThreshold(this, terms, minimum);
  }

  /** The truth of `f`; `assignment[i]` is variable i, false or 0 for false. */
  evaluate(f: number, assignment: ArrayLike<number | boolean>): boolean {
    const { variable, low, high } = this.table;
    let node = f;
    while (node > TRUE) node = assignment[variable[node]] ? high[node] : low[node];
    return node === TRUE;
  }

  /** `f` with one variable fixed. */
  restrict(f: number, variable: number, value: boolean): number {
    const v = this.top(f);
    if (v > variable) return f;
    if (v === variable) return value ? this.high(f) : this.low(f);
    const key = 2 * variable + (value ? 1 : 0);
    const known = this.cache.get(f, key, RESTRICT);
    if (known >= 0) return known;
    const low = this.restrict(this.low(f), variable, value);
    const high = this.restrict(this.high(f), variable, value);
    const result = this.make(v, low, high);
    this.cache.set(f, key, RESTRICT, result);
    return result;
  }

  /** Whether g is true wherever f is; makes no node. */
  implies(f: number, g: number): boolean {
    if (f === g || f === FALSE || g === TRUE) return true;
    if (f === TRUE || g === FALSE) return false;
    const known = this.cache.get(f, g, IMPLIES);
    if (known >= 0) return known === 1;
    const v = Math.min(this.top(f), this.top(g));
    const result =
      this.implies(this.child(f, v, 0), this.child(g, v, 0)) &&
      this.implies(this.child(f, v, 1), this.child(g, v, 1));
    this.cache.set(f, g, IMPLIES, result ? 1 : 0);
    return result;
  }

  /** The variables `f` depends on, ascending. */
  support(f: number): number[] {
    const found = new Set<number>();
    for (const node of reachable(this, [f])) found.add(this.top(node));
    return [...found].sort((a, b) => a - b);
  }

  /** Inner nodes of the diagram of `f`, terminals not counted. */
  size(f: number): number {
    return reachable(this, [f]).length;
  }

  /** Conjunction or disjunction; `absorbing` is the constant that decides it: FALSE for and, TRUE for or. */
  private apply(absorbing: number, f: number, g: number): number {
    if (f === g) return f;
    if (f > g) return this.apply(absorbing, g, f);
    if (f <= TRUE) return f === absorbing ? f : g;
    const known = this.cache.get(f, g, -1 - absorbing);
    if (known >= 0) return known;
    const { variable, low, high } = this.table;
    const v = variable[f];
    const w = variable[g];
    const u = Math.min(v, w);
    const whenFalse = this.apply(absorbing, v === u ? low[f] : f, w === u ? low[g] : g);
    const whenTrue = this.apply(absorbing, v === u ? high[f] : f, w === u ? high[g] : g);
    const result = this.make(u, whenFalse, whenTrue);
    this.cache.set(f, g, -1 - absorbing, result);
    return result;
  }

  /** Joins the functions from the deepest root upward, which keeps the intermediate diagrams small. */
  private fold(absorbing: number, fs: readonly number[]): number {
    const sorted = [...fs].sort((f, g) => this.top(g) - this.top(f) || f - g);
    let result = absorbing === FALSE ? TRUE : FALSE;
    for (const f of sorted) result = this.apply(absorbing, f, result);
    return result;
  }

  private child(f: number, variable: number, value: 0 | 1): number {
    if (this.table.variable[f] !== variable) return f;
    return value === 1 ? this.table.high[f] : this.table.low[f];
  }

  private make(variable: number, low: number, high: number): number {
    return low === high ? low : this.table.findOrAdd(variable, low, high);
  }
}

/** Throws STRUCTURE_TOO_LARGE beyond MAX_VARIABLES. */
export function assertVariableCount(variableCount: number): void {
  if (variableCount <= MAX_VARIABLES) return;
  throw new MusterError(
    'STRUCTURE_TOO_LARGE',
    `A decision diagram of ${variableCount} leaves exceeds the limit of ${MAX_VARIABLES}.`,
    { exitCode: 4, hint: 'Merge leaves that always fail together, or look at fewer products at a time.' },
  );
}
