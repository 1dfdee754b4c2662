import { describe, expect, test } from 'vitest';
import type { MusterFile, Scenario } from '../../src/contract/folder/index.ts';
import { checkProgramme } from '../../src/programme/check.ts';
import {
  deny,
  fund,
  goal,
  link,
  made,
  mode,
  needs,
  option,
  planOf,
  product,
  programme,
  scenario,
} from './small-programme.ts';

/** One year of the chip, worth 100, is at stake; the tool that BAD may cut is made in the year before for 30. */
const small = (
  scenarios: readonly Scenario[],
  {
    success = 1,
    target,
    deadweight,
  }: { success?: number; target?: MusterFile['products'][number]['target']; deadweight?: number } = {},
) =>
  programme({
    links: [made('chip'), link('tool')],
    needs: needs('chip', ['tool']),
    supply: { tool: { BAD: 1 } },
    scenarios,
    products: [{ ...product('chip'), target }],
    periods: 2,
    goals: [
      goal('tool', [
        option('make', { costPerPeriod: 30, success }, { modes: [{ ...mode('state-led', 1), deadweight }] }),
      ]),
    ],
  });

const cutOrCalm = (weight: number): Scenario[] => [
  scenario([deny(['BAD'])], { weight }),
  scenario([], { id: 'calm', name: 'Calm', weight: 1 - weight }),
];

describe('value by scenario', () => {
  test('is what the plan would be worth in each, and averages to its value', () => {
    // 0.8 × 100 − 30 = 50. If cut: 100 − 30 = 70, which is the best there. If calm: −30 against 0 of doing nothing.
    const { value, risk } = planOf(small(cutOrCalm(0.8)));
    expect(value).toBeCloseTo(50, 9);
    expect(risk!.worst).toBe('calm');
    expect(risk!.scenarios.map(({ id, value, best, regret }) => [id, value, best, regret])).toEqual([
      ['cut', expect.closeTo(70, 9), expect.closeTo(70, 9), expect.closeTo(0, 9)],
      ['calm', expect.closeTo(-30, 9), expect.closeTo(0, 9), expect.closeTo(30, 9)],
    ]);
  });

  test('and regret is large where the money went to the other tool', () => {
    // 30 pay for one tool. A cuts the one (0.6), B the other: 0.6 × 100 − 30 = 30. In B: −30, where the other gives 70.
    const p = programme({
      links: [made('chip'), link('one'), link('other')],
      needs: needs('chip', ['one', 'other']),
      supply: { one: { AAA: 1 }, other: { BBB: 1 } },
      scenarios: [
        scenario([deny(['AAA'])], { id: 'a', weight: 0.6 }),
        scenario([deny(['BBB'])], { id: 'b', weight: 0.4 }),
      ],
      periods: 2,
      funds: [fund('budget', 30)],
      goals: ['one', 'other'].map((id) => goal(id, [option(`make-${id}`, { costPerPeriod: 30 })])),
    });
    const { value, risk } = planOf(p);
    expect(value).toBeCloseTo(30, 9);
    expect(risk!.worst).toBe('b');
    expect(risk!.scenarios.map(({ regret }) => regret)).toEqual([
      expect.closeTo(0, 9),
      expect.closeTo(100, 9),
    ]);
  });

  test('counts over attempting nothing, where performers may go ahead by themselves', () => {
    // Left alone the lab succeeds with 0.5 × 1 and pays 30 itself; with public money it is sure. Whatever is counted off,
    // the values by scenario average to that of the plan.
    const p = small(cutOrCalm(0.8), { deadweight: 0.5 });
    const { value, risk } = planOf(p);
    const mean = risk!.scenarios.reduce((sum, one) => sum + one.weight * one.value, 0);
    expect(mean).toBeCloseTo(value, 9);
    expect(value).toBeLessThan(50);
    // Cut, the half that would have come by itself is not owed to the plan: 70 − 0.5 × (100 − 30) = 35.
    expect(risk!.scenarios[0]!.value).toBeCloseTo(35, 9);
  });

  test('with one scenario there is nothing to regret', () => {
    const { risk } = planOf(small([scenario([deny(['BAD'])])]));
    expect(risk!.scenarios[0]).toMatchObject({ best: 70, regret: 0 });
  });
});

describe('the worst tenth of the courses', () => {
  test('mixes scenarios by their weights', () => {
    // Calm (0.05): −30; cut (0.95): 70. The worst tenth: half of it calm: (−30 + 70) / 2 = 20; it ends at 70.
    const { tail } = planOf(small(cutOrCalm(0.95))).risk!;
    expect(tail.mean).toBeCloseTo(20, 9);
    expect(tail.valueAtRisk).toBeCloseTo(70, 9);
    expect(tail.share).toBe(0.1);
  });

  test('and luck', () => {
    // One half: 70, one half: −30, of which the worst tenth is a part.
    const { tail } = planOf(small([scenario([deny(['BAD'])])], { success: 0.5 })).risk!;
    expect(tail.mean).toBeCloseTo(-30, 9);
    expect(tail.standardError).toBeCloseTo(0, 9);
  });
});

describe('a dated target', () => {
  const cut = [scenario([deny(['BAD'])])];
  const asked = (by: string, chance: number) =>
    planOf(small(cut, { success: 0.9, target: { level: 1, by, chance } })).targets[0]!;

  test('is met where the chance by the last period that is over suffices', () => {
    expect(asked('2030-12-31', 0.8)).toMatchObject({ product: 'chip', asked: 0.8, met: true });
    expect(asked('2030-12-31', 0.8).chance).toBeCloseTo(0.9, 9);
    expect(asked('2031-06-30', 0.95)).toMatchObject({ met: false });
  });

  test('is not met before anything can be ready', () => {
    expect(asked('2030-12-30', 0.01)).toMatchObject({ chance: 0, met: false });
  });

  test('must name a level of the ladder and a day within the periods', () => {
    const fine = small(cut);
    const [chip] = fine.muster.products;
    const wrong = { ...chip!, target: { level: 0.5, by: '2032-01-01', chance: 0.5 } };
    const defects = checkProgramme({ ...fine, muster: { ...fine.muster, products: [wrong] } });
    expect(defects.filter(({ code }) => code === 'TARGET').map(({ message }) => message)).toEqual([
      'target of "chip" is at 0.5, which is no level of its ladder',
      'target of "chip" is for 2032-01-01; the periods are from 2030-01-01 to before 2032-01-01',
    ]);
  });
});
