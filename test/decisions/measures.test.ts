import { describe, expect, test } from 'vitest';
import type { LinkRow, Measure, Scenario } from '../../src/contract/folder/index.ts';
import { planProblem } from '../../src/programme/plan-problem.ts';
import type { Programme } from '../../src/programme/programme.ts';
import {
  company,
  deny,
  link,
  made,
  needs,
  outcome,
  product,
  programme,
  scenario,
} from './small-programme.ts';

interface Case {
  readonly tool?: Partial<LinkRow>;
  readonly supply?: Record<string, number>;
  readonly companies?: Parameters<typeof programme>[0]['companies'];
  readonly more?: Partial<Scenario>;
  readonly periods?: number;
}

/** `chip` needs `tool`, of which ALI supplies 60 % and BAD 40 %; home makes none: coverage is what is left of it. */
function cut(measures: readonly Measure[], { tool, supply, companies, more, periods }: Case = {}): Programme {
  return programme({
    links: [made('chip'), link('tool', tool)],
    needs: needs('chip', ['tool']),
    supply: { tool: supply ?? { ALI: 0.6, BAD: 0.4 } },
    companies,
    scenarios: [scenario(measures, more)],
    products: [
      product('chip', 100, [
        [0.6, 0.5],
        [0.8, 0.8],
        [1, 1],
      ]),
    ],
    periods,
  });
}

function left(measures: readonly Measure[], more?: Case): number {
  return Number(outcome(cut(measures, more)).coverage.toFixed(12));
}

/** Whether the chip works at each level of its ladder at the start of every period, with nothing attempted. */
function byPeriod(p: Programme): boolean[][] {
  const { terms, value } = planProblem(p);
  return terms.products.map(({ byPeriod }) =>
    byPeriod.map((functions) =>
      functions.every(({ node }) => value.formula.bdd.evaluate(node, new Uint8Array(0))),
    ),
  );
}

describe('whom and what a measure hits', () => {
  test('a grade threshold hits what is at or beyond it, and no link without a grade', () => {
    const fine = deny(['BAD'], { grade: { atMost: 14 } });
    expect(left([fine], { tool: { grade: 7 } })).toBe(0.6);
    expect(left([fine], { tool: { grade: 14 } })).toBe(0.6);
    expect(left([fine], { tool: { grade: 28 } })).toBe(1);
    expect(left([fine])).toBe(1);
    const layers = deny(['BAD'], { grade: { atLeast: 128 } });
    expect(left([layers], { tool: { grade: 232 } })).toBe(0.6);
    expect(left([layers], { tool: { grade: 96 } })).toBe(1);
  });

  test('links are hit by id, field or tag, and not otherwise', () => {
    expect(left([deny(['BAD'], { links: { ids: ['tool'] } })])).toBe(0.6);
    expect(left([deny(['BAD'], { links: { ids: ['chip'] } })])).toBe(1);
    expect(
      left([deny(['BAD'], { links: { fields: ['equipment'] } })], { tool: { field: 'equipment' } }),
    ).toBe(0.6);
    expect(left([deny(['BAD'], { links: { fields: ['equipment'] } })])).toBe(1);
    expect(left([deny(['BAD'], { links: { tags: ['fine'] } })], { tool: { tags: ['fine'] } })).toBe(0.6);
  });

  test('a case-by-case licence lets its fraction through', () => {
    // Of 0.4 a quarter is licensed: 0.3 is lost.
    const licence = { policy: 'case-by-case', probability: 0.25 } as const;
    expect(left([deny(['BAD'], { licence })])).toBe(0.7);
    // With severity one half only 0.75 × 0.5 × 0.4 = 0.15.
    expect(left([deny(['BAD'], { licence, severity: 0.5 })])).toBe(0.85);
  });

  test('a measure on named end users takes their share of the need', () => {
    // Users that stand for half of the need lose 0.4 × 0.5 = 0.2.
    const who = { jurisdictions: ['BAD'], endUsers: ['first fab'], endUserShare: 0.5 };
    expect(left([deny([], { who })])).toBe(0.8);
  });

  test('measures on the same trade leave what neither stops', () => {
    // 0.4 × (1 − 0.5) × (1 − 0.5) = 0.1.
    expect(left([deny(['BAD'], { severity: 0.5 }), deny(['BAD'], { severity: 0.5 })])).toBe(0.7);
  });

  test('a measure that reaches third countries stops their makers too', () => {
    // USA 0.1 acts and reaches ALI 0.5; OTH 0.4 is left.
    const supply = { USA: 0.1, ALI: 0.5, OTH: 0.4 };
    expect(left([deny(['USA'])], { supply })).toBe(0.9);
    expect(left([deny(['USA'], { reachesThirdCountries: ['ALI'] })], { supply })).toBe(0.4);
  });

  test('home is never cut off from itself', () => {
    // HOM supplies 0.3 of the world and makes 0.3; the measure names it beside BAD: 0.3 + 0.3 of ALI are left.
    const supply = { HOM: 0.3, ALI: 0.3, BAD: 0.4 };
    expect(left([deny(['BAD', 'HOM'])], { supply, tool: { home_capacity: undefined } })).toBe(0.6);
  });

  test('technology and people alone do not stop goods', () => {
    expect(left([deny(['BAD'], { covers: ['technology', 'people'] })])).toBe(1);
  });
});

