import { describe, expect, test } from 'vitest';
import { planAlone } from '../../src/app/plan.ts';
import type { PlanProgress } from '../../src/app/solve-case.ts';
import type { Fund, Option } from '../../src/contract/folder/index.ts';
import { exact } from './exact-plan.ts';
import { oneTool, planOneTool } from './one-tool.ts';
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
  programme,
  scenario,
  solver,
  team,
} from './small-programme.ts';

const firms = (perPeriod: number): Fund => fund('firms', perPeriod, { type: 'company', public: false });

/** One stage of a year that costs 100 and passes for sure. */
const year = (publicShare: number, more: Partial<Option> = {}): Option =>
  option('make', { costPerPeriod: 100 }, { modes: [mode('mixed', publicShare)], ...more });

describe('purpose', () => {
  test('a fund pays only for the ways and the performers that it names', () => {
    // A fund for institutes; the firm has no other.
    const purpose = { actorTypes: ['institute' as const] };
    const plan = (type: 'institute' | 'private') =>
      planOneTool([goal('tool', [year(0.5), year(0, { id: 'own' })])], {
        funds: [fund('science', 50, { purpose }), firms(50)],
        actors: { lab: type },
      });
    exact(plan('institute'), 200);
    expect(() => plan('private')).toThrow('NO_FUND');
    const kinds = (kind: 'make' | 'recycle') =>
      planOneTool([goal('tool', [year(1)])], { funds: [fund('f', 100, { purpose: { kinds: [kind] } })] });
    exact(kinds('make'), 200);
    expect(() => kinds('recycle')).toThrow('NO_FUND');
  });
});

describe('window', () => {
  const two = option('make', { periods: 2, costPerPeriod: 10 });
  const plan = (window: NonNullable<Fund['window']>, more: Parameters<typeof planOneTool>[1] = {}) =>
    planOneTool([goal('tool', [two])], { funds: [fund('budget', 10, { window })], ...more });

  test('what begins within it is paid until the day of cancellation', () => {
    // Two years of 10 begun in 2030: 200 − 20. Without the day the second year is not paid.
    const from = '2030-01-01';
    const until = '2031-01-01';
    exact(plan({ from, until, cancelled: '2032-01-01' }), 180);
    exact(plan({ from, until, cancelled: '2031-06-01' }), 180);
    exact(plan({ from, until, cancelled: '2031-01-01' }), 0);
    exact(plan({ from, until }), 0);
    // Open from 2031: begun a year later, 100 − 20.
    exact(plan({ from: '2031-01-01', until: '2032-01-01', cancelled: '2034-01-01' }), 80);
  });

  test('what cannot begin within it is not paid, however much is left', () => {
    // Its people are there from 2031 on.
    const resources = [1, 2].map((from_period) => ({
      id: 'people',
      name: 'People',
      kind: 'people' as const,
      unit: 'people',
      from_period,
      amount: from_period - 1,
    }));
    const late = option('make', { periods: 2, costPerPeriod: 10, needs: { people: 1 } });
    const at = (until: string) =>
      planOneTool([goal('tool', [late])], {
        funds: [fund('budget', 10, { window: { from: '2030-01-01', until, cancelled: '2034-01-01' } })],
        resources,
      });
    exact(at('2031-01-01'), 0);
    exact(at('2031-06-01'), 80);
  });

  test('another fund takes on what begins after it', () => {
    // The old fund pays what begins in 2030 only, the new one is there from 2031 and too small for both years of one.
    const old = fund('old', 10, {
      window: { from: '2030-01-01', until: '2031-01-01', cancelled: '2034-01-01' },
    });
    const later = fund('new', [0, 10, 10, 10]);
    const people = {
      id: 'people',
      name: 'People',
      kind: 'people',
      unit: 'people',
      from_period: 2,
      amount: 1,
    } as const;
    const none = { ...people, from_period: 1, amount: 0 };
    const late = option('make', { periods: 2, costPerPeriod: 10, needs: { people: 1 } });
    const plan = planOneTool([goal('tool', [late])], { funds: [old, later], resources: [none, people] });
    exact(plan, 80);
    expect(plan.funds.map(({ id, byPeriod }) => [id, byPeriod])).toEqual([
      ['old', [0, 0, 0, 0]],
      ['new', [0, 10, 10, 0]],
    ]);
  });
});

describe('matching', () => {
  const plan = (ratio: number, other: number) =>
    planOneTool([goal('tool', [year(0.6)])], {
      funds: [fund('matched', 1000, { match: { ratio } }), fund('other', other), firms(40)],
    });

  test('a fund pays at most its ratio times what the performer pays in', () => {
    // Of 100 the performer pays 40. One to one: 40 from the fund, so 20 must come from another.
    exact(plan(1, 20), 200);
    expect(plan(1, 20).funds.map(({ byPeriod }) => Math.round(byPeriod[0]! * 1e6) / 1e6)).toEqual([
      40, 20, 40,
    ]);
    exact(plan(1, 19), 0);
    exact(plan(1.5, 0), 200);
  });

  test('alone it keeps out what asks for more', () => {
    const alone = (ratio: number) =>
      planOneTool([goal('tool', [year(0.6)])], {
        funds: [fund('matched', 1000, { match: { ratio } }), firms(40)],
      });
    exact(alone(1.5), 200);
    expect(() => alone(1.4)).toThrow('No option of this programme can be chosen.');
  });
});

