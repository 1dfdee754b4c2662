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

/** Beyond this many subsets an at-least gate gets the one weaker row k·z ≤ Σ children. */
const SUBSETS_MAX = 64;

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
  const constrain = (label: string, node: number, factor: number, children: readonly number[]): number => {
    const row = constraints.push(label) - 1;
    entries.get(node)!.push({ row, value: factor });
    for (const child of children) entries.get(child)!.push({ row, value: -1 });
    return row;
  };
  for (const node of nodes) {
    const gate = formula.gateOf(node);
    if (gate.kind === 'leaf') leaves.push({ group: gate.variable!, row: constrain('leaf', node, 1, []) });
    else if (gate.kind === 'all') for (const child of gate.children) constrain('all', node, 1, [child]);
    else if (gate.kind === 'any') constrain('any', node, 1, gate.children);
    else atLeast(node, gate.k!, gate.children, constrain);
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

function atLeast(
  node: number,
  k: number,
  children: readonly number[],
  constrain: (label: string, node: number, factor: number, children: readonly number[]) => number,
): void {
  const size = children.length - k + 1;
  const subsets = choose(children, size, SUBSETS_MAX + 1);
  if (subsets.length > SUBSETS_MAX) constrain('at-least, summed', node, k, children);
  else for (const subset of subsets) constrain('at-least', node, 1, subset);
}

/** Subsets of a given size, at most `most` of them. */
function choose(items: readonly number[], size: number, most: number): number[][] {
  const result: number[][] = [];
  const descend = (from: number, chosen: number[]): void => {
    if (result.length >= most) return;
    if (chosen.length === size) {
      result.push(chosen);
      return;
    }
    for (let i = from; i <= items.length - (size - chosen.length); i++) descend(i + 1, [...chosen, items[i]]);
  };
  descend(0, []);
  return result;
}
