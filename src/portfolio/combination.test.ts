import { expect, test } from 'vitest';
import { Random } from '../kernel/random.ts';
import { type CombinationLimits, combination, type Effect } from './combination.ts';
import { planDistance } from './plan-distance.ts';
import { changeKey } from './variations.ts';

/** Ten projects that the best plan surely starts; forcing out number i costs what is said and adds none. */
const root = new Float64Array(10).fill(1);
const effect = (project: number, cost: number): Effect => ({
  change: { kind: 'without', place: { group: 0, project } },
  cost,
  shift: root.map((_, i) => (i === project ? -1 : 0)),
});
const limits = (more: Partial<CombinationLimits>): CombinationLimits => ({
  apart: 0.2,
  mostLoss: 10,
  distance: (a, b) => planDistance(a, b, 0.1),
  others: [root],
  ...more,
});
const keys = (effects: readonly Effect[], more: Partial<CombinationLimits> = {}): string[] | null =>
  combination(effects, root, new Random(1), limits(more))?.map(changeKey).sort() ?? null;

test('the cheapest changes that are foreseen to be far enough', () => {
  expect(keys([effect(0, 3), effect(1, 1), effect(2, 5), effect(3, 1)], { apart: 0.17 })).toEqual([
    '0 1',
    '0 3',
  ]);
});

test('none where what is far enough costs too much, or nothing is far enough', () => {
  expect(keys([effect(0, 5), effect(1, 5)])).toBeNull();
  expect(keys([effect(0, 1), effect(1, 11)])).toBeNull();
  expect(keys([effect(0, 1), effect(1, 1)], { apart: 0.3 })).toBeNull();
});

test('far enough from every other plan too', () => {
  const without = Float64Array.from(root, (_, i) => (i < 2 ? 0 : 1));
  const effects = [effect(0, 0), effect(1, 0), effect(2, 1), effect(3, 1)];
  // Forcing out 0 and 1 again would be that plan itself.
  expect(keys(effects, { others: [root, without] })).toEqual(expect.arrayContaining(['0 2', '0 3']));
});
