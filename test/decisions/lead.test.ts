import { describe, expect, test } from 'vitest';
import type { Commitment, LeadMode, Option, Scenario } from '../../src/contract/folder/index.ts';
import type { Plan } from '../../src/contract/plan.ts';
import { leadFlips, leadSentences } from '../../src/figures/lead.ts';
import { type LeadFacts, leadByRule } from '../../src/programme/lead-rule.ts';
import { exact } from './exact-plan.ts';
import { planOneTool } from './one-tool.ts';
import { deny, goal, instrument, mode, option, scenario, stage } from './small-programme.ts';

/** It does not pay, many could do it, two links need it; the market is done a period before a cut-off. */
const FACTS: LeadFacts = {
  privateNpv: -10,
  manufacturing: false,
  marketPeriods: 4,
  periodsToCutOff: 5,
  capableActors: 5,
  neededBy: 2,
  chainVerification: false,
};
const led = (facts: Partial<LeadFacts>) => leadByRule({ ...FACTS, ...facts });
const flips = (facts: Partial<LeadFacts>): string[] =>
  led(facts).flips.map(
    ({ input, direction, value, mode: other }) => `${input} ${direction} ${value}: ${other}`,
  );

describe('the screening rule', () => {
  const branches: [Partial<LeadFacts>, LeadMode | null, string[]][] = [
    [{ privateNpv: 1 }, 'market-led', ['pays', 'in-time']],
    [{ privateNpv: 1, marketPeriods: 5 }, 'market-led', ['pays', 'in-time']],
    [{ privateNpv: 1, marketPeriods: 99, periodsToCutOff: null }, 'market-led', ['pays', 'in-time']],
    [{ privateNpv: 1, marketPeriods: 5.5 }, 'mixed', ['pays', 'too-late']],
    [{ privateNpv: 0 }, 'mixed', ['breaks-even']],
    [{}, 'mixed', ['does-not-pay', 'contestable']],
    [{ capableActors: 2 }, 'state-led', ['does-not-pay', 'few-actors']],
    [{ neededBy: 3 }, 'state-led', ['does-not-pay', 'common']],
    [{ chainVerification: true }, 'state-led', ['does-not-pay', 'whole-chain']],
    [{ privateNpv: null }, null, ['not-stated']],
    [{ privateNpv: null, manufacturing: true }, 'market-led', ['not-stated', 'manufacturing']],
    [{ manufacturing: true, capableActors: 1 }, 'state-led', ['does-not-pay', 'few-actors']],
  ];
  test.each(branches)('%j is led %s', (facts, mode, reasons) => {
    expect(led(facts)).toMatchObject({ mode, reasons });
  });

  test('names the numbers that alone would flip it', () => {
    expect(flips({ privateNpv: 1 })).toEqual(['privateNpv below 0: mixed', 'marketPeriods above 5: mixed']);
    expect(flips({ privateNpv: 1, marketPeriods: 6 })).toEqual(['marketPeriods to 5: market-led']);
    expect(flips({ capableActors: 2 })).toEqual([
      'privateNpv above 0: market-led',
      'capableActors to 3: mixed',
    ]);
    // Two reasons for the state: neither alone is needed.
    expect(flips({ capableActors: 2, chainVerification: true })).toEqual(['privateNpv above 0: market-led']);
    expect(flips({})).toEqual([
      'privateNpv above 0: market-led',
      'capableActors to 2: state-led',
      'neededBy to 3: state-led',
      'chainVerification to 1: state-led',
    ]);
    expect(flips({ privateNpv: null })).toEqual([
      'privateNpv above 0: market-led',
      'privateNpv below 0: mixed',
    ]);
  });
});

/** A tool that takes the state a year at 60, and the market two at 20. */
function tool(more: Partial<Option> = {}): Option {
  return option(
    'tool',
    {},
    {
      stages: [stage({ costPerPeriod: 60 })],
      modes: [
        { ...mode('state-led', 1), instrument: 'equity' },
        mode('market-led', 0, { duration: 2, cost: 1 / 3 }),
      ],
      ...more,
    },
  );
}

/** Cut off at once, or only in the last of the four years. */
const ATONCE = (weight: number): Scenario => scenario([deny(['BAD'])], { id: 'now', weight });
const LATE = (weight: number): Scenario =>
  scenario([deny(['BAD'])], { id: 'late', weight, start: '2033-01-01' });

function planned(own: Option, scenarios: Scenario[], commitments: Commitment[] = []): Plan {
  return planOneTool([goal('tool', [own])], { instruments: [instrument('equity')], scenarios, commitments });
}

