import { groupBy } from '../kernel/collections.ts';
import { Circuit, type CircuitNode, FALSE_LITERAL, type Literal, partsOf } from './circuit.ts';
import { added, type RootedCircuit, usesOf } from './simplify.ts';

/**
 * A part of a circuit that shares no event with the rest: seen from outside it is one event. Inside, literals name
 * leaves and gates by their place: first the leaves, then the gates, the last of which is the module itself.
 */
export interface Module {
  /** Its node in the circuit. */
  readonly node: number;
  /** Nodes of the circuit: events and other modules, in the order in which the gates name them. */
  readonly leaves: readonly number[];
  /** Children before parents; none for a module that is an event itself. */
  readonly gates: readonly CircuitNode[];
}

/**
 * The modules below the root, children before parents, the top last (Dutuit and Rauzy 1996, "A linear-time
 * algorithm to find modules of fault trees"; found here from dominators: a node is a module when every way to
 * anything below it leads through it).
 */
export function modulesOf(rooted: RootedCircuit): Module[] {
  const isModule = moduleRoots(rooted);
  const modules: Module[] = [];
  for (let node = 1; node < isModule.length; node++) {
    const isTop = node === rooted.root >> 1;
    const isEvent = rooted.circuit.nodes[node].kind === 'event';
    if (isTop || (isModule[node] === 1 && !isEvent)) modules.push(moduleAt(rooted.circuit, isModule, node));
  }
  return modules;
}

function moduleAt({ nodes }: Circuit, isModule: Uint8Array, root: number): Module {
  const leaves = new Set<number>();
  const gates = new Set<number>();
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const parts = partsOf(nodes[node]);
    if (parts.length === 0 || (node !== root && isModule[node] === 1)) {
      leaves.add(node);
    } else if (!gates.has(node)) {
      gates.add(node);
      for (let i = parts.length - 1; i >= 0; i--) open.push(parts[i] >> 1);
    }
  }
  const sorted = [...gates].sort((a, b) => a - b);
  const place = new Map([...leaves, ...sorted].map((node, i) => [node, i]));
  const local = (part: Literal): Literal => 2 * (place.get(part >> 1) as number) + (part & 1);
  return { node: root, leaves: [...leaves], gates: sorted.map((gate) => withParts(nodes[gate], local)) };
}

function withParts(node: CircuitNode, map: (part: Literal) => Literal): CircuitNode {
  return 'parts' in node ? { ...node, parts: node.parts.map(map) } : node;
}

/** 1 for every node below the root that is a module; events with one use are such. */
function moduleRoots({ circuit, root }: RootedCircuit): Uint8Array {
  const top = root >> 1;
  const { dominator, depth } = dominators(circuit, top);
  /** The least depth of the dominator of anything below a node. */
  const reach = new Int32Array(top + 1).fill(circuit.nodes.length);
  const isModule = new Uint8Array(top + 1);
  for (let node = 1; node <= top; node++) {
    if (depth[node] < 0) continue;
    for (const part of partsOf(circuit.nodes[node])) {
      const below = part >> 1;
      reach[node] = Math.min(reach[node], reach[below], depth[dominator[below]]);
    }
    if (reach[node] >= depth[node]) isModule[node] = 1;
  }
  return isModule;
}

/** The last node that every way from the top leads through, and the number of such nodes; depth -1: not below. */
function dominators(circuit: Circuit, top: number): { dominator: Int32Array; depth: Int32Array } {
  const dominator = new Int32Array(top + 1).fill(-1);
  const depth = new Int32Array(top + 1).fill(-1);
  dominator[top] = top;
  for (let node = top; node > 0; node--) {
    if (dominator[node] < 0) continue;
    depth[node] = node === top ? 0 : depth[dominator[node]] + 1;
    for (const part of partsOf(circuit.nodes[node])) {
      const below = part >> 1;
      let one = node;
      let other = dominator[below] < 0 ? node : dominator[below];
      while (one !== other) {
        if (depth[one] >= depth[other]) one = dominator[one];
        else other = dominator[other];
      }
      dominator[below] = one;
    }
  }
  return { dominator, depth };
}

