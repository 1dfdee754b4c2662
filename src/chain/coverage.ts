import type { OrderedChain, Pass } from './ordered-chain.ts';
import type { SupplyColumns } from './supply-columns.ts';

/** Coverage of the own supply of every link, 0 to 1, by number, as if everything it needs were there. */
export function ownCoverages(
  { links }: OrderedChain,
  { need, foreign, home, worldShare }: SupplyColumns,
  reading: 'home' | 'world',
): Float64Array {
  return Float64Array.from(links, ({ kind }, number) => {
    if (kind === 'category') return 1;
    if (reading === 'world') return Math.min(1, worldShare[number]);
    return need[number] <= 0 ? 1 : Math.min(1, (foreign[number] + home[number]) / need[number]);
  });
}

/**
 * Fraction of need that is still supplied of every link, 0 to 1, by number, when stocks and service lives have run out:
 * Leontief minimum over what is needed together, the best of what substitutes, the k-th best of at-least k. What home
 * makes is limited by the coverage of its own requirements.
 */
export function coverages(
  chain: OrderedChain,
  supply: SupplyColumns,
  reading: 'home' | 'world',
  unknownGates: 'all' | 'any',
): Float64Array {
  const { need, foreign, home, worldShare } = supply;
  const values = new Float64Array(chain.links.length);
  const pass: Pass = { unknownGates, most: 1, through: (value, share) => 1 - share * (1 - value) };
  for (const number of chain.order) {
    const needs = Math.min(1, chain.kept(number, values, pass));
    let value = needs;
    if (chain.links[number].kind !== 'category') {
      if (reading === 'world') value = Math.min(1, worldShare[number], needs);
      else value = need[number] <= 0 ? 1 : (foreign[number] + home[number] * needs) / need[number];
    }
    values[number] = Math.min(1, Math.max(0, value));
  }
  return values;
}
