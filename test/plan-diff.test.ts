import { expect, test } from 'vitest';
import { planDiff } from '../src/app/plan-diff.ts';
import type { Plan } from '../src/contract/plan.ts';
import { PlanDiff } from '../src/contract/plan-diff.ts';
import { withWhatIf } from '../src/programme/what-if.ts';
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
} from './decisions/small-programme.ts';

/** Two tools that BAD cuts, each made by one project in one period; 60 a period pays for one at a time. */
const base = programme({
  links: [made('chip'), link('tool'), link('part')],
  needs: needs('chip', ['tool', 'part']),
  supply: { tool: { BAD: 1 }, part: { BAD: 1 } },
  scenarios: [scenario([deny(['BAD'])])],
  periods: 4,
  goals: [
    goal('tool', [option('tool', { costPerPeriod: 50, success: 0.9 })]),
    goal('part', [option('part', { costPerPeriod: 40, success: 1 }), option('spare', { costPerPeriod: 55 })]),
  ],
  funds: [fund('budget', 60)],
});
const plan = planOf(base);
const compared = (before: Plan, after: Plan): PlanDiff => PlanDiff.parse(planDiff(before, after));

test('a plan does not differ from itself', () => {
  const same = compared(plan, plan);
  expect([same.projects, same.goals, same.products, same.funds, same.valueChange]).toEqual([
    [],
    [],
    [],
    [],
    0,
  ]);
});

test('more money moves a project forward and changes value, chances and payments', () => {
  const richer = planOf(
    withWhatIf(base, { with: [], without: [], budgets: [{ fund: 'budget', factor: 2 }] }),
  );
  const change = compared(plan, richer);
  expect(change.valueChange).toBeCloseTo(richer.value - plan.value, 9);
  // Poor: one after the other, three years of the chip less one. Rich: both at once, one more year of 100 × 0.9.
  expect(plan.value).toBeCloseTo(0.9 * (200 - 40) - 50, 9);
  expect(richer.value).toBeCloseTo(0.9 * 300 - 90, 9);
  expect(change.projects.map(({ project, kinds }) => [project, kinds])).toEqual([['part/lab', ['moved']]]);
  expect(change.projects[0]!.before!.startPeriod).toBe(2);
  expect(change.projects[0]!.after!.startPeriod).toBe(1);
  expect(change.funds).toMatchObject([
    { id: 'budget', availableBefore: [60, 60, 60, 60], availableAfter: [120, 120, 120, 120] },
  ]);
  expect(change.funds[0]!.after).toEqual([90, 0, 0, 0]);
});

test('a project forced out is dropped, and what takes its place is added', () => {
  const without = planOf(withWhatIf(base, { with: [], without: ['part'], budgets: [] }));
  const { projects } = compared(plan, without);
  expect(projects.map(({ project, kinds }) => `${project} ${kinds}`).sort()).toEqual([
    'part/lab dropped',
    'spare/lab added',
  ]);
  expect(projects.find(({ project }) => project === 'spare/lab')!.before).toBeNull();
});

test('the order of the plans only turns signs', () => {
  const without = planOf(withWhatIf(base, { with: [], without: ['part'], budgets: [] }));
  const [there, back] = [compared(plan, without), compared(without, plan)];
  expect(back.valueChange).toBe(-there.valueChange);
  expect(back.projects.map(({ kinds }) => kinds[0]).sort()).toEqual(['added', 'dropped']);
});

test('another lead is told', () => {
  const led = (modes: Parameters<typeof mode>[]): Plan =>
    planOf({
      ...base,
      goals: base.goals.map((one) => ({
        ...one,
        options: one.options.map((each) => ({ ...each, modes: modes.map((given) => mode(...given)) })),
      })),
    });
  const { projects } = compared(led([['state-led', 1]]), led([['mixed', 1]]));
  expect(projects.every(({ kinds }) => kinds.includes('mode'))).toBe(true);
  expect(projects.length).toBe(2);
});

test('plans of other programmes, money or time are refused with every reason', () => {
  const other: Plan = { ...plan, currency: 'USD', periods: plan.periods.slice(1), programme: 'Other' };
  expect(() => planDiff(plan, other)).toThrow(
    expect.objectContaining({
      code: 'PLANS_NOT_COMPARABLE',
      message: expect.stringMatching(
        /programme .*; in money EUR of 2030 against USD of 2030; in time 4 periods/,
      ),
    }),
  );
});
