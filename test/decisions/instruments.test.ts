import { describe, expect, test } from 'vitest';
import type { Mode, Option } from '../../src/contract/folder/index.ts';
import { exact } from './exact-plan.ts';
import { instrumentsOf, planOneTool } from './one-tool.ts';
import { fund, goal, instrument, mode, option, stage } from './small-programme.ts';

/** One stage of a year that costs 100 and passes with `success`, under one mode. */
function year(success: number, only: Mode | Mode[], more: Partial<Option> = {}, costPerPeriod = 100): Option {
  return option('make', { costPerPeriod, success }, { modes: [only].flat(), ...more });
}

const led = (by: string, publicShare: number, more: Partial<Mode> = {}): Mode => ({
  ...mode('mixed', publicShare),
  instrument: by,
  ...more,
});

describe('grant', () => {
  test('is chosen over own money that works dearer, until public money costs too much', () => {
    // Public: 300 − 200 × mcpf; own money, a fifth dearer: 300 − 240 = 60.
    const modes = [mode('state-led', 1), mode('market-led', 0, { cost: 1.2 })];
    const at = (mcpf: number) => planOneTool([goal('tool', [year(1, modes, {}, 200)])], { mcpf });
    exact(at(1.1), 80);
    expect(at(1.1).funded[0]!.leadMode).toBe('state-led');
    exact(at(1.3), 60);
    expect(at(1.3).funded[0]!.leadMode).toBe('market-led');
  });
});

describe('lump-sum grant', () => {
  const plan = (paidOn: 'cost' | 'completion', firms: number) =>
    planOneTool([goal('tool', [year(0.5, led('lump-sum-grant', 1))])], {
      instruments: [instrument('lump-sum-grant', { paidOn })],
      funds: [fund('budget', 100), fund('firms', firms, { type: 'company', public: false })],
      mcpf: 1.6,
    });

  test('paid on completion costs the state only what works', () => {
    // As costs arise: 0.5 × 300 − 1.6 × 100 = −10. On completion the performer pays 100 and gets it back with 0.5:
    // 150 − 100 − 0.5 × (1.6 − 1) × 100 = 20.
    exact(plan('cost', 100), 0);
    const paid = plan('completion', 100);
    exact(paid, 20);
    expect([paid.publicCost, paid.privateCost]).toEqual([50, 50]);
  });

  test('has to be paid by the performer till then', () => {
    exact(plan('completion', 99), 0);
  });
});

describe('matched grant', () => {
  const plan = (firms: number | null) =>
    planOneTool([goal('tool', [year(1, led('matched-grant', 0.5))])], {
      instruments: [instrument('matched-grant')],
      funds: [
        fund('budget', 100),
        ...(firms === null ? [] : [fund('firms', firms, { type: 'company', public: false })]),
      ],
    });

  test('pays only beside money that is paid in', () => {
    exact(plan(50), 200);
    expect(plan(50).leverage).toBeCloseTo(1, 12);
    // Nobody has the other half; then nobody is there to have it.
    exact(plan(49), 0);
    expect(() => plan(null)).toThrow('No option of this programme can be chosen.');
  });
});

describe('repayable advance', () => {
  const plan = (
    ofPaid: number | null,
    more: { afterPeriods?: number; cost?: number; rate?: number } = {},
  ) => {
    const { afterPeriods = 0, cost = 100, rate = 0 } = more;
    return planOneTool([goal('tool', [year(0.5, led('repayable-advance', 1), {}, cost)])], {
      instruments: [
        instrument('repayable-advance', ofPaid === null ? {} : { returns: { ofPaid, afterPeriods } }),
      ],
      mcpf: 1.6,
      discountRate: rate,
    });
  };

  test('is worth attempting for what comes back on success', () => {
    // 150 − 160 = −10; all of it back with 0.5 saves 0.5 × (1.6 − 1) × 100 = 30; a third of it just makes up.
    exact(plan(null), 0);
    const repaid = plan(1);
    exact(repaid, 20);
    expect([repaid.publicCost, repaid.publicReturns]).toEqual([100, 50]);
    exact(plan(0.3), 0);
  });

  test('is discounted to when it comes back', () => {
    // At 25 %: 0.5 × 100 × (0.8 + 0.64 + 0.512) − 1.6 × 62 = −1.6; two years on 62 is worth 0.64 × 62:
    // 0.5 × 0.6 × 39.68 = 11.904.
    exact(plan(null, { cost: 62, rate: 0.25 }), 0);
    exact(plan(1, { cost: 62, rate: 0.25, afterPeriods: 2 }), 10.304);
  });
});

describe('equity', () => {
  test('is worth attempting for the part of the business that it holds', () => {
    // 150 − 1.6 × 125 = −50; half of 400 with 0.5 saves 0.5 × 0.6 × 200 = 60. Half of 300: 45.
    const plan = (exitValue: number) =>
      planOneTool([goal('tool', [year(0.5, led('equity', 1), { exitValue }, 125)])], {
        instruments: [instrument('equity', { returns: { stake: 0.5, afterPeriods: 0 } })],
        mcpf: 1.6,
      });
    exact(plan(400), 10);
    exact(plan(300), 0);
  });
});

