import { describe, expect, it } from 'vitest';
import { bought, chainOf, gate, made, SUPPLIERS } from '../../test/support/small-chains.ts';
import { coverages } from './coverage.ts';
import { OrderedChain } from './ordered-chain.ts';
import { availabilityOf, CENTRAL_ADVERSE } from './supply.ts';
import { SupplyColumns } from './supply-columns.ts';
import { worksAt } from './works.ts';

describe('a chain in arrays', () => {
  it('is worked out however deep it is', () => {
    const depth = 100_000;
    const chain = chainOf(
      ...Array.from({ length: depth }, (_, n) =>
        n === depth - 1
          ? bought(`n${n}`, 'CUT', { obtainable: 0.5 })
          : made(`n${n}`, [gate('all', [`n${n + 1}`])]),
      ),
    );
    const ordered = OrderedChain.of(chain);
    const columns = (cut: boolean): SupplyColumns =>
      new SupplyColumns(depth, (number) => {
        const link = ordered.links[number]!;
        const now = availabilityOf(link, SUPPLIERS, ['HOM'], null, 0, CENTRAL_ADVERSE);
        return cut ? { ...now, foreign: 0 } : now;
      });
    expect(ordered.order[0]).toBe(depth - 1);
    expect(coverages(ordered, columns(false), 'home', 'all')[0]).toBe(1);
    expect(worksAt(ordered, columns(true), 'home', 'all', 1)[0]).toBe(0);
  });

  it('says which link needs itself, and which is missing', () => {
    const circle = chainOf(made('a', [gate('all', ['b'])]), made('b', [gate('any', ['a'])]));
    expect(() => OrderedChain.of(circle)).toThrow('needs itself');
    expect(() => OrderedChain.of(chainOf(made('a', [gate('all', ['b'])])))).toThrow('link b is needed');
  });

  it('names the first of those that decide alike', () => {
    const chain = chainOf(
      made('top', [gate('all', ['x', 'y']), gate('any', ['y', 'z'])]),
      ...['x', 'y', 'z'].map((id) => bought(id, 'CUT')),
    );
    const ordered = OrderedChain.of(chain);
    const pass = { unknownGates: 'all', most: 1, through: (value: number) => value } as const;
    expect(ordered.kept(0, Float64Array.of(1, 0.5, 0.5, 0.5), pass)).toBe(0.5);
    expect(ordered.links[ordered.decider(0)]?.id).toBe('y');
    expect(ordered.kept(0, Float64Array.of(1, 0.7, 0.5, 0.6), pass)).toBe(0.5);
    expect(ordered.links[ordered.decider(0)]?.id).toBe('y');
    expect(ordered.kept(0, Float64Array.of(1, 0.9, 0.8, 0.9), pass)).toBe(0.8);
    expect(ordered.links[ordered.decider(0)]?.id).toBe('y');
  });
});
