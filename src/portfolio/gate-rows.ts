import type { Gate } from '../structure/formula.ts';
import { probabilities } from '../structure/probability.ts';
import type { ChainValue } from './chain-value.ts';

/** The constraints that the gates of one period put on the master problem, in their own numbering. */
export interface GateRows {
  /** Every constraint reads Σ entries ≤ 0. */
  readonly constraints: readonly string[];
  /** The constraint z(leaf) − chance of the group ≤ 0 of each leaf that matters. */
  readonly leaves: readonly { readonly group: number; readonly row: number }[];
  readonly gates: readonly GateColumn[];
}

interface GateColumn {
  readonly node: number;
  readonly cap: number;
  /** What the term of this function is worth in the period; 0 for inner gates. */
  readonly weight: number;
  readonly entries: readonly { readonly row: number; readonly value: number }[];
}

/** Beyond this many minimal cuts a threshold gets the one weaker row minimum·z ≤ Σ weight × child. */
const CUTS_MAX = 64;

/** Gates below the terms of period t, with caps at the `attainable` chances of the groups. */
export function gateRows(chain: ChainValue, t: number, attainable: Float64Array): GateRows {
  const { formula } = chain;
  const weights = new Map<number, number>();
  for (const { period, node, weight } of chain.terms) {
    if (period === t && formula.gateOf(node).kind !== 'constant') {
      weights.set(node, (weights.get(node) ?? 0) + weight);
    }
  }
  const nodes = formula.gatesBelow([...weights.keys()]).filter((n) => formula.gateOf(n).kind !== 'constant');
  const caps = probabilities(formula.bdd, nodes, attainable);
  const constraints: string[] = [];
  const leaves: { group: number; row: number }[] = [];
  const entries = new Map<number, { row: number; value: number }[]>(nodes.map((n) => [n, []]));
  const constrain: Constrain = (label, node, factor, children, weights) => {
    const row = constraints.push(label) - 1;
    entries.get(node)!.push({ row, value: factor });
    children.forEach((child, i) => {
      entries.get(child)!.push({ row, value: weights ? -weights[i] : -1 });
    });
    return row;
  };
  for (const node of nodes) {
    const gate = formula.gateOf(node);
    if (gate.kind === 'leaf') leaves.push({ group: gate.variable!, row: constrain('leaf', node, 1, []) });
    else if (gate.kind === 'all') for (const child of gate.children) constrain('all', node, 1, [child]);
    else if (gate.kind === 'any') constrain('any', node, 1, gate.children);
    else threshold(node, gate, constrain);
  }
  return {
    constraints,
    leaves,
    gates: nodes.map((node, i) => ({
      node,
      cap: Math.min(1, caps[i]),
      weight: weights.get(node) ?? 0,
      entries: entries.get(node)!,
    })),
  };
}

/** factor·z(node) ≤ Σ weight × child; weights are 1 unless given. */
type Constrain = (
  label: string,
  node: number,
  factor: number,
  children: readonly number[],
  weights?: readonly number[],
) => number;

/** A threshold holds only if some member of each of its cuts does: z ≤ Σ children of every minimal cut. */
function threshold(node: number, gate: Gate, constrain: Constrain): void {
  const { children, weights, minimum } = gate as Required<Gate>;
  const cuts = minimalCuts(weights, minimum, CUTS_MAX + 1);
  if (cuts.length > CUTS_MAX) {
    const counted = weights.map((weight) => Math.min(weight, minimum));
    constrain('threshold, summed', node, minimum, children, counted);
  } else {
    for (const cut of cuts)
      constrain(
        'threshold',
        node,
        1,
        cut.map((i) => children[i]),
      );
  }
}

/** Minimal sets of members without which the others miss the minimum, at most `most` of them. */
function minimalCuts(weights: readonly number[], minimum: number, most: number): number[][] {
  // Heaviest first: a set is then minimal when it becomes a cut with its last, lightest member.
  const order = weights.map((_, i) => i).sort((a, b) => weights[b] - weights[a]);
  const after = new Float64Array(order.length + 1);
  for (let at = order.length - 1; at >= 0; at--) after[at] = after[at + 1] + weights[order[at]];
  const cuts: number[][] = [];
  const descend = (from: number, left: number, chosen: number[]): void => {
    if (left < minimum) {
      cuts.push(chosen);
      return;
    }
    for (let at = from; at < order.length && left - after[at] < minimum; at++) {
      if (cuts.length >= most) return;
      descend(at + 1, left - weights[order[at]], [...chosen, order[at]]);
    }
  };
  descend(0, after[0], []);
  return cuts;
}
