import { describe, expect, test } from 'vitest';
import { infeasibility } from '../../src/app/infeasibility.ts';
import type { Commitment, Option } from '../../src/contract/folder/index.ts';
import { type ConflictMember, InfeasibleReport } from '../../src/contract/infeasible.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { explainRefusal } from '../../src/figures/explain/commitment.ts';
import { infeasibleContext, infeasibleSentences } from '../../src/figures/infeasible.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { exact } from './exact-plan.ts';
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
  stage,
} from './small-programme.ts';

/**
 * A chip worth 100 a year needs a tool that BAD cuts; two approaches to it take one period each: the good one costs
 * 60 and passes surely, the cheap one costs 20 and passes with 0.5. A period offers 70: not both at once.
 */
function withCommitments(commitments: readonly Commitment[], budget = 70, options?: Option[]): Programme {
  return programme({
    links: [made('chip'), link('tool')],
    needs: needs('chip', ['tool']),
    supply: { tool: { BAD: 1 } },
    scenarios: [scenario([deny(['BAD'])])],
    periods: 3,
    goals: [
      goal(
        'tool',
        options ?? [
          option('good', { costPerPeriod: 60, success: 1 }),
          option('cheap', { costPerPeriod: 20, success: 0.5 }),
        ],
      ),
    ],
    commitments,
    funds: [fund('budget', budget)],
  });
}

const reason = 'promised';
const started = ({ funded }: Plan): string[] => funded.map(({ project }) => project).sort();

describe('a plan with commitments', () => {
  test('starts what is locked in, though it would choose otherwise', () => {
    const plan = planOf(withCommitments([{ lockIn: 'cheap/lab', by: 1, reason }]));
    // Cheap first: 0.5 × 200 + 0.5 × (100 − 60) − 20 = 100, where the best plan is worth 140.
    exact(plan, 100);
    expect(plan.funded.find(({ project }) => project === 'cheap/lab')!.chanceOfStart).toBe(1);
    expect(plan.commitments).toMatchObject([
      { commitment: 'lock-in:cheap/lab', latestStartPeriod: 1, latestEndPeriod: 1 },
    ]);
  });

  test('is free of a lock-in once the goal is reached', () => {
    // Good in the first period reaches the goal surely; cheap in the second is no longer needed.
    const plan = planOf(withCommitments([{ lockIn: 'cheap/lab', from: 2, by: 2, reason }]));
    exact(plan, 140);
    expect(started(plan)).toEqual(['good/lab']);
  });

  test('leaves out what is locked out', () => {
    const plan = planOf(withCommitments([{ lockOut: 'good/lab', reason }]));
    exact(plan, 80);
    expect(started(plan)).toEqual(['cheap/lab']);
  });

  test('tries in time what a deadline needs', () => {
    // To be able to meet it by the end of the first period one of the two must start at once; the cheapest may.
    const plan = planOf(withCommitments([{ deadline: 'goal-tool', by: 1, reason }]));
    expect(plan.funded[0]!.startPeriod).toBe(1);
    expect(plan.value).toBeLessThanOrEqual(140 + 1e-9);
  });

  test('keeps the money of a lock-in from others that would start before', () => {
    // Two goals; the part takes two periods at 40, the tool is locked in for the second at 60: 70 is not enough for both.
    const both = programme({
      links: [made('chip'), link('tool'), link('part')],
      needs: needs('chip', ['tool', 'part'], 'any'),
      supply: { tool: { BAD: 1 }, part: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])])],
      periods: 3,
      goals: [
        goal('tool', [option('tool', { costPerPeriod: 60 })]),
        goal('part', [option('part', { costPerPeriod: 40, periods: 2 })]),
      ],
      commitments: [{ lockIn: 'tool/lab', from: 2, by: 2, reason }],
      funds: [fund('budget', 70)],
    });
    const plan = planOf(both);
    exact(plan, 100 - 60);
    expect(started(plan)).toEqual(['tool/lab']);
    exact(planOf({ ...both, commitments: [] }), 200 - 60);
  });

  test('cannot choose what waits for a goal that is locked out', () => {
    const waiting = programme({
      links: [made('chip'), link('tool'), link('part')],
      needs: needs('chip', ['tool', 'part'], 'any'),
      supply: { tool: { BAD: 1 }, part: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])])],
      periods: 3,
      goals: [
        goal('tool', [option('tool', { costPerPeriod: 10 }), option('spare', { costPerPeriod: 30 })]),
        goal('part', [option('part', { costPerPeriod: 5, requires: ['goal-tool'] })]),
      ],
      commitments: [
        { lockOut: 'tool/lab', reason },
        { lockOut: 'spare/lab', reason },
      ],
      funds: [fund('budget', 70)],
    });
    expect(() => planOf(waiting)).toThrow(expect.objectContaining({ code: 'NOTHING_TO_PLAN', exitCode: 3 }));
    const locked = { ...waiting, commitments: [...waiting.commitments, { lockIn: 'part/lab', reason }] };
    expect(keys(refused(locked).conflict)).toEqual([
      'lock-out:tool/lab',
      'lock-out:spare/lab',
      'lock-in:part/lab',
      'part/lab waits for goal-tool',
    ]);
  });
});

