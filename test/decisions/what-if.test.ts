import { expect, test } from 'vitest';
import { openProgramme } from '../../src/app/check-folder.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { type WhatIf, withWhatIf } from '../../src/programme/what-if.ts';
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
  programme,
  scenario,
} from './small-programme.ts';

/**
 * A chip worth 100 a year needs a tool that BAD cuts; two approaches to it take one period each: the good one costs
 * 60 and passes surely, the cheap one costs 20 and passes with 0.5. A period offers 70: not both at once.
 */
const base = programme({
  links: [made('chip'), link('tool')],
  needs: needs('chip', ['tool']),
  supply: { tool: { BAD: 1 } },
  scenarios: [scenario([deny(['BAD'])])],
  periods: 3,
  goals: [
    goal('tool', [
      option('good', { costPerPeriod: 60, success: 1 }),
      option('cheap', { costPerPeriod: 20, success: 0.5 }),
    ]),
  ],
  funds: [fund('budget', 70)],
});

const NOTHING: WhatIf = { with: [], without: [], budgets: [] };
const plan = (whatIf: Partial<WhatIf>): Plan => planOf(withWhatIf(base, { ...NOTHING, ...whatIf }));
const started = ({ funded }: Plan): string[] => funded.map(({ project }) => project.split('/')[0]).sort();

test('without a change the programme is as it was', () => {
  expect(withWhatIf(base, NOTHING)).toEqual(base);
  const asItIs = plan({});
  // Cheap first: 0.5 × 200 + 0.5 × (100 − 60) − 20 = 100. Good first: 200 − 60 = 140.
  exact(asItIs, 140);
  expect(started(asItIs)).toEqual(['good']);
});

test('a project that may not be chosen makes room for the next best', () => {
  const cheap = plan({ without: ['good'] });
  // 0.5 × 200 − 20: the approach is proven or not at its first trial.
  exact(cheap, 80);
  expect(started(cheap)).toEqual(['cheap']);
});

test('with every project forced out nothing is left to plan', () => {
  expect(() => plan({ without: ['good', 'cheap'] })).toThrow(
    expect.objectContaining({ code: 'NOTHING_TO_PLAN', exitCode: 3 }),
  );
});

test('a smaller budget drops what no longer fits, a larger one changes nothing that pays less', () => {
  expect(started(plan({ budgets: [{ fund: 'budget', factor: 0.5 }] }))).toEqual(['cheap']);
  exact(plan({ budgets: [{ fund: 'budget', factor: 2 }] }), 140);
});

test('what names nothing of the programme is refused, all of it at once', () => {
  const wrong = { with: [], without: ['nonsense'], budgets: [{ fund: 'purse', factor: 2 }] };
  expect(() => withWhatIf(base, wrong)).toThrow(/project nonsense, no fund purse/);
});

test('a project is locked in though its other leads have more stages than the one it is bound to', async () => {
  const folder = await openProgramme('test/fixtures/folders/valid');
  const bound = withWhatIf(folder, {
    ...NOTHING,
    with: [{ project: 'blown/glass-institute', period: null }],
    budgets: folder.funds.map(({ id }) => ({ fund: id, factor: 0 })),
  });
  expect(planOf(bound).commitments).toHaveLength(1);
});
