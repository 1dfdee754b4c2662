import { MusterError } from '../kernel/errors.ts';

/** The terminals of a diagram of functions. */
export const FALSE = 0;
export const TRUE = 1;

/** Nodes a diagram may hold, its two terminals included, unless its maker says otherwise. */
export const DEFAULT_MAX_NODES = 4_000_000;

export interface NodeLimits {
  /** Nodes that may ever be made, the terminals included; by default {@link DEFAULT_MAX_NODES}. */
  readonly maxNodes?: number;
  /** Called each time 65,536 more nodes are made, with how many there are; may throw to stop. */
  readonly onNodes?: (nodes: number) => void;
}

const NODES_PER_CALL = 1 << 16;
const FIRST_CAPACITY = 256;

/** What every walk over a diagram needs; nodes 0 and 1 are the terminals. */
export interface Diagram {
  top(node: number): number;
  low(node: number): number;
  high(node: number): number;
}

/** A 32-bit mix of three integers; the caller masks it to the size of its table. */
export function hash3(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/**
 * The nodes of a decision diagram, each triple (variable, low, high) stored once. Nodes are numbers; 0 and 1
 * are the terminals, whose variable is `variableCount`, below every variable. Nodes are never removed, and a
 * child exists before its parent: ascending numbers are a topological order, children first.
 */
export class NodeTable {
  count = 2;
  readonly maxNodes: number;
  private readonly onNodes: NodeLimits['onNodes'];
  variable = new Int32Array(FIRST_CAPACITY);
  low = new Int32Array(FIRST_CAPACITY);
  high = new Int32Array(FIRST_CAPACITY);
  /** Open addressing with linear probing; 0 marks a free slot; twice as many slots as node places. */
  private slots = new Int32Array(2 * FIRST_CAPACITY);

  constructor(variableCount: number, limits: NodeLimits) {
    this.maxNodes = limits.maxNodes ?? DEFAULT_MAX_NODES;
    this.onNodes = limits.onNodes;
    this.variable[0] = variableCount;
    this.variable[1] = variableCount;
    this.high[1] = 1;
    this.low[1] = 1;
  }

  /** The node of this triple, made if it is new. Throws STRUCTURE_TOO_LARGE beyond `maxNodes`. */
  findOrAdd(variable: number, low: number, high: number): number {
    let slot = this.slotOf(variable, low, high);
    const found = this.slots[slot];
    if (found !== 0) return found;
    if (this.count >= this.maxNodes) throw tooLarge(this.maxNodes);
    if (this.count % NODES_PER_CALL === 0) this.onNodes?.(this.count);
    if (this.count === this.variable.length) {
      this.grow();
      slot = this.slotOf(variable, low, high);
    }
    const node = this.count;
    this.count += 1;
    this.variable[node] = variable;
    this.low[node] = low;
    this.high[node] = high;
    this.slots[slot] = node;
    return node;
  }

  /** The slot that holds this triple, or the free slot where it belongs. */
  private slotOf(variable: number, low: number, high: number): number {
    const mask = this.slots.length - 1;
    let slot = hash3(variable, low, high) & mask;
    for (;;) {
      const node = this.slots[slot];
      if (node === 0) return slot;
      if (this.low[node] === low && this.high[node] === high && this.variable[node] === variable) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const capacity = 2 * this.variable.length;
    this.variable = enlarged(this.variable, capacity);
    this.low = enlarged(this.low, capacity);
    this.high = enlarged(this.high, capacity);
    this.slots = new Int32Array(2 * capacity);
    for (let node = 2; node < capacity / 2; node++) {
      this.slots[this.slotOf(this.variable[node], this.low[node], this.high[node])] = node;
    }
  }
}

/** Raised when a structure outgrows a limit on work or memory. */
export function tooLarge(maxNodes: number): MusterError {
  return new MusterError('STRUCTURE_TOO_LARGE', `The decision diagram needs more than ${maxNodes} nodes.`, {
    exitCode: 4,
    hint: 'Split the product, merge leaves that always fail together, or raise the limit on nodes.',
  });
}

function enlarged(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(old);
  return larger;
}
