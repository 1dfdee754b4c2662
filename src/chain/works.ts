import type { OrderedChain, Pass } from './ordered-chain.ts';
import type { SupplyColumns } from './supply-columns.ts';

const TOLERANCE = 1e-9;

/**
 * Which links work at a service level, by number: 1 or 0. It is the structure function of the chain with no leaf in
 * it, worked out in one pass.
 */
export function worksAt(
  chain: OrderedChain,
  supply: SupplyColumns,
  reading: 'home' | 'world',
  unknownGates: 'all' | 'any',
  level: number,
): Float64Array {
  const works = new Float64Array(chain.links.length);
  const pass: Pass = {
    unknownGates,
    most: 1,
    through: (value, share) => (level <= 1 - share + TOLERANCE ? 1 : value),
  };
  for (const number of chain.order) {
    const category = chain.links[number].kind === 'category';
    const decided = category ? 'needs' : supplied(supply, number, reading, level);
    works[number] = decided === 'needs' ? chain.kept(number, works, pass) : decided;
  }
  return works;
}

/** Whether own supply decides that a link works, 1 or 0, or its needs do. */
function supplied(
  { need, foreign, home, worldShare }: SupplyColumns,
  number: number,
  reading: 'home' | 'world',
  level: number,
): 0 | 1 | 'needs' {
  if (reading === 'world') return worldShare[number] >= level - TOLERANCE ? 'needs' : 0;
  const wanted = level * need[number];
  const enough = wanted - TOLERANCE * Math.max(1, wanted);
  if (foreign[number] >= enough) return 1;
  return foreign[number] + home[number] >= enough ? 'needs' : 0;
}