describe('funding gap', () => {
  test('is the most that aid may pay', () => {
    // Aid of 80 of 100 at 1.5: 300 − 120 − 20 = 160. A gap of 30 leaves 30: 300 − 45 − 70 = 185.
    const plan = (privateNpv: number, own = 1000) =>
      planOneTool([goal('tool', [year(0.8, { privateNpv })])], {
        funds: [fund('budget', 1000), firms(own)],
        mcpf: 1.5,
      });
    exact(plan(-80), 160);
    const capped = plan(-30);
    exact(capped, 185);
    expect(capped.publicCost).toBeCloseTo(30, 9);
    expect(capped.notes.join()).toContain('is 30 % and not 80 %');
    expect(plan(-80).notes.join()).not.toContain('funding gap');
    // The performer must then have the rest.
    exact(plan(-30, 69), 0);
    // Worth doing anyway: no aid at all.
    exact(plan(10), 200);
  });
});

describe('deadweight', () => {
  const plan = (deadweight: number) =>
    planOneTool([goal('tool', [year(0, { modes: [{ ...mode('state-led', 1), deadweight }] })])], {
      mcpf: 1.5,
    });

  test('what goes ahead anyway is left alone', () => {
    // Funded: 300 − 150 = 150. Left alone: deadweight × (300 − 100).
    const funded = plan(0.7);
    exact(funded, 150 - 140);
    expect(funded.funded).toHaveLength(1);
    const left = plan(0.8);
    exact(left, 0);
    expect(left.funded).toHaveLength(0);
    expect(left.leftAloneValue).toBeCloseTo(160, 9);
    expect(left.products[0]!.withoutPlanByPeriod[0]).toBeCloseTo(0.8, 12);
  });

  test('is off the value and bound that are told on the way, as off the plan', () => {
    const goals = [goal('tool', [year(0, { modes: [{ ...mode('state-led', 1), deadweight: 0.7 }] })])];
    const told: PlanProgress[] = [];
    const options = { gap: 0, seconds: () => 0, onProgress: (progress: PlanProgress) => told.push(progress) };
    const plan = planAlone(oneTool(goals, { mcpf: 1.5 }), solver, options);
    const bounds = told.flatMap(({ bound }) => bound ?? []);
    expect(plan.bound).toBeCloseTo(10, 9);
    expect(bounds.at(-1)).toBeCloseTo(10, 6);
  });

  test('of one link does not make the others worthless', () => {
    // The chip needs both tools, 50 each at 1.5, which either goes ahead with 0.5 alone. Both funded:
    // 300 − 150 = 150. One: 0.5 × 300 − 75 − 25 = 50. None: 0.25 × 300 − 25 − 25 = 25. In all 125 gained.
    const make = option(
      'make',
      { costPerPeriod: 50 },
      { modes: [{ ...mode('state-led', 1), deadweight: 0.5 }] },
    );
    const both = planOf(
      programme({
        links: [made('chip'), link('tool'), link('part')],
        needs: needs('chip', ['tool', 'part']),
        supply: { tool: { BAD: 1 }, part: { BAD: 1 } },
        scenarios: [scenario([deny(['BAD'])])],
        periods: 4,
        goals: [goal('tool', [{ ...make, id: 'a' }]), goal('part', [{ ...make, id: 'b' }])],
        mcpf: 1.5,
      }),
    );
    exact(both, 125);
    expect(both.funded).toHaveLength(2);
  });

  test('a project that waits for a goal of the programme does not go ahead alone', () => {
    const waits = option(
      'make',
      { costPerPeriod: 10, requires: ['goal-part'] },
      { modes: [{ ...mode('state-led', 1), deadweight: 0.9 }], teams: [team('lab')] },
    );
    const both = planOf(
      programme({
        links: [made('chip'), link('tool'), link('part')],
        needs: needs('chip', ['tool', 'part']),
        supply: { tool: { BAD: 1 }, part: { BAD: 1 } },
        scenarios: [scenario([deny(['BAD'])])],
        periods: 4,
        goals: [goal('tool', [waits]), goal('part', [option('other', { costPerPeriod: 10 })])],
      }),
    );
    exact(both, 180);
    expect(both.leftAloneValue).toBe(0);
  });
});

test('leverage is what private money comes to a unit of public money', () => {
  const plan = planOneTool([goal('tool', [year(0.4)])]);
  expect(plan.leverage).toBeCloseTo(1.5, 12);
  expect(plan.instruments).toMatchObject([
    { id: 'grant', publicCost: 40, privateCost: 60, announcedLeverage: null },
  ]);
});

describe('carry-over', () => {
  const carrying = (more: Partial<Fund> = {}) =>
    planOneTool([goal('tool', [year(1)])], { funds: [fund('budget', 50, more)] });

  test('money that does not lapse adds up until it pays for what one period cannot', () => {
    // 50 a year. Lapsing, it never pays 100; kept, it does in the second year: 200 − 100.
    expect(carrying().value).toBe(0);
    const plan = carrying({ carryOver: true });
    expect(plan.value).toBeCloseTo(100, 6);
    expect(plan.bound).toBeGreaterThanOrEqual(100 - 1e-6);
    expect(plan.funded[0].startPeriod).toBe(2);
    expect(plan.funds[0].savedByPeriod[0]).toBeCloseTo(50, 6);
    expect(plan.funds[0].availableByPeriod[1]).toBeCloseTo(100, 6);
  });

  test('it is kept no longer than the window of its fund', () => {
    const until = (day: string) => carrying({ carryOver: true, window: { from: '2030-01-01', until: day } });
    expect(until('2032-01-01').value).toBeCloseTo(100, 6);
    expect(until('2031-01-01').value).toBe(0);
  });

  test('where every period pays for itself nothing is put by', () => {
    const plan = planOneTool([goal('tool', [year(1)])], {
      funds: [fund('budget', 100, { carryOver: true })],
    });
    expect(plan.value).toBeCloseTo(200, 6);
    expect(plan.funds[0].savedByPeriod.every((amount) => amount < 1e-6)).toBe(true);
  });
});
