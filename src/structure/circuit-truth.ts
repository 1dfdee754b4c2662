import { type Bdd, FALSE, TRUE } from './bdd.ts';
import { type Circuit, type Literal, partsOf } from './circuit.ts';
import { compileGate } from './module-diagram.ts';

/** Truth of the nodes of a circuit under an assignment of its events, by node. */
export type Truth = Uint8Array;

/**
 * Answers of a circuit under single assignments. Their cost is linear in the circuit, however intricate its functions
 * are, where a decision diagram, which knows all assignments at once, may grow without measure.
 */
export class CircuitTruth {
  private readonly nodeOf = new Map<number, number>();
  private readonly above: readonly number[][];

  constructor(private readonly circuit: Circuit) {
    this.above = circuit.nodes.map(() => []);
    circuit.nodes.forEach((node, id) => {
      if (node.kind === 'event') this.nodeOf.set(node.event, id);
      for (const part of new Set(partsOf(node).map((literal) => literal >> 1))) this.above[part].push(id);
    });
  }

  /** Every event the same way. */
  everywhere(holds: boolean): Truth {
    const truth = new Uint8Array(this.circuit.nodes.length);
    for (let id = 0; id < truth.length; id++) {
      truth[id] = this.circuit.nodes[id].kind === 'event' ? Number(holds) : this.evaluate(id, truth);
    }
    return truth;
  }

  /** The truth when one event is the other way: only what a change reaches is looked at again. */
  turned(truth: Truth, event: number): Truth {
    const after = truth.slice();
    const start = this.nodeOf.get(event);
    if (start === undefined) return after;
    after[start] ^= 1;
    const waiting = new Set(this.above[start]);
    while (waiting.size > 0) {
      const id = Math.min(...waiting);
      waiting.delete(id);
      const value = this.evaluate(id, after);
      if (value === after[id]) continue;
      after[id] = value;
      for (const parent of this.above[id]) waiting.add(parent);
    }
    return after;
  }

  /** The events on which literals may depend. */
  eventsBelow(literals: readonly Literal[]): number[] {
    const found = new Set(literals.map((literal) => literal >> 1));
    for (const id of found) for (const part of partsOf(this.circuit.nodes[id])) found.add(part >> 1);
    return [...found].flatMap((id) => {
      const node = this.circuit.nodes[id];
      return node.kind === 'event' ? [node.event] : [];
    });
  }

  /** The functions of literals in a diagram whose variables are the events. */
  diagrams(bdd: Bdd, literals: readonly Literal[]): number[] {
    const known = new Map<Literal, number>();
    const get = (literal: Literal): number => {
      const found = known.get(literal) ?? this.compile(bdd, literal, get);
      known.set(literal, found);
      return found;
    };
    return literals.map(get);
  }

  private compile(bdd: Bdd, literal: Literal, get: (part: Literal) => number): number {
    const node = this.circuit.nodes[literal >> 1];
    const sign = literal & 1;
    if (node.kind === 'constant') return sign === 0 ? TRUE : FALSE;
    if (node.kind !== 'event') return compileGate(bdd, node, sign, get);
    const variable = bdd.variable(node.event);
    return sign === 0 ? variable : bdd.not(variable);
  }

  private evaluate(id: number, truth: Truth): number {
    const node = this.circuit.nodes[id];
    const parts = partsOf(node);
    let holding = 0;
    for (const part of parts) holding += holds(truth, part);
    switch (node.kind) {
      case 'at-least':
        return holding >= node.k ? 1 : 0;
      case 'xor':
        return holding % 2;
      default:
        return holding === parts.length ? 1 : 0;
    }
  }
}

/** 1 where a literal holds, else 0. */
export function holds(truth: Truth, literal: Literal): number {
  return truth[literal >> 1] ^ (literal & 1);
}
