import { describe, expect, it } from 'vitest';
import { bought, chainOf, figure, gate, link, made, underCuts } from '../../test/support/small-chains.ts';
import { FigureDraws, quantileOf } from '../evidence/draws.ts';
import type { Chain } from './chain.ts';
import { drawnStops, percentile, uncertainFigures } from './time-spread.ts';

const RUNS = 2000;
const QUESTION = { asks: 'home', unknownGates: 'all' } as const;

function days(chain: Chain, top: string, level: number): Float64Array {
  const overTime = underCuts(chain, [{ who: 'CUT' }]);
  const draws = new FigureDraws(uncertainFigures(chain.links.values()), RUNS, 3);
  return drawnStops([{ link: top, level }], () => overTime, draws, QUESTION)[0].sort();
}

describe('the spread of days of stop', () => {
  const stock = figure(60, 30, 120);

  it('of one stock is the spread of the stock', () => {
    const found = days(chainOf(bought('gas', 'CUT', { stockDays: stock })), 'gas', 1);
    for (const p of [0.1, 0.5, 0.9]) {
      expect(Math.abs(percentile(found, p) - quantileOf(stock, p))).toBeLessThan(0.5);
    }
  });

  it('of two that are needed is that of the earlier: sooner than either at its middle', () => {
    const chain = chainOf(
      bought('gas', 'CUT', { stockDays: stock }),
      bought('acid', 'CUT', { stockDays: figure(60, 30, 120) }),
      made('etch', [gate('all', ['gas', 'acid'])]),
    );
    const found = days(chain, 'etch', 1);
    // The earlier of two lies above x with chance (1 − F(x))², so its middle is where F = 1 − √½.
    expect(Math.abs(percentile(found, 0.5) - quantileOf(stock, 1 - Math.SQRT1_2))).toBeLessThan(1.5);
  });

  it('says never where supply suffices in a run, and when not', () => {
    // Foreign supply of 0.4 meets a need of 0.35 to 0.45 at its middle: it falls short in half of the runs.
    const lens = link('lens', {
      figures: { homeNeed: figure(0.4, 0.35, 0.45), homeCapacity: 0, obtainable: 1, stockDays: 10 },
      supply: { CUT: 0.6, OUT: 0.4 },
    });
    const found = days(chainOf(lens), 'lens', 1);
    expect(found.filter((day) => day === Number.POSITIVE_INFINITY).length / RUNS).toBeCloseTo(0.5, 2);
    expect(percentile(found, 0.1)).toBe(10);
    expect(percentile(found, 0.9)).toBe(Number.POSITIVE_INFINITY);
  });

  it('draws lives, service, shares, capacities and what can be obtained, and no figure without a range', () => {
    const lens = link('lens', {
      figures: {
        homeNeed: figure(1, 0.9, 1.1),
        homeCapacity: figure(0.1, 0, 0.2),
        obtainable: figure(0.5, 0.4, 0.6),
        stockDays: 10,
        lifeDays: figure(900, 500, 2000),
        service: figure(0.5, 0, 1),
        marketPerYear: figure(5, 1, 9),
      },
      supply: { CUT: figure(0.6, 0.5, 0.7), OUT: 0.4 },
    });
    expect(uncertainFigures([lens])).toHaveLength(6);
  });
});

describe('a percentile', () => {
  it('is the smallest value that enough of them do not exceed', () => {
    expect([0.1, 0.5, 0.9, 1].map((p) => percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], p))).toEqual([
      1, 5, 9, 10,
    ]);
    expect(percentile([4], 0.01)).toBe(4);
    expect(percentile([1, 2], 1.2)).toBe(Number.POSITIVE_INFINITY);
  });
});
