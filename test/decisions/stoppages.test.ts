import { describe, expect, test } from 'vitest';
import type { LinkRow, Scenario } from '../../src/contract/folder/index.ts';
import { assessed, deny, link, made, needs, product, programme, scenario } from './small-programme.ts';

const LEVELS = [
  [0.3, 0.3],
  [0.6, 0.6],
  [1, 1],
] as const;

/** What stops when all of the supply of the tool and the gas of a chip is gone. */
function stoppages(
  tool: Partial<LinkRow>,
  gas: Partial<LinkRow>,
  more: Partial<Scenario> = {},
  supply: Record<string, Record<string, number>> = {},
) {
  const p = programme({
    links: [made('chip'), link('tool', tool), link('gas', { kind: 'material', ...gas })],
    needs: needs('chip', ['tool', 'gas']),
    supply: { tool: { BAD: 1 }, gas: { BAD: 1 }, ...supply },
    scenarios: [scenario([deny(['BAD'])], more)],
    products: [product('chip', 100, LEVELS)],
    periods: 4,
  });
  return assessed(p);
}

const shown = (all: ReturnType<typeof stoppages>['stoppages']) =>
  all.map(({ day, link: id, kind, level, causePath }) => [day, id, kind, level, causePath.join(' ')]);

describe('the list of stoppages', () => {
  test('tells the end of expansion apart from the loss of levels, and names what stops each', () => {
    const found = stoppages({ life_days: 1000 }, { stock_days: 500 });
    expect(shown(found.stoppages)).toEqual([
      [0, 'tool', 'expansion', 1, 'tool'],
      [0, 'chip', 'product', 1, 'chip tool'],
      [400, 'tool', 'level', 0.6, 'tool'],
      [400, 'chip', 'product', 0.6, 'chip tool'],
      [500, 'gas', 'level', 0.3, 'gas'],
      [500, 'chip', 'product', 0.3, 'chip gas'],
      [700, 'tool', 'level', 0.3, 'tool'],
    ]);
    expect(found.stoppages[4].date).toBe('2031-05-16');
    expect(found.startsOn).toBe('2030-01-01');
  });

  test('leaves out a level that a link does not reach even with nothing cut', () => {
    const found = stoppages({ life_days: 1000 }, { stock_days: 500 }, {}, { gas: { BAD: 0.5 } });
    expect(found.stoppages.filter(({ link: id }) => id === 'gas').map(({ level }) => level)).toEqual([0.3]);
  });

  test('spreads each day by the ranges of the figures behind it, and by nothing else', () => {
    const found = stoppages({ life_days: 1000 }, { stock_days: { low: 300, central: 500, high: 1500 } });
    const of = (id: string, level: number) =>
      found.stoppages.find((one) => one.link === id && one.level === level)!;
    const gas = of('gas', 0.3);
    // Split triangle: 10 % below 300 + 200·√0.2, 90 % below 1500 − 1000·√0.2, each to one of 200 slices of chance.
    expect(Math.abs(gas.p10! - 389.4)).toBeLessThan(3);
    expect(Math.abs(gas.p50! - 500)).toBeLessThan(3);
    expect(Math.abs(gas.p90! - 1052.8)).toBeLessThan(12);
    // Levels of the tool are certain; the chip stops with the gas or, at 700 days, with the tool.
    expect([of('tool', 0.3).p10, of('tool', 0.3).p90]).toEqual([700, 700]);
    expect(of('chip', 0.3).p90).toBe(700);
    expect(found.stopDraws).toMatchObject({ figures: 1, startChance: 1 });
  });

  test('lists what stops only in some runs, with the share of runs in which it never does', () => {
    const need = { low: 0.5, central: 0.55, high: 0.9 };
    const found = stoppages(
      { life_days: 1000 },
      { home_need: need, stock_days: 60 },
      {},
      {
        tool: { ALI: 1 },
        gas: { ALI: 0.6, BAD: 0.4 },
      },
    );
    const [chip] = found.stoppages;
    expect(chip).toMatchObject({
      link: 'chip',
      kind: 'product',
      level: 1,
      day: null,
      date: null,
      p10: 60,
      p90: null,
    });
    // The need exceeds 0.6 with chance ½ (0.3/0.35)².
    expect(chip.neverShare).toBeCloseTo(1 - (0.3 / 0.35) ** 2 / 2, 2);
  });

  test('counts days of a scenario by hazard from its start, and dates them with the chance that it starts', () => {
    const found = stoppages({ life_days: 1000 }, { stock_days: 90 }, { hazardPerPeriod: 0.2 });
    const chip = found.stoppages.find((one) => one.link === 'chip' && one.level === 0.3)!;
    expect(found.startsOn).toBeNull();
    expect(chip).toMatchObject({ day: 90, date: null, p10: 90, p50: 90, p90: 90, neverShare: 0 });
    // Started by the first of January of 2030, 2031, 2032, 2033 with chance 0.2, 0.36, 0.488, 0.59.
    expect(found.stopDraws.startChance).toBeCloseTo(0.5904, 9);
    expect([chip.p10Date, chip.p50Date, chip.p90Date]).toEqual(['2030-04-01', '2033-04-01', null]);
  });

  test('is the same for the same seed', () => {
    const stock = { stock_days: { low: 30, central: 60, high: 120 } };
    expect(stoppages({}, stock)).toEqual(stoppages({}, stock));
  });
});
