import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainOf, randomChain, underCuts } from '../../test/support/small-chains.ts';
import { loadLinearSolver } from '../compute/highs-solver.ts';
import { Bdd, TRUE } from '../structure/bdd.ts';
import { BoostedSupply } from './boosted-supply.ts';
import type { Chain } from './chain.ts';
import { gatesOf, StructureFunction } from './structure-function.ts';
import { availabilityOfLeft, CENTRAL_ADVERSE } from './supply.ts';
import type { SupplyOverTime } from './supply-over-time.ts';
import { Survival } from './survive.ts';
import { stockToSurvive } from './survive-stock.ts';
import { TimeToStop } from './time-to-stop.ts';

const solver = await loadLinearSolver();
const READING = { figures: CENTRAL_ADVERSE, unknownGates: 'all' } as const;
const seeds = fc.integer({ min: 0, max: 1e6 });
const spans = fc.constantFrom(1, 5, 30, 77, 150, 400);
const GATES = ['all', 'any', 'at-least'] as const;

const cutOff = (chain: Chain): SupplyOverTime => underCuts(chain, [{ who: 'CUT' }]);
const stopOf = (overTime: SupplyOverTime, level: number): number =>
  new TimeToStop(overTime, { asks: 'home', ...READING }).day('top', level);

test('on trees of what is bought or made whole it is the time to stop', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const overTime = cutOff(randomChain(seed, { gates: ['all'], rich: false, tree: true }));
      expect(new Survival(overTime, READING).days('top', 1)).toBe(stopOf(overTime, 1));
    }),
    { numRuns: 200 },
  );
});

test('of what is consumed, spreading stocks never shortens the time to stop', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0.3, 0.6, 1), (seed, level) => {
      const links = randomChain(seed, { gates: GATES, rich: true }).links.values();
      const overTime = cutOff(chainOf(...[...links].map((one) => ({ ...one, lifeDays: null }))));
      expect(new Survival(overTime, READING).days('top', level)).toBeGreaterThanOrEqual(
        stopOf(overTime, level),
      );
    }),
    { numRuns: 1000 },
  );
});

test('what works in the end survives for ever', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0.3, 0.6, 1), (seed, level) => {
      const chain = randomChain(seed, { gates: GATES, rich: true });
      const overTime = cutOff(chain);
      const gates = gatesOf(new Bdd(0));
      const supply = new BoostedSupply(gates, 'home', (one) =>
        availabilityOfLeft(one, overTime.of(one)[0], CENTRAL_ADVERSE),
      );
      const structure = new StructureFunction(chain, gates, {
        reading: 'home',
        unknownGates: 'all',
        supply,
        carried: () => false,
      });
      if (structure.works('top', level) !== TRUE) return;
      expect(new Survival(overTime, READING).days('top', level)).toBe(Number.POSITIVE_INFINITY);
    }),
    { numRuns: 300 },
  );
});

test('the longer the time, the lower the level that can be kept', () => {
  fc.assert(
    fc.property(seeds, spans, spans, (seed, a, b) => {
      const survival = new Survival(cutOff(randomChain(seed, { gates: GATES, rich: true })), READING);
      expect(survival.level('top', Math.min(a, b))).toBeGreaterThanOrEqual(
        survival.level('top', Math.max(a, b)) - 1e-9,
      );
    }),
    { numRuns: 300 },
  );
});

test('it is the optimum of the linear programme: at its level nothing must be laid in, above it something', () => {
  fc.assert(
    fc.property(seeds, spans, (seed, days) => {
      const overTime = cutOff(randomChain(seed, { gates: GATES, rich: true }));
      const survival = new Survival(overTime, READING);
      const level = survival.level('top', days);
      const lacking = (wanted: number): number => {
        const targets = [{ link: 'top', level: wanted }];
        const question = { targets, days, weight: () => 1 };
        const { extra, missing } = stockToSurvive(survival, question, solver);
        return [...extra.values(), ...missing.values()].reduce((sum, value) => sum + value, 0);
      };
      expect(lacking(level - 1e-5)).toBe(0);
      if (level < 0.98) expect(lacking(level + 0.02)).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

test('the stock it asks for suffices, and no stock on a grid does for less', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(20, 45), fc.constantFrom(0.6, 1), (seed, days, level) => {
      const chain = randomChain(seed, { gates: GATES, rich: true });
      const overTime = cutOff(chain);
      const weight = (id: string): number => 1 + ((id.charCodeAt(1) * 7) % 5);
      const question = {
        targets: [{ link: 'top', level }],
        days,
        weight: (one: { id: string }) => weight(one.id),
      };
      const plan = stockToSurvive(new Survival(overTime, READING), question, solver);
      if (plan.missing.size > 0) return;
      const keeps = (extra: ReadonlyMap<string, number>): boolean =>
        new Survival(cutOff(withStock(chain, extra)), READING).level('top', days) >= level - 1e-6;
      const cost = (extra: ReadonlyMap<string, number>): number =>
        [...extra].reduce((sum, [id, more]) => sum + weight(id) * more, 0);
      expect(keeps(plan.extra)).toBe(true);
      const least = cost(plan.extra);
      const open = [...chain.links.values()].filter(
        (one) => one.id !== 'top' && one.kind !== 'category' && !one.lifeDays,
      );
      for (const extra of grid(
        open.slice(0, 4).map(({ id }) => id),
        days,
      )) {
        if (keeps(extra)) expect(cost(extra)).toBeGreaterThanOrEqual(least - 1e-3);
      }
    }),
    { numRuns: 60 },
  );
});

/** Every choice of no, a third, two thirds and all of the days for each link. */
function grid(ids: readonly string[], days: number): Map<string, number>[] {
  return ids.reduce<Map<string, number>[]>(
    (all, id) => all.flatMap((one) => [0, 1, 2, 3].map((third) => new Map(one).set(id, (third * days) / 3))),
    [new Map()],
  );
}

function withStock(chain: Chain, extra: ReadonlyMap<string, number>): Chain {
  return chainOf(
    ...[...chain.links.values()].map((one) => {
      const held = (one.stockDays?.central ?? 0) + (extra.get(one.id) ?? 0);
      return { ...one, stockDays: { low: held, central: held, high: held, mark: 'read' as const } };
    }),
  );
}
