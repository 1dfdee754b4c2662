import { describe, expect, test } from 'vitest';
import {
  assessed,
  company,
  deny,
  link,
  made,
  needs,
  outcome,
  product,
  programme,
  SAID,
  scenario,
} from './small-programme.ts';

/** `chip` needs `tool`; ALI supplies 60 % of it and BAD the 40 % that are cut; home can make `capacity` of its need. */
function partial(capacity: number) {
  return programme({
    links: [made('chip'), link('tool', { home_capacity: capacity })],
    needs: needs('chip', ['tool']),
    supply: { tool: { ALI: 0.6, BAD: 0.4 } },
    scenarios: [scenario([deny(['BAD'])])],
  });
}

describe('import and home production add', () => {
  test('60 % imported and 50 % made at home are enough', () => {
    // 0.6 + 0.5 = 1.1 ≥ 1; coverage of the chip is that of its tool, at most 1.
    expect(outcome(partial(0.5))).toMatchObject({ works: 'yes', coverage: 1, stopsOnDay: null });
  });

  test('60 % and 40 % are just enough', () => {
    expect(outcome(partial(0.4))).toMatchObject({ works: 'yes', coverage: 1 });
  });

  test('60 % and 35 % are not, and stop at once', () => {
    // 0.6 + 0.35 = 0.95 < 1.
    const { works, coverage, stopsOnDay } = outcome(partial(0.35));
    expect({ works, stopsOnDay }).toEqual({ works: 'no', stopsOnDay: 0 });
    expect(coverage).toBeCloseTo(0.95, 12);
  });

  test('what home makes counts only while its own requirements hold', () => {
    // Home could make half, but the machine for it is cut: 0.6 + 0.5 × 0 = 0.6.
    const { works, coverage } = outcome(
      programme({
        links: [made('chip'), link('tool', { home_capacity: 0.5 }), link('machine')],
        needs: [...needs('chip', ['tool']), ...needs('tool', ['machine'])],
        supply: { tool: { ALI: 0.6, BAD: 0.4 }, machine: { BAD: 1 } },
        scenarios: [scenario([deny(['BAD'])])],
      }),
    );
    expect(works).toBe('no');
    expect(coverage).toBeCloseTo(0.6, 12);
  });

  test('where home needs a fifth of the world and can obtain a quarter of what is left, 15 % make up 75 %', () => {
    // Foreign 0.25 × 0.6 = 0.15 of a need of 0.2: 75 %. With 0.05 at home 0.2 / 0.2 = 1; with 0.04 it is 0.19 / 0.2 = 95 %.
    const small = (home_capacity: number) =>
      outcome(
        programme({
          links: [made('chip'), link('tool', { home_need: 0.2, obtainable: 0.25, home_capacity })],
          needs: needs('chip', ['tool']),
          supply: { tool: { ALI: 0.6, BAD: 0.4 } },
          scenarios: [scenario([deny(['BAD'])])],
        }),
      );
    expect(small(0).coverage).toBeCloseTo(0.75, 12);
    expect(small(0.05)).toMatchObject({ works: 'yes', coverage: 1 });
    expect(small(0.04).works).toBe('no');
    expect(small(0.04).coverage).toBeCloseTo(0.95, 12);
  });

  test('supply of unknown size leaves the answer open, and a share that is stated later lies within it', () => {
    // ALI 0.6 is known, NEW supplies an unknown part of the remaining 0.4: all of it, or nothing to speak of while
    // somebody without a row, cut or not, has the rest.
    const small = (hit: string[], share: number | null) => {
      const p = programme({
        links: [made('chip'), link('tool')],
        needs: needs('chip', ['tool']),
        supply: { tool: { ALI: 0.6, NEW: share } },
        scenarios: [scenario([deny(hit)])],
      });
      const { works, coverageLow, coverageHigh } = outcome(p);
      return [works, coverageLow, coverageHigh].map((x) =>
        typeof x === 'number' ? Number(x.toFixed(9)) : x,
      );
    };
    expect(small(['BAD'], null)).toEqual(['unknown', 0.6, 1]);
    expect(small(['BAD'], 0.1)).toEqual(['unknown', 0.7, 1]);
    expect(small(['BAD'], 0.4)).toEqual(['yes', 1, 1]);
    expect(small(['NEW'], null)).toEqual(['unknown', 0.6, 1]);
    expect(small(['NEW'], 0.1)).toEqual(['no', 0.6, 0.9]);
    expect(small(['NEW'], 0.4)).toEqual(['no', 0.6, 0.6]);
  });

  test('a supplier that is cut is at its best for home when it is small', () => {
    // BAD has 0.3 to 0.8, ALI 0.2: at least 0.2 is left, at most what BAD at 0.3 does not take: 0.7.
    const p = programme({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { ALI: 0.2, BAD: { low: 0.3, central: 0.5, high: 0.8 } } },
      scenarios: [scenario([deny(['BAD'])])],
    });
    expect(outcome(p).coverageLow).toBeCloseTo(0.2, 12);
    expect(outcome(p).coverageHigh).toBeCloseTo(0.7, 12);
  });

  test('a company of unknown size may be all that its jurisdiction has', () => {
    // A measure names the company: of the 0.5 of ALI it takes between nothing and all.
    const p = programme({
      links: [made('chip'), link('tool')],
      needs: needs('chip', ['tool']),
      supply: { tool: { ALI: 0.5, OUT: 0.5, firm: null } },
      companies: [company('firm', 'ALI')],
      scenarios: [scenario([deny([], { who: { providers: ['firm'] } })])],
    });
    expect([outcome(p).coverageLow, outcome(p).coverageHigh]).toEqual([0.5, 1]);
  });

  test('what is bought and has no supplier on record may be supplied by anybody, cut or not', () => {
    const p = (reading: 'home' | 'world') =>
      outcome(
        programme({
          links: [made('chip'), link('tool', { home_need: undefined })],
          needs: needs('chip', ['tool']),
          scenarios: [scenario([deny(['BAD'])], { reading })],
        }),
      );
    for (const reading of ['home', 'world'] as const) {
      expect(p(reading)).toMatchObject({ works: 'unknown', coverageLow: 0, coverageHigh: 1 });
    }
  });

  test('what no row accounts for is unknown, not there and not lost', () => {
    // Only 0.6 is accounted for: in the adverse reading 0.6 is all there is, in the favourable one 1.
    const { works, coverage, coverageLow, coverageHigh } = outcome(
      programme({
        links: [made('chip'), link('tool')],
        needs: needs('chip', ['tool']),
        supply: { tool: { ALI: 0.6 } },
        scenarios: [scenario([deny(['BAD'])])],
      }),
    );
    expect(works).toBe('unknown');
    expect([coverage, coverageLow, coverageHigh]).toEqual([0.6, 0.6, 1]);
  });
});

