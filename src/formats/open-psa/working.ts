import { groupBy } from '../../kernel/collections.ts';
import type { FaultTree, TreeFormula } from '../../structure/fault-tree.ts';

/** A gate or an event by its place in the tree. */
export type Leaf = { readonly kind: 'gate' | 'event'; readonly place: number };

/** When something works, in terms of what works: the dual of a formula of failures, without constants. */
export type Working =
  | boolean
  | Leaf
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Exclude<Working, boolean>[] }
  | { readonly kind: 'at-least'; readonly k: number; readonly parts: readonly Exclude<Working, boolean>[] };

type Part = Exclude<Working, boolean>;

/**
 * When each gate of a tree works, by its place. What fails by `and` works by any, by `or` by all, and k of n failing
 * is at least n − k + 1 working. Constants and gates that are constant are gone. The tree has no `not` and no `xor`.
 */
export function workingOf(tree: FaultTree): Working[] {
  const working: Working[] = [];
  for (const gate of childrenFirst(tree)) working[gate] = dual(tree.gates[gate].formula, working);
  return working;
}

function dual(formula: TreeFormula, gates: readonly Working[]): Working {
  switch (formula.kind) {
    case 'event':
      return { kind: 'event', place: formula.event };
    case 'gate':
      return typeof gates[formula.gate] === 'boolean'
        ? gates[formula.gate]
        : { kind: 'gate', place: formula.gate };
    case 'constant':
      return !formula.value;
    case 'and':
      return atLeast(
        1,
        formula.parts.map((part) => dual(part, gates)),
      );
    case 'or':
      return atLeast(
        formula.parts.length,
        formula.parts.map((part) => dual(part, gates)),
      );
    case 'at-least':
      return atLeast(
        formula.parts.length - formula.k + 1,
        formula.parts.map((part) => dual(part, gates)),
      );
    default:
      throw new Error(`Muster has a bug: a formula with ${formula.kind} has no dual in what works`);
  }
}

/** At least k of the parts. */
function atLeast(k: number, given: readonly Working[]): Working {
  const parts = given.filter((part): part is Part => typeof part !== 'boolean');
  const needed = k - given.filter((part) => part === true).length;
  if (needed <= 0) return true;
  if (needed > parts.length) return false;
  if (needed > 1 && needed < parts.length) return { kind: 'at-least', k: needed, parts };
  const distinct = [...groupBy(parts, keyOf).values()].map(([part]) => part);
  if (distinct.length === 1) return distinct[0];
  return { kind: needed === 1 ? 'any' : 'all', parts: distinct };
}

/** Equal for two leaves that are the same. */
export function keyOf(part: Part): unknown {
  return part.kind === 'gate' || part.kind === 'event' ? `${part.kind} ${part.place}` : part;
}

/** Places of the gates at or below the top, those that a gate refers to before it. */
function childrenFirst({ gates, top }: FaultTree): number[] {
  const order = new Set<number>();
  const stack = [top];
  const open = new Set<number>();
  while (stack.length > 0) {
    const gate = stack.at(-1)!;
    if (open.has(gate) || order.has(gate)) {
      order.add(gate);
      stack.pop();
      continue;
    }
    open.add(gate);
    for (const below of gatesOf(gates[gate].formula)) if (!order.has(below)) stack.push(below);
  }
  return [...order];
}

function gatesOf(formula: TreeFormula): number[] {
  if (formula.kind === 'gate') return [formula.gate];
  if (formula.kind === 'not') return gatesOf(formula.part);
  return 'parts' in formula ? formula.parts.flatMap(gatesOf) : [];
}
