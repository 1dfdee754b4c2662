import { describe, expect, it } from 'vitest';
import type { FaultTree, TreeFormula } from './fault-tree.ts';
import { FaultTreeAnalysis } from './fault-tree-analysis.ts';

/** A gate on the event of its own and the gate before, the last of which is the top; `kindOf` by place. */
function chain(gates: number, kindOf: (gate: number) => 'and' | 'or'): FaultTree {
  const event = (place: number): TreeFormula => ({ kind: 'event', event: place });
  return {
    name: 'chain',
    events: Array.from({ length: gates + 1 }, (_, i) => ({ name: `e${i}`, probability: 0.001 })),
    gates: Array.from({ length: gates }, (_, g) => ({
      name: `g${g}`,
      formula: { kind: kindOf(g), parts: [event(g + 1), g === 0 ? event(0) : { kind: 'gate', gate: g - 1 }] },
    })),
    top: gates - 1,
  };
}

describe('a tree much deeper than the stack of a thread', () => {
  it('of and, or by turns: ranks its sets', () => {
    // The top is an `or` of its event and of `and`s that grow by one event with every level below.
    const analysis = new FaultTreeAnalysis(chain(20_000, (gate) => (gate % 2 === 0 ? 'and' : 'or')));
    expect(analysis.count()).toBe(10_001n);
    const sets = [[20_000], [19_998, 19_999], [19_996, 19_997, 19_999]];
    expect(analysis.smallest(3)!.map(({ members }) => members)).toEqual(sets);
    expect(analysis.mostProbable(3)!.map(({ members }) => members)).toEqual(sets);
  });

  it('of and, or by turns: lists all of its sets', () => {
    const sets = new FaultTreeAnalysis(chain(5000, (gate) => (gate % 2 === 0 ? 'and' : 'or'))).smallest(
      5000,
    )!;
    expect(sets.map(({ members }) => members.length)).toEqual(Array.from({ length: 2501 }, (_, i) => i + 1));
  });
});
