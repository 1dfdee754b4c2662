import { expect, test } from 'vitest';
import { bought, chainOf, gate, made, SUPPLIERS } from '../../test/support/small-chains.ts';
import { Bdd, FALSE } from '../structure/bdd.ts';
import { BoostedSupply } from './boosted-supply.ts';
import type { Chain } from './chain.ts';
import { gatesOf, StructureFunction } from './structure-function.ts';
import { availabilityOf, CENTRAL_ADVERSE } from './supply.ts';

/** The structure with nothing cut, a leaf for "n9 is imported from elsewhere" apart. */
function structureOf(chain: Chain): StructureFunction {
  const gates = gatesOf(new Bdd(1));
  const boosts = new Map([['n9', [{ leaf: 0, route: 'foreign' as const, level: 1 }]]]);
  const supply = new BoostedSupply(
    gates,
    'home',
    (link) => availabilityOf(link, SUPPLIERS, ['HOM'], null, 0, CENTRAL_ADVERSE),
    boosts,
  );
  return new StructureFunction(chain, gates, {
    reading: 'home',
    unknownGates: 'all',
    supply,
    carried: () => false,
  });
}

test('a chain is compiled however deep it is', () => {
  const depth = 20_000;
  const links = Array.from({ length: depth }, (_, n) =>
    n === depth - 1 ? bought(`n${n}`, 'NOBODY') : made(`n${n}`, [gate('all', [`n${n + 1}`])]),
  );
  const structure = structureOf(chainOf(...links));
  const top = structure.works('n0', 1);
  expect([top === FALSE, structure.works('n10', 1)]).toEqual([false, FALSE]);
  expect(structure.works('n9', 1)).toBe(top);
});

test('a link that needs itself is refused by name', () => {
  const circle = chainOf(made('a', [gate('all', ['b'])]), made('b', [gate('any', ['a'])]));
  expect(() => structureOf(circle).works('a', 1)).toThrow('link a needs itself');
});
