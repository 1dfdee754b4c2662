import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../contract/plan.ts';
import { openFiles } from './content.ts';
import { applyEdits, type EditOutcome } from './edits.ts';
import {
  answerDefects,
  answerEdits,
  answerRange,
  flippedDecisions,
  pooledAnswer,
  questionOf,
  scoreAnswers,
} from './questions.ts';
import { takeExample } from './take-files.ts';

const base = await takeExample(join(import.meta.dirname, '../../../examples'), 'critical-minerals');
const programme = openFiles(base);
const option = programme.goals.flatMap(({ options }) => options).find(({ q }) => q !== undefined)!;
const chance = `options/${option.id}/q`;
const worth = `products/${programme.muster.products[0].link}/valuePerYear`;

const ann = { expert: 'Ann', low: 0.2, central: 0.4, high: 0.6 };
const ben = { expert: 'Ben', low: 0.5, central: 0.8, high: 0.9 };

describe('questions', () => {
  const asked = { label: 'l', labelZh: 'z', unit: '1', low: 0.1, central: 0.2, high: 0.3 };
  const plan = { ask: [{ figure: chance, ...asked, gain: 1 }] } as unknown as Plan;

  test('are on the figures that the plan asks for', () => {
    expect(questionOf(plan, chance, programme)).toEqual({ figure: chance, ...asked, range: 'share' });
    expect(() => questionOf(plan, worth, programme)).toThrow('none of the figures');
  });

  test('take answers that their figure can have', () => {
    expect(answerRange(programme, chance)).toBe('share');
    expect(answerRange(programme, worth)).toBe('amount');
    expect(answerRange(programme, `links/${programme.links[0].id}/stock_days`)).toBe('amount');
    expect(answerRange(programme, `links/${programme.links[0].id}/obtainable`)).toBe('share');
    expect(() => answerRange(programme, 'options/nobody/q')).toThrow('no figure');
    expect(() => answerRange(programme, 'products/x/level')).toThrow('no figure');
  });
});

test('everything wrong with an answer is said at once', () => {
  const keys = (low: number, central: number, high: number, range: 'share' | 'amount'): string[] =>
    answerDefects({ low, central, high }, range).map(({ key }) => key);
  expect(keys(0, 0.5, 1, 'share')).toEqual([]);
  expect(keys(0.5, 0.5, 0.5, 'share')).toEqual([]);
  expect(keys(0, 7, 900, 'amount')).toEqual([]);
  expect(keys(0.6, 0.5, 0.4, 'share')).toEqual(['low', 'high']);
  expect(keys(-1, 0.5, 1.1, 'share')).toEqual(['low', 'high']);
  expect(keys(-1, -2, 900, 'amount')).toEqual(['low', 'central', 'low']);
  expect(keys(Number.NaN, 1, 2, 'amount')).toEqual(['low', 'low']);
});

test('answers are pooled with their disagreement: by hand', () => {
  expect(pooledAnswer([])).toBeNull();
  expect(pooledAnswer([ann])).toEqual({ low: 0.2, central: 0.4, high: 0.6, disagreement: 0, experts: 1 });
  const both = pooledAnswer([ann, ben])!;
  expect(both).toMatchObject({ low: 0.2, high: 0.9, experts: 2 });
  expect(both.central).toBeCloseTo(0.6, 12);
  // Deviations of −0.2 and 0.2: the root of 0.08.
  expect(both.disagreement).toBeCloseTo(0.2828427124746, 12);
});

