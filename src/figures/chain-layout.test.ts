import { expect, test } from 'vitest';
import { Layout, type LinkToDraw } from '../contract/api/layout.ts';
import { chainLayout, LINKS_OPEN_MAX } from './chain-layout.ts';
import { routedEdges } from './long-edges.ts';

const FIELDS = ['chips', 'equipment', 'other'];

/** Link n needs the next and one some way down. */
function chain(size: number): LinkToDraw[] {
  const id = (n: number): string => `n${n}`;
  return Array.from({ length: size }, (_, n) => ({
    id: id(n),
    name: `Link ${n}`,
    nameZh: null,
    field: FIELDS[n % 3],
    kind: n === 0 ? 'product' : 'tool',
    needs: [3 * n + 1, 3 * n + 2, 3 * n + 7].filter((need) => need < size).map(id),
  }));
}

test('a small chain is drawn link by link, what is needed left of what needs it, no two nodes on each other', async () => {
  const links = chain(60);
  const layout = await chainLayout({ links, products: ['n0'], expand: [] });
  expect(Layout.parse(layout)).toEqual(layout);
  expect(layout.nodes.map(({ id }) => id)).toEqual(links.map(({ id }) => id));
  expect(layout.fields.every(({ open }) => open)).toBe(true);
  const at = new Map(layout.nodes.map((node) => [node.id, node]));
  for (const { from, to, points } of layout.edges) {
    expect(at.get(from)!.x + at.get(from)!.width).toBeLessThan(at.get(to)!.x);
    expect(points.length).toBeGreaterThanOrEqual(2);
  }
  for (const [i, a] of layout.nodes.entries()) {
    for (const b of layout.nodes.slice(i + 1)) {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart, `${a.id} and ${b.id}`).toBe(true);
    }
  }
  expect(await chainLayout({ links, products: ['n0'], expand: [] })).toEqual(layout);
});

test('a large chain is drawn by field until a field is opened; every link and requirement is stood for', async () => {
  const links = chain(LINKS_OPEN_MAX + 1);
  const fieldOf = new Map(links.map(({ id, field }) => [id, field]));
  for (const expand of [[], ['chips'], ['nothing'], ['*']]) {
    const layout = await chainLayout({ links, products: ['n0'], expand });
    const open = (id: string): boolean =>
      expand.includes('*') || id === 'n0' || expand.includes(fieldOf.get(id)!);
    const shown = (id: string): string => (open(id) ? id : `group:${fieldOf.get(id)}`);
    expect(layout.nodes.reduce((sum, node) => sum + node.links, 0)).toBe(links.length);
    const counted = new Map<string, number>();
    for (const { id, needs } of links) {
      for (const need of needs) {
        const edge = `${shown(need)} ${shown(id)}`;
        if (shown(need) !== shown(id)) counted.set(edge, (counted.get(edge) ?? 0) + 1);
      }
    }
    expect(new Map(layout.edges.map((e) => [`${e.from} ${e.to}`, e.requirements]))).toEqual(counted);
    expect(layout.nodes.find(({ product }) => product)).toMatchObject({ id: 'n0', group: false });
  }
});

test('the shortest edges are routed, and every edge to the next layer is', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const edges = [
    ['a', 'd'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['b', 'd'],
    ['e', 'd'],
  ].map(([from, to]) => ({ from, to }));
  expect(routedEdges(ids, edges, 0)).toEqual([false, true, true, true, false, true]);
  expect(routedEdges(ids, edges, 1)).toEqual([false, true, true, true, true, true]);
  expect(routedEdges(ids, edges, 3)).toEqual([true, true, true, true, true, true]);
  const circle = [...edges, { from: 'd', to: 'a' }];
  expect(routedEdges(ids, circle, 0).at(-1)).toBe(true);
});
