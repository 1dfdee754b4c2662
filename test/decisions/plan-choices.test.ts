import { describe, expect, test } from 'vitest';
import { WORK } from '../../src/app/solve-case.ts';
import type { Figure, Goal, Option } from '../../src/contract/folder/index.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { JointModel } from '../../src/portfolio/joint-model.ts';
import { solvePlan } from '../../src/portfolio/solve.ts';
import { planProblem } from '../../src/programme/plan-problem.ts';
import {
  deny,
  fund,
  goal,
  link,
  made,
  mode,
  needs,
  option,
  outcome,
  planOf,
  product,
  programme,
  scenario,
  solver,
  stage,
  startedOptions,
  team,
} from './small-programme.ts';

/**
 * In all of them: what is attained by the end of a period earns from the next one on; a year of the chip is worth
 * 100; nothing is discounted. So a goal reached by the end of period 1 of T earns (T − 1) × 100.
 */

function exact(plan: Plan, value: number): void {
  expect(plan).toMatchObject({ proof: 'exact', valueProof: 'exact', status: 'optimal', reproducible: true });
  expect(plan.value).toBeCloseTo(value, 6);
  expect(plan.bound).toBeCloseTo(value, 6);
}

describe('falling back to a lower grade', () => {
  // A chip is made on the advanced route (all of it, with the tool that BAD cuts) or on the mature route (30 %).
  // Level 0.3 keeps 40 % of the value: 40 a year are there without a plan, 60 a year are at stake, for two years.
  const fallback = (advanced: [cost: number, success: number], mature: [cost: number, success: number]) =>
    programme({
      links: [made('chip'), made('advanced'), made('mature', { home_capacity: 0.3 }), link('tool')],
      needs: [...needs('chip', ['advanced', 'mature'], 'any'), ...needs('advanced', ['tool'])],
      supply: { tool: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])])],
      products: [
        product('chip', 100, [
          [0.3, 0.4],
          [1, 1],
        ]),
      ],
      periods: 3,
      goals: [
        goal('tool', [option('new-tool', { costPerPeriod: advanced[0], success: advanced[1] })]),
        goal('mature', [option('more-mature', { costPerPeriod: mature[0], success: mature[1] })]),
      ],
    });

  test('the lower level is kept when the advanced tool is cut', () => {
    const { levels, coverage } = outcome(fallback([0, 1], [0, 1]));
    expect(levels.map(({ works }) => works)).toEqual(['yes', 'no']);
    expect(coverage).toBeCloseTo(0.3, 12);
  });

  test('the plan widens the mature route when that is worth more', () => {
    // Mature 0.9 × 120 − 30 = 78; tool 0.5 × 120 − 60 = 0; the tool on top adds 0.1 × 0.5 × 120 − 60 < 0,
    // and later, after a failure, 0.5 × 60 − 60 < 0.
    const plan = planOf(fallback([60, 0.5], [30, 0.9]));
    exact(plan, 78);
    expect(startedOptions(plan)).toEqual(['more-mature']);
    expect(plan.products[1]!.availableByPeriod[2]).toBeCloseTo(0.9, 9);
    expect(plan.products[0]!.withoutPlanByPeriod).toEqual([1, 1, 1]);
    expect(plan.products[1]!.withoutPlanByPeriod).toEqual([0, 0, 0]);
  });

  test('and mends the tool when that is', () => {
    // Tool 0.9 × 120 − 20 = 88; mature 0.5 × 120 − 40 = 20, on top 0.1 × 0.5 × 120 − 40 < 0.
    const plan = planOf(fallback([20, 0.9], [40, 0.5]));
    exact(plan, 88);
    expect(startedOptions(plan)).toEqual(['new-tool']);
  });

  test('both, where a second chance pays for itself', () => {
    // Each 0.5 for 10. Both at once: 0.75 × 120 − 20 = 70. One after the other: 60 − 10 + 0.5 × (30 − 10) = 60.
    const plan = planOf(fallback([10, 0.5], [10, 0.5]));
    exact(plan, 70);
    expect(startedOptions(plan)).toEqual(['more-mature', 'new-tool']);
  });
});

