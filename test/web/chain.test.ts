import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LIGHT } from '../../src/figures/theme.ts';
import { shadeColour, shadesOf } from '../../web/src/pages/chain/colours.ts';
import {
  type Needing,
  neededBy,
  neighbour,
  type OutlineNode,
  outlineOf,
} from '../../web/src/pages/chain/outline.ts';
import { assessment } from '../figures/sample.ts';

/** Chains without a circle: a link needs links of larger number only. */
const chains = fc
  .array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .map((all): Needing[] =>
    all.map((needs, i) => ({
      id: `l${i}`,
      needs: [...new Set(needs.filter((n) => n > i && n < all.length))].map((n) => `l${n}`),
    })),
  );

const flat = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);

test('an outline names every link and every need, and unfolds each link once', () => {
  fc.assert(
    fc.property(chains, (links) => {
      const lines = flat(outlineOf(links, ['l0']));
      for (const { id, needs } of links) {
        const own = lines.filter((line) => line.id === id);
        expect(own.length).toBeGreaterThan(0);
        const unfolded = own.filter(({ elsewhere }) => !elsewhere);
        if (needs.length > 0) expect(unfolded).toHaveLength(1);
        expect(own[0].children.map((child) => child.id)).toEqual(needs);
      }
    }),
  );
});

test('what needs a link is what it is a need of', () => {
  const links = [
    { id: 'a', needs: ['b', 'c'] },
    { id: 'b', needs: ['c'] },
    { id: 'c', needs: [] },
  ];
  expect([...neededBy(links)]).toEqual([
    ['b', ['a']],
    ['c', ['a', 'b']],
  ]);
});

describe('arrow keys', () => {
  const drawn = {
    nodes: [
      { id: 'in-1', x: 0, y: 0 },
      { id: 'in-2', x: 0, y: 50 },
      { id: 'mid', x: 200, y: 40 },
      { id: 'out', x: 400, y: 40 },
    ],
    edges: [
      { from: 'in-1', to: 'mid' },
      { from: 'in-2', to: 'mid' },
      { from: 'mid', to: 'out' },
    ],
  };
  it.each([
    ['mid', 'ArrowLeft', 'in-2'],
    ['mid', 'ArrowRight', 'out'],
    ['in-1', 'ArrowDown', 'in-2'],
    ['in-2', 'ArrowUp', 'in-1'],
    ['out', 'ArrowRight', null],
    ['mid', 'ArrowUp', null],
    ['mid', 'Enter', null],
    ['gone', 'ArrowLeft', null],
  ])('%s %s leads to %s', (id, key, to) => {
    expect(neighbour(drawn, id, key)).toBe(to);
  });
});

describe('colours', () => {
  const content = { parts: { goals: [] } } as never;

  it('of exposure are hatched where it is not known, and never where it is', () => {
    const shades = shadesOf('exposure', assessment, content);
    for (const { id, exposure } of assessment.links) expect(shades.get(id) === null).toBe(exposure === null);
  });

  it('of readiness are not known without an option that says', () => {
    expect([...shadesOf('readiness', assessment, content).values()].every((shade) => shade === null)).toBe(
      true,
    );
  });

  it('of price are strongest for the dearest link', () => {
    const shades = [...shadesOf('price', assessment, content).values()].map((shade) => shade!.strength);
    expect(Math.max(...shades)).toBe(1);
    expect(Math.min(...shades)).toBe(0);
    expect(shadeColour(LIGHT, 'price', { strength: 1, quantity: 1 })).not.toBe(
      shadeColour(LIGHT, 'price', { strength: 0, quantity: 0 }),
    );
  });
});
