import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deny,
  link,
  made,
  needs,
  product,
  programme,
  scenario,
} from '../../test/decisions/small-programme.ts';
import { shuffledProgramme } from '../../test/support/shuffled.ts';
import type { DiffReport } from '../contract/diff.ts';
import { Random } from '../kernel/random.ts';
import { differences } from '../programme/differences.ts';
import type { Programme } from '../programme/programme.ts';
import { diff } from './diff.ts';

/** What is varied of a programme of two products, four inputs and two cut-offs. */
const variation = fc.record({
  toolShare: fc.constantFrom(0.2, 0.5, 1),
  toolStock: fc.constantFrom(0, 30, 90),
  gasNeed: fc.constantFrom(0.1, 0.5, 1),
  gasCapacity: fc.constantFrom(0, 0.1),
  gate: fc.constantFrom('all' as const, 'any' as const),
  withLens: fc.boolean(),
  severity: fc.constantFrom(0.3, 0.8, 1),
  hitsGas: fc.boolean(),
  secondCut: fc.boolean(),
  secondProduct: fc.boolean(),
});
type Variation = typeof variation extends fc.Arbitrary<infer T> ? T : never;

function varied(v: Variation): Programme {
  const inputs = ['tool', ...(v.withLens ? ['lens'] : [])];
  const stop = deny(['BAD'], {
    id: 'stop',
    severity: v.severity,
    links: { ids: ['tool', ...(v.hitsGas ? ['gas'] : [])] },
  });
  return programme({
    links: [
      made('chip'),
      made('panel', { kind: 'product' }),
      link('tool', { stock_days: v.toolStock }),
      link('gas', { home_need: v.gasNeed, home_capacity: v.gasCapacity }),
      link('liquid'),
      link('lens'),
    ],
    needs: [
      ...needs('chip', inputs),
      ...needs('chip', ['gas', 'liquid'], v.gate, { group: 'fluids' }),
      ...needs('panel', ['gas', 'lens']),
    ],
    supply: {
      tool: { BAD: v.toolShare, ALI: 1 - v.toolShare },
      gas: { BAD: 0.7, ALI: 0.3 },
      liquid: { BAD: 0.4, FAR: 0.6 },
      lens: { FAR: 1 },
    },
    scenarios: [
      scenario([stop]),
      ...(v.secondCut
        ? [scenario([deny(['FAR'], { id: 'far' })], { id: 'far', name: 'Far', includes: ['cut'] })]
        : []),
    ],
    products: [
      product('chip', 100, [
        [0.4, 0.5],
        [1, 1],
      ]),
      ...(v.secondProduct ? [product('panel', 30)] : []),
    ],
  });
}

const report = (before: Programme, after: Programme): DiffReport =>
  diff({ folder: 'a', programme: before }, { folder: 'b', programme: after }, {});

test('a programme does not differ from itself in another order', () => {
  fc.assert(
    fc.property(variation, fc.nat(), (v, seed) => {
      const found = report(varied(v), shuffledProgramme(varied(v), new Random(seed)));
      expect(found.changes).toEqual([]);
      expect(found.combinations).toEqual([]);
      expect(found.scenarios.flatMap(({ products, chokepoints }) => [...products, ...chokepoints])).toEqual(
        [],
      );
      expect(found.notes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('programmes that differ in content differ, and those that do not do not', () => {
  fc.assert(
    fc.property(variation, variation, (a, b) => {
      const same = JSON.stringify(varied(a)) === JSON.stringify(varied(b));
      expect(differences(varied(a), varied(b)).length === 0).toBe(same);
    }),
  );
});

test('a comparison the other way round is its mirror image', () => {
  fc.assert(
    fc.property(variation, variation, fc.nat(), (a, b, seed) => {
      const there = report(varied(a), varied(b));
      const back = report(varied(b), shuffledProgramme(varied(a), new Random(seed)));
      expect(inOrder(mirrored(back))).toEqual(inOrder(there));
    }),
    { numRuns: 100 },
  );
});

const TURNED = { added: 'removed', removed: 'added', changed: 'changed' } as const;
const TURNED_POINT = {
  appeared: 'vanished',
  vanished: 'appeared',
  changed: 'changed',
  moved: 'moved',
} as const;
const TURNED_IN = { both: 'both', before: 'after', after: 'before' } as const;

function turned<T>(pair: { readonly before: T; readonly after: T }): { before: T; after: T } {
  return { before: pair.after, after: pair.before };
}

function mirrored({ changes, scenarios, combinations }: DiffReport) {
  return {
    changes: changes.map((one) => ({
      ...one,
      kind: TURNED[one.kind],
      fields: one.fields.map((field) => ({ ...field, ...turned(field) })),
    })),
    combinations: combinations.map((one) => ({ ...one, ...turned(one) })),
    scenarios: scenarios.map((one) => ({
      ...one,
      in: TURNED_IN[one.in],
      readingBefore: one.readingAfter,
      readingAfter: one.readingBefore,
      moreExposed: one.lessExposed,
      lessExposed: one.moreExposed,
      products: one.products.map((product) => ({ ...product, ...turned(product) })),
      chokepoints: one.chokepoints.map((point) => ({
        ...point,
        ...turned(point),
        kind: TURNED_POINT[point.kind],
      })),
    })),
  };
}

/** Lists whose order follows the later programme, in an order of their own. */
function inOrder({ changes, scenarios, combinations }: ReturnType<typeof mirrored> | DiffReport) {
  const by = <T>(items: readonly T[], key: (item: T) => string): T[] =>
    [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    changes,
    combinations: by(combinations, ({ members, product: id }) => `${id} ${members}`),
    scenarios: by(scenarios, ({ id }) => id).map((one) => ({
      ...one,
      moreExposed: [...one.moreExposed].sort(),
      lessExposed: [...one.lessExposed].sort(),
      products: by(one.products, ({ id }) => id),
      chokepoints: by(one.chokepoints, ({ link: id }) => id),
    })),
  };
}