describe('the lead of the plan beside that of the rule', () => {
  test('agrees where it does not pay and few could do it', () => {
    // At once: 300 − 60 by the state, 200 − 40 by the market.
    const plan = planned(tool({ privateNpv: -10 }), [ATONCE(1)]);
    exact(plan, 240);
    expect(plan.leads).toMatchObject([
      {
        project: 'tool/lab',
        planMode: 'state-led',
        ruleMode: 'state-led',
        agreement: 'same',
        facts: {
          privateNpv: -10,
          marketGap: 300 - 60 + 10,
          periodsToCutOff: 0,
          marketPeriods: 2,
          capableActors: 1,
        },
      },
    ]);
  });

  test('is told where the plan chooses otherwise, with what the rule would lose', () => {
    // The market would be done in time for the last year, and 20 cheaper; at 70 instead of 20 a year it costs more.
    const dear = tool({
      privateNpv: 5,
      modes: [
        { ...mode('state-led', 1), instrument: 'equity' },
        mode('market-led', 0, { duration: 2, cost: 0.75 }),
      ],
    });
    const plan = planned(dear, [LATE(1)]);
    exact(plan, 100 - 60);
    expect(plan.leads).toMatchObject([
      { planMode: 'state-led', ruleMode: 'market-led', agreement: 'worth-less', ruleLoss: 30 },
    ]);
    const context = { programme: 'Small', currency: 'EUR', priceYear: 2030, seed: 1 };
    const told = leadSentences(plan.leads[0]!, { ...context, lang: 'en' });
    expect(told[0]).toBe(
      'The screening rule says market-led: it pays its performer without aid and the market would be done before a cut-off at even odds.',
    );
    expect(told).toContain('The plan chooses otherwise, by value.');
    expect(leadSentences(plan.leads[0]!, { ...context, lang: 'zh' })[0]).toBe(
      '筛选规则建议市场主导：无需资助即对承担者有利，市场可在断供概率过半之前完成。',
    );
    expect(leadFlips(plan.leads[0]!, { ...context, lang: 'en' })).toEqual([
      'The rule would say state-led if its private value were below 0.',
      'The rule would say mixed if the market took more than 3 periods.',
    ]);
  });

  test('is told where the rule asks for what nobody offers, or cannot say', () => {
    expect(planned(tool({ privateNpv: 5 }), [ATONCE(1)]).leads).toMatchObject([
      { ruleMode: 'mixed', agreement: 'not-offered', ruleLoss: null },
    ]);
    expect(planned(tool(), [ATONCE(1)]).leads).toMatchObject([{ ruleMode: null, agreement: 'undecided' }]);
  });

  test('is scored by regret over the cut-offs', () => {
    // At once: 240 and 160; in the last year alone: 40 and 60.
    const plan = planned(tool(), [ATONCE(0.5), LATE(0.5)]);
    exact(plan, 0.5 * 240 + 0.5 * 40);
    const [state, market] = plan.leads[0]!.modes;
    expect(state).toMatchObject({ mode: 'state-led', lossAvoided: 200, stateCost: 60, periods: 1 });
    expect(market).toMatchObject({ mode: 'market-led', lossAvoided: 150, stateCost: 0, periods: 2 });
    expect([state!.expectedRegret, state!.worstRegret]).toEqual([10, 20]);
    expect([market!.expectedRegret, market!.worstRegret]).toEqual([40, 80]);
  });
});

describe('a decided lead', () => {
  const decision = (mode: LeadMode): Commitment => ({
    lead: 'tool/lab',
    mode,
    reason: 'the industry asked for it',
    date: '2029-06-01',
    decidedBy: 'council',
  });

  test('is kept, and costs what the free choice would bring more', () => {
    const plan = planned(tool({ privateNpv: -10 }), [ATONCE(1)], [decision('market-led')]);
    exact(plan, 160);
    expect(plan.funded).toMatchObject([{ leadMode: 'market-led', runnerUpMode: null }]);
    expect(plan.commitments).toMatchObject([
      {
        commitment: 'lead:tool/lab',
        kind: 'lead',
        mode: 'market-led',
        reason: 'the industry asked for it',
        date: '2029-06-01',
        decidedBy: 'council',
        cost: 80,
      },
    ]);
    expect(plan.leads).toMatchObject([{ ruleMode: 'state-led', agreement: 'decided' }]);
  });

  test('costs nothing where the plan would choose it', () => {
    const plan = planned(tool(), [ATONCE(1)], [decision('state-led')]);
    exact(plan, 240);
    expect(plan.commitments[0]!.cost).toBe(0);
  });

  test('does not start what is not worth it', () => {
    const plan = planned(
      tool({ stages: [stage({ costPerPeriod: 400 })] }),
      [ATONCE(1)],
      [decision('state-led')],
    );
    exact(plan, 0);
    expect(plan.funded).toEqual([]);
  });

  test('stands beside other commitments', () => {
    const plan = planned(
      tool(),
      [ATONCE(1)],
      [decision('market-led'), { lockIn: 'tool/lab', mode: 'market-led', by: 1, reason: 'promised' }],
    );
    exact(plan, 160);
    expect(() =>
      planned(
        tool(),
        [ATONCE(1)],
        [decision('market-led'), { lockIn: 'tool/lab', mode: 'state-led', by: 1, reason: 'promised' }],
      ),
    ).toThrow('COMMITMENT_MODE');
  });
});
