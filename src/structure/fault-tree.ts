/** A formula of a fault tree. Events and gates are named by their place in the lists of the tree. */
export type TreeFormula =
  | { readonly kind: 'event'; readonly event: number }
  | { readonly kind: 'gate'; readonly gate: number }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly part: TreeFormula }
  | { readonly kind: 'and' | 'or' | 'xor'; readonly parts: readonly TreeFormula[] }
  | { readonly kind: 'at-least'; readonly k: number; readonly parts: readonly TreeFormula[] };

/** A basic event: something that fails on its own, independently of the others. */
export interface BasicEvent {
  readonly name: string;
  /** Chance that it occurs, 0 to 1; null where nobody has stated one. */
  readonly probability: number | null;
}

/**
 * A fault tree: the top event as a formula of basic events through named gates, which may be shared and hold no
 * circle. It is written in failures: an event that is true has failed.
 */
export interface FaultTree {
  readonly name: string;
  readonly events: readonly BasicEvent[];
  readonly gates: readonly { readonly name: string; readonly formula: TreeFormula }[];
  /** Place of the top event in `gates`. */
  readonly top: number;
}
