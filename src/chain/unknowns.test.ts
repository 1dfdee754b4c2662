import { expect, test } from 'vitest';
import { chainOf, figure, gate, link, underCuts } from '../../test/support/small-chains.ts';
import { Random } from '../kernel/random.ts';
import type { Link } from './chain.ts';
import { UnknownStructure } from './unknowns.ts';

/** Layers of links that each need three of the layer below through a gate nobody has stated, most figures unknown. */
function tangle(layers: number, width: number) {
  const random = new Random(1);
  const links: Link[] = [];
  for (let layer = 0; layer < layers; layer++) {
    for (let i = 0; i < width; i++) {
      const needs = [0, 1, 2].map(() => `n${layer - 1}.${random.integer(width)}`);
      links.push(
        link(`n${layer}.${i}`, {
          kind: random.uniform() < 0.3 && layer > 0 ? 'category' : 'tool',
          groups: layer > 0 ? [gate('unknown', [...new Set(needs)])] : [],
          figures:
            random.uniform() < 0.6
              ? { homeNeed: figure(0.3, 0.2, 0.5), homeCapacity: figure(0.2, 0, 0.4) }
              : {},
          supply: { CUT: 0.5, OUT: figure(0.3, 0.1, 0.4) },
        }),
      );
    }
  }
  return chainOf(...links);
}

const VALUED = [
  { product: 'n6.0', level: 0.5, value: 1 },
  { product: 'n6.0', level: 1, value: 2 },
];

test('a tangle of unknowns that no diagram holds is ranked by what each narrows, without a swing', () => {
  const chain = tangle(7, 28);
  const supply = underCuts(chain, [{ who: 'CUT' }]);
  const left = (each: Link) => supply.of(each).at(-1)!;
  const structure = new UnknownStructure({ chain, reading: 'home', gates: 'unknown', left }, VALUED);
  const settled = structure.settled();
  expect(structure.range()).toEqual({ low: 0, high: 3 });
  expect(settled.length).toBeGreaterThan(200);
  for (const { leaf, settled: each } of settled) {
    expect(each.swing).toBeNull();
    expect(each.ifAdverse.low).toBe(0);
    expect(each.ifAdverse.high).toBeLessThanOrEqual(3);
    expect(each.ifFavourable.high).toBe(3);
    const best = structure.works('n6.0', 1, { leaf, end: 'adverse' });
    expect(best === false).toBe(each.ifAdverse.high < 3);
  }
});
