/** A chain formula over groups, as data. A leaf works when its group (by index) is attained. */
export type GateTree =
  | { readonly leaf: number }
  | { readonly constant: boolean }
  | {
      readonly gate: 'all' | 'any' | 'at-least';
      /** How many must work, for `at-least`. */
      readonly k?: number;
      readonly of: readonly GateTree[];
    };

/**
 * Part of the chain value: period `period` earns `weight` (already discounted) when `tree` holds for exactly
 * what is attained at the start of it.
 */
export interface ChainTerm {
  readonly period: number;
  readonly weight: number;
  readonly tree: GateTree;
}

/** Whether the formula holds when exactly the groups of `mask` (bit g for group g) are attained. */
export function evaluateGate(tree: GateTree, mask: number): boolean {
  if ('leaf' in tree) return (mask & (1 << tree.leaf)) !== 0;
  if ('constant' in tree) return tree.constant;
  const working = tree.of.filter((child) => evaluateGate(child, mask)).length;
  switch (tree.gate) {
    case 'all':
      return working === tree.of.length;
    case 'any':
      return working >= 1;
    case 'at-least':
      if (tree.k === undefined) throw new Error('a gate "at-least" needs its k');
      return working >= tree.k;
  }
}

/** Value of a period when exactly `mask` is attained at its start. */
export function chainValue(terms: readonly ChainTerm[], period: number, mask: number): number {
  let value = 0;
  for (const term of terms) {
    if (term.period === period && evaluateGate(term.tree, mask)) value += term.weight;
  }
  return value;
}
