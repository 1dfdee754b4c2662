import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, link, SUPPLIERS } from '../../test/support/small-chains.ts';
import { Bdd, TRUE } from '../structure/bdd.ts';
import { BoostedSupply } from './boosted-supply.ts';
import type { Chain, Group } from './chain.ts';
import { coverages } from './coverage.ts';
import { OrderedChain } from './ordered-chain.ts';
import { gatesOf, StructureFunction } from './structure-function.ts';
import { type Availability, availabilityOf, CENTRAL_ADVERSE } from './supply.ts';
import { SupplyColumns } from './supply-columns.ts';
import { worksAt } from './works.ts';

/** Groups over links of smaller numbers, one inside another up to two deep. */
const groupsOver = (count: number, depth = 2): fc.Arbitrary<Group> =>
  fc
    .record({
      gate: fc.constantFrom<Group['gate']>('all', 'any', 'at-least', 'unknown'),
      members: fc.array(
        fc.record({
          link: fc.nat({ max: count - 1 }).map((n) => `n${n}`),
          share: fc.constantFrom(1, 1, 1, 0.4, 0.75),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      groups: depth > 0 ? fc.array(groupsOver(count, depth - 1), { maxLength: 2 }) : fc.constant([]),
      k: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ gate, members, groups, k }) => ({
      id: 'g',
      gate,
      members,
      groups,
      ...(gate === 'at-least' ? { k: Math.min(k, members.length + groups.length) } : {}),
    }));

const aLink = (number: number) =>
  fc
    .record({
      kind: fc.constantFrom('material', 'tool', 'process', 'category'),
      need: fc.constantFrom(0, 0.3, 0.5, 1),
      capacity: fc.constantFrom(null, 0, 0.1, 0.3, 1),
      share: fc.constantFrom(0, 0.2, 0.3, 0.9),
      groups: number === 0 ? fc.constant([]) : fc.array(groupsOver(number), { maxLength: 3 }),
    })
    .map(({ kind, need, capacity, share, groups }) =>
      link(`n${number}`, {
        kind,
        groups,
        figures: { homeNeed: need, obtainable: 1, ...(capacity === null ? {} : { homeCapacity: capacity }) },
        ...(kind === 'process' ? {} : { supply: { CUT: share } }),
      }),
    );

const chains = fc
  .integer({ min: 1, max: 9 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, number) => aLink(number))))
  // Turned round, so that links stand before what they need.
  .map((links) => chainOf(...links.reverse()));

const readings = fc.constantFrom('home' as const, 'world' as const);
const gates = fc.constantFrom('all' as const, 'any' as const);

function available(chain: Chain): Availability[] {
  return [...chain.links.values()].map((one) =>
    availabilityOf(one, SUPPLIERS, ['HOM'], null, 0, CENTRAL_ADVERSE),
  );
}

const columnsOf = (all: readonly Availability[]): SupplyColumns =>
  new SupplyColumns(all.length, (number) => all[number]!);

describe('a chain in arrays', () => {
  it('lists every link once, behind all that it needs', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const { order, links } = OrderedChain.of(chain);
        const seen = new Set<string>();
        for (const number of order) {
          const visit = (group: Group): void => {
            for (const member of group.members) expect(seen.has(member.link)).toBe(true);
            group.groups.forEach(visit);
          };
          links[number].groups.forEach(visit);
          seen.add(links[number].id);
        }
        expect([seen.size, order.length]).toEqual([links.length, links.length]);
      }),
    );
  });

  it('has the coverage of a walk from each link down', () => {
    fc.assert(
      fc.property(chains, readings, gates, (chain, reading, unknown) => {
        const all = available(chain);
        const found = coverages(OrderedChain.of(chain), columnsOf(all), reading, unknown);
        const walked = walkedCoverage(chain, all, reading, unknown);
        expect([...found]).toEqual([...chain.links.keys()].map(walked));
      }),
      { numRuns: 500 },
    );
  });

  it('works where its structure function without leaves is true', () => {
    const levels = fc.constantFrom(0.2, 0.3, 0.6, 1);
    fc.assert(
      fc.property(chains, readings, gates, levels, (chain, reading, unknown, level) => {
        const ordered = OrderedChain.of(chain);
        const all = available(chain);
        const gate = gatesOf(new Bdd(0));
        const structure = new StructureFunction(chain, gate, {
          reading,
          unknownGates: unknown,
          supply: new BoostedSupply(gate, reading, (one) => all[ordered.numberOf(one.id)]),
          carried: () => false,
        });
        const works = worksAt(ordered, columnsOf(all), reading, unknown, level);
        for (const id of chain.links.keys()) {
          expect(works[ordered.numberOf(id)], id).toBe(structure.works(id, level) === TRUE ? 1 : 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Coverage by its definition, link by link from the top down. */
function walkedCoverage(
  chain: Chain,
  all: readonly Availability[],
  reading: 'home' | 'world',
  unknown: 'all' | 'any',
): (id: string) => number {
  const ids = [...chain.links.keys()];
  const ofGroup = ({ gate, k, members, groups }: Group): number => {
    const parts = [
      ...members.map((member) => 1 - member.share * (1 - ofLink(member.link))),
      ...groups.map(ofGroup),
    ].sort((a, b) => b - a);
    const read = gate === 'unknown' ? unknown : gate;
    return parts[(read === 'any' ? 1 : read === 'all' ? parts.length : k!) - 1]!;
  };
  const ofLink = (id: string): number => {
    const { kind, groups } = chain.links.get(id)!;
    const { need, foreign, home, worldShare } = all[ids.indexOf(id)]!;
    const needs = Math.min(1, ...groups.map(ofGroup));
    if (kind === 'category') return needs;
    if (reading === 'world') return Math.min(1, worldShare, needs);
    return need <= 0 ? 1 : Math.min(1, (foreign + home * needs) / need);
  };
  return ofLink;
}