describe('headquarters and plants', () => {
  // One maker, with its headquarters in USA, 70 % of its plants there and 30 % in JPN.
  const one: Case = { supply: { acme: 1 }, companies: [company('acme', 'USA', ['USA:0.7', 'JPN:0.3'])] };

  test('a measure on headquarters takes the whole maker, one on plants what stands there', () => {
    expect(left([deny(['USA'])], one)).toBe(0);
    expect(left([deny(['USA'], { actsOn: 'plants' })], one)).toBe(0.3);
    expect(left([deny(['JPN'])], one)).toBe(1);
    expect(left([deny(['JPN'], { actsOn: 'plants' })], one)).toBe(0.7);
  });

  test('what a measure reaches by two of its words counts once', () => {
    const both = deny(['USA'], { actsOn: 'plants', reachesThirdCountries: ['USA', 'JPN'] });
    expect(left([both], { ...one, companies: [company('acme', 'USA', ['USA:0.4', 'ALI:0.6'])] })).toBe(0.6);
  });

  test('plants without shares count evenly; without plants the headquarters count', () => {
    const even: Case = { supply: { acme: 1 }, companies: [company('acme', 'USA', ['USA', 'JPN'])] };
    expect(left([deny(['JPN'], { actsOn: 'plants' })], even)).toBe(0.5);
    const none: Case = { supply: { acme: 1 }, companies: [company('acme', 'USA')] };
    expect(left([deny(['USA'], { actsOn: 'plants' })], none)).toBe(0);
  });

  test('a measure on one named maker takes its share, and none twice', () => {
    // USA 0.6 holds acme 0.25. Acme alone: 0.75 are left. Acme and USA: the 0.4 of ALI.
    const beside: Case = {
      supply: { USA: 0.6, ALI: 0.4, acme: 0.25 },
      companies: [company('acme', 'USA')],
    };
    const acme = deny([], { who: { providers: ['acme'] } });
    expect(left([acme], beside)).toBe(0.75);
    expect(left([acme, deny(['USA'])], beside)).toBe(0.4);
  });
});

