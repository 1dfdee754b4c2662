import { describe, expect, it } from 'vitest';
import { bought, type Cut, chainOf, gate, link, made, underCuts } from '../../test/support/small-chains.ts';
import type { Chain } from './chain.ts';
import { CENTRAL_ADVERSE } from './supply.ts';
import { type StopQuestion, TimeToStop } from './time-to-stop.ts';

const QUESTION: StopQuestion = { asks: 'home', figures: CENTRAL_ADVERSE, unknownGates: 'all' };
const stopsOf = (chain: Chain, cuts: readonly Cut[] = [{ who: 'CUT' }], question = QUESTION): TimeToStop =>
  new TimeToStop(underCuts(chain, cuts), question);

describe('time to stop, home reading', () => {
  it('never stops what others still supply or home still makes', () => {
    const half = link('gas', {
      figures: { homeNeed: 0.5, homeCapacity: 0.1, obtainable: 1 },
      supply: { CUT: 0.6, OUT: 0.4 },
    });
    const stops = stopsOf(chainOf(half));
    expect(stops.day('gas', 1)).toBe(Number.POSITIVE_INFINITY);
    expect(stops.causePath('gas', 1)).toEqual([]);
  });

  it('waits for the measure that bites', () => {
    const chain = chainOf(bought('gas', 'CUT', { stockDays: 7 }));
    const cuts = [
      { who: 'CUT', severity: 0.2 },
      { who: 'CUT', day: 90 },
    ];
    expect(stopsOf(chain, cuts).day('gas', 0.8)).toBe(97);
    expect(stopsOf(chain, cuts).day('gas', 1)).toBe(97);
  });

  it('takes low figures as bad for home: little stock, short lives, much dependence on service', () => {
    const range = { low: 0.2, central: 0.5, high: 1, mark: 'read' } as const;
    const chain = chainOf(bought('tool', 'CUT', { lifeDays: 1000, service: range }));
    const at = (figures: 'low' | 'high'): number =>
      stopsOf(chain, [{ who: 'CUT' }], { ...QUESTION, figures: { unknowns: 'adverse', figures } }).day(
        'tool',
        0.5,
      );
    expect([at('low'), at('high')]).toEqual([0, 400]);
  });
});

describe('time to stop, world reading', () => {
  it('counts neither stocks nor bases of home, and no home capacity that stands in', () => {
    const chain = chainOf(
      bought('resist', 'CUT', { stockDays: 30 }),
      link('lens', { figures: { lifeDays: 900 }, supply: { CUT: 0.4, OUT: 0.6 } }),
      made('exposure', [gate('all', ['resist', 'lens'])], { stockDays: 5 }),
    );
    const stops = stopsOf(chain, [{ who: 'CUT', day: 12 }], { ...QUESTION, asks: 'world' });
    expect(stops.day('exposure', 0.5)).toBe(12);
    expect(stops.causePath('exposure', 0.5)).toEqual(['exposure', 'resist']);
    expect(stops.day('lens', 0.5)).toBe(Number.POSITIVE_INFINITY);
    expect(stops.day('lens', 0.7)).toBe(12);
  });
});
