import { describe, expect, test } from 'vitest';
import type { Option } from '../../src/contract/folder/index.ts';
import { planProblem } from '../../src/programme/plan-problem.ts';
import { exact } from './exact-plan.ts';
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
  stage,
  team,
} from './small-programme.ts';

/**
 * In all of them: what is attained by the end of a period earns from the next one on; a year of the chip is worth
 * 100; nothing is discounted. So a goal reached by the end of period 1 of T earns (T − 1) × 100.
 */

describe('a cut-off at an unknown time', () => {
  // It starts in period 1, 2, 3 with 1/4, 3/16, 9/64, and not within the horizon with 27/64.
  const p = programme({
    links: [made('chip'), link('tool')],
    needs: needs('chip', ['tool']),
    supply: { tool: { BAD: 1 } },
    scenarios: [scenario([deny(['BAD'])], { hazardPerPeriod: 0.25 })],
    periods: 3,
    goals: [goal('tool', [option('make', { costPerPeriod: 5 })])],
  });

  test('is worth the average over its starts', () => {
    // Made by the end of period 1, it saves periods 2 and 3 of a start in period 1 or 2, period 3 of one in
    // period 3: 1/4 × 200 + 3/16 × 200 + 9/64 × 100 − 5 = 50 + 37.5 + 14.0625 − 5 = 96.5625.
    const plan = planOf(p);
    exact(plan, 96.5625);
    const [chip] = plan.products;
    // Without a plan it works in period t with (3/4)^t.
    [0.75, 0.5625, 0.421875].forEach((chance, t) => {
      expect(chip!.withoutPlanByPeriod[t]).toBeCloseTo(chance, 12);
    });
    expect(plan.scenarios).toMatchObject([{ startsInPeriod: null, weight: 1, hazardPerPeriod: 0.25 }]);
    expect(planProblem(p).terms.timed.map(({ weight }) => weight)).toEqual([
      0.25, 0.1875, 0.140625, 0.421875,
    ]);
  });

  test('is the same as writing its starts as scenarios', () => {
    const written = programme({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 1 } },
      scenarios: [
        ...['2030-01-01', '2031-01-01', '2032-01-01'].map((start, t) =>
          scenario([deny(['BAD'])], { id: `start-${t + 1}`, start, weight: [0.25, 0.1875, 0.140625][t] }),
        ),
        scenario([], { id: 'never', weight: 0.421875 }),
      ],
      periods: 3,
      goals: [goal('tool', [option('make', { costPerPeriod: 5 })])],
    });
    exact(planOf(written), 96.5625);
  });
});

describe('chance, time and cost along a project', () => {
  const alone = (only: Option, more: Partial<Parameters<typeof programme>[0]> = {}) =>
    programme({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])])],
      periods: 4,
      goals: [goal('tool', [only])],
      ...more,
    });

  test('the approach must work, then the team, and every stage; a failure saves the rest of the money', () => {
    // Research (10) passes with q × r × success = 0.8 × 0.5 × 1 = 0.4; the prototype (20) then with 0.5.
    // 0.4 × 0.5 × 200 − 10 − 0.4 × 20 = 40 − 18 = 22.
    const plan = planOf(
      alone(
        option(
          'make',
          {},
          {
            q: 0.8,
            teams: [team('lab', { r: 0.5 })],
            stages: [
              stage({ proves: true, costPerPeriod: 10 }),
              stage({ name: 'prototype', costPerPeriod: 20, success: 0.5 }),
            ],
          },
        ),
      ),
    );
    exact(plan, 22);
    expect(plan.funded[0]!.chanceOfSuccess).toBeCloseTo(0.2, 12);
    // Expected payments: 10 in the first period, 0.4 × 20 in the second.
    expect(plan.funds[0]!.byPeriod.map((x) => Number(x.toFixed(9)))).toEqual([10, 8, 0, 0]);
  });

  test('two teams on one approach share its luck', () => {
    // q = 0.5, each team then 0.5. Both at once: chance 0.5 × 0.75 = 0.375, not 1 − 0.75² = 0.4375.
    // Three years: 0.375 × 300 − 2 × 10 = 92.5. One after the other: 0.25 × 300 − 10 = 65, and after a failure
    // (0.75) the approach works with 0.25 / 0.75 = 1/3: 1/6 × 200 − 10 = 23.33, 65 + 17.5 = 82.5.
    const plan = planOf(
      alone(
        option(
          'make',
          { costPerPeriod: 10, proves: true, success: 0.5 },
          { q: 0.5, teams: [team('one'), team('two')] },
        ),
      ),
    );
    exact(plan, 92.5);
    expect(plan.funded).toHaveLength(2);
    expect(plan.goals[0]!.availableByPeriod[0]).toBeCloseTo(0.375, 12);
  });

  test('what a team lacks is bought, or keeps it out', () => {
    const gates = { capital: 'fail', competence: 'pass', riskControl: 'pass' } as const;
    // The loan costs 30: 300 − 10 − 30 = 260.
    const helped = team('lab', { gates, support: [{ gate: 'capital', kind: 'loan', cost: 30 }] });
    exact(planOf(alone(option('make', { costPerPeriod: 10 }, { teams: [helped] }))), 260);
    // A support that answers another gate does not help; the other team is dearer: 300 − 50 = 250.
    const out = team('out', { gates });
    const dear = team('dear', { factors: { cost: 5 } });
    const plan = planOf(alone(option('make', { costPerPeriod: 10 }, { teams: [out, dear] })));
    exact(plan, 250);
    expect(plan.unfunded.find((u) => u.team === 'out')!.reason).toContain('capital');
  });

  test('value and cost are discounted from the first period on', () => {
    // 10 % a year: −10 + 100 / 1.1 + 100 / 1.21 + 100 / 1.331 = 238.685199…
    exact(planOf(alone(option('make', { costPerPeriod: 10 }), { discountRate: 0.1 })), 238.685199098);
  });

  test('a stage waits for the goals that it requires', () => {
    // chip needs tool and part; the part can be attempted only once the tool is there. Attained in periods 1 and
    // 2: both by the end of period 2, two years: 200 − 10 − 10 = 180.
    const plan = planOf(
      programme({
        links: [made('chip'), link('tool'), link('part')],
        needs: needs('chip', ['tool', 'part']),
        supply: { tool: { BAD: 1 }, part: { BAD: 1 } },
        scenarios: [scenario([deny(['BAD'])])],
        periods: 4,
        goals: [
          goal('tool', [option('make-tool', { costPerPeriod: 10 })]),
          goal('part', [option('make-part', { costPerPeriod: 10, requires: ['goal-tool'] })]),
        ],
      }),
    );
    exact(plan, 180);
    expect(plan.funded.map(({ goal: g, startPeriod }) => [g, startPeriod])).toEqual([
      ['goal-tool', 1],
      ['goal-part', 2],
    ]);
  });

  test('import and what a goal adds at home add up', () => {
    // 0.6 of the tool still come; a goal that makes 40 % at home suffices, one of 30 % is worth nothing.
    const some = (level: number) =>
      programme({
        links: [made('chip'), link('tool')],
        needs: needs('chip', ['tool']),
        supply: { tool: { ALI: 0.6, BAD: 0.4 } },
        scenarios: [scenario([deny(['BAD'])])],
        periods: 4,
        goals: [goal('tool', [option('make', { costPerPeriod: 10 })], { level })],
      });
    exact(planOf(some(0.4)), 290);
    exact(planOf(some(0.3)), 0);
  });
});

