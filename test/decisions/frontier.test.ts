import { expect, test } from 'vitest';
import { factorsBetween, frontier } from '../../src/app/frontier.ts';
import { budgetPlan, type RunFrontier, rankingMoney } from '../../src/app/frontier-budget.ts';
import { Frontier, type FrontierStep } from '../../src/contract/frontier.ts';
import type { Programme } from '../../src/programme/programme.ts';
import {
  deny,
  fund,
  goal,
  link,
  made,
  needs,
  option,
  product,
  programme,
  scenario,
  solver,
} from './small-programme.ts';
import { threeTools } from './three-tools.ts';

const OPTIONS = { gap: 0, seconds: () => 0 };

function inTurn(of: Programme): RunFrontier {
  return {
    budgets: async (factors) => factors.map((factor) => budgetPlan(of, factor, solver, OPTIONS)),
    rankings: async (names, today) => names.map((name) => rankingMoney(of, name, today, solver, OPTIONS)),
  };
}

const frontierOf = (of: Programme, factors: readonly number[]): Promise<Frontier> =>
  frontier(of, factors, inTurn(of), () => 0);

const told = ({ dropped, added }: FrontierStep): string[] => [
  ...dropped.map(({ project, chanceBefore, chanceAfter }) => `- ${project} ${chanceBefore} → ${chanceAfter}`),
  ...added.map(({ project, chanceBefore, chanceAfter }) => `+ ${project} ${chanceBefore} → ${chanceAfter}`),
];

test('with more money one large project takes the place of two small ones', async () => {
  const found = await frontierOf(threeTools(30), [0.5, 0.75, 1, 1.5, 2]);
  expect(Frontier.parse(found)).toEqual(found);
  expect(found).toMatchObject({ status: 'complete', reproducible: true, asked: [0.5, 0.75, 1, 1.5, 2] });
  expect(found.points.map(({ money }) => money)).toEqual([15, 22.5, 30, 45, 60]);
  const values = [21, 41, 50, 71, 91];
  found.points.forEach((point, i) => {
    expect(point.value).toBeCloseTo(values[i], 9);
    expect(point.bound).toBeCloseTo(values[i], 9);
    expect(point).toMatchObject({
      proof: 'exact',
      valueProof: 'exact',
      standardError: 0,
      planOf: point.factor,
    });
  });
  expect(found.steps.map(({ nested }) => nested)).toEqual([true, false, true, true]);
  expect(found.steps.map(told)).toEqual([
    ['+ make-second/lab 0 → 1'],
    ['- make-first/lab 1 → 0', '- make-second/lab 1 → 0', '+ make-large/lab 0 → 1'],
    ['+ make-first/lab 0 → 1'],
    ['+ make-second/lab 0 → 1'],
  ]);
  expect(found.steps[1].gain).toBeCloseTo(9, 9);
  expect(found.steps[1].gainPerMoney).toBeCloseTo(9 / 7.5, 9);
});

test('a ranking buys the small ones first and needs the money of all three to do as well', async () => {
  const found = await frontierOf(threeTools(30), [1]);
  expect(found.points[0].rankings).toMatchObject([
    { name: 'value-per-cost', value: 41 },
    { name: 'chokepoint', value: 50 },
  ]);
  const [byCost, byChokepoint] = found.rankings;
  expect(byCost).toMatchObject({ name: 'value-per-cost', target: 50, value: 91 });
  expect(byCost.factor).toBeGreaterThanOrEqual(50 / 30);
  expect(byCost.factor).toBeLessThanOrEqual((50 / 30) * 1.01);
  expect(byChokepoint).toMatchObject({ name: 'chokepoint', factor: 1, value: 50 });
});

test('where people are short no money lets the ranking do as well', async () => {
  const resources = [
    {
      id: 'people',
      name: 'People',
      kind: 'people' as const,
      unit: 'persons',
      from_period: 1,
      amount: 3,
      region: 'HOM',
    },
  ];
  const found = await frontierOf(threeTools(30, { resources }, 3), [1]);
  expect(found.points[0].value).toBeCloseTo(50, 9);
  expect(found.rankings[0]).toMatchObject({ factor: null, tried: 16, value: 41 });
});

test('a budget that cannot meet the commitments is named, the others are planned', async () => {
  const committed = threeTools(30, { commitments: [{ lockIn: 'make-large/lab', reason: 'promised' }] });
  const found = await frontierOf(committed, [0.5, 1, 1.5]);
  expect(found).toMatchObject({ status: 'complete', infeasible: [0.5] });
  expect(found.points.map(({ factor }) => factor)).toEqual([1, 1.5]);
});

test('what is there when it is stopped is kept; with nothing there it says so', async () => {
  const small = threeTools(30);
  const run = (done: number): RunFrontier => ({
    budgets: async (factors) =>
      factors.map((factor, i) => (i < done ? budgetPlan(small, factor, solver, OPTIONS) : null)),
    rankings: async (names) => names.map(() => null),
  });
  const partly = await frontier(small, [0.5, 0.75], run(2), () => 0);
  expect(partly).toMatchObject({
    status: 'stopped',
    reproducible: false,
    asked: [0.5, 0.75, 1],
    rankings: [],
  });
  expect(partly.points.map(({ factor }) => factor)).toEqual([0.5, 1]);
  await expect(frontier(small, [0.5], run(0), () => 0)).rejects.toMatchObject({
    code: 'STOPPED',
    exitCode: 4,
  });
});

test('a plan that search finds no better than that of less money gives way to it', async () => {
  const small = threeTools(30);
  const run: RunFrontier = {
    ...inTurn(small),
    budgets: async (factors) =>
      factors.map((factor) => {
        const solved = budgetPlan(small, factor, solver, OPTIONS)!;
        if (factor !== 1.5) return solved;
        const { point, ...rest } = solved.plan!;
        return { factor, plan: { point: { ...point, value: 45, bound: 100 }, ...rest } };
      }),
  };
  const { points, steps } = await frontier(small, [1, 1.5, 2], run, () => 0);
  expect(points[1]).toMatchObject({ factor: 1.5, planOf: 1 });
  expect(points[1].value).toBeCloseTo(50, 9);
  expect(points[1].bound).toBeCloseTo(91, 9);
  expect(steps[0]).toMatchObject({ nested: true, dropped: [], added: [] });
});

test('factors in even steps', () => {
  expect(factorsBetween(0.25, 2, 8)).toEqual([0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]);
  expect(factorsBetween(0.5, 2, 4)).toEqual([0.5, 1, 1.5, 2]);
  expect(factorsBetween(2, 2, 1)).toEqual([2]);
});

test('money that the plan puts by for a large project is put by for the rankings too', async () => {
  const saves = programme({
    links: [made('chip'), link('tool')],
    needs: needs('chip', ['tool']),
    supply: { tool: { BAD: 1 } },
    scenarios: [scenario([deny(['BAD'])])],
    products: [product('chip', 80)],
    periods: 3,
    goals: [goal('tool', [option('make-tool', { costPerPeriod: 30 })])],
    funds: [fund('budget', [20, 20, 0], { carryOver: true })],
  });
  const found = await frontierOf(saves, [0.5, 1, 1.5]);
  // Half the money never reaches 30 in one period; today's does in the second if all of the first is put by.
  expect(found.points.map(({ value }) => Math.round(value))).toEqual([0, 50, 130]);
  expect(found.points.map(({ money }) => Math.round(money))).toEqual([20, 40, 60]);
  expect(found.rankings).toMatchObject([{ factor: 1 }, { factor: 1 }]);
});
