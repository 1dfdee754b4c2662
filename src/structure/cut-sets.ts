import { MusterError } from '../kernel/errors.ts';
import { type Bdd, FALSE, TRUE } from './bdd.ts';
import { ComputedCache } from './computed-cache.ts';
import type { NodeLimits } from './node-table.ts';
import { reachable } from './reachable.ts';
import { SetFamily } from './set-family.ts';
import { EMPTY, UNIT, Zdd } from './zdd.ts';

export interface MinimalSetOptions extends NodeLimits {
  /** Only sets of at most this many members. They are exact: none is missing and none is too many. */
  readonly maxOrder?: number;
  /** The caller built the function from increasing gates alone, so that it need not be checked. */
  readonly increasing?: true;
  /** What the user calls a variable, for the message when the function is not increasing. */
  readonly nameOf?: (variable: number) => string;
}

/**
 * Minimal cut sets of an increasing function "the product works" of leaves "leaf works": the minimal sets of
 * leaves whose failure makes it false whatever else works. For a fault tree, written in failures, the minimal
 * cut sets are the minimal *path* sets of its top event.
 */
export function minimalCutSets(bdd: Bdd, f: number, options: MinimalSetOptions = {}): SetFamily {
  return new MinimalSolutions(bdd, FALSE, options).familyOf(f);
}

/** Minimal path sets of an increasing function: the minimal sets of leaves whose working makes it true. */
export function minimalPathSets(bdd: Bdd, f: number, options: MinimalSetOptions = {}): SetFamily {
  return new MinimalSolutions(bdd, TRUE, options).familyOf(f);
}

/** Throws NOT_COHERENT unless `f` is increasing: at every node, low implies high. */
function assertIncreasing(bdd: Bdd, f: number, nameOf: (variable: number) => string): void {
  for (const node of reachable(bdd, [f])) {
    if (bdd.implies(bdd.low(node), bdd.high(node))) continue;
    throw new MusterError(
      'NOT_COHERENT',
      `The function is not increasing: it can become false when "${nameOf(bdd.top(node))}" becomes true.`,
      { hint: 'Minimal sets exist only where nothing gets worse when a part works; look for a negation.' },
    );
  }
}

/**
 * The minimal-solutions algorithm of Rauzy (1993), "New algorithms for fault trees analysis". A set solves f
 * when f takes the constant `goal` with the set's members *present* and all else absent. For path sets present
 * means true and the goal is TRUE; for cut sets present means failed, that is false, and the goal is FALSE: the
 * same algorithm on the dual function, whose diagram is f's with children and constants exchanged.
 */
class MinimalSolutions {
  private readonly zdd: Zdd;
  private readonly maxOrder: number;
  private readonly solutions = new Map<number, number>();
  private readonly reduced = new ComputedCache();
  private readonly increasing: boolean;
  private readonly nameOf: (variable: number) => string;

  constructor(
    private readonly bdd: Bdd,
    private readonly goal: typeof FALSE | typeof TRUE,
    options: MinimalSetOptions,
  ) {
    const { variableCount } = bdd;
    this.zdd = new Zdd(variableCount, options);
    const maxOrder = options.maxOrder ?? variableCount;
    if (!(maxOrder >= 0))
      throw new MusterError('STRUCTURE_INVALID', `An order of ${maxOrder} is not at least 0.`);
    this.maxOrder = Math.min(Math.floor(maxOrder), variableCount);
    this.increasing = options.increasing ?? false;
    this.nameOf = options.nameOf ?? ((variable) => `leaf ${variable}`);
  }

  familyOf(f: number): SetFamily {
    if (!this.increasing) assertIncreasing(this.bdd, f, this.nameOf);
    return new SetFamily(this.zdd, this.solve(f, this.maxOrder));
  }

  /** Minimal solutions of f of at most `order` members. */
  private solve(f: number, order: number): number {
    if (f <= TRUE) return f === this.goal ? UNIT : EMPTY;
    if (order === 0) return EMPTY;
    const key = f * (this.maxOrder + 1) + order;
    const known = this.solutions.get(key);
    if (known !== undefined) return known;
    const whenAbsent = this.absent(f);
    const low = this.solve(whenAbsent, order);
    const high = this.without(this.solve(this.present(f), this.orderWithin(order)), whenAbsent);
    const result = this.zdd.make(this.bdd.top(f), low, high);
    this.solutions.set(key, result);
    return result;
  }

  /** What is left of the order for the other members; a limit no set can exceed is not counted down. */
  private orderWithin(order: number): number {
    return this.maxOrder === this.bdd.variableCount ? order : order - 1;
  }

  /**
   * The sets of the family that do not solve f. As f is increasing (in presence), those are the sets that
   * include no minimal solution of f: Rauzy's `without`.
   */
  private without(family: number, f: number): number {
    if (family === EMPTY || f === this.goal) return EMPTY;
    if (family === UNIT || f <= TRUE) return family;
    const known = this.reduced.get(family, f, 0);
    if (known >= 0) return known;
    const variable = this.zdd.top(family);
    const top = this.bdd.top(f);
    let result: number;
    if (top < variable) {
      result = this.without(family, this.absent(f));
    } else {
      const low = this.without(this.zdd.low(family), top === variable ? this.absent(f) : f);
      const high = this.without(this.zdd.high(family), top === variable ? this.present(f) : f);
      result = this.zdd.make(variable, low, high);
    }
    this.reduced.set(family, f, 0, result);
    return result;
  }

  private present(f: number): number {
    return this.goal === TRUE ? this.bdd.high(f) : this.bdd.low(f);
  }

  private absent(f: number): number {
    return this.goal === TRUE ? this.bdd.low(f) : this.bdd.high(f);
  }
}