function refused(given: Programme): InfeasibleReport {
  const report = infeasibility(given, solver);
  expect(report).not.toBeNull();
  return InfeasibleReport.parse(report);
}

function keys(conflict: readonly ConflictMember[]): string[] {
  return conflict.map((member) => {
    if (member.kind === 'commitment') return member.commitment;
    if (member.kind === 'precedence') return `${member.project} waits for ${member.goal}`;
    return `${member.id} in ${member.period}`;
  });
}

describe('commitments that cannot all be met', () => {
  test('are refused by the plan', () => {
    const both = withCommitments([
      { lockIn: 'good/lab', reason },
      { lockOut: 'good/lab', reason },
    ]);
    expect(() => planOf(both)).toThrow(expect.objectContaining({ code: 'INFEASIBLE', exitCode: 3 }));
    const { conflict, repairs } = refused(both);
    expect(keys(conflict)).toEqual(['lock-in:good/lab', 'lock-out:good/lab']);
    expect(repairs.map(({ kind, givenUp }) => [kind, givenUp.length])).toEqual([['give-up', 1]]);
  });

  test('for want of money name the fund and period, and the least that mends it', () => {
    const { conflict, repairs } = refused(
      withCommitments([{ lockIn: 'good/lab', from: 2, by: 2, reason }], 50),
    );
    expect(keys(conflict)).toEqual(['lock-in:good/lab', 'budget in 2']);
    expect(repairs[0]).toMatchObject({
      kind: 'more',
      preferred: true,
      money: 10,
      extra: [{ id: 'budget', period: 2, amount: 10, unit: 'EUR' }],
      schedule: [{ project: 'good/lab', startPeriod: 2, endPeriod: 2 }],
    });
    expect(repairs.map(({ kind }) => kind)).toEqual(['more', 'give-up']);
  });

  test('at one time may be mended by another', () => {
    const { conflict, repairs } = refused(
      withCommitments([
        { lockIn: 'good/lab', by: 1, reason },
        { lockIn: 'cheap/lab', by: 1, reason },
      ]),
    );
    expect(keys(conflict)).toEqual(['lock-in:good/lab', 'lock-in:cheap/lab', 'budget in 1']);
    expect(repairs.map(({ kind, money }) => [kind, money])).toEqual([
      ['more', 10],
      ['later', 0],
      ['give-up', 0],
    ]);
    expect(repairs[1]!.moves).toMatchObject([{ periods: 1, byPeriod: 2 }]);
  });

  test('of which one asks the impossible stand alone', () => {
    const slow = [option('slow', {}, { stages: [stage({ periods: 2 }), stage()] })];
    const report = refused(withCommitments([{ deadline: 'goal-tool', by: 2, reason }], 70, slow));
    expect(keys(report.conflict)).toEqual(['deadline:goal-tool']);
    expect(report.repairs[0]).toMatchObject({
      kind: 'later',
      preferred: true,
      moves: [{ periods: 1, byPeriod: 3 }],
    });
  });

  test('under a lead that no fund may pay are told so', () => {
    const modes = [mode('mixed', 0.5), mode('state-led', 1)];
    const option_ = option('good', {}, { modes });
    const base = withCommitments([{ lockIn: 'good/lab', mode: 'state-led', reason }], 70, [option_]);
    const instruments = base.instruments.map((one) => ({ ...one, modes: ['mixed' as const] }));
    const { conflict } = refused({ ...base, instruments });
    expect(conflict).toMatchObject([
      { kind: 'commitment', cannotBeChosen: 'no fund may pay for it under this lead' },
    ]);
  });

  test('are told in both languages, and explained', () => {
    const report = refused(withCommitments([{ lockIn: 'good/lab', by: 2, reason }], 50));
    const english = infeasibleSentences(report, infeasibleContext(report, 'en'));
    expect(english.conflict[0]).toMatch(/“good” by lab must start by period 2.*reason: promised/);
    expect(english.repairs[0]).toMatch(/First choice\..*budget by 10\sEUR in period 1\./);
    expect(infeasibleSentences(report, infeasibleContext(report, 'zh')).conflict[0]).toMatch(/不迟于第 2 期/);
    const explained = explainRefusal(report, 'good/lab', 'en');
    expect(explained.subject).toMatchObject({ kind: 'commitment', id: 'lock-in:good/lab' });
    expect(explained.flips).toHaveLength(report.repairs.length);
    expect(() => explainRefusal(report, 'nothing', 'en')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_SUBJECT' }),
    );
  });
});
