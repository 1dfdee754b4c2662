import { FlatDiagram } from './flat-diagram.ts';
import type { Diagram } from './node-table.ts';
import { UNIT } from './zdd.ts';

/** A family of sets of variable indices, held as a diagram: it may have billions of sets. */
export class SetFamily {
  /** Zero-suppressed: only the nodes of this family. */
  readonly diagram: FlatDiagram;
  private orders: OrderTable | undefined;

  /** The family at a node of a zero-suppressed diagram. */
  constructor(zdd: Diagram, root: number) {
    this.diagram = new FlatDiagram(zdd, root);
  }

  /** How many sets. */
  count(): bigint {
    return this.sum(this.weights(1n));
  }

  /** How many sets of each order (number of members); the index is the order, the last entry is not 0. */
  countByOrder(): bigint[] {
    const bits = BigInt(bitLength(this.count()));
    return digits(this.sum(this.weights(1n << bits)), bits);
  }

  /** Σ over the sets of Π of the weights of their members, one weight per variable. */
  sum(weights: readonly bigint[]): bigint {
    return this.sums(weights)[this.diagram.root];
  }

  /** For each variable, in how many sets it is a member. */
  countContaining(): bigint[] {
    const { nodeCount, root, variables, lows, highs, variableCount } = this.diagram;
    const counts = this.sums(this.weights(1n));
    const paths = new Array<bigint>(nodeCount).fill(0n);
    paths[root] = 1n;
    const containing = new Array<bigint>(variableCount).fill(0n);
    for (let node = nodeCount - 1; node > UNIT; node--) {
      containing[variables[node]] += paths[node] * counts[highs[node]];
      paths[highs[node]] += paths[node];
      paths[lows[node]] += paths[node];
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
    this.orders ??= new OrderTable(this.diagram);
    const { root } = this.diagram;
    for (let order = 0; order <= this.orders.largest; order++) {
      if (this.orders.has(root, order)) yield* this.setsOfOrder(order, this.orders);
    }
  }

  /** Walks the diagram, entering only nodes that have a set of the order still to be filled. */
  private *setsOfOrder(order: number, orders: OrderTable): Generator<number[], void, undefined> {
    const { root, lows, highs, variables } = this.diagram;
    const members: number[] = [];
    /** Each entry: node, members before it, member to add (or -1). */
    const open: (readonly [node: number, before: number, added: number])[] = [[root, 0, -1]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [node, before, added] = next;
      members.length = before;
      if (added >= 0) members.push(added);
      if (node === UNIT) {
        yield members.slice();
        continue;
      }
      const left = order - members.length;
      if (orders.has(lows[node], left)) open.push([lows[node], members.length, -1]);
      if (orders.has(highs[node], left - 1)) open.push([highs[node], members.length, variables[node]]);
    }
  }

  private weights(each: bigint): bigint[] {
    return new Array<bigint>(this.diagram.variableCount).fill(each);
  }

  private sums(weights: readonly bigint[]): bigint[] {
    const { nodeCount, variables, lows, highs } = this.diagram;
    const sums = [0n, 1n];
    for (let node = 2; node < nodeCount; node++) {
      sums.push(sums[lows[node]] + weights[variables[node]] * sums[highs[node]]);
    }
    return sums;
  }
}

/** The binary digits of a number of at least 0. */
export function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/**
 * The digits of a number in base 2^bits, lowest first, the last not 0. Counts by order are read from one sum in which every
 * member weighs 2^bits, wider than any count (Kronecker substitution).
 */
export function digits(value: bigint, bits: bigint): bigint[] {
  const found: bigint[] = [];
  for (let rest = value; rest > 0n; rest >>= bits) found.push(BigInt.asUintN(Number(bits), rest));
  return found;
}

/** Which orders occur among the sets of each node: one bit per order. */
class OrderTable {
  /** The largest order below any node. */
  readonly largest: number;
  private readonly words: number;
  private readonly bits: Uint32Array;

  constructor(diagram: FlatDiagram) {
    const { nodeCount, lows, highs } = diagram;
    this.largest = longestPath(diagram);
    this.words = Math.floor(this.largest / 32) + 1;
    this.bits = new Uint32Array(nodeCount * this.words);
    this.bits[this.words] = 1;
    for (let node = 2; node < nodeCount; node++) {
      const at = node * this.words;
      const low = lows[node] * this.words;
      const high = highs[node] * this.words;
      let carry = 0;
      for (let w = 0; w < this.words; w++) {
        const shifted = this.bits[high + w];
        this.bits[at + w] = this.bits[low + w] | (shifted << 1) | carry;
        carry = shifted >>> 31;
      }
    }
  }

  has(node: number, order: number): boolean {
    if (order < 0 || order > this.largest) return false;
    return ((this.bits[node * this.words + (order >>> 5)] >>> (order & 31)) & 1) === 1;
  }
}

function longestPath({ nodeCount, lows, highs }: FlatDiagram): number {
  const longest = new Int32Array(nodeCount);
  longest[0] = -1;
  let largest = 0;
  for (let node = 2; node < nodeCount; node++) {
    longest[node] = Math.max(longest[lows[node]], longest[highs[node]] + 1);
    if (longest[node] > largest) largest = longest[node];
  }
  return largest;
}
