import fc from 'fast-check';
import type { Random } from '../../src/kernel/random.ts';
import type { Bdd } from '../../src/structure/bdd.ts';

/** A system as a tree of gates; weights and minima are whole tenths, so that ties are exact here. */
export type System =
  | { readonly kind: 'leaf'; readonly variable: number }
  | { readonly kind: 'all'; readonly children: readonly System[] }
  | { readonly kind: 'any'; readonly children: readonly System[] }
  | { readonly kind: 'at-least'; readonly k: number; readonly children: readonly System[] }
  | {
      readonly kind: 'threshold';
      readonly minimum: number;
      readonly children: readonly System[];
      readonly tenths: readonly number[];
    };

export interface Case {
  readonly leaves: number;
  readonly system: System;
}

/** Fixed, so that a run of the tests can be repeated. */
export const RUNS = { numRuns: 600, seed: 20_260_801 };

/** Random increasing systems of 1 to `most` leaves, mostly of up to 8; leaves recur in several places. */
export function cases(most = 12): fc.Arbitrary<Case> {
  const few = fc.integer({ min: 1, max: Math.min(most, 8) });
  const many = fc.integer({ min: Math.min(most, 9), max: most });
  return fc
    .oneof({ weight: 5, arbitrary: few }, { weight: 1, arbitrary: many })
    .chain((leaves) => fc.record({ leaves: fc.constant(leaves), system: systemsOf(leaves) }));
}

function systemsOf(leaves: number): fc.Arbitrary<System> {
  const leaf = fc.record({
    kind: fc.constant('leaf' as const),
    variable: fc.integer({ min: 0, max: leaves - 1 }),
  });
  const gatesOver = (child: fc.Arbitrary<System>): fc.Arbitrary<System> => {
    const children = fc.array(child, { minLength: 1, maxLength: 5 });
    const weighted = fc.array(fc.tuple(child, fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 6,
    });
    return fc.oneof(
      children.map((list): System => ({ kind: 'all', children: list })),
      children.map((list): System => ({ kind: 'any', children: list })),
      fc
        .tuple(fc.integer({ min: 0, max: 5 }), children)
        .map(([k, list]): System => ({ kind: 'at-least', k, children: list })),
      fc.tuple(fc.integer({ min: -1, max: 30 }), weighted).map(
        ([minimum, list]): System => ({
          kind: 'threshold',
          minimum,
          children: list.map(([node]) => node),
          tenths: list.map(([, weight]) => weight),
        }),
      ),
    );
  };
  const shallow = gatesOver(leaf);
  const middle = gatesOver(fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 3, arbitrary: shallow }));
  return fc.oneof(leaf, shallow, middle, gatesOver(fc.oneof(leaf, middle)));
}

/**
 * A system in which every leaf has its part: leaves, some of them twice, are joined two to five at a time by gates
 * that are neither always true nor always false, until one is left.
 */
export function joinedSystem(random: Random, leaves: number): Case {
  const leaf = (variable: number): System => ({ kind: 'leaf', variable });
  const pool = Array.from({ length: leaves }, (_, variable) => leaf(variable));
  for (let twice = random.integer(1 + leaves / 3); twice > 0; twice--)
    pool.push(leaf(random.integer(leaves)));
  while (pool.length > 1) {
    const take = Math.min(pool.length, 2 + random.integer(4));
    const children = Array.from({ length: take }, () => pool.splice(random.integer(pool.length), 1)[0]);
    pool.push(joined(random, children));
  }
  return { leaves, system: pool[0] };
}

function joined(random: Random, children: System[]): System {
  const kind = (['all', 'any', 'at-least', 'threshold'] as const)[random.integer(4)];
  if (kind === 'all' || kind === 'any') return { kind, children };
  if (kind === 'at-least') return { kind, k: 1 + random.integer(children.length), children };
  const tenths = children.map(() => 1 + random.integer(9));
  const sum = tenths.reduce((a, b) => a + b, 0);
  return { kind, minimum: 1 + random.integer(sum), children, tenths };
}

export function holds(system: System, mask: number): boolean {
  if (system.kind === 'leaf') return ((mask >> system.variable) & 1) === 1;
  if (system.kind === 'all') return system.children.every((child) => holds(child, mask));
  if (system.kind === 'any') return system.children.some((child) => holds(child, mask));
  if (system.kind === 'at-least')
    return system.children.filter((child) => holds(child, mask)).length >= system.k;
  let sum = 0;
  system.children.forEach((child, i) => {
    if (holds(child, mask)) sum += system.tenths[i];
  });
  return sum >= system.minimum;
}

/** The truth of the system under every assignment; bit i of the index is leaf i. */
export function truthTable({ leaves, system }: Case): Uint8Array {
  return Uint8Array.from({ length: 2 ** leaves }, (_, mask) => (holds(system, mask) ? 1 : 0));
}

export function compile(bdd: Bdd, system: System): number {
  if (system.kind === 'leaf') return bdd.variable(system.variable);
  const nodes = system.children.map((child) => compile(bdd, child));
  if (system.kind === 'all') return bdd.all(nodes);
  if (system.kind === 'any') return bdd.any(nodes);
  if (system.kind === 'at-least') return bdd.atLeast(system.k, nodes);
  const terms = nodes.map((node, i) => ({ node, weight: system.tenths[i] / 10 }));
  return bdd.threshold(terms, system.minimum / 10);
}

export function assignmentOf(mask: number, leaves: number): Uint8Array {
  return Uint8Array.from({ length: leaves }, (_, i) => (mask >> i) & 1);
}

/** The sum of the chances of the assignments where `table` is 1. */
export function bruteProbability(table: Uint8Array, p: readonly number[]): number {
  let sum = 0;
  for (let mask = 0; mask < table.length; mask++) {
    if (table[mask] === 0) continue;
    let chance = 1;
    for (let i = 0; i < p.length; i++) chance *= (mask >> i) & 1 ? p[i] : 1 - p[i];
    sum += chance;
  }
  return sum;
}

/** Derivative in p[i]: the chance with leaf i certain less the chance with it impossible. */
export function bruteBirnbaum(table: Uint8Array, p: readonly number[]): number[] {
  return p.map((_, i) => bruteProbability(table, p.with(i, 1)) - bruteProbability(table, p.with(i, 0)));
}

/** Minimal sets that make the table true by working (`path`) or false by failing (`cut`), by enumeration. */
export function bruteMinimalSets(table: Uint8Array, leaves: number, kind: 'path' | 'cut'): number[][] {
  const all = Array.from({ length: leaves }, (_, i) => i);
  const everything = table.length - 1;
  const solves = (set: number): boolean =>
    kind === 'path' ? table[set] === 1 : table[everything ^ set] === 0;
  const found: number[][] = [];
  for (let set = 0; set < table.length; set++) {
    if (!solves(set)) continue;
    const members = all.filter((i) => (set >> i) & 1);
    if (members.every((i) => !solves(set & ~(1 << i)))) found.push(members);
  }
  return found.sort(compareSets);
}

/** Smaller sets first, then by their smallest members. */
export function compareSets(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((member, i) => member !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}
