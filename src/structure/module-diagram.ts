import { type Bdd, FALSE } from './bdd.ts';
import { type CircuitNode, type Literal, partsOf } from './circuit.ts';
import type { Module } from './modules.ts';
import type { VariableOrder } from './variable-order.ts';

/** The signs in which a place of a module occurs below its top, gates written out. */
export const AS_IT_IS = 1;
export const NEGATED = 2;

/** By place: AS_IT_IS, NEGATED or their sum; `sign` 1 looks at the negation of the module. */
export function signsBelow(module: Module, sign: number): Uint8Array {
  const { leaves, gates } = module;
  const signs = new Uint8Array(leaves.length + Math.max(gates.length, 1));
  signs[topPlace(module)] = AS_IT_IS << sign;
  for (let i = gates.length - 1; i >= 0; i--) {
    const own = gates[i].kind === 'xor' ? AS_IT_IS | NEGATED : signs[leaves.length + i];
    const flipped = ((own << 1) & NEGATED) | (own >> 1);
    for (const part of partsOf(gates[i])) signs[part >> 1] |= (part & 1) === 0 ? own : flipped;
  }
  return signs;
}

/**
 * The function of a module, or with `sign` 1 its negation. Variable i of the diagram is the leaf `order[i]`, or its
 * negation where the leaf occurs only negated. Gates too are built in the sign in which they occur; where they
 * occur in both, the one is the negation of the other.
 */
export function compileModule(bdd: Bdd, module: Module, sign: number, order: VariableOrder): number {
  const signs = signsBelow(module, sign);
  const known = new Map<Literal, number>();
  order.forEach((leaf, i) => {
    known.set(builtLiteral(signs, leaf), bdd.variable(i));
  });
  const get = (literal: Literal): number => {
    const found = known.get(literal) ?? bdd.not(known.get(literal ^ 1) as number);
    known.set(literal, found);
    return found;
  };
  module.gates.forEach((gate, i) => {
    const literal = builtLiteral(signs, module.leaves.length + i);
    known.set(literal, compileGate(bdd, gate, literal & 1, get));
  });
  return get(2 * topPlace(module) + sign);
}

/** The function of a gate, or with `sign` 1 its negation; `get` knows those of its parts. */
export function compileGate(
  bdd: Bdd,
  gate: CircuitNode,
  sign: number,
  get: (part: Literal) => number,
): number {
  if (gate.kind === 'xor') {
    const odd = gate.parts.map(get).reduce((sum, part) => bdd.ite(sum, bdd.not(part), part), FALSE);
    return sign === 0 ? odd : bdd.not(odd);
  }
  const parts = partsOf(gate).map((part) => get(part ^ sign));
  if (gate.kind === 'at-least') return bdd.atLeast(sign === 0 ? gate.k : parts.length - gate.k + 1, parts);
  return sign === 0 ? bdd.all(parts) : bdd.any(parts);
}

function builtLiteral(signs: Uint8Array, place: number): Literal {
  return 2 * place + (signs[place] === NEGATED ? 1 : 0);
}

function topPlace({ leaves, gates }: Module): number {
  return gates.length === 0 ? 0 : leaves.length + gates.length - 1;
}
