import { expect, test } from 'vitest';
import { Random } from '../../src/kernel/random.ts';
import { Bdd } from '../../src/structure/bdd.ts';
import { minimalCutSets, minimalPathSets } from '../../src/structure/cut-sets.ts';
import { FormulaBuilder } from '../../src/structure/formula.ts';
import { weightedBirnbaum } from '../../src/structure/probability.ts';
import type { SetFamily } from '../../src/structure/set-family.ts';
import { type Case, compile, joinedSystem, type System } from './random-systems.ts';
import { chanceOf, minimalSets, supportOf, type Table, tableOf } from './truth-tables.ts';

const SYSTEMS = 2400;
const SEED = 20_260_801;

/** Mostly few leaves, as brute force grows by the power; every fifteenth system has 14 to 18. */
function leavesOf(i: number, random: Random): number {
  if (i % 15 === 0) return 14 + random.integer(5);
  return i % 10 < 4 ? 9 + random.integer(5) : 2 + random.integer(7);
}

/** Gates of every kind in a tree. */
function kindsOf(system: System): string[] {
  return system.kind === 'leaf' ? [] : [system.kind, ...system.children.flatMap(kindsOf)];
}

/** How many sets of a family are not those of the table, either way. */
function mismatches(family: SetFamily, table: Table): number {
  const listed = family.enumerate(Number.POSITIVE_INFINITY);
  const masks = new Set(listed.map((set) => set.reduce((mask, leaf) => mask | (1 << leaf), 0)));
  const expected = table.reduce((sum, each) => sum + each, 0);
  let wrong = Math.abs(expected - masks.size) + Math.abs(masks.size - Number(family.count()));
  for (const mask of masks) if (table[mask] !== 1) wrong++;
  return wrong;
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-10;

test('random systems of up to 18 leaves: cut sets, path sets, chance and importance are those of the truth table', () => {
  const random = new Random(SEED);
  const counts = { systems: 0, large: 0, sets: 0, cut: 0, path: 0, chance: 0, birnbaum: 0, formula: 0 };
  const kinds = new Map<string, number>();
  for (let i = 0; i < SYSTEMS; i++) {
    const leaves = leavesOf(i, random);
    const each = joinedSystem(random, leaves);
    const p = Array.from({ length: leaves }, () => (1 + random.integer(99)) / 100);
    const table = tableOf(each);
    const bdd = new Bdd(leaves);
    const f = compile(bdd, each.system);
    counts.systems++;
    if (supportOf(table, leaves).length >= 13) counts.large++;
    for (const kind of new Set(kindsOf(each.system))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);

    const cuts = minimalCutSets(bdd, f, {});
    const paths = minimalPathSets(bdd, f, {});
    counts.sets += Number(cuts.count()) + Number(paths.count());
    counts.cut += mismatches(cuts, minimalSets(table, 'cut'));
    counts.path += mismatches(paths, minimalSets(table, 'path'));

    const expected = chanceOf(table, p);
    const { value, gradient } = weightedBirnbaum(bdd, [{ node: f, weight: 1 }], p);
    if (!close(value, expected.chance)) counts.chance++;
    if (!expected.birnbaum.every((slope, i) => close(slope, gradient[i]))) counts.birnbaum++;
    if (built(new FormulaBuilder(bdd), each) !== f) counts.formula++;
  }
  console.info(JSON.stringify({ ...counts, kinds: Object.fromEntries(kinds) }));
  const { systems, large, sets, ...wrong } = counts;
  expect(wrong).toEqual({ cut: 0, path: 0, chance: 0, birnbaum: 0, formula: 0 });
  expect(systems).toBe(SYSTEMS);
  expect(large).toBeGreaterThan(100);
  expect(sets).toBeGreaterThan(20_000);
  for (const kind of ['all', 'any', 'at-least', 'threshold']) expect(kinds.get(kind)).toBeGreaterThan(500);
});

/** The same system gate by gate, thresholds with their weights. */
function built(formula: FormulaBuilder, { system }: Case): number {
  const build = (each: System): number => {
    if (each.kind === 'leaf') return formula.leaf(each.variable);
    const ids = each.children.map(build);
    if (each.kind === 'all') return formula.all(ids);
    if (each.kind === 'any') return formula.any(ids);
    if (each.kind === 'at-least') return formula.atLeast(each.k, ids);
    return formula.threshold(
      ids.map((node, i) => ({ node, weight: each.tenths[i] / 10 })),
      each.minimum / 10,
    );
  };
  return build(system);
}