/** `chip` needs three tools through a gate; one is all from BAD, one four fifths from ALI, one all from ALI. */
function gated(gate: 'all' | 'any' | 'at-least' | 'unknown', k?: number, tools = ['lost', 'short', 'whole']) {
  return programme({
    links: [made('chip'), ...tools.map((id) => link(id))],
    needs: needs('chip', tools, gate, { k }),
    supply: Object.fromEntries(tools.map((id) => [id, SHARES[id]!])),
    scenarios: [scenario([deny(['BAD'])])],
    products: [
      product('chip', 100, [
        [0.5, 0.5],
        [1, 1],
      ]),
    ],
  });
}

const SHARES: Record<string, Record<string, number>> = {
  lost: { BAD: 1 },
  short: { ALI: 0.8, BAD: 0.2 },
  whole: { ALI: 1 },
};

describe('gates', () => {
  const levels = (p: ReturnType<typeof gated>) => outcome(p).levels.map(({ works }) => works);

  test('all, any and at least k of three tools that keep 0, 0.8 and 1', () => {
    // At level 0.5 two tools work, at level 1 one does. Coverage: the least, the best, the k-th best.
    expect(levels(gated('all'))).toEqual(['no', 'no']);
    expect(outcome(gated('all')).coverage).toBe(0);
    expect(levels(gated('any'))).toEqual(['yes', 'yes']);
    expect(outcome(gated('any')).coverage).toBe(1);
    expect(levels(gated('at-least', 2))).toEqual(['yes', 'no']);
    expect(outcome(gated('at-least', 2)).coverage).toBeCloseTo(0.8, 12);
    expect(levels(gated('at-least', 3))).toEqual(['no', 'no']);
    expect(outcome(gated('at-least', 3)).coverage).toBe(0);
  });

  test('a gate that nobody has stated leaves the answer open, between all and any', () => {
    const open = outcome(gated('unknown'));
    expect(open.levels.map(({ works }) => works)).toEqual(['unknown', 'unknown']);
    expect([open.coverageLow, open.coverageHigh]).toEqual([0, 1]);
    const all = outcome(gated('unknown'), { gates: 'all' });
    const any = outcome(gated('unknown'), { gates: 'any' });
    expect([all.works, all.coverage, all.stopsOnDay]).toEqual(['no', 0, 0]);
    expect([any.works, any.coverage, any.stopsOnDay]).toEqual(['yes', 1, null]);
    for (const { coverage } of [all, any]) {
      expect(coverage).toBeGreaterThanOrEqual(open.coverageLow);
      expect(coverage).toBeLessThanOrEqual(open.coverageHigh);
    }
  });

  test('an unstated gate over tools that all work asks nothing', () => {
    expect(outcome(gated('unknown', undefined, ['whole'])).works).toBe('yes');
  });

  test('groups lie inside each other', () => {
    // whole AND (lost OR short): level 0.5 yes, level 1 no; coverage min(1, max(0, 0.8)) = 0.8.
    const nested = programme({
      links: [made('chip'), link('lost'), link('short'), link('whole')],
      needs: [
        ...needs('chip', ['whole']),
        ...needs('chip', ['lost', 'short'], 'any', { group: 'either', parent_group: 'inputs' }),
      ],
      supply: SHARES,
      scenarios: [scenario([deny(['BAD'])])],
      products: [
        product('chip', 100, [
          [0.5, 0.5],
          [1, 1],
        ]),
      ],
    });
    expect(levels(nested)).toEqual(['yes', 'no']);
    expect(outcome(nested).coverage).toBeCloseTo(0.8, 12);
  });

  test('a qualified requirement takes only its share', () => {
    // A quarter of the chips need the lost tool: 1 − 0.25 × 1 = 0.75 is kept.
    const p = programme({
      links: [made('chip'), link('lost')],
      needs: needs('chip', ['lost']),
      supply: { lost: { BAD: 1 } },
      overlay: [{ what: 'qualify-requirement', link: 'chip', needs: 'lost', share: 0.25, ...SAID }],
      scenarios: [scenario([deny(['BAD'])])],
      products: [
        product('chip', 100, [
          [0.75, 0.5],
          [1, 1],
        ]),
      ],
    });
    expect(levels(p)).toEqual(['yes', 'no']);
    expect(outcome(p).coverage).toBeCloseTo(0.75, 12);
  });
});

