import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FaultTree, TreeFormula } from './fault-tree.ts';
import { FaultTreeAnalysis } from './fault-tree-analysis.ts';

const EVENTS = 8;

/** Gates that name events and earlier gates, so that parts are shared and there is no circle; the last is the top. */
function trees(kinds: readonly ('and' | 'or' | 'at-least' | 'xor' | 'not')[]): fc.Arbitrary<FaultTree> {
  const gate = fc.record({
    kind: fc.constantFrom(...kinds),
    parts: fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }),
    k: fc.integer({ min: 1, max: 3 }),
    house: fc.constantFrom(null, null, null, null, true, false),
  });
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: EVENTS,
    maxLength: EVENTS,
  });
  return fc.tuple(fc.array(gate, { minLength: 1, maxLength: 9 }), chances).map(([gates, p]) => ({
    name: 'random',
    events: p.map((probability, i) => ({ name: `e${i}`, probability })),
    gates: gates.map(({ kind, parts, k, house }, g) => {
      const part = (n: number): TreeFormula => {
        const at = n % (EVENTS + g);
        return at < EVENTS ? { kind: 'event', event: at } : { kind: 'gate', gate: at - EVENTS };
      };
      const list = parts.map(part);
      if (house !== null) list.push({ kind: 'constant', value: house });
      return { name: `g${g}`, formula: formulaOf(kind, list, k) };
    }),
    top: gates.length - 1,
  }));
}

function formulaOf(kind: string, parts: TreeFormula[], k: number): TreeFormula {
  if (kind === 'not') return { kind: 'not', part: parts[0] };
  if (kind === 'at-least') return { kind, k, parts };
  return { kind: kind as 'and' | 'or' | 'xor', parts };
}

/** The top event by the book: 1 where it occurs, for every set of events that occur (bit i: event i). */
function truthTable(tree: FaultTree): Uint8Array {
  const value = (formula: TreeFormula, set: number): boolean => {
    switch (formula.kind) {
      case 'event':
        return ((set >> formula.event) & 1) === 1;
      case 'gate':
        return value(tree.gates[formula.gate].formula, set);
      case 'constant':
        return formula.value;
      case 'not':
        return !value(formula.part, set);
      case 'and':
        return formula.parts.every((part) => value(part, set));
      case 'or':
        return formula.parts.some((part) => value(part, set));
      case 'xor':
        return formula.parts.filter((part) => value(part, set)).length % 2 === 1;
      case 'at-least':
        return formula.parts.filter((part) => value(part, set)).length >= formula.k;
    }
  };
  const { formula } = tree.gates[tree.top];
  return Uint8Array.from({ length: 1 << EVENTS }, (_, set) => (value(formula, set) ? 1 : 0));
}

function chanceOf(table: Uint8Array, p: readonly number[]): number {
  let sum = 0;
  table.forEach((holds, set) => {
    if (holds) sum += p.reduce((product, x, i) => product * (((set >> i) & 1) === 1 ? x : 1 - x), 1);
  });
  return sum;
}

function minimalSets(table: Uint8Array): number[][] {
  const sets: number[] = [];
  table.forEach((holds, set) => {
    if (!holds) return;
    for (let i = 0; i < EVENTS; i++) if ((set >> i) & 1 && table[set ^ (1 << i)]) return;
    sets.push(set);
  });
  return sets.map((set) => Array.from({ length: EVENTS }, (_, i) => i).filter((i) => (set >> i) & 1));
}

const probabilities = (tree: FaultTree): number[] => tree.events.map(({ probability }) => probability!);
const keys = (sets: readonly (readonly number[])[]): string[] => sets.map((set) => set.join(' ')).sort();