describe('answers become edits', () => {
  const applied = (outcome: EditOutcome) => {
    expect(outcome.kind, JSON.stringify(outcome).slice(0, 500)).toBe('applied');
    return outcome as Extract<EditOutcome, { kind: 'applied' }>;
  };

  test('of judgements.csv, a row for each expert, in place of one of the same day', () => {
    const once = applied(applyEdits(base, answerEdits(programme, chance, [ann, ben], '2026-11-24')));
    expect(once.changed).toEqual(['judgements.csv']);
    const { judgements } = openFiles(once.files);
    expect(judgements.slice(programme.judgements.length)).toEqual([
      { figure: chance, ...ann, date: '2026-11-24' },
      { figure: chance, ...ben, date: '2026-11-24' },
    ]);
    const later = { ...ann, central: 0.5 };
    const again = answerEdits(openFiles(once.files), chance, [later], '2026-11-24');
    const twice = openFiles(applied(applyEdits(once.files, again)).files).judgements;
    expect(twice).toHaveLength(judgements.length);
    expect(twice).toContainEqual({ figure: chance, ...later, date: '2026-11-24' });
  });

  test('of muster.yaml, the pooled figure, where a product is asked about', () => {
    const answers = [
      { expert: 'Ann', low: 1, central: 2, high: 3 },
      { expert: 'Ben', low: 2, central: 4, high: 6 },
    ];
    const { files, undo } = applied(applyEdits(base, answerEdits(programme, worth, answers, '2026-11-24')));
    expect(openFiles(files).muster.products[0].valuePerYear).toEqual({ low: 1, central: 3, high: 6 });
    expect(openFiles(applied(applyEdits(files, undo)).files)).toEqual(programme);
    expect(answerEdits(programme, worth, [], '2026-11-24')).toEqual([]);
  });
});

test('answers are scored: by hand', () => {
  const scores = (range: 'share' | 'amount', outcome: number) =>
    scoreAnswers([ann, ben], range, outcome).map(({ statement, held, brier }) => [statement, held, brier]);
  // It happened: (0.4 − 1)² and (0.8 − 1)². It did not: 0.4² and 0.8².
  expect(scores('share', 1)).toEqual([
    ['happened', true, expect.closeTo(0.36, 12)],
    ['happened', true, expect.closeTo(0.04, 12)],
  ]);
  expect(scores('share', 0)).toEqual([
    ['happened', false, expect.closeTo(0.16, 12)],
    ['happened', false, expect.closeTo(0.64, 12)],
  ]);
  // A share that was found to be 0.5, or an amount: within range (0.8 − 1)², outside 0.8²; ends are within.
  for (const range of ['share', 'amount'] as const) {
    expect(scores(range, 0.5)).toEqual([
      ['within-range', true, expect.closeTo(0.04, 12)],
      ['within-range', true, expect.closeTo(0.04, 12)],
    ]);
    expect(scores(range, 0.61)[0]).toEqual(['within-range', false, expect.closeTo(0.64, 12)]);
  }
  expect(scores('amount', 1)[1]).toEqual(['within-range', false, expect.closeTo(0.64, 12)]);
  expect(scoreAnswers([ann], 'share', 0.5)[0].error).toBeCloseTo(-0.1, 12);
});

test('decisions flip between two plans, and are not known while one is missing', () => {
  const plan = (startPeriod: number): Plan =>
    ({
      programme: 'p',
      currency: 'EUR',
      priceYear: 2030,
      seed: 1,
      periods: [{ start: 'a', end: 'b' }],
      value: 1,
      standardError: 0,
      bound: 1,
      gap: 0,
      proof: 'exact',
      status: 'planned',
      funded: [
        {
          project: 'o/t',
          goal: 'g',
          name: 'n',
          nameZh: null,
          teamName: 't',
          startPeriod,
          leadMode: 'mixed',
          chanceOfStart: 1,
          expectedCost: 1,
        },
      ],
      goals: [],
      products: [],
      funds: [],
      notes: [],
    }) as unknown as Plan;
  expect(flippedDecisions(plan(1), null)).toBeNull();
  expect(flippedDecisions(plan(1), plan(1))).toEqual([]);
  expect(flippedDecisions(plan(1), plan(2))).toMatchObject([{ project: 'o/t', kinds: ['moved'] }]);
});
