import { Circuit, type CircuitNode, type Literal, partsOf } from './circuit.ts';
import type { FaultTree, TreeFormula } from './fault-tree.ts';

/** A function of events: the circuit holds the gates below `root`, and perhaps others. */
export interface RootedCircuit {
  readonly circuit: Circuit;
  readonly root: Literal;
}

/** The top event of a tree as a circuit without gates that could be joined to their only parent. */
export function circuitOf(tree: FaultTree): RootedCircuit {
  let best = compile(tree);
  for (let count = Number.POSITIVE_INFINITY; best.circuit.nodes.length < count; ) {
    count = best.circuit.nodes.length;
    best = flatten(flatten(best));
  }
  return best;
}

function compile(tree: FaultTree): RootedCircuit {
  const circuit = new Circuit();
  const done = new Map<number, Literal>();
  const literalOf = (formula: TreeFormula): Literal => {
    if (formula.kind === 'event') return circuit.event(formula.event);
    if (formula.kind === 'gate') return done.get(formula.gate) as Literal;
    if (formula.kind === 'constant') return formula.value ? 0 : 1;
    if (formula.kind === 'not') return literalOf(formula.part) ^ 1;
    const parts = formula.parts.map(literalOf);
    if (formula.kind === 'at-least') return circuit.atLeast(formula.k, parts);
    return circuit[formula.kind](parts);
  };
  for (const gate of gatesBelow(tree)) done.set(gate, literalOf(tree.gates[gate].formula));
  return { circuit, root: done.get(tree.top) as Literal };
}

/** The gates below the top, it included, each after those it needs. */
function gatesBelow(tree: FaultTree): number[] {
  const sorted = new Set<number>();
  const entered = new Set<number>();
  const open = [tree.top];
  for (let gate = open.at(-1); gate !== undefined; gate = open.at(-1)) {
    if (entered.has(gate)) {
      open.pop();
      sorted.add(gate);
      continue;
    }
    entered.add(gate);
    const needed = gatesIn(tree.gates[gate].formula);
    for (let i = needed.length - 1; i >= 0; i--) if (!entered.has(needed[i])) open.push(needed[i]);
  }
  return [...sorted];
}

function gatesIn(formula: TreeFormula): number[] {
  if (formula.kind === 'gate') return [formula.gate];
  if (formula.kind === 'not') return gatesIn(formula.part);
  return 'parts' in formula ? formula.parts.flatMap(gatesIn) : [];
}

/** How many parts of gates below the root each node is; the root counts once more. */
export function usesOf({ circuit, root }: RootedCircuit): Int32Array {
  const uses = new Int32Array(circuit.nodes.length);
  uses[root >> 1] = 1;
  for (let node = root >> 1; node > 0; node--) {
    if (uses[node] > 0) for (const part of partsOf(circuit.nodes[node])) uses[part >> 1] += 1;
  }
  return uses;
}

/** The same function in a new circuit: an `and` that is part of one gate only, and that an `and`, is joined to it. */
function flatten(old: RootedCircuit): RootedCircuit {
  const circuit = new Circuit();
  const uses = usesOf(old);
  const image = new Int32Array(old.circuit.nodes.length);
  const imageOf = (literal: Literal): Literal => image[literal >> 1] ^ (literal & 1);
  const joined = (literal: Literal): readonly Literal[] => {
    const now = imageOf(literal);
    const node = circuit.nodes[now >> 1];
    return uses[literal >> 1] === 1 && (now & 1) === 0 && node.kind === 'and' ? node.parts : [now];
  };
  const translate = (node: CircuitNode): Literal => {
    if (node.kind === 'constant') return 0;
    if (node.kind === 'event') return circuit.event(node.event);
    if (node.kind === 'and') return circuit.and(node.parts.flatMap(joined));
    const parts = node.parts.map(imageOf);
    return node.kind === 'xor' ? circuit.xor(parts) : circuit.atLeast(node.k, parts);
  };
  for (let node = 0; node < image.length; node++) {
    if (uses[node] > 0 || node === 0) image[node] = translate(old.circuit.nodes[node]);
  }
  return { circuit, root: imageOf(old.root) };
}
