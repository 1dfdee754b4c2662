import type { Diagram } from './node-table.ts';
import { reachable } from './reachable.ts';

/**
 * One function or family taken out of its diagram: the nodes below its root alone, numbered without gaps, children
 * before parents, terminals 0 and 1. It keeps nothing of the diagram it came from.
 */
export class FlatDiagram implements Diagram {
  /** Nodes, the two terminals included. */
  readonly nodeCount: number;
  readonly root: number;
  /** By node; the variable of a terminal is that of the terminals of the source. */
  readonly variables: Int32Array;
  readonly lows: Int32Array;
  readonly highs: Int32Array;

  constructor(source: Diagram, root: number) {
    const nodes = reachable(source, [root]);
    this.nodeCount = nodes.length + 2;
    const place = new Int32Array(Math.max(root, 1) + 1);
    place[1] = 1;
    this.variables = new Int32Array(this.nodeCount).fill(source.top(0));
    this.lows = new Int32Array(this.nodeCount);
    this.highs = new Int32Array(this.nodeCount);
    this.lows[1] = 1;
    this.highs[1] = 1;
    nodes.forEach((node, i) => {
      place[node] = i + 2;
      this.variables[i + 2] = source.top(node);
      this.lows[i + 2] = place[source.low(node)];
      this.highs[i + 2] = place[source.high(node)];
    });
    this.root = place[root];
  }

  get variableCount(): number {
    return this.variables[0];
  }

  top(node: number): number {
    return this.variables[node];
  }

  low(node: number): number {
    return this.lows[node];
  }

  high(node: number): number {
    return this.highs[node];
  }
}
