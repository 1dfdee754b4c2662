import { describe, expect, test } from 'vitest';
import type { Option } from '../../src/contract/folder/index.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { exact } from './exact-plan.ts';
import {
  deny,
  goal,
  link,
  made,
  needs,
  option,
  planOf,
  product,
  programme,
  scenario,
  team,
} from './small-programme.ts';

/**
 * In all of them: four years; what is attained by the end of year t earns 100 in each of the later ones; nothing is
 * discounted. So success in the first year is worth 300, in the second 200.
 */
function planWith(options: readonly Option[]): Plan {
  return planOf(
    programme({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])])],
      products: [product('chip')],
      periods: 4,
      goals: [goal('tool', options)],
    }),
  );
}

/** Teams that start in the first year. */
const atOnce = (plan: Plan): number => plan.funded.filter(({ startPeriod }) => startPeriod === 1).length;

/** A race of two teams on one approach that works, at 40 each, that pass with 0.5. */
function two(race: Partial<NonNullable<Option['race']>>): Option {
  return option(
    'make',
    { costPerPeriod: 40, success: 0.5 },
    { teams: [team('one'), team('two')], race: { ...RACE, ...race } },
  );
}

const RACE = { correlation: 0.4, effortLossPerRival: 0, reuse: 0, cuts: [] };

describe('two teams', () => {
  test('run at once where they do not hinder each other', () => {
    // At once: 0.75 × 300 − 80 = 145. One after the other: 0.5 × 300 − 40 = 110, and 0.5 × (0.5 × 200 − 40) = 30.
    const plan = planWith([two({})]);
    exact(plan, 145);
    expect(atOnce(plan)).toBe(2);
  });

  test('run one after the other where each costs the other a tenth of its chance', () => {
    // At once: 1 − 0.55² = 0.6975, × 300 − 80 = 129.25; one after the other nobody is in the way: 140.
    const plan = planWith([two({ effortLossPerRival: 0.1 })]);
    exact(plan, 140);
    expect(atOnce(plan)).toBe(1);
    // A loss of 0.02: 1 − 0.51² = 0.7399, × 300 − 80 = 141.97.
    exact(planWith([two({ effortLossPerRival: 0.02 })]), 141.97);
  });

  test('run one after the other where a cut lets one through', () => {
    const plan = planWith([two({ cuts: [1] })]);
    exact(plan, 140);
    expect(atOnce(plan)).toBe(1);
    exact(planWith([two({ cuts: [2] })]), 145);
  });

  test('on two approaches wait for each other where the second learns from the failure of the first', () => {
    const [one, other] = ['one', 'other'].map((id) =>
      option(id, { costPerPeriod: 40, success: 0.5 }, { teams: [team(id)], race: { ...RACE, reuse: 0.5 } }),
    );
    // At once 145, as above. One after the other: 110, and the second passes with 1 − 0.5 × 0.5 = 0.75:
    // 0.5 × (0.75 × 200 − 40) = 55.
    const plan = planWith([one!, other!]);
    exact(plan, 165);
    expect(atOnce(plan)).toBe(1);
  });
});

describe('one figure for how alike the luck of teams is', () => {
  const alike = (correlation: number): Option =>
    option(
      'make',
      { costPerPeriod: 10, proves: true },
      {
        q: undefined,
        teams: [team('one', { r: undefined }), team('two', { r: undefined })],
        race: { ...RACE, chance: 0.2, correlation },
      },
    );

  test('0.4: two teams have 0.324, and both run at once', () => {
    // 0.324 × 300 − 20 = 77.2. One after the other: 0.2 × 300 − 10 + 0.124 × 200 − 0.8 × 10 = 66.8.
    const plan = planWith([alike(0.4)]);
    expect(plan.goals[0]!.availableByPeriod[0]).toBeCloseTo(0.324, 3);
    expect(plan.value).toBeCloseTo(77.2, 0);
    expect(atOnce(plan)).toBe(2);
  });

  test('1: the second knows nothing that the first does not', () => {
    // 0.2 × 300 − 10 = 50.
    const plan = planWith([alike(1)]);
    exact(plan, 50);
    expect(plan.funded).toHaveLength(1);
  });
});

test('the plan says how many teams on how many approaches, and what one less or one more is worth', () => {
  // An approach that works with 0.5, three teams that then pass with 0.5, at 21 each. Two at once:
  // 0.375 × 300 − 42 = 70.5; after two failures (0.625) the approach works with 0.2, and 0.1 × 200 − 21 < 0.
  // Three at once: 0.4375 × 300 − 63 = 68.25, 2.25 less. One: 0.25 × 300 − 21 = 54, and after its failure (0.75) the
  // approach works with 1/3: 200 / 6 − 21 = 12.33, in all 54 + 9.25 = 63.25, 7.25 less.
  const plan = planWith([
    option(
      'make',
      { costPerPeriod: 21, proves: true, success: 0.5 },
      { q: 0.5, teams: [team('one'), team('two'), team('three')] },
    ),
  ]);
  exact(plan, 70.5);
  const [teams] = plan.teams;
  expect(teams).toMatchObject({
    goal: 'goal-tool',
    approaches: 1,
    teams: 2,
    atOnce: 2,
    expectedByStage: [2],
  });
  expect(teams!.chance).toBeCloseTo(0.375, 12);
  expect(teams!.lastTeam!.worth).toBeCloseTo(7.25, 9);
  expect(teams!.nextTeam!.worth).toBeCloseTo(-2.25, 9);
});
