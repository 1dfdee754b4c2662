import { Circuit, type CircuitNode, FALSE_LITERAL, type Literal, partsOf, TRUE_LITERAL } from './circuit.ts';
import type { FaultTree, TreeFormula } from './fault-tree.ts';

/** A function of events: the circuit holds the gates below `root`, and perhaps others. */
export interface RootedCircuit {
  readonly circuit: Circuit;
  readonly root: Literal;
}

/**
 * The top event of a tree as a circuit without gates that could be joined to their only parent. `mayStop` is called
 * between passes and may throw.
 */
export function circuitOf(tree: FaultTree, mayStop: () => void): RootedCircuit {
  let best = compile(tree);
  for (let count = Number.POSITIVE_INFINITY; best.circuit.nodes.length < count; ) {
    mayStop();
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
  const { nodes } = old.circuit;
  const uses = usesOf(old);
  const joined = joinable(nodes, uses);
  const image = new Int32Array(nodes.length);
  const imageOf = (literal: Literal): Literal => image[literal >> 1] ^ (literal & 1);
  const translate = (node: CircuitNode): Literal => {
    const parts = node.kind === 'and' ? writtenOut(nodes, joined, node.parts) : partsOf(node);
    return added(circuit, node, parts.map(imageOf));
  };
  for (let node = 0; node < image.length; node++) {
    if (node === 0 || (uses[node] > 0 && joined[node] === 0)) image[node] = translate(nodes[node]);
  }
  return { circuit, root: imageOf(old.root) };
}

/** The same function where some nodes are known to be constant. */
export function withConstants(
  { circuit: old, root }: RootedCircuit,
  constants: ReadonlyMap<number, boolean>,
): RootedCircuit {
  const circuit = new Circuit();
  const image = new Int32Array(old.nodes.length);
  const imageOf = (literal: Literal): Literal => image[literal >> 1] ^ (literal & 1);
  old.nodes.forEach((node, at) => {
    const constant = constants.get(at);
    image[at] =
      constant === undefined
        ? added(circuit, node, partsOf(node).map(imageOf))
        : constant
          ? TRUE_LITERAL
          : FALSE_LITERAL;
  });
  return { circuit, root: imageOf(root) };
}

/** A node of another circuit, its parts being those given. */
export function added(circuit: Circuit, node: CircuitNode, parts: readonly Literal[]): Literal {
  if (node.kind === 'constant') return TRUE_LITERAL;
  if (node.kind === 'event') return circuit.event(node.event);
  return node.kind === 'at-least' ? circuit.atLeast(node.k, parts) : circuit[node.kind](parts);
}

/** 1 for every `and` whose one use is as it is in an `and`. */
function joinable(nodes: readonly CircuitNode[], uses: Int32Array): Uint8Array {
  const joined = new Uint8Array(nodes.length);
  nodes.forEach((node, at) => {
    if (node.kind !== 'and' || uses[at] === 0) return;
    for (const part of node.parts) {
      const below = part >> 1;
      if ((part & 1) === 0 && uses[below] === 1 && nodes[below].kind === 'and') joined[below] = 1;
    }
  });
  return joined;
}

/** Parts with those of what is joined in its place. */
function writtenOut(
  nodes: readonly CircuitNode[],
  joined: Uint8Array,
  parts: readonly Literal[],
): readonly Literal[] {
  const found: Literal[] = [];
  const open = parts.toReversed();
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (joined[part >> 1] === 0) found.push(part);
    else for (const below of partsOf(nodes[part >> 1]).toReversed()) open.push(below);
  }
  return found;
}
