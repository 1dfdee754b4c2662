import type { Case, System } from './random-systems.ts';

/**
 * Truth tables of systems of many leaves, fast: one byte per assignment, bit i of the index being leaf i. Nothing of a
 * decision diagram is used, so they can stand against one.
 */
export type Table = Uint8Array;

export function tableOf({ leaves, system }: Case): Table {
  return compile(system, 2 ** leaves);
}

function compile(system: System, size: number): Table {
  if (system.kind === 'leaf') return leafTable(system.variable, size);
  // At most five children of at most nine tenths each.
  const sums = new Uint8Array(size);
  system.children.forEach((child, i) => {
    const weight = system.kind === 'threshold' ? system.tenths[i] : 1;
    const table = compile(child, size);
    for (let mask = 0; mask < size; mask++) sums[mask] += weight * table[mask];
  });
  const minimum =
    system.kind === 'all'
      ? system.children.length
      : system.kind === 'any'
        ? 1
        : system.kind === 'at-least'
          ? system.k
          : system.minimum;
  const table = new Uint8Array(size);
  for (let mask = 0; mask < size; mask++) table[mask] = sums[mask] >= minimum ? 1 : 0;
  return table;
}

function leafTable(variable: number, size: number): Table {
  const table = new Uint8Array(size);
  for (let mask = 0; mask < size; mask++) table[mask] = (mask >> variable) & 1;
  return table;
}

/** Leaves on which the table depends. */
export function supportOf(table: Table, leaves: number): number[] {
  return Array.from({ length: leaves }, (_, i) => i).filter((i) => {
    for (let mask = 0; mask < table.length; mask++) if (table[mask] !== table[mask ^ (1 << i)]) return true;
    return false;
  });
}

/** 1 for each set of leaves that makes the system fail by failing. */
function failing(table: Table): Table {
  const fails = Uint8Array.from(table).reverse();
  for (let mask = 0; mask < fails.length; mask++) fails[mask] = 1 - fails[mask];
  return fails;
}

/** 1 for each minimal set of leaves that make the system work (`path`), or fail by failing (`cut`); by mask. */
export function minimalSets(table: Table, kind: 'path' | 'cut'): Table {
  const last = table.length - 1;
  const solves = kind === 'path' ? table : failing(table);
  const minimal = Uint8Array.from(solves);
  for (let bit = 1; bit <= last; bit *= 2) {
    for (let from = 0; from <= last; from += 2 * bit) {
      for (let without = from; without < from + bit; without++) {
        if (solves[without] === 1) minimal[without + bit] = 0;
      }
    }
  }
  return minimal;
}

/** Chance that the system works, and its derivative in the chance of each leaf; chances strictly between 0 and 1. */
export function chanceOf(table: Table, p: readonly number[]): { chance: number; birnbaum: number[] } {
  let weights = new Float64Array([1]);
  for (const chance of p) {
    const next = new Float64Array(2 * weights.length);
    for (let mask = 0; mask < weights.length; mask++) {
      next[mask] = weights[mask] * (1 - chance);
      next[mask + weights.length] = weights[mask] * chance;
    }
    weights = next;
  }
  for (let mask = 0; mask < table.length; mask++) weights[mask] *= table[mask];
  // Leaf by leaf: what lies on the side where it works, then both sides folded into one.
  const having = p.map(() => {
    const folded = new Float64Array(weights.length / 2);
    let works = 0;
    for (let half = 0; half < folded.length; half++) {
      works += weights[2 * half + 1];
      folded[half] = weights[2 * half] + weights[2 * half + 1];
    }
    weights = folded;
    return works;
  });
  const chance = weights[0];
  return { chance, birnbaum: p.map((each, i) => having[i] / each - (chance - having[i]) / (1 - each)) };
}
