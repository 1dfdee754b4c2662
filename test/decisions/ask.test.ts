import { describe, expect, test } from 'vitest';
import type { Figure, Goal, MusterFile } from '../../src/contract/folder/index.ts';
import {
  deny,
  fund,
  goal,
  link,
  made,
  needs,
  option,
  planOf,
  product,
  programme,
  scenario,
  startedOptions,
  team,
} from './small-programme.ts';

/**
 * One year of the chip is at stake, worth 100 where nothing else is said; a tool that BAD cuts is made within the first
 * of two years. What knowing a figure gains is 0.3 × the gain at its low end + 0.3 × that at its high end.
 */
function small(
  options: Goal['options'],
  more: { readonly budget?: number; readonly products?: MusterFile['products'] } = {},
) {
  return programme({
    links: [made('chip'), link('tool')],
    needs: needs('chip', ['tool']),
    supply: { tool: { BAD: 1 } },
    scenarios: [scenario([deny(['BAD'])])],
    periods: 2,
    goals: [goal('tool', options)],
    ...(more.products && { products: more.products }),
    ...(more.budget !== undefined && { funds: [fund('budget', more.budget)] }),
  });
}

const range = (low: number, central: number, high: number): Figure => ({
  low,
  central,
  high,
  evidence: 'hand',
});

/** Two teams for 40 each: steady succeeds with 0.6, so that the plan takes it: 60 − 40 = 20; other is uncertain. */
const twoTeams = (other: Figure) =>
  small([
    option(
      'way',
      { costPerPeriod: 40 },
      { teams: [team('steady', { r: 0.6 }), team('other', { r: other })] },
    ),
  ]);

describe('a figure that flips a choice of team', () => {
  // Central: other 0.5 × 100 − 40 = 10, both 0.8 × 100 − 80 = 0. High: other 90 − 40 = 50, both 96 − 80 = 16: knowing it
  // gains 50 − 20 = 30. Low: steady it stays. 0.3 × 30 = 9.
  const plan = planOf(twoTeams(range(0.3, 0.5, 0.9)));

  test('gains what the better team is worth over the one chosen', () => {
    expect(plan.value).toBeCloseTo(20, 9);
    expect(plan.ask).toHaveLength(1);
    expect(plan.ask[0]).toMatchObject({
      figure: 'options/way/teams/other/r',
      label: 'way: chance that other succeeds if the approach works',
      low: 0.3,
      central: 0.5,
      high: 0.9,
      unit: '1',
      mark: 'judgement',
      evidence: 'hand',
      gainStandardError: 0,
    });
    expect(plan.ask[0]!.gain).toBeCloseTo(9, 9);
  });

  test('and names both teams, at the end at which they change places', () => {
    expect(plan.ask[0]!.flips).toEqual([
      expect.objectContaining({
        at: 'high',
        project: 'way/steady',
        kind: 'less',
        before: { chanceOfStart: 1, startPeriod: 1, leadMode: 'state-led' },
        after: { chanceOfStart: 0, startPeriod: null, leadMode: null },
      }),
      expect.objectContaining({ at: 'high', project: 'way/other', kind: 'more' }),
    ]);
  });

  test('also where the range ends at certainty', () => {
    // High: other 100 − 40 = 60, gains 40. 0.3 × 40 = 12.
    const certain = planOf(twoTeams(range(0.3, 0.5, 1)));
    expect(certain.ask.map(({ gain }) => gain)).toEqual([expect.closeTo(12, 5)]);
  });

  test('gains nothing and is not told where its range cannot change the plan', () => {
    // High: other 0.55 × 100 − 40 = 15 < 20, both 0.82 × 100 − 80 = 2.
    expect(planOf(twoTeams(range(0.4, 0.5, 0.55))).ask).toEqual([]);
  });

  test('nor is a figure without a range', () => {
    expect(planOf(twoTeams(0.5)).ask).toEqual([]);
  });
});

