import { describe, expect, test } from 'vitest';
import { assessed, deny, link, made, needs, product, programme, scenario } from './small-programme.ts';

const lost = { supply: { BAD: 1 } };
const whole = { supply: { ALI: 1 } };

describe('what to find out first', () => {
  // The chip needs `types` (a heading over a lost and a whole tool, whose gate nobody has stated) and `gas`, of which
  // home needs all and of whose supply BAD has 0.1 to 0.3. Both must turn out well for the chip to work.
  const p = programme({
    links: [
      made('chip'),
      link('types', { kind: 'category' }),
      link('lost'),
      link('whole'),
      link('gas', { home_need: 0.8 }),
    ],
    needs: [...needs('chip', ['types', 'gas']), ...needs('types', ['lost', 'whole'], 'unknown')],
    supply: {
      lost: lost.supply,
      whole: whole.supply,
      gas: { ALI: 0.7, BAD: { low: 0.1, central: 0.2, high: 0.3 }, OUT: 0.1 },
    },
    scenarios: [scenario([deny(['BAD'])])],
    products: [product('chip', 100)],
  });
  const unknowns = assessed(p).unknowns;

  test('a gate decides the chip: all of its types, or any', () => {
    const gate = unknowns.find(({ kind }) => kind === 'gate')!;
    expect(gate).toMatchObject({
      link: 'types',
      group: 'inputs',
      members: ['lost', 'whole'],
      stated: false,
      rangeBefore: { low: 0, high: 100 },
      rangeIfAdverse: { low: 0, high: 0 },
      rangeIfFavourable: { low: 100, high: 100 },
      narrows: 100,
    });
    expect(gate.flips).toEqual([{ product: 'chip', ifAdverse: 'no', ifFavourable: 'yes' }]);
  });

  test('what cannot change the answer is not asked', () => {
    // Of the gas 0.8 are left whatever BAD has: only the gate is left to ask.
    expect(unknowns.map(({ kind }) => kind)).toEqual(['gate']);
  });

  test('two unknowns in a row: either alone can only make it worse, and the value of both is a product', () => {
    const two = programme({
      links: [made('chip'), link('a', { home_capacity: undefined }), link('b', { home_capacity: undefined })],
      needs: needs('chip', ['a', 'b']),
      supply: { a: lost.supply, b: lost.supply },
      scenarios: [scenario([deny(['BAD'])])],
      products: [product('chip', 100)],
    });
    // Range 0 to 100. Adverse settles it at 0; favourable leaves 0 to 100: on average it narrows by 50. With the other
    // at even odds the chip is worth 50 if favourable and 0 if not.
    for (const unknown of assessed(two).unknowns) {
      expect(unknown).toMatchObject({
        kind: 'capacity',
        rangeIfAdverse: { low: 0, high: 0 },
        rangeIfFavourable: { low: 0, high: 100 },
        narrows: 50,
        swing: 50,
        flips: [{ product: 'chip', ifAdverse: 'no', ifFavourable: 'unknown' }],
      });
    }
    expect(assessed(two).unknowns.map(({ rank, link }) => [rank, link])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  test('nothing is asked of gates where a choice is made for all of them', () => {
    expect(assessed(p, { gates: 'all' }).unknowns).toEqual([]);
  });
});
