import { describe, expect, test } from 'vitest';
import type { LinkRow, Measure } from '../../src/contract/folder/index.ts';
import { deny, link, made, needs, outcome, product, programme, scenario } from './small-programme.ts';

const GOODS_AND_SERVICE = { covers: ['goods', 'service'] } satisfies Partial<Measure>;

/** Days on which the chip stops at 30 %, 60 % and 100 % when the supply of its tool is gone on the first day. */
function days(
  tool: Partial<LinkRow>,
  {
    supply = { BAD: 1 } as Record<string, number>,
    measures = [deny(['BAD'])],
    chip = {} as Partial<LinkRow>,
  } = {},
): (number | null)[] {
  const p = programme({
    links: [made('chip', chip), link('tool', tool)],
    needs: needs('chip', ['tool']),
    supply: { tool: supply },
    scenarios: [scenario(measures)],
    products: [
      product('chip', 100, [
        [0.3, 0.3],
        [0.6, 0.6],
        [1, 1],
      ]),
    ],
  });
  return outcome(p).levels.map(({ stopsOnDay }) => stopsOnDay);
}

describe('time to stop', () => {
  test('stocks carry on, one after the other along the chain', () => {
    expect(days({ stock_days: 90 })).toEqual([90, 90, 90]);
    // 90 days of the tool, then 30 of chips.
    expect(days({ stock_days: 90 }, { chip: { stock_days: 30 } })).toEqual([120, 120, 120]);
  });

  test('the installed base decays evenly; expansion stops at once', () => {
    // Of 1000 days a level ℓ holds for 1000 × (1 − ℓ): 700, 400, and 0 for all of it.
    expect(days({ life_days: 1000 })).toEqual([700, 400, 0]);
  });

  test('stock comes on top of the installed base', () => {
    expect(days({ life_days: 1000, stock_days: 50 })).toEqual([750, 450, 50]);
  });

  test('loss of service shortens the life by what it depends on it', () => {
    // Half of the life depends on service, all of which is cut: 1000 × (1 − 0.5) = 500 days.
    expect(days({ life_days: 1000, service: 0.5 }, { measures: [deny(['BAD'], GOODS_AND_SERVICE)] })).toEqual(
      [350, 200, 0],
    );
    // Goods alone: the service still comes.
    expect(days({ life_days: 1000, service: 0.5 })).toEqual([700, 400, 0]);
  });

  test('service lost from half of the suppliers counts half', () => {
    // 1000 × (1 − 0.5 × 0.5) = 750 days: 525, 300, 0.
    const measures = [deny(['BAD'], GOODS_AND_SERVICE), deny(['ALI'])];
    expect(days({ life_days: 1000, service: 0.5 }, { supply: { BAD: 0.5, ALI: 0.5 }, measures })).toEqual([
      525, 300, 0,
    ]);
  });

  test('a level that imports still reach never stops', () => {
    // 0.6 are left: 0.3 and 0.6 hold for ever, the rest stops when the stock is gone.
    expect(days({ stock_days: 90 }, { supply: { ALI: 0.6, BAD: 0.4 } })).toEqual([null, null, 90]);
  });

  test('home fills in until what it needs for that runs out, and the cause is named', () => {
    const p = programme({
      links: [made('chip'), link('tool', { home_capacity: 1 }), link('part', { stock_days: 60 })],
      needs: [...needs('chip', ['tool']), ...needs('tool', ['part'])],
      supply: { tool: { BAD: 1 }, part: { BAD: 1 } },
      scenarios: [scenario([deny(['BAD'])])],
    });
    const { stopsOnDay, levels } = outcome(p);
    expect(stopsOnDay).toBe(60);
    expect(levels[0]!.cause).toEqual(['chip', 'tool', 'part']);
  });

  test('a gate stops when too few of its members are left', () => {
    // Stocks of 10, 20 and 30 days: all lose it on day 10, two of three on day 20, any on day 30.
    const stop = (gate: 'all' | 'any' | 'at-least', k?: number) =>
      outcome(
        programme({
          links: [made('chip'), ...[10, 20, 30].map((d) => link(`tool-${d}`, { stock_days: d }))],
          needs: needs('chip', ['tool-10', 'tool-20', 'tool-30'], gate, { k }),
          supply: { 'tool-10': { BAD: 1 }, 'tool-20': { BAD: 1 }, 'tool-30': { BAD: 1 } },
          scenarios: [scenario([deny(['BAD'])])],
        }),
      ).stopsOnDay;
    expect([stop('all'), stop('at-least', 2), stop('any')]).toEqual([10, 20, 30]);
  });
});
