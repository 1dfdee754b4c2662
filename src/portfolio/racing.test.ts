import { describe, expect, test } from 'vitest';
import { ATTAINED, compileGroup, INITIAL } from './group-process.ts';
import { atLeastOne, nestedChances } from './racing.ts';
import type { GroupSpec, PlanSpec } from './spec.ts';

/** Chance that at least one of k teams succeeds, k = 1, 2, 3, 4, 6, 8; worked out in DESIGN's source to three places. */
const TABLE: readonly [p: number, rho: number, chances: readonly number[]][] = [
  [0.2, 0, [0.2, 0.36, 0.488, 0.59, 0.738, 0.832]],
  [0.2, 0.2, [0.2, 0.343, 0.45, 0.532, 0.648, 0.725]],
  [0.2, 0.4, [0.2, 0.324, 0.41, 0.474, 0.564, 0.625]],
  [0.2, 0.6, [0.2, 0.301, 0.366, 0.413, 0.479, 0.525]],
  [0.35, 0, [0.35, 0.577, 0.725, 0.821, 0.925, 0.968]],
  [0.35, 0.4, [0.35, 0.52, 0.62, 0.687, 0.769, 0.818]],
  [0.5, 0.4, [0.5, 0.685, 0.777, 0.831, 0.89, 0.921]],
  [0.1, 0.4, [0.1, 0.173, 0.231, 0.277, 0.35, 0.405]],
];
const TEAMS = [1, 2, 3, 4, 6, 8];

/** Eight teams spread evenly over approaches that work with 0.5; each then succeeds with 0.6. */
function eightTeams(approaches: number): GroupSpec {
  return {
    id: 'goal',
    approaches: new Array<number>(approaches).fill(0.5),
    projects: Array.from({ length: 8 }, (_, i) => ({
      id: `team-${i}`,
      approach: i % approaches,
      variants: [
        {
          id: 'only',
          stages: [{ durationLaw: [1], success: 0.6, proves: true, costPerPeriod: 0, use: [], requires: [] }],
        },
      ],
    })),
  };
}

/** Chance that the group is attained after one period in which all its teams run. */
function allAtOnce(group: GroupSpec): number {
  const plan: PlanSpec = { periods: 1, discount: [1], rows: [], groups: [group] };
  const process = compileGroup(plan, group);
  for (let a = process.actionsFrom[INITIAL]!; a < process.actionsFrom[INITIAL + 1]!; a++) {
    if (process.starts[a]!.length < group.projects.length) continue;
    const from = process.nextFrom[a]!;
    const at = process.next.subarray(from, process.nextFrom[a + 1]).indexOf(ATTAINED);
    return process.probability[from + at]!;
  }
  throw new Error('no action starts every team');
}

describe('parallel teams', () => {
  test('eight teams on one, two, four and eight approaches, as the engine has them', () => {
    for (const [approaches, chance] of [
      [1, 0.5],
      [2, 0.737],
      [4, 0.887],
      [8, 0.942],
    ] as const) {
      // 1 − (1 − 0.5 (1 − 0.4^m))^n with m = 8/n teams on each.
      const byHand = 1 - (1 - 0.5 * (1 - 0.4 ** (8 / approaches))) ** approaches;
      const engine = allAtOnce(eightTeams(approaches));
      expect(engine).toBeCloseTo(byHand, 12);
      expect(Math.abs(engine - chance)).toBeLessThan(0.003);
    }
  });

  test('one common factor gives the table of chances of at least one', () => {
    for (const [p, rho, chances] of TABLE) {
      TEAMS.forEach((teams, i) => {
        expect(Math.abs(atLeastOne(p, rho, teams) - chances[i]!), `${p} ${rho} ${teams}`).toBeLessThan(0.003);
      });
    }
  });

  test('ends of the range: alone, independent, all alike', () => {
    expect(atLeastOne(0.3, 0.4, 1)).toBeCloseTo(0.3, 6);
    expect(atLeastOne(0.3, 0, 5)).toBeCloseTo(1 - 0.7 ** 5, 6);
    expect(atLeastOne(0.3, 1, 5)).toBe(0.3);
    expect([atLeastOne(0, 0.4, 3), atLeastOne(1, 0.4, 3), atLeastOne(0.3, 0.4, 0)]).toEqual([0, 1, 0]);
  });

  test('the nested chances do as well with one team and with two, and no better with more', () => {
    for (const [p, rho] of TABLE) {
      const { q, r } = nestedChances(p, rho);
      expect(q).toBeLessThanOrEqual(1 + 1e-6);
      expect(q * r).toBeCloseTo(p, 12);
      expect(q * (1 - (1 - r) ** 2)).toBeCloseTo(atLeastOne(p, rho, 2), 6);
      for (const teams of [3, 8]) {
        expect(q * (1 - (1 - r) ** teams)).toBeLessThanOrEqual(atLeastOne(p, rho, teams) + 1e-6);
      }
    }
    // p 0.2, rho 0.4: P₂ 0.324, r = 2 − 1.62 = 0.38, q = 0.526.
    expect(nestedChances(0.2, 0.4).r).toBeCloseTo(0.38, 2);
    expect(nestedChances(0.2, 0)).toMatchObject({ q: expect.closeTo(1, 5), r: expect.closeTo(0.2, 5) });
    expect(nestedChances(0.2, 1)).toEqual({ q: 0.2, r: 1 });
  });
});
