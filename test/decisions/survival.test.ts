import { describe, expect, test } from 'vitest';
import type { LinkRow } from '../../src/contract/folder/index.ts';
import {
  assessed,
  deny,
  link,
  made,
  needs,
  product,
  programme,
  scenario,
  solver,
} from './small-programme.ts';

const HALF_AND_ALL = [
  [0.5, 0.5],
  [1, 1],
] as const;

/** Two products over one gas, one of them over a tool too; `BAD` holds what is not said otherwise of their supply. */
function survival(
  { gas = {}, tool = {} }: { gas?: Partial<LinkRow>; tool?: Partial<LinkRow> },
  options: Partial<Parameters<typeof assessed>[1]> = {},
) {
  const p = programme({
    links: [
      made('chip'),
      made('sensor', { kind: 'product' }),
      link('gas', { kind: 'material', stock_days: 30, ...gas }),
      link('tool', { life_days: 1000, service: 0, ...tool }),
    ],
    needs: [...needs('chip', ['gas', 'tool']), ...needs('sensor', ['gas'])],
    supply: { gas: { ALI: 0.4, BAD: 0.6 }, tool: { BAD: 1 } },
    scenarios: [scenario([deny(['BAD'])])],
    products: [product('chip', 100, HALF_AND_ALL), product('sensor', 10, HALF_AND_ALL)],
  });
  return assessed(p, options);
}

describe('how long products survive', () => {
  test('by level, from low to high figures, with what limits them', () => {
    const found = survival({ gas: { stock_days: { low: 12, central: 30, high: 60 } } });
    const of = (id: string, level: number) =>
      found.survival.find((one) => one.product === id && one.level === level);
    // The gas lacks 0.1 of a day of need each day at half service, 0.6 at full service.
    expect(of('sensor', 1)).toMatchObject({
      days: 50,
      daysLow: 20,
      daysHigh: 100,
      bottleneck: ['sensor', 'gas'],
    });
    expect(of('sensor', 0.5)).toMatchObject({ days: 300, daysLow: 120, daysHigh: 600 });
    expect(of('chip', 1)).toMatchObject({ days: 0, bottleneck: ['chip', 'tool'] });
    expect(of('chip', 0.5)).toMatchObject({ days: 300, bottleneck: ['chip', 'gas'] });
  });

  test('is a question of home alone', () => {
    const survive = { days: 100, solver };
    expect(survival({}, { reading: 'world', survive })).toMatchObject({ survival: [], stock: null });
    expect(survival({}).stock).toBeNull();
  });
});

describe('stock for a cut-off of so many days', () => {
  test('in days and in money, with its mark, for each product and level and for all together', () => {
    const { stock } = survival(
      { gas: { market_per_year: 3650, home_need: 0.5 } },
      { survive: { days: 400, solver } },
    );
    // Of the need of the gas four fifths still come in: at full service 0.2 × 400 − 30 days are missing.
    const lack = { heldDays: 30, extraDays: 50, cost: 50 * 5, mark: 'judgement' };
    expect(stock!.plans.find(({ product: id, level }) => id === 'sensor' && level === 1)).toMatchObject({
      minimises: 'money',
      totalDays: 50,
      cost: 250,
      unpriced: 0,
      links: [{ link: 'gas', ...lack }],
      missing: [],
    });
    expect(stock!.plans.at(-1)).toMatchObject({ product: null, level: null, links: [], missing: [] });
    expect(stock!.plans).toHaveLength(5);
  });

  test('names what no stock replaces', () => {
    const { stock } = survival({}, { survive: { days: 100, solver } });
    const chip = stock!.plans.find(({ product: id, level }) => id === 'chip' && level === 1)!;
    expect(chip.links).toMatchObject([{ link: 'gas', extraDays: 30, cost: null }]);
    expect(chip).toMatchObject({ minimises: 'days', cost: 0, unpriced: 1 });
    expect(chip.missing.map(({ link: id, share }) => [id, Math.round(share * 1e6) / 1e6])).toEqual([
      ['tool', 0.1],
    ]);
  });

  test('counts what several products need in common once', () => {
    const { stock } = survival(
      { gas: { stock_days: 0 }, tool: { life_days: 9000 } },
      { survive: { days: 200, solver } },
    );
    const half = stock!.plans.filter(({ level }) => level === 0.5);
    expect(half.map(({ totalDays }) => totalDays)).toEqual([20, 20]);
    expect(stock!.plans.at(-1)!.totalDays).toBe(20);
  });
});
