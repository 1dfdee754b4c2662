import { type Branch, KnapsackRelaxation, type KnapsackRows } from './knapsack-relaxation.ts';
import { CAPACITY_TOLERANCE } from './spec.ts';

/** Items to choose among, each whole or not at all, under several budgets: projects that all run in one period. */
export interface KnapsackProblem {
  /** Of each item. */
  readonly values: readonly number[];
  /** What each item needs of each row (rows × items); not negative. */
  readonly weights: readonly (readonly number[])[];
  /** Of each row, not negative; kept within `CAPACITY_TOLERANCE`. */
  readonly capacities: readonly number[];
}

export interface KnapsackLimits {
  readonly stop: () => boolean;
  /** Most nodes of the search. */
  readonly nodes: number;
}

export interface KnapsackSolution {
  /** Items chosen, in order. */
  readonly chosen: readonly number[];
  readonly value: number;
  /** No choice is worth more. */
  readonly bound: number;
  /** The search was not cut short: nothing is worth more than `value` (but for 1e-9 of it where values are not whole). */
  readonly proven: boolean;
  readonly nodes: number;
}

/**
 * The choice of most value that every row can carry. Branch and bound, depth first, in rounds: a round looks only for
 * what is worth at least a target not far below the bound of the linear relaxation, which closes nearly all nodes; where
 * there is nothing, the next target is half as far again below. Each node re-solves the relaxation of its parent, is bounded
 * by Lagrangian duality at its prices, and settles the items whose other choice falls short of the target. It branches
 * on items and on the number of items.
 */
export function solveKnapsack(problem: KnapsackProblem, limits: KnapsackLimits): KnapsackSolution {
  return new KnapsackSearch(problem).run(limits);
}

/** First target: this share of the way from the bound down to the rounded relaxation. */
const FIRST_TARGET = 1 / 8;
/** How much further below the next target is. */
const TARGET_GROWTH = 1.5;
const NODES_BETWEEN_STOPS = 256;

class KnapsackSearch {
  private readonly rows: KnapsackRows;
  /** By how much a choice must be worth more to count. */
  private readonly step: number;
  private readonly isFree: (item: number) => boolean;
  /** The node of each depth on the way to the present one. */
  private readonly path: KnapsackRelaxation[] = [];
  /** Of each depth: a bound of what is open there, and the branch whose second side is still to come. */
  private readonly bounds: number[] = [];
  private readonly pending: (Branch | null)[] = [];
  private chosen: readonly number[] = [];
  private value = 0;
  private target = 0;
  private nodes = 0;

  constructor(private readonly problem: KnapsackProblem) {
    const { values, weights, capacities } = problem;
    const sides = capacities.map((capacity) => capacity * (1 + CAPACITY_TOLERANCE));
    this.rows = {
      items: values.length,
      rows: sides.length + 1,
      values: Float64Array.from(values),
      weights: Float64Array.from(values.flatMap((_, j) => [...weights.map((row) => row[j]), 1])),
      sides: Float64Array.from([...sides, values.length]),
    };
    const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0);
    this.step = values.every(Number.isInteger) ? 1 - 1e-6 : 1e-9 * Math.max(total, 1);
    this.isFree = (j) => values[j] > 0 && weights.every((row, r) => row[j] <= sides[r]);
  }

  run(limits: KnapsackLimits): KnapsackSolution {
    const root = this.node(0);
    root.reset(this.isFree);
    root.solve(Number.NEGATIVE_INFINITY);
    const top = root.bound(0);
    this.offer(root.solution());
    let bound = top;
    for (let below = Math.max((top - this.value) * FIRST_TARGET, this.step); ; below *= TARGET_GROWTH) {
      this.target = top - below;
      const open = this.searchRound(limits);
      bound = Math.max(this.value, Math.min(bound, Math.max(open, this.enough)));
      if (open > Number.NEGATIVE_INFINITY) return this.solution(bound, false);
      if (this.value + this.step >= this.target) return this.solution(this.value, true);
    }
  }

  private solution(bound: number, proven: boolean): KnapsackSolution {
    const { chosen, value, nodes } = this;
    return { chosen, value, bound, proven, nodes };
  }

  /** A node whose bound is below this is closed. */
  private get enough(): number {
    return Math.max(this.value + this.step, this.target);
  }

  private node(depth: number): KnapsackRelaxation {
    this.path[depth] ??= new KnapsackRelaxation(this.rows);
    return this.path[depth];
  }

  /** Searches everything for the target. The highest bound left open where a limit cut it short, else −∞. */
  private searchRound({ stop, nodes }: KnapsackLimits): number {
    this.node(0).reset(this.isFree);
    this.bounds[0] = Number.POSITIVE_INFINITY;
    let depth = 0;
    while (depth >= 0) {
      if (this.nodes >= nodes || (this.nodes % NODES_BETWEEN_STOPS === 0 && stop())) {
        return Math.max(...this.bounds.slice(0, depth + 1));
      }
      this.nodes++;
      const branch = this.visit(depth);
      depth = branch ? this.descend(depth, branch) : this.turnBack(depth);
    }
    return Number.NEGATIVE_INFINITY;
  }

  /** Where the node must be branched; null where it is closed. */
  private visit(depth: number): Branch | null {
    const node = this.path[depth];
    const isOptimum = node.solve(this.enough);
    let bound = node.bound(this.enough);
    if (bound >= this.enough && !isOptimum) {
      node.rebuild();
      node.solve(Number.NEGATIVE_INFINITY);
      bound = node.bound(this.enough);
    }
    if (bound < this.enough) return null;
    this.bounds[depth] = bound;
    node.settleAll(bound, this.enough);
    const split = node.split();
    if (split) return split;
    this.offer(node.solution());
    const item = node.freeItem();
    return bound < this.enough || item < 0 ? null : { variable: item, whole: 0, downFirst: false };
  }

  private descend(depth: number, branch: Branch): number {
    const child = this.node(depth + 1);
    child.copyFrom(this.path[depth]);
    child.limit(branch.variable, branch.whole, branch.downFirst);
    this.bounds[depth + 1] = this.bounds[depth];
    this.pending[depth] = branch;
    return depth + 1;
  }

  /** To the deepest node with a second side; −1 without one. */
  private turnBack(depth: number): number {
    for (let d = depth - 1; d >= 0; d--) {
      const branch = this.pending[d];
      if (!branch) continue;
      this.path[d].limit(branch.variable, branch.whole, !branch.downFirst);
      this.pending[d] = null;
      return d;
    }
    return -1;
  }

  /** Rounds a solution of the relaxation: items in the order of how much of them is in, while they fit. */
  private offer(parts: Float64Array): void {
    const { values, weights } = this.problem;
    const room = Array.from(weights, (_, r) => this.rows.sides[r]);
    const order = values.map((_, j) => j).filter(this.isFree);
    order.sort((a, b) => parts[b] - parts[a] || values[b] - values[a]);
    const chosen = order.filter((j) => {
      if (weights.some((row, r) => row[j] > room[r])) return false;
      weights.forEach((row, r) => {
        room[r] -= row[j];
      });
      return true;
    });
    const value = chosen.reduce((sum, j) => sum + values[j], 0);
    if (value <= this.value) return;
    this.value = value;
    this.chosen = chosen.sort((a, b) => a - b);
  }
}