describe('a fault tree, against the truth table', () => {
  it('has its probability, with negations too', () => {
    fc.assert(
      fc.property(trees(['and', 'or', 'at-least', 'xor', 'not']), (tree) => {
        const expected = chanceOf(truthTable(tree), probabilities(tree));
        expect(new FaultTreeAnalysis(tree).probability()).toBeCloseTo(expected, 12);
      }),
      { numRuns: 1000 },
    );
  });

  it('has its minimal cut sets, counted, by order, smallest and most probable first', () => {
    fc.assert(
      fc.property(trees(['and', 'or', 'at-least']), (tree) => {
        const analysis = new FaultTreeAnalysis(tree);
        const sets = minimalSets(truthTable(tree));
        expect(analysis.coherent).toBe(true);
        expect(analysis.count()).toBe(BigInt(sets.length));
        const byOrder = analysis.countByOrder()!;
        byOrder.forEach((count, order) => {
          expect(count).toBe(BigInt(sets.filter((set) => set.length === order).length));
        });
        const smallest = analysis.smallest(1000)!.map(({ members }) => members);
        expect(keys(smallest)).toEqual(keys(sets));
        expect(smallest.map((set) => set.length)).toEqual(
          [...smallest.map((set) => set.length)].sort((a, b) => a - b),
        );
        const ranked = analysis.mostProbable(1000)!;
        expect(keys(ranked.map(({ members }) => members))).toEqual(keys(sets));
        ranked.forEach(({ probability }, i) => {
          if (i > 0) expect(probability!).toBeLessThanOrEqual(ranked[i - 1].probability! * (1 + 1e-9));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('is coherent only where its truth table is increasing; then it has the sets of the table', () => {
    fc.assert(
      fc.property(trees(['and', 'or', 'xor', 'not']), (tree) => {
        const analysis = new FaultTreeAnalysis(tree);
        const table = truthTable(tree);
        const increasing = table.every((holds, set) => {
          for (let i = 0; i < EVENTS; i++) if (holds && !table[set | (1 << i)]) return false;
          return true;
        });
        if (analysis.coherent) {
          expect(increasing).toBe(true);
          expect(analysis.count()).toBe(BigInt(minimalSets(table).length));
        } else {
          expect(analysis.count()).toBeNull();
          expect(analysis.countByOrder()).toBeNull();
          expect(analysis.mostProbable(5)).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has its measures, of events and of groups', () => {
    fc.assert(
      fc.property(
        trees(['and', 'or', 'at-least', 'not']),
        fc.uniqueArray(fc.nat(EVENTS - 1), { minLength: 1 }),
        (tree, group) => {
          const analysis = new FaultTreeAnalysis(tree);
          const table = truthTable(tree);
          const p = probabilities(tree);
          const given = (events: readonly number[], chance: number): number =>
            chanceOf(
              table,
              p.map((x, i) => (events.includes(i) ? chance : x)),
            );
          const top = chanceOf(table, p);
          const measured = [...analysis.importance()!, ...analysis.groupImportance([group])!];
          for (const {
            events,
            birnbaum,
            fussellVesely,
            riskAchievementWorth,
            riskReductionWorth,
          } of measured) {
            const certain = given(events, 1);
            const impossible = given(events, 0);
            expect(birnbaum).toBeCloseTo(certain - impossible, 10);
            if (top < 1e-6) continue;
            expect(fussellVesely).toBeCloseTo((top - impossible) / top, 6);
            expect(riskAchievementWorth).toBeCloseTo(certain / top, 6);
            if (impossible > 1e-6) expect(riskReductionWorth / (top / impossible)).toBeCloseTo(1, 6);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('a chance that nobody has stated is no chance of zero', () => {
  const tree: FaultTree = {
    name: 'two of which one is unknown',
    events: [
      { name: 'a', probability: 0.1 },
      { name: 'b', probability: null },
      { name: 'c', probability: null },
    ],
    gates: [
      {
        name: 'top',
        formula: {
          kind: 'or',
          parts: [
            { kind: 'event', event: 0 },
            { kind: 'event', event: 1 },
          ],
        },
      },
    ],
    top: 0,
  };
  const analysis = new FaultTreeAnalysis(tree);
  expect(analysis.events()).toEqual([0, 1]);
  expect(analysis.probability()).toBeNull();
  expect(analysis.importance()).toBeNull();
  expect(analysis.mostProbable(3)).toBeNull();
  expect(analysis.smallest(3)).toEqual([
    { members: [0], probability: 0.1 },
    { members: [1], probability: null },
  ]);
});

it('stops at a limit with a clear error', () => {
  const parts: TreeFormula[] = Array.from({ length: 40 }, (_, event) => ({ kind: 'event', event }));
  const tree: FaultTree = {
    name: 'twenty of forty',
    events: parts.map((_, i) => ({ name: `e${i}`, probability: 0.5 })),
    gates: [{ name: 'top', formula: { kind: 'at-least', k: 20, parts } }],
    top: 0,
  };
  expect(() => new FaultTreeAnalysis(tree, { maxNodes: 100 })).toThrow(
    expect.objectContaining({ code: 'STRUCTURE_TOO_LARGE', exitCode: 4 }),
  );
  expect(new FaultTreeAnalysis(tree).count()).toBe(137846528820n);
});
