import { reachable } from './reachable.ts';
import { UNIT, type Zdd } from './zdd.ts';

/** A family of sets of variable indices, held as a diagram: it may have billions of sets. */
export class SetFamily {
  private readonly nodes: Int32Array;
  /** Place in `nodes` plus 2 of each node; terminals keep 0 and 1. */
  private readonly place = new Map<number, number>([
    [0, 0],
    [1, 1],
  ]);
  private orders: OrderTable | undefined;

  constructor(
    private readonly zdd: Zdd,
    readonly root: number,
  ) {
    this.nodes = reachable(zdd, [root]);
    for (const node of this.nodes) this.place.set(node, this.place.size);
  }

  /** How many sets. */
  count(): bigint {
    return this.counts()[this.placeOf(this.root)];
  }

  /** How many sets of each order (number of members); the index is the order, the last entry is not 0. */
  countByOrder(): bigint[] {
    const byOrder: bigint[][] = [[], [1n]];
    for (const node of this.nodes) {
      const without = byOrder[this.placeOf(this.zdd.low(node))];
      const withIt = byOrder[this.placeOf(this.zdd.high(node))];
      const sum = new Array<bigint>(Math.max(without.length, withIt.length + 1)).fill(0n);
      for (let k = 0; k < without.length; k++) sum[k] = without[k];
      for (let k = 0; k < withIt.length; k++) sum[k + 1] += withIt[k];
      byOrder.push(sum);
    }
    return byOrder[this.placeOf(this.root)];
  }

  /** For each variable, in how many sets it is a member. */
  countContaining(): bigint[] {
    const counts = this.counts();
    const paths = new Array<bigint>(counts.length).fill(0n);
    paths[this.placeOf(this.root)] = 1n;
    const containing = new Array<bigint>(this.zdd.variableCount).fill(0n);
    for (let i = this.nodes.length - 1; i >= 0; i--) {
      const node = this.nodes[i];
      const high = this.placeOf(this.zdd.high(node));
      containing[this.zdd.top(node)] += paths[i + 2] * counts[high];
      paths[high] += paths[i + 2];
      paths[this.placeOf(this.zdd.low(node))] += paths[i + 2];
    }
    return containing;
  }

  /** The first `limit` sets: smallest order first, within an order by their smallest members; members ascend. */
  enumerate(limit: number): number[][] {
    const found: number[][] = [];
    if (limit < 1) return found;
    for (const set of this.sets()) {
      found.push(set);
      if (found.length >= limit) break;
    }
    return found;
  }

  /** All sets in the order of `enumerate`, made one at a time. */
  *sets(): Generator<number[], void, undefined> {
    this.orders ??= new OrderTable(this.zdd, this.nodes, (node) => this.placeOf(node));
    const root = this.placeOf(this.root);
    for (let order = 0; order <= this.orders.largest; order++) {
      if (this.orders.has(root, order)) yield* this.setsOfOrder(order, this.orders);
    }
  }

  /** Walks the diagram, entering only nodes that have a set of the order still to be filled. */
  private *setsOfOrder(order: number, orders: OrderTable): Generator<number[], void, undefined> {
    const members: number[] = [];
    /** Each entry: node, members before it, member to add (or -1). */
    const open: (readonly [node: number, before: number, added: number])[] = [[this.root, 0, -1]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [node, before, added] = next;
      members.length = before;
      if (added >= 0) members.push(added);
      if (node === UNIT) {
        yield members.slice();
        continue;
      }
      const left = order - members.length;
      const low = this.zdd.low(node);
      const high = this.zdd.high(node);
      if (orders.has(this.placeOf(low), left)) open.push([low, members.length, -1]);
      if (orders.has(this.placeOf(high), left - 1)) open.push([high, members.length, this.zdd.top(node)]);
    }
  }

  private counts(): bigint[] {
    const counts = [0n, 1n];
    for (const node of this.nodes) {
      counts.push(counts[this.placeOf(this.zdd.low(node))] + counts[this.placeOf(this.zdd.high(node))]);
    }
    return counts;
  }

  private placeOf(node: number): number {
    return this.place.get(node) as number;
  }
}

/** Which orders occur among the sets of each node: one bit per order. */
class OrderTable {
  /** The largest order below any node. */
  readonly largest: number;
  private readonly words: number;
  private readonly bits: Uint32Array;

  constructor(zdd: Zdd, nodes: Int32Array, placeOf: (node: number) => number) {
    this.largest = longestPath(zdd, nodes, placeOf);
    this.words = Math.floor(this.largest / 32) + 1;
    this.bits = new Uint32Array((nodes.length + 2) * this.words);
    this.bits[this.words] = 1;
    for (let i = 0; i < nodes.length; i++) {
      const at = (i + 2) * this.words;
      const low = placeOf(zdd.low(nodes[i])) * this.words;
      const high = placeOf(zdd.high(nodes[i])) * this.words;
      let carry = 0;
      for (let w = 0; w < this.words; w++) {
        const shifted = this.bits[high + w];
        this.bits[at + w] = this.bits[low + w] | (shifted << 1) | carry;
        carry = shifted >>> 31;
      }
    }
  }

  has(place: number, order: number): boolean {
    if (order < 0 || order > this.largest) return false;
    return ((this.bits[place * this.words + (order >>> 5)] >>> (order & 31)) & 1) === 1;
  }
}

function longestPath(zdd: Zdd, nodes: Int32Array, placeOf: (node: number) => number): number {
  const longest = new Int32Array(nodes.length + 2);
  longest[0] = -1;
  let largest = 0;
  for (let i = 0; i < nodes.length; i++) {
    const low = longest[placeOf(zdd.low(nodes[i]))];
    const high = longest[placeOf(zdd.high(nodes[i]))];
    longest[i + 2] = Math.max(low, high + 1);
    if (longest[i + 2] > largest) largest = longest[i + 2];
  }
  return largest;
}