describe('money and people', () => {
  const two = (fields: Partial<Parameters<typeof programme>[0]>, needsOf: Record<string, number> = {}) =>
    programme({
      links: [made('chip'), made('board', { kind: 'product' }), link('x'), link('y', { field: 'equipment' })],
      needs: [...needs('chip', ['x']), ...needs('board', ['y'])],
      supply: { x: { BAD: 1 }, y: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])])],
      products: [product('chip'), product('board', 60)],
      periods: 3,
      goals: [
        goal('x', [option('make-x', { costPerPeriod: 10, needs: needsOf })]),
        goal('y', [option('make-y', { costPerPeriod: 10, needs: needsOf })]),
      ],
      ...fields,
    });

  test('one budget for both pays the more valuable first', () => {
    // x first: 200 − 10, then y from period 2: 60 − 10. 240. (y first: 120 − 10 + 100 − 10 = 200.)
    const plan = planOf(two({ funds: [fund('budget', 10)] }));
    exact(plan, 240);
    expect(plan.funded.map(({ goal: g, startPeriod }) => [g, startPeriod])).toEqual([
      ['goal-x', 1],
      ['goal-y', 2],
    ]);
  });

  test('a fund for one field and one for anything pay both at once, each from what it may', () => {
    // 200 + 120 − 20 = 300.
    const plan = planOf(
      two({ funds: [fund('free', 10), fund('chips', 10, { purpose: { fields: ['chips'] } })] }),
    );
    exact(plan, 300);
    expect(plan.funds.map(({ id, byPeriod }) => [id, byPeriod])).toEqual([
      ['free', [10, 0, 0]],
      ['chips', [10, 0, 0]],
    ]);
    expect(plan.funded.map(({ goal: g, funds }) => [g, funds]).sort()).toEqual([
      ['goal-x', [{ id: 'chips', amount: 10 }]],
      ['goal-y', [{ id: 'free', amount: 10 }]],
    ]);
  });

  test('people that are there for one project only delay the other', () => {
    // As with one budget: 240.
    const resources = [
      {
        id: 'engineers',
        name: 'Engineers',
        kind: 'people',
        unit: 'people',
        from_period: 1,
        amount: 5,
      } as const,
    ];
    exact(planOf(two({ resources }, { engineers: 3 })), 240);
    exact(planOf(two({ resources: [{ ...resources[0]!, amount: 6 }] }, { engineers: 3 })), 300);
  });

  test('a fund pays only within its window', () => {
    // Nothing in the first year: x and y start in period 2: 100 + 60 − 20 = 140.
    const window = { from: '2031-01-01', until: '2033-01-01' };
    exact(planOf(two({ funds: [fund('budget', 20, { window })] })), 140);
  });
});