describe('make, buy or stockpile', () => {
  // All of the tool comes from BAD, which cuts it from the second year on. Making takes two years; buying from
  // elsewhere and filling a stock that lasts 365 days take one.
  interface Costs {
    readonly make: number;
    readonly buy: number;
    readonly stock: number;
    readonly success?: number;
  }
  const choice = (periods: number, until: string | undefined, { make, buy, stock, success = 1 }: Costs) =>
    programme({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'], { until })], { start: '2031-01-01' })],
      periods,
      goals: [
        goal('tool', [
          option('make', { periods: 2, costPerPeriod: make, success }),
          option('buy', { name: 'supply', costPerPeriod: buy }, { kind: 'allied-supply' }),
          option('stock', { name: 'supply', costPerPeriod: stock }, { kind: 'stockpile', coverDays: 365 }),
        ]),
      ],
    });

  test('a stock beats both when the cut-off lasts a year', () => {
    // Only the second of four years is lost. Stock 100 − 20 = 80; buy 100 − 40 = 60; what is made comes too late.
    const plan = planOf(choice(4, '2032-01-01', { make: 30, buy: 40, stock: 20 }));
    exact(plan, 80);
    expect(startedOptions(plan)).toEqual(['stock']);
    expect(plan.products[0]!.withoutPlanByPeriod).toEqual([1, 0, 1, 1]);
    expect(plan.products[0]!.availableByPeriod).toEqual([1, 1, 1, 1]);
  });

  test('buying beats a dear stock and slow making', () => {
    // Five years are lost: buy 500 − 40 = 460. Make 400 − 60 = 340, with a stock in between 340 + 100 − 20 = 420.
    const plan = planOf(choice(6, undefined, { make: 30, buy: 40, stock: 20 }));
    exact(plan, 460);
    expect(startedOptions(plan)).toEqual(['buy']);
  });

  test('making, bridged by a stock, beats dear supply when the cut-off lasts', () => {
    // Buy 500 − 200 = 300; make and stock 500 − 60 − 20 = 420.
    const plan = planOf(choice(6, undefined, { make: 30, buy: 200, stock: 20 }));
    exact(plan, 420);
    expect(startedOptions(plan)).toEqual(['make', 'stock']);
    expect(plan.products[0]!.availableByPeriod).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('making alone beats both when supply and stock are dear', () => {
    // Make 400 − 60 = 340; a stock would add 100 − 120 < 0; buy 500 − 200 = 300.
    const plan = planOf(choice(6, undefined, { make: 30, buy: 200, stock: 120 }));
    exact(plan, 340);
    expect(startedOptions(plan)).toEqual(['make']);
    // By the end of the second year it is there; that year itself is lost.
    expect(plan.products[0]!.availableByPeriod).toEqual([1, 1, 1, 1, 1, 1]);
    expect(plan.products[0]!.withoutPlanByPeriod).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test('supply is bought only if making fails, where that is worth waiting for', () => {
    // Buy at once 500 − 280 = 220. Make first: −60, stock 100 − 20; if it works (one half) 400, if not buy in
    // period 3 for periods 4 to 6: 300 − 280 = 20. 80 − 60 + 0.5 × 400 + 0.5 × 20 = 230.
    const plan = planOf(choice(6, undefined, { make: 30, buy: 280, stock: 20, success: 0.5 }));
    exact(plan, 230);
    expect(startedOptions(plan)).toEqual(['buy', 'make', 'stock']);
    const buy = plan.funded.find(({ kind }) => kind === 'allied-supply')!;
    expect(buy.startPeriod).toBe(3);
    expect(buy.chanceOfStart).toBeCloseTo(0.5, 9);
  });
});

describe('who leads', () => {
  // Led by the state: a year at 100, all public. Led by the market: two years at 60, all private.
  const led = (mcpf: number, start: string) =>
    programme({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])], { start })],
      periods: 6,
      mcpf,
      goals: [
        goal('tool', [
          option(
            'tool',
            { costPerPeriod: 100 },
            { modes: [mode('state-led', 1), mode('market-led', 0, { duration: 2, cost: 0.6 })] },
          ),
        ]),
      ],
    });

  test('the market, when public money is dear and time suffices', () => {
    // Cut from the third year: four years at stake for both. State 400 − 1.5 × 100 = 250, market 400 − 120 = 280.
    const plan = planOf(led(1.5, '2032-01-01'));
    exact(plan, 280);
    expect(plan.funded).toHaveLength(1);
    expect(plan.funded[0]).toMatchObject({
      leadMode: 'market-led',
      runnerUpMode: 'state-led',
      startPeriod: 1,
    });
    expect(plan.funded[0]!.runnerUpLoss).toBeCloseTo(30, 6);
    expect([plan.publicCost, plan.privateCost]).toEqual([0, 120]);
    expect(plan.funded[0]!.funds).toEqual([{ id: 'firms', amount: 120 }]);
  });

  test('the state, when public money is cheap', () => {
    // State 400 − 100 = 300 > 280.
    const plan = planOf(led(1, '2032-01-01'));
    exact(plan, 300);
    expect(plan.funded[0]).toMatchObject({ leadMode: 'state-led', runnerUpMode: 'market-led' });
  });

  test('the state, when time is short, dear as its money is', () => {
    // Cut from the second year: state 500 − 150 = 350; the market comes a year late: 400 − 120 = 280.
    const plan = planOf(led(1.5, '2031-01-01'));
    exact(plan, 350);
    expect(plan.funded[0]).toMatchObject({
      leadMode: 'state-led',
      runnerUpMode: 'market-led',
      startPeriod: 1,
    });
    expect(plan.funded[0]!.runnerUpLoss).toBeCloseTo(70, 6);
    // What is spent is 100; the marginal cost of public funds counts in the value, not in the payments.
    expect([plan.publicCost, plan.privateCost]).toEqual([100, 0]);
  });
});

