import { describe, expect, test } from 'vitest';
import { WORK } from '../../src/app/solve-case.ts';
import type { Figure, Goal } from '../../src/contract/folder/index.ts';
import { JointModel } from '../../src/portfolio/joint-model.ts';
import { solvePlan } from '../../src/portfolio/solve.ts';
import { planProblem } from '../../src/programme/plan-problem.ts';
import { exact } from './exact-plan.ts';
import {
  deny,
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
  startedOptions,
} from './small-programme.ts';

/**
 * In all of them: what is attained by the end of a period earns from the next one on; a year of the chip is worth
 * 100; nothing is discounted. So a goal reached by the end of period 1 of T earns (T − 1) × 100.
 */

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