/**
 * The same function with more modules: nodes that occur in the same gates and nowhere else, all of them `and`,
 * become a gate of their own, and so do parts of a module that share nothing with its other parts; a gate of very
 * many parts is divided. `mayStop` is called between passes and may throw.
 */
export function withMoreModules(old: RootedCircuit, mayStop: () => void): RootedCircuit {
  return [companions, components, bundles].reduce((now, grouping) => {
    mayStop();
    return regrouped(now, grouping(now));
  }, old);
}

/** Divides the parts of the `and` at a node into groups. */
type Grouping = (at: number, parts: readonly Literal[]) => Iterable<Literal[]>;

function regrouped(old: RootedCircuit, grouping: Grouping): RootedCircuit {
  const circuit = new Circuit();
  const uses = usesOf(old);
  const image = new Int32Array(old.circuit.nodes.length).fill(FALSE_LITERAL);
  const imageOf = (literal: Literal): Literal => image[literal >> 1] ^ (literal & 1);
  const translate = (at: number, node: CircuitNode): Literal => {
    if (node.kind !== 'and') return added(circuit, node, partsOf(node).map(imageOf));
    return circuit.and(Array.from(grouping(at, node.parts), (group) => circuit.and(group.map(imageOf))));
  };
  for (let node = 0; node < image.length; node++) {
    if (uses[node] > 0 || node === 0) image[node] = translate(node, old.circuit.nodes[node]);
  }
  return { circuit, root: imageOf(old.root) };
}

/** Together are the modules that are parts of the same gates, all of them `and`. */
function companions({ circuit, root }: RootedCircuit): Grouping {
  const isModule = moduleRoots({ circuit, root });
  const places = new Map<Literal, number[]>();
  const mixed = new Set<number>();
  const uses = usesOf({ circuit, root });
  circuit.nodes.forEach((node, at) => {
    if (uses[at] === 0) return;
    for (const part of partsOf(node)) {
      if (node.kind !== 'and' || places.has(part ^ 1)) mixed.add(part >> 1);
      const known = places.get(part);
      if (known === undefined) places.set(part, [at]);
      else known.push(at);
    }
  });
  const keyOf = new Map(
    Array.from(places, ([part, at]): [Literal, Literal | string] => [
      part,
      mixed.has(part >> 1) || isModule[part >> 1] === 0 ? part : String(at),
    ]),
  );
  return (_, parts) => groupBy(parts, (part) => keyOf.get(part)).values();
}

/** Together are the parts of a module that share a node; other gates stay as they are. */
function components(rooted: RootedCircuit): Grouping {
  const { nodes } = rooted.circuit;
  const isModule = moduleRoots(rooted);
  return (at, parts) => {
    if (isModule[at] === 0) return parts.map((part) => [part]);
    const label = new Labels();
    for (const part of parts) {
      const open = [part >> 1];
      for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (label.join(node, part >> 1) || isModule[node] === 1) continue;
        for (const below of partsOf(nodes[node])) open.push(below >> 1);
      }
    }
    return groupBy(parts, (part) => label.of(part >> 1)).values();
  };
}

/** More modules than this in one `and` are bundled: far fewer than a diagram may have variables. */
const WIDTH = 1000;

/** Together are so many neighbours that occur in one gate only and share nothing with anything else. */
function bundles(rooted: RootedCircuit): Grouping {
  const isModule = moduleRoots(rooted);
  const uses = usesOf(rooted);
  return (_, parts) => {
    let bundled = 0;
    return groupBy(parts, (part) =>
      parts.length > WIDTH && isModule[part >> 1] === 1 && uses[part >> 1] === 1
        ? `bundle ${Math.floor(bundled++ / WIDTH)}`
        : part,
    ).values();
  };
}

/** Disjoint sets of numbers, each named by one of its members. */
class Labels {
  private readonly parent = new Map<number, number>();

  of(member: number): number {
    let label = member;
    for (
      let next = this.parent.get(label);
      next !== undefined && next !== label;
      next = this.parent.get(label)
    )
      label = next;
    if (label !== member) this.parent.set(member, label);
    return label;
  }

  /** Puts both into one set; whether the first was known before. */
  join(member: number, other: number): boolean {
    const known = this.parent.has(member);
    const label = this.of(other);
    this.parent.set(this.of(member), label);
    this.parent.set(member, label);
    return known;
  }
}