describe('time', () => {
  test('a measure begins on its own day', () => {
    // 1 January to 1 July 2030: 31 + 28 + 31 + 30 + 31 + 30 = 181 days.
    expect(outcome(cut([deny(['BAD'], { from: '2030-07-01' })]))).toMatchObject({
      works: 'no',
      stopsOnDay: 181,
      coverage: 0.6,
    });
  });

  test('a measure that ends gives the trade back', () => {
    // In force in the second year of three only.
    const p = cut([deny(['BAD'], { from: '2031-01-01', until: '2032-01-01' })], { periods: 3 });
    expect(byPeriod(p)).toEqual([
      [true, true, true],
      [true, false, true],
      [true, false, true],
    ]);
    expect(outcome(p)).toMatchObject({ works: 'yes', coverage: 1 });
  });

  test('severity rises in steps', () => {
    // 0.25 × 0.4 = 0.1 is lost in the first year, 0.75 × 0.4 = 0.3 from the second on: 0.9, then 0.7.
    const severity = [
      { from: '2030-01-01', value: 0.25 },
      { from: '2031-01-01', value: 0.75 },
    ];
    const p = cut([deny(['BAD'], { severity })], { periods: 2 });
    const { coverage, levels } = outcome(p);
    expect(coverage).toBeCloseTo(0.7, 12);
    expect(levels.map(({ works, stopsOnDay }) => [works, stopsOnDay])).toEqual([
      ['yes', null],
      ['no', 365],
      ['no', 0],
    ]);
    expect(byPeriod(p)).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  test('an included scenario brings its measures, from its own later start', () => {
    const p = programme({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { ALI: 0.6, BAD: 0.4 } },
      scenarios: [
        scenario([deny(['ALI'], { severity: 0.5 })], { includes: ['other'], weight: 0.5 }),
        scenario([deny(['BAD'])], { id: 'other', start: '2031-01-01', weight: 0.5 }),
      ],
      products: [
        product('chip', 100, [
          [0.5, 0.5],
          [1, 1],
        ]),
      ],
      periods: 2,
    });
    // 0.3 of ALI at once, 0.4 of BAD after a year: 0.7, then 0.3.
    const { levels, coverage } = outcome(p);
    expect(coverage).toBeCloseTo(0.3, 12);
    expect(levels.map(({ stopsOnDay }) => stopsOnDay)).toEqual([365, 0]);
  });
});

describe('dated capacity changes', () => {
  const change = (provider: string, amount: number, date = '2031-01-01') => ({
    link: 'tool',
    provider,
    date,
    change: amount,
  });

  test('a plant built elsewhere adds from its day on', () => {
    // 0.6 are left of the cut; ALI adds 0.2 after a year: 0.8.
    const p = cut([deny(['BAD'])], { more: { capacityChanges: [change('ALI', 0.2)] }, periods: 2 });
    expect(outcome(p).coverage).toBeCloseTo(0.8, 12);
    expect(byPeriod(p)).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  test('a plant closed takes away', () => {
    // 0.6 − 0.1 = 0.5.
    expect(left([deny(['BAD'])], { more: { capacityChanges: [change('ALI', -0.1)] } })).toBe(0.5);
  });

  test('what a supplier that is cut adds is cut as well', () => {
    expect(left([deny(['BAD'])], { more: { capacityChanges: [change('BAD', 0.2)] } })).toBe(0.6);
  });

  test('what home adds counts on top of what it can make', () => {
    // 0.5 of ALI, 0.1 at home and 0.2 more: 0.8, whether home's capacity is stated or read off its share.
    const supply = { HOM: 0.1, ALI: 0.5, BAD: 0.4 };
    const more = { capacityChanges: [change('HOM', 0.2)] };
    expect(left([deny(['BAD'])], { supply, more, tool: { home_capacity: 0.1 } })).toBe(0.8);
    expect(left([deny(['BAD'])], { supply, more, tool: { home_capacity: undefined } })).toBe(0.8);
  });

  test('a change is not swallowed by what nobody has quantified', () => {
    const p = (amount: number) =>
      programme({
        links: [made('chip'), link('tool')],
        needs: needs('chip', ['tool']),
        supply: { tool: { ALI: 0.5, NEW: null } },
        scenarios: [
          scenario([deny(['NEW'], { severity: 0.4 })], { capacityChanges: [change('ALI', amount)] }),
        ],
      });
    // ALI supplies 0.5 and adds or loses 0.2; of the other half nobody knows how much there is for home: 0.7 to 1 (all
    // there was and 0.2 more, at most the need), and 0.3 to 0.8.
    const range = (amount: number) => {
      const { coverage, coverageLow, coverageHigh } = outcome(p(amount));
      return [coverage, coverageLow, coverageHigh].map((x) => Number(x.toFixed(9)));
    };
    expect(range(0.2)).toEqual([0.7, 0.7, 1]);
    expect(range(-0.2)).toEqual([0.3, 0.3, 0.8]);
  });

  test('a maker that had no part of the supply before adds too', () => {
    // NEW supplies nothing yet: 0.6 + 0.3 = 0.9. A maker beside rows of jurisdictions counts on top of them.
    const companies = [company('newco', 'NEW')];
    const jurisdictions: Case = { more: { capacityChanges: [change('newco', 0.3)] }, companies };
    expect(left([deny(['BAD'])], jurisdictions)).toBe(0.9);
    expect(left([deny(['BAD', 'NEW'])], jurisdictions)).toBe(0.6);
  });
});
