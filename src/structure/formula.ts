import { assertNever } from '../kernel/errors.ts';
import { type Bdd, FALSE, TRUE } from './bdd.ts';

/** One gate of a formula. Children are ids of other gates, each recorded before this one. */
export interface Gate {
  readonly kind: 'constant' | 'leaf' | 'all' | 'any' | 'at-least';
  /** Of `at-least`: how many entries of `children` must be true. */
  readonly k?: number;
  /** No constants. In `all` and `any` no child twice; in `at-least` a child listed twice counts twice. */
  readonly children: readonly number[];
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

  /** At least k entries of the list; an id listed twice counts twice. Recorded as any or all where it is one. */
  atLeast(k: number, ids: readonly number[]): number {
    const certain = ids.filter((id) => id === TRUE).length;
    const children = ids.filter((id) => id > TRUE);
    const needed = Math.ceil(k - certain);
    if (needed <= 0) return TRUE;
    if (needed > children.length) return FALSE;
    if (needed === 1) return this.any(children);
    if (needed === children.length) return this.all(children);
    for (const id of children) this.gateOf(id);
    const id = this.bdd.atLeast(needed, children);
    return this.record(id, { kind: 'at-least', k: needed, children });
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
