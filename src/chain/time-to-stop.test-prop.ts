import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cut, randomChain, underCuts } from '../../test/support/small-chains.ts';
import { carryOf } from './carry.ts';
import type { Chain, Group, Link } from './chain.ts';
import { availabilityOfLeft, CENTRAL_ADVERSE } from './supply.ts';
import type { SupplyOverTime } from './supply-over-time.ts';
import { TimeToStop } from './time-to-stop.ts';

const cuts = fc.array(
  fc.record({
    who: fc.constantFrom('CUT', 'OUT'),
    severity: fc.constantFrom(0.5, 1),
    day: fc.constantFrom(0, 7, 30),
  }),
  { minLength: 1, maxLength: 3 },
);

test('the recursion agrees with a simulation day by day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), cuts, fc.constantFrom(0.3, 0.6, 1), (seed, all, level) => {
      const chain = randomChain(seed, { gates: ['all', 'any', 'at-least'], rich: true });
      const overTime = underCuts(chain, all as Cut[]);
      const stops = new TimeToStop(overTime, {
        asks: 'home',
        figures: CENTRAL_ADVERSE,
        unknownGates: 'all',
      });
      const lastDays = simulated(chain, overTime, level);
      for (const id of chain.links.keys()) {
        const day = stops.day(id, level);
        expect(Number.isFinite(day) ? Math.max(0, Math.ceil(day - 1e-9)) : null, id).toBe(
          lastDays.get(id) ?? null,
        );
      }
    }),
    { numRuns: 300 },
  );
});

const DAYS = 1000;

/** The first whole day on which each link no longer holds a level, walking day by day; absent: it always holds. */
function simulated(chain: Chain, overTime: SupplyOverTime, level: number): Map<string, number> {
  const lostOn = new Map<string, number>();
  const stoppedOn = new Map<string, number>();
  const shortOf = { import: new Set<string>(), home: new Set<string>(), needs: new Set<string>() };
  const holdsOn = (id: string): boolean => !stoppedOn.has(id);
  const gateHolds = (group: Group): boolean => {
    const held = group.members.filter((member) => holdsOn(member.link)).length;
    const needed = group.gate === 'all' ? group.members.length : group.gate === 'any' ? 1 : group.k!;
    return held >= needed;
  };
  const supplied = (link: Link, day: number): boolean => {
    if (!link.groups.every(gateHolds)) shortOf.needs.add(link.id);
    if (link.kind === 'category') return !shortOf.needs.has(link.id);
    const at = overTime.days.findLastIndex((change) => change <= day);
    const now = availabilityOfLeft(link, overTime.of(link)[at], CENTRAL_ADVERSE);
    if (now.foreign < level * now.need - 1e-9) shortOf.import.add(link.id);
    if (now.foreign + now.home < level * now.need - 1e-9) shortOf.home.add(link.id);
    return !shortOf.import.has(link.id) || !(shortOf.home.has(link.id) || shortOf.needs.has(link.id));
  };
  for (let day = 0; day <= DAYS; day++) {
    // Links stand below what needs them, so a stop runs up the chain within the day.
    for (const link of chain.links.values()) {
      if (!lostOn.has(link.id) && !supplied(link, day)) lostOn.set(link.id, day);
      const lost = lostOn.get(link.id);
      const { stockDays, lifeDays } = carryOf(link, overTime.serviceLosses(link), CENTRAL_ADVERSE);
      const carried = stockDays + lifeDays * (1 - level);
      if (lost !== undefined && day >= lost + carried - 1e-9 && !stoppedOn.has(link.id))
        stoppedOn.set(link.id, day);
    }
  }
  return stoppedOn;
}
