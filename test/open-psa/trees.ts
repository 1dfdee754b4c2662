import fc from 'fast-check';
import type { FaultTree, TreeFormula } from '../../src/structure/fault-tree.ts';

/** Whether a gate happens when exactly these events do, by the definition of every operator. */
export function happens(tree: FaultTree, lost: ReadonlySet<number>, gate = tree.top): boolean {
  const holds = (formula: TreeFormula): boolean => {
    switch (formula.kind) {
      case 'event':
        return lost.has(formula.event);
      case 'gate':
        return happens(tree, lost, formula.gate);
      case 'constant':
        return formula.value;
      case 'not':
        return !holds(formula.part);
      case 'and':
        return formula.parts.every(holds);
      case 'or':
        return formula.parts.some(holds);
      case 'xor':
        return formula.parts.filter(holds).length % 2 === 1;
      case 'at-least':
        return formula.parts.filter(holds).length >= formula.k;
    }
  };
  return holds(tree.gates[gate].formula);
}

/** Every set of the numbers below n, as lists. */
export function subsets(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, mask) =>
    Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1),
  );
}

/** Minimal cut sets by trying every set, as names in order. */
export function cutSetsOf(tree: FaultTree): string[] {
  const critical = subsets(tree.events.length).filter((set) => happens(tree, new Set(set)));
  const minimal = critical.filter(
    (set) =>
      !critical.some((other) => other.length < set.length && other.every((event) => set.includes(event))),
  );
  return minimal.map((set) => named(set.map((event) => tree.events[event].name))).sort();
}

/** A set of names as one text. */
export function named(names: readonly string[]): string {
  return [...names].sort().join(' | ');
}

const EVENTS = 5;
const GATES = 4;

/** Random trees without negation; gates are shared, parts recur, constants occur, and names are not all ids. */
export const coherentTrees: fc.Arbitrary<FaultTree> = fc
  .tuple(...Array.from({ length: GATES }, (_, gate) => formulas(gate + 1, 2)))
  .map((all) => ({
    name: 'random',
    events: ['e', 'E 1', 'a.b', '-x', 'é'].map((name, i) => ({ name, probability: i === 0 ? null : i / 10 })),
    gates: all.map((formula, i) => ({ name: ['top', 'e.2', 'g/1', 'g-1'][i], formula })),
    top: 0,
  }));

function formulas(from: number, depth: number): fc.Arbitrary<TreeFormula> {
  const event = fc.nat(EVENTS - 1).map((place): TreeFormula => ({ kind: 'event', event: place }));
  const constant = fc.boolean().map((value): TreeFormula => ({ kind: 'constant', value }));
  const leaf = fc.oneof({ weight: 8, arbitrary: event }, { weight: 1, arbitrary: constant });
  const gate =
    from < GATES
      ? fc.integer({ min: from, max: GATES - 1 }).map((place): TreeFormula => ({ kind: 'gate', gate: place }))
      : event;
  if (depth === 0) return fc.oneof(leaf, gate);
  const parts = fc.array(formulas(from, depth - 1), { minLength: 1, maxLength: 4 });
  return fc.oneof(
    fc.oneof(leaf, gate),
    parts.map((list): TreeFormula => ({ kind: 'and', parts: list })),
    parts.map((list): TreeFormula => ({ kind: 'or', parts: list })),
    fc
      .tuple(fc.nat(3), parts)
      .map(([k, list]): TreeFormula => ({ kind: 'at-least', k: 1 + (k % list.length), parts: list })),
  );
}
