import { type Diagram, type NodeLimits, NodeTable } from './node-table.ts';

/** The family without any set. */
export const EMPTY = 0;
/** The family whose one set is the empty set. */
export const UNIT = 1;

/**
 * Zero-suppressed decision diagram (Minato 1993): a family of sets of variables. A node means: the sets of its
 * low child, and those of its high child with the node's variable added. Equal families have equal numbers.
 */
export class Zdd implements Diagram {
  private readonly table: NodeTable;

  /** `maxNodes` counts all nodes ever made, terminals included; beyond it STRUCTURE_TOO_LARGE is thrown. */
  constructor(
    readonly variableCount: number,
    options: NodeLimits = {},
  ) {
    this.table = new NodeTable(variableCount, options);
  }

  /** All nodes made so far, the two terminals included. */
  get nodeCount(): number {
    return this.table.count;
  }

  /** The smallest variable in any set of the family; `variableCount` for a terminal. */
  top(node: number): number {
    return this.table.variable[node];
  }

  /** The sets without the top variable. */
  low(node: number): number {
    return this.table.low[node];
  }

  /** The sets with the top variable, which is taken out of them. */
  high(node: number): number {
    return this.table.high[node];
  }

  /** The sets of `low`, and those of `high` with `variable` added; both children lie below the variable. */
  make(variable: number, low: number, high: number): number {
    return high === EMPTY ? low : this.table.findOrAdd(variable, low, high);
  }
}