describe('a project that may prove bold', () => {
  const safe = option('safe', { costPerPeriod: 40, success: 0.6 });

  test('is left at its low chance of success', () => {
    // Central: bold 90 − 50 = 40, safe 60 − 40 = 20, both 96 − 90 = 6. Low: bold 20 − 50 = −30, safe 20: gains 50.
    // High: bold. 0.3 × 50 = 15.
    const bold = option('bold', { costPerPeriod: 50, success: range(0.2, 0.9, 0.95) });
    const { ask } = planOf(small([bold, safe]));
    expect(ask.map(({ figure }) => figure)).toEqual(['options/bold/stages/1/success']);
    expect(ask[0]!.gain).toBeCloseTo(15, 9);
    expect(ask[0]!.flips.map(({ project, kind }) => [project, kind])).toEqual([
      ['bold/lab', 'less'],
      ['safe/lab', 'more'],
    ]);
  });

  test('is left at its low chance though the plan takes it for certain', () => {
    // Central: bold 100 − 50 = 50. Low: −30 against 20 of safe. 0.3 × 50 = 15.
    const bold = option('bold', { costPerPeriod: 50, success: range(0.2, 1, 1) });
    expect(planOf(small([bold, safe])).ask.map(({ gain }) => gain)).toEqual([expect.closeTo(15, 5)]);
  });

  test('is left when it proves dear', () => {
    // High: bold 90 − 90 = 0, safe 20. 0.3 × 20 = 6.
    const bold = option('bold', { costPerPeriod: range(10, 50, 90), success: 0.9 });
    const { ask } = planOf(small([bold, safe]));
    expect(ask.map(({ figure, unit }) => [figure, unit])).toEqual([
      ['options/bold/stages/1/costPerPeriod', 'EUR'],
    ]);
    expect(ask[0]!.gain).toBeCloseTo(6, 9);
  });

  test('or when it proves too dear for the budget: kept, it cannot be started at all', () => {
    // High: bold costs 85 of 60 and is not started, 0 rather than 5; safe 20. 0.3 × 20 = 6.
    const bold = option('bold', { costPerPeriod: range(10, 50, 85), success: 0.9 });
    const { ask } = planOf(small([bold, safe], { budget: 60 }));
    expect(ask[0]!.gain).toBeCloseTo(6, 9);
    expect(ask[0]!.flips.map(({ project, kind }) => [project, kind])).toEqual([['safe/lab', 'more']]);
  });

  test('is left when the product is worth little', () => {
    // Low: 0.9 × 20 − 50 = −32, better nothing. High: bold 130, safe 80, both 0.96 × 200 − 90 = 102. 0.3 × 32 = 9.6.
    const bold = option('bold', { costPerPeriod: 50, success: 0.9 });
    const chip = { ...product('chip'), valuePerYear: range(20, 100, 200) };
    const { ask } = planOf(small([bold, safe], { products: [chip] }));
    expect(ask.map(({ figure, unit }) => [figure, unit])).toEqual([['products/chip/valuePerYear', 'EUR']]);
    expect(ask[0]!.gain).toBeCloseTo(9.6, 9);
    expect(ask[0]!.flips.map(({ project, kind }) => [project, kind])).toEqual([['bold/lab', 'less']]);
  });
});

test('what is most worth knowing comes first', () => {
  // Two products of their own: on the one bold or safe (15, as above), on the other one team or the other (9).
  const p = programme({
    links: [made('chip'), made('disk', { kind: 'product' }), link('tool'), link('arm')],
    needs: [...needs('chip', ['tool']), ...needs('disk', ['arm'])],
    supply: { tool: { BAD: 1 }, arm: { BAD: 1 } },
    scenarios: [scenario([deny(['BAD'])])],
    products: [product('chip'), product('disk')],
    periods: 2,
    goals: [
      goal('arm', [
        option(
          'way',
          { costPerPeriod: 40 },
          { teams: [team('steady', { r: 0.6 }), team('other', { r: range(0.3, 0.5, 0.9) })] },
        ),
      ]),
      goal('tool', [
        option('bold', { costPerPeriod: 50, success: range(0.2, 0.9, 0.95) }),
        option('safe', { costPerPeriod: 40, success: 0.6 }),
      ]),
    ],
  });
  const plan = planOf(p);
  expect(startedOptions(plan)).toEqual(['bold', 'way']);
  expect(plan.ask.map(({ figure }) => figure)).toEqual([
    'options/bold/stages/1/success',
    'options/way/teams/other/r',
  ]);
  expect(plan.ask[0]!.gain).toBeCloseTo(15, 9);
  expect(plan.ask[1]!.gain).toBeCloseTo(9, 9);
});