describe('critical combinations and repair sets', () => {
  // chip needs a AND b. a: ALI 0.5, BAD 0.5, of which home needs 0.5; b: ALI 1.
  // Level 1 is lost when ALI is (b), and only then: BAD alone leaves 0.5 of a, which is enough.
  const p = programme({
    links: [made('chip'), link('a', { home_need: 0.5 }), link('b')],
    needs: needs('chip', ['a', 'b']),
    supply: { a: { ALI: 0.5, BAD: 0.5 }, b: { ALI: 1 } },
    scenarios: [scenario([deny(['ALI', 'BAD'])])],
  });

  test('the smallest sets of jurisdictions whose loss stops the chip', () => {
    expect(assessed(p).cutSets.map(({ members }) => members)).toEqual([['ALI']]);
  });

  // Half of a comes from a firm in ALI, half from a firm in BAD, and either half is enough.
  const firms = (shares: Record<string, number | null>) =>
    programme({
      links: [made('chip'), link('a', { home_need: 0.5 })],
      needs: needs('chip', ['a']),
      supply: { a: shares },
      companies: [company('first', 'ALI'), company('second', 'BAD'), company('third', 'OUT')],
      scenarios: [scenario([deny(['ALI'])])],
    });
  const sets = (p: ReturnType<typeof programme>, actsOn: string, mixed = false) =>
    assessed(p, { mixed, maxOrder: 2 })
      .cutSets.filter((set) => set.actsOn === actsOn)
      .map(({ members, certain }) => [[...members].sort().join(' + '), certain]);

  test('a jurisdiction is lost with all who sit in it; mixed sets where asked', () => {
    const p = firms({ first: 0.5, second: 0.5 });
    expect(sets(p, 'jurisdiction')).toEqual([['ALI + BAD', true]]);
    expect(sets(p, 'provider')).toEqual([['first + second', true]]);
    expect(sets(p, 'either')).toEqual([]);
    expect(sets(p, 'either', true)).toEqual([
      ['ALI + second', true],
      ['BAD + first', true],
    ]);
  });

  test('what is critical only if a share turns out to be large may be critical', () => {
    // The first has 0.3 and the other two 0.7, nobody knows how: each may have all of it, and without it 0.3 are left.
    const p = firms({ first: 0.3, second: null, third: null });
    expect(sets(p, 'provider')).toEqual([
      ['second', false],
      ['third', false],
    ]);
  });

  test('links that must be mended together are worth their value only together', () => {
    const { repairSets, chokepoints } = assessed(p);
    expect(repairSets.map(({ members, valuePerYear }) => [[...members].sort(), valuePerYear])).toEqual([
      [['a', 'b'], 100],
    ]);
    // Mending one alone is worth nothing; one more unit of its chance, with the other at evens, is worth half of 100.
    for (const c of chokepoints) {
      expect(c).toMatchObject({
        fixingItAlonePerYear: 0,
        valueAtStakePerYear: 100,
        marginalValuePerYear: 50,
      });
    }
  });
});
