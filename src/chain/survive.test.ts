import { describe, expect, it } from 'vitest';
import { bought, chainOf, gate, link, made, underCuts } from '../../test/support/small-chains.ts';
import { loadLinearSolver } from '../compute/highs-solver.ts';
import type { Chain, Link } from './chain.ts';
import { CENTRAL_ADVERSE } from './supply.ts';
import { Survival } from './survive.ts';
import { stockToSurvive } from './survive-stock.ts';

const solver = await loadLinearSolver();
const READING = { figures: CENTRAL_ADVERSE, unknownGates: 'all' } as const;
const overTimeOf = (chain: Chain) => underCuts(chain, [{ who: 'CUT' }]);
const survivalOf = (...links: Link[]): Survival => new Survival(overTimeOf(chainOf(...links)), READING);

/** Bought, with 40 % of its need still to be had. */
const scarce = (id: string, figures = {}) =>
  link(id, {
    figures: { homeNeed: 0.5, homeCapacity: 0, obtainable: 1, ...figures },
    supply: { CUT: 0.8, OUT: 0.2 },
  });

describe('time to survive', () => {
  it('spreads a stock over what still comes in and over a reduced level', () => {
    const survival = survivalOf(scarce('gas', { stockDays: 30 }));
    // 0.6 of a day of need is missing each day; at a level of 0.7 only 0.3.
    expect(survival.days('gas', 1)).toBe(50);
    expect(survival.days('gas', 0.7)).toBe(100);
    expect(survival.days('gas', 0.4)).toBe(Number.POSITIVE_INFINITY);
  });

  it('lets a base wear out only as far as it is not replaced', () => {
    const survival = survivalOf(scarce('tool', { lifeDays: 1000, service: 0 }));
    expect(survival.days('tool', 1)).toBe(0);
    // 1 − 0.6 t / 1000 ≥ 0.7
    expect(survival.days('tool', 0.7)).toBe(500);
    expect(survival.level('tool', 5000)).toBeCloseTo(0.4, 9);
  });

  it('adds up substitutes, and takes the least of what is needed together', () => {
    const parts = [scarce('gas', { stockDays: 10 }), scarce('acid', { stockDays: 30 })];
    const all = survivalOf(...parts, made('etch', [gate('all', ['gas', 'acid'])]));
    const any = survivalOf(...parts, made('etch', [gate('any', ['gas', 'acid'])]));
    expect(all.days('etch', 1)).toBe(16);
    // 0.8 still comes in together, and 40 days of stock fill 0.2 a day.
    expect(any.days('etch', 1)).toBe(200);
    expect(all.bottleneck('etch', 17)).toEqual(['etch', 'gas']);
    expect(any.bottleneck('etch', 201)).toEqual(['etch', 'acid']);
  });

  it('lets parts take turns where two of three are needed', () => {
    const parts = ['gas', 'acid', 'lens'].map((id) => bought(id, 'CUT', { stockDays: 20 }));
    const survival = survivalOf(...parts, made('etch', [gate('at-least', ['gas', 'acid', 'lens'], 2)]));
    expect(survival.days('etch', 1)).toBe(30);
  });

  it('asks of a requirement only the part that depends on it', () => {
    const survival = survivalOf(
      bought('gas', 'CUT', { stockDays: 30 }),
      made('etch', [gate('all', [{ link: 'gas', share: 0.5 }])]),
    );
    // 1 − 0.5 (1 − 30 / T) ≥ 0.75
    expect(survival.days('etch', 0.75)).toBe(60);
    expect(survival.days('etch', 0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('stock to survive', () => {
  const plan = (chain: Chain, days: number, level: number, weights: Record<string, number> = {}) => {
    const overTime = overTimeOf(chain);
    const { extra, missing } = stockToSurvive(
      new Survival(overTime, READING),
      {
        targets: [{ link: 'chip', level }],
        days,
        weight: ({ id }) => weights[id] ?? 1,
      },
      solver,
    );
    const rounded = (values: ReadonlyMap<string, number>) =>
      Object.fromEntries([...values].map(([id, value]) => [id, Math.round(value * 1000) / 1000]));
    return { extra: rounded(extra), missing: rounded(missing) };
  };

  it('lays in what is missing of everything that is needed together', () => {
    const chain = chainOf(
      scarce('gas', { stockDays: 10 }),
      bought('acid', 'CUT', { stockDays: 30 }),
      made('chip', [gate('all', ['gas', 'acid'])]),
    );
    expect(plan(chain, 100, 1)).toEqual({ extra: { gas: 50, acid: 70 }, missing: {} });
    expect(plan(chain, 100, 0.5)).toEqual({ extra: { acid: 20 }, missing: {} });
    expect(plan(chain, 10, 1)).toEqual({ extra: {}, missing: {} });
  });

  it('takes the cheaper of substitutes, and the product of a step where that is cheaper than all its inputs', () => {
    const parts = [bought('gas', 'CUT'), bought('acid', 'CUT')];
    const either = chainOf(...parts, made('chip', [gate('any', ['gas', 'acid'])]));
    expect(plan(either, 60, 1, { gas: 3, acid: 2 }).extra).toEqual({ acid: 60 });
    const mask = link('mask', {
      groups: [gate('all', ['gas', 'acid'])],
      figures: { homeNeed: 1, homeCapacity: 1 },
    });
    const step = chainOf(...parts, mask, made('chip', [gate('all', ['mask'])]));
    expect(plan(step, 60, 1, { mask: 3, gas: 2, acid: 2 }).extra).toEqual({ mask: 60 });
    expect(plan(step, 60, 1, { mask: 5, gas: 2, acid: 2 }).extra).toEqual({ gas: 60, acid: 60 });
  });

  it('names what no stock replaces, and still tells the stock beside it', () => {
    const chain = chainOf(
      scarce('tool', { lifeDays: 1000, service: 0 }),
      link('upkeep', { kind: 'service', figures: { homeNeed: 1, homeCapacity: 0.8 } }),
      bought('gas', 'CUT'),
      made('chip', [gate('all', ['tool', 'upkeep', 'gas'])]),
    );
    // The base has lost 0.6 × 100 / 1000 by then.
    expect(plan(chain, 100, 1)).toEqual({ extra: { gas: 100 }, missing: { tool: 0.06, upkeep: 0.2 } });
    expect(plan(chain, 100, 0.8)).toEqual({ extra: { gas: 80 }, missing: {} });
  });
});
