import { partsOf } from './circuit.ts';
import type { Module } from './modules.ts';

/** Leaves by their place in the module: `order[i]` is tested i-th. */
export type VariableOrder = readonly number[];

/** Which places of a module are parts of which; leaves have none, the last place is the module itself. */
type Graph = readonly (readonly number[])[];

/**
 * Orders worth trying, most promising first, none twice. No way to order is best for all trees, and a bad one makes
 * a diagram a thousand times larger.
 */
export function* variableOrders({ leaves, gates }: Module): Generator<VariableOrder, void, undefined> {
  const graph = [...leaves.map(() => []), ...gates.map((gate) => partsOf(gate).map((part) => part >> 1))];
  const sizes = treeSizes(graph);
  const uses = usesIn(graph);
  const lightest = depthFirst(graph, (place) => sizes[place]);
  yield lightest;
  const heaviest = byWeight(graph, leaves.length);
  const written = depthFirst(graph, () => 0);
  yield heaviest;
  yield pulledTogether(graph, lightest);
  yield pulledTogether(graph, heaviest);
  yield pulledTogether(graph, written);
  yield depthFirst(graph, (place) => -sizes[place]);
  yield depthFirst(graph, (place) => -uses[place]);
  yield written;
}

/** In the order in which a walk from the top meets them that enters the parts of each gate by ascending key. */
function depthFirst(graph: Graph, keyOf: (place: number) => number): number[] {
  const entered = new Uint8Array(graph.length);
  const order: number[] = [];
  const open = [graph.length - 1];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (entered[place] === 1) continue;
    entered[place] = 1;
    if (graph[place].length === 0) order.push(place);
    const parts = [...graph[place]].sort((a, b) => keyOf(a) - keyOf(b));
    for (let i = parts.length - 1; i >= 0; i--) open.push(parts[i]);
  }
  return order;
}

/** Leaves below each place when every gate is written out for each of its uses. */
function treeSizes(graph: Graph): Float64Array {
  const sizes = new Float64Array(graph.length);
  graph.forEach((parts, place) => {
    sizes[place] = parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + sizes[part], 0);
  });
  return sizes;
}

function usesIn(graph: Graph): Int32Array {
  const uses = new Int32Array(graph.length);
  for (const part of graph.flat()) uses[part] += 1;
  return uses;
}

/**
 * Again and again the leaf with the largest share of the top, where each gate shares out what it has evenly among
 * the parts that are left (Minato, Ishiura and Yajima 1990, "Shared binary decision diagram with attributed edges").
 */
function byWeight(graph: Graph, leafCount: number): number[] {
  const left = new Uint8Array(graph.length).fill(1);
  let partsLeft = partsLeftIn(graph, left);
  const order: number[] = [];
  while (order.length < leafCount) {
    const weights = weightsOf(graph, left, partsLeft);
    let best = -1;
    for (let leaf = 0; leaf < leafCount; leaf++) {
      if (left[leaf] === 1 && (best < 0 || weights[leaf] > weights[best])) best = leaf;
    }
    order.push(best);
    left[best] = 0;
    partsLeft = partsLeftIn(graph, left);
  }
  return order;
}

/** How many parts of each gate are left; a gate with none is not left either. */
function partsLeftIn(graph: Graph, left: Uint8Array): Int32Array {
  const counts = new Int32Array(graph.length);
  graph.forEach((parts, place) => {
    for (const part of parts) counts[place] += left[part];
    if (parts.length > 0 && counts[place] === 0) left[place] = 0;
  });
  return counts;
}

function weightsOf(graph: Graph, left: Uint8Array, partsLeft: Int32Array): Float64Array {
  const weights = new Float64Array(graph.length);
  weights[graph.length - 1] = 1;
  for (let place = graph.length - 1; place >= 0; place--) {
    if (left[place] === 0) continue;
    const share = weights[place] / partsLeft[place];
    for (const part of graph[place]) if (left[part] === 1) weights[part] += share;
  }
  return weights;
}

const PULLS = 60;

/**
 * Gates and their parts on a line: every gate pulls what belongs to it towards its centre. The arrangement in which
 * gates reach least far (Aloul, Markov and Sakallah 2003, "FORCE: a fast and easy-to-implement variable-ordering
 * heuristic").
 */
function pulledTogether(graph: Graph, start: readonly number[]): number[] {
  const at = new Float64Array(graph.length);
  start.forEach((leaf, i) => {
    at[leaf] = i;
  });
  graph.forEach((parts, place) => {
    if (parts.length > 0) at[place] = parts.reduce((sum, part) => sum + at[part], 0) / parts.length;
  });
  let best: readonly number[] = start;
  let least = Number.POSITIVE_INFINITY;
  for (let pull = 0; pull < PULLS; pull++) {
    const line = pulled(graph, at);
    line.forEach((place, i) => {
      at[place] = i;
    });
    const reach = totalReach(graph, at);
    if (reach >= least) continue;
    least = reach;
    best = line;
  }
  return best.filter((place) => graph[place].length === 0);
}

/** All places in the order of the mean centre of the gates they belong to. */
function pulled(graph: Graph, at: Float64Array): number[] {
  const sums = new Float64Array(graph.length);
  const counts = new Int32Array(graph.length);
  graph.forEach((parts, place) => {
    if (parts.length === 0) return;
    const members = [place, ...parts];
    const centre = members.reduce((sum, member) => sum + at[member], 0) / members.length;
    for (const member of members) {
      sums[member] += centre;
      counts[member] += 1;
    }
  });
  const places = graph.map((_, place) => place);
  return places.sort((a, b) => sums[a] / counts[a] - sums[b] / counts[b] || a - b);
}

function totalReach(graph: Graph, at: Float64Array): number {
  let total = 0;
  graph.forEach((parts, place) => {
    let first = at[place];
    let last = at[place];
    for (const part of parts) {
      first = Math.min(first, at[part]);
      last = Math.max(last, at[part]);
    }
    total += last - first;
  });
  return total;
}
