import type { Link } from './chain.ts';
import type { OrderedChain, Pass } from './ordered-chain.ts';
import type { Availability } from './supply.ts';

/** Coverage of a link's own supply, 0 to 1, as if everything it needs were there. */
export function ownCoverage(link: Link, available: Availability, reading: 'home' | 'world'): number {
  if (link.kind === 'category') return 1;
  const { need, foreign, home, worldShare } = available;
  if (reading === 'world') return Math.min(1, worldShare);
  return need <= 0 ? 1 : Math.min(1, (foreign + home) / need);
}

/**
 * Fraction of need that is still supplied of every link, 0 to 1, by number, when stocks and service lives have run out:
 * Leontief minimum over what is needed together, the best of what substitutes, the k-th best of at-least k. What home
 * makes is limited by the coverage of its own requirements. `available`: what home has of each link, by number.
 */
export function coverages(
  chain: OrderedChain,
  available: readonly Availability[],
  reading: 'home' | 'world',
  unknownGates: 'all' | 'any',
): Float64Array {
  const values = new Float64Array(chain.links.length);
  const pass: Pass = { unknownGates, most: 1, through: (value, share) => 1 - share * (1 - value) };
  for (const number of chain.order) {
    const link = chain.links[number];
    const needs = Math.min(1, chain.kept(number, values, pass));
    values[number] = Math.min(1, Math.max(0, coverage(link, available[number], reading, needs)));
  }
  return values;
}

function coverage(link: Link, available: Availability, reading: 'home' | 'world', needs: number): number {
  if (link.kind === 'category') return needs;
  if (reading === 'world') return Math.min(ownCoverage(link, available, reading), needs);
  const { need, foreign, home } = available;
  return need <= 0 ? 1 : (foreign + home * needs) / need;
}