describe('evidence', () => {
  const bold: Figure = { low: 0.2, central: 0.9, high: 0.95, evidence: 'hand' };
  // One year is at stake. Bold 0.9 × 100 − 50 = 40; safe 0.6 × 100 − 40 = 20; both 0.96 × 100 − 90 = 6.
  const p = programme({
    links: [made('chip'), link('tool')],
    needs: needs('chip', ['tool']),
    supply: { tool: { BAD: 1 } },
    scenarios: [scenario([deny(['BAD'])])],
    periods: 2,
    goals: [
      goal('tool', [
        option('bold', { costPerPeriod: 50, success: bold }),
        option('safe', { costPerPeriod: 40, success: 0.6 }),
      ]),
    ],
  });

  test('the plan rests on the central figures', () => {
    const plan = planOf(p);
    exact(plan, 40);
    expect(startedOptions(plan)).toEqual(['bold']);
  });

  test('at the low figure another plan is best: 0.2 × 100 − 50 < 0, safe 20', () => {
    const low = planProblem(p, 'low');
    const solution = solvePlan(new JointModel(low.spec, low.value), solver, {
      ...WORK,
      seed: 1,
      gapTarget: 0,
    });
    expect(solution.proof).toBe('exact');
    expect(solution.performance.value).toBeCloseTo(20, 9);
    const started = [...solution.performance.starts].filter(([, law]) => law.some((x) => x > 0.5));
    expect(started).toHaveLength(1);
    // At the high figure bold it is: 0.95 × 100 − 50 = 45.
    const high = planProblem(p, 'high');
    const best = solvePlan(new JointModel(high.spec, high.value), solver, { ...WORK, seed: 1, gapTarget: 0 });
    expect(best.performance.value).toBeCloseTo(45, 9);
  });

  test('and the plan says which of its conclusions survive', () => {
    const { survives } = planOf(p);
    expect(survives).toContainEqual({ conclusion: 'bold by lab is started.', low: false, high: true });
    expect(survives).toContainEqual({
      conclusion: 'The plan is worth more than attempting nothing.',
      low: true,
      high: true,
    });
  });
});

describe('a series of eight broken links', () => {
  const ids = Array.from({ length: 8 }, (_, i) => `tool-${i + 1}`);
  const series = (goals: readonly Goal[]) =>
    programme({
      links: [made('chip'), ...ids.map((id) => link(id))],
      needs: needs('chip', ids),
      supply: Object.fromEntries(ids.map((id) => [id, { BAD: 1 }])),
      scenarios: [scenario([deny(['BAD'])])],
      periods: 3,
      goals,
    });
  const attempt = (id: string, success: number): Goal =>
    goal(id, [option(`make-${id}`, { costPerPeriod: 2, success })]);

  test('is attempted as a whole from nothing: no single link is worth anything alone', () => {
    // 0.9⁸ × 200 − 8 × 2 = 0.43046721 × 200 − 16 = 70.093442. Starting one part a year later halves the gain.
    const plan = planOf(series(ids.map((id) => attempt(id, 0.9))));
    exact(plan, 70.093442);
    expect(plan.goals).toHaveLength(8);
    expect(
      plan.funded.map(({ goal: g, startPeriod, chanceOfStart }) => [g, startPeriod, chanceOfStart]).sort(),
    ).toEqual(ids.map((id) => [`goal-${id}`, 1, 1]).sort());
    // All eight certain from the first day on, less none: 300.
    expect(plan.repairSets).toHaveLength(1);
    expect(plan.repairSets[0]!.members).toHaveLength(8);
    expect(plan.repairSets[0]!.value).toBeCloseTo(300, 6);
  });

  test('is not attempted at all when one of the eight cannot be done', () => {
    const plan = planOf(series(ids.map((id, i) => attempt(id, i === 3 ? 0 : 0.9))));
    exact(plan, 0);
    expect(plan.gap).toBeNull();
    expect(plan.funded).toEqual([]);
  });

  test('nor when nobody attempts one of them, and the plan says why', () => {
    const plan = planOf(series(ids.slice(1).map((id) => attempt(id, 0.9))));
    exact(plan, 0);
    expect(plan.funded).toEqual([]);
    expect(plan.unfunded).toHaveLength(7);
    for (const { reason } of plan.unfunded) expect(reason).toContain('The rest of its chain stays broken');
  });
});

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
