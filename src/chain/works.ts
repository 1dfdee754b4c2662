import type { Link } from './chain.ts';
import type { OrderedChain, Pass } from './ordered-chain.ts';
import type { Availability } from './supply.ts';

const TOLERANCE = 1e-9;

/**
 * Which links work at a service level, by number: 1 or 0. It is the structure function of the chain with no leaf in
 * it, worked out in one pass. `available`: what home has of each link, by number.
 */
export function worksAt(
  chain: OrderedChain,
  available: readonly Availability[],
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
    const supplied = supply(chain.links[number], available[number], reading, level);
    works[number] = supplied === 'needs' ? chain.kept(number, works, pass) : supplied;
  }
  return works;
}

/** Whether own supply decides that a link works, 1 or 0, or its needs do. */
function supply(
  link: Link,
  { need, foreign, home, worldShare }: Availability,
  reading: 'home' | 'world',
  level: number,
): 0 | 1 | 'needs' {
  if (link.kind === 'category') return 'needs';
  if (reading === 'world') return worldShare >= level - TOLERANCE ? 'needs' : 0;
  const wanted = level * need - TOLERANCE * Math.max(1, level * need);
  if (foreign >= wanted) return 1;
  return foreign + home >= wanted ? 'needs' : 0;
}