describe('tax credit', () => {
  const plan = (elasticity: 'meta' | 'classic') =>
    planOneTool([goal('tool', [year(1, led('tax-credit', 0.2))])], {
      instruments: [instrument('tax-credit', { elasticity })],
      mcpf: 1.5,
    });

  test('of a fifth is given where research follows its cost', () => {
    // Given: 300 − 0.2 × 150 − 80 = 190. Without it the firm goes ahead with 0.8^1.25 = 0.756593, worth that × 200.
    const given = plan('classic');
    exact(given, 190 - 200 * 0.8 ** 1.25);
    expect(instrumentsOf(given)).toEqual(['tax-credit']);
    expect(given.leftAloneValue).toBeCloseTo(151.3186, 3);
  });

  test('is not given where it hardly does', () => {
    // With 0.8^0.17 = 0.962776: 192.56 without paying anything.
    const left = plan('meta');
    exact(left, 0);
    expect(left.funded).toEqual([]);
    expect(left.unfunded[0]!.reason).toContain('left to its performer');
    expect(left.products[0]!.withoutPlanByPeriod[0]).toBeCloseTo(0.8 ** 0.17, 9);
  });
});

describe('advance market commitment', () => {
  const plan = (commitment: number, budget = 1000) =>
    planOneTool(
      [
        goal('tool', [
          year(0.5, [mode('state-led', 1), led('advance-market-commitment', 0, { commitment })]),
        ]),
      ],
      {
        instruments: [instrument('advance-market-commitment')],
        funds: [fund('budget', budget), fund('firms', 100, { type: 'company', public: false })],
        mcpf: 1.4,
      },
    );

  test('is paid on success only', () => {
    // A grant: 150 − 140 = 10. The commitment: 150 − 100 − 0.5 × 0.4 × 120 = 26; of 250: 0.
    const small = plan(120);
    exact(small, 26);
    expect(instrumentsOf(small)).toEqual(['advance-market-commitment']);
    expect([small.publicCost, small.privateCost]).toEqual([60, 40]);
    const large = plan(250);
    exact(large, 10);
    expect(instrumentsOf(large)).toEqual(['grant']);
  });

  test('is a promise only with a reserve', () => {
    exact(plan(120, 120), 26);
    exact(plan(120, 119), 10);
  });
});

describe('first-set insurance', () => {
  const plan = (premiumRate: number, insuredValue: number) =>
    planOneTool(
      [
        goal('tool', [
          option(
            'make',
            {},
            {
              stages: [stage(), stage({ name: 'verification', success: 0.4 })],
              modes: [mode('market-led', 0), led('first-set-insurance', 0)],
              insuredValue,
            },
          ),
        ]),
      ],
      {
        instruments: [
          instrument('first-set-insurance', { cover: { premiumRate, years: 3, acceptance: 1.5 } }),
        ],
        mcpf: 1.5,
      },
    );

  test('is taken where it wins over the user for less than that is worth', () => {
    // Without: 0.4 × 200 = 80. With: 0.6 × 200 = 120; premium 0.03 × 200 × 3 = 18, of which the state pays 14.4:
    // 120 − 21.6 − 3.6 = 94.8.
    const taken = plan(0.03, 200);
    exact(taken, 94.8);
    expect(taken.publicCost).toBeCloseTo(14.4, 9);
    expect(instrumentsOf(taken)).toEqual(['first-set-insurance']);
  });

  test('is not taken where the premium is beyond what is subsidised', () => {
    // A rate of 6 %: premium 36, of which the state pays 14.4 as before: 120 − 21.6 − 21.6 = 76.8.
    exact(plan(0.06, 200), 80);
    // Nor for a dearer set: 0.03 × 1000 × 3 = 90, 72 from the state: 120 − 108 − 18 = −6.
    const plain = plan(0.03, 1000);
    exact(plain, 80);
    expect(instrumentsOf(plain)).toEqual(['grant']);
  });
});

describe('park or facility', () => {
  test('bears its share in kind while it has room', () => {
    // Half of 400 is given as time of the hall: 300 − 200 = 100. By grant: 300 − 400.
    const plan = (amount: number, by: string) =>
      planOneTool([goal('tool', [year(1, led(by, 0.5), {}, 400)])], {
        instruments: [instrument('park-or-facility', { facility: { resource: 'hall', amount: 10 } })],
        resources: [
          { id: 'hall', name: 'Hall', kind: 'facility', unit: 'bays', from_period: 1, amount } as const,
        ],
      });
    const housed = plan(10, 'park-or-facility');
    exact(housed, 100);
    expect([housed.publicCost, housed.resources[0]!.byPeriod[0]]).toEqual([0, 10]);
    exact(plan(9, 'park-or-facility'), 0);
    exact(plan(10, 'grant'), 0);
  });
});

describe('acceleration', () => {
  test('is bought where time is worth more than it costs', () => {
    // Three years at 10: 100 − 30 = 70. In a third of the time the whole costs 30 × 3^1.5 = 155.88: 300 − 155.88.
    const plan = (exponent: number) =>
      planOneTool([
        goal('tool', [
          option('make', { periods: 3, costPerPeriod: 10 }, { accelerate: [{ time: 1 / 3, exponent }] }),
        ]),
      ]);
    const fast = plan(1.5);
    exact(fast, 300 - 30 * 3 ** 1.5);
    expect(fast.funded[0]!.timeFactor).toBeCloseTo(1 / 3, 12);
    // At exponent 2: 30 × 9 = 270.
    exact(plan(2), 70);
    expect(plan(2).funded[0]!.timeFactor).toBe(1);
  });
});
