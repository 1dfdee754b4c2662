import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCycles } from './cycles.ts';

test('names the circle', () => {
  const next: Record<string, string[]> = { a: ['b'], b: ['c', 'd'], c: [], d: ['b'], e: ['e'] };
  expect(findCycles(Object.keys(next), (node) => next[node]!)).toEqual([
    ['b', 'd', 'b'],
    ['e', 'e'],
  ]);
});

test('finds one when and only when removing sources and sinks does not use the graph up', () => {
  const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 });
  fc.assert(
    fc.property(edges, (list) => {
      const next = (node: number) => list.filter(([from]) => from === node).map(([, to]) => to);
      const nodes = [0, 1, 2, 3, 4, 5, 6, 7];
      const cycles = findCycles(nodes, next);
      for (const cycle of cycles) {
        expect(cycle.at(-1)).toBe(cycle[0]);
        for (let i = 1; i < cycle.length; i++) expect(next(cycle[i - 1]!)).toContain(cycle[i]);
      }
      let left = nodes;
      for (let i = 0; i < 8; i++) left = left.filter((node) => next(node).some((to) => left.includes(to)));
      expect(cycles.length > 0).toBe(left.length > 0);
    }),
  );
});
