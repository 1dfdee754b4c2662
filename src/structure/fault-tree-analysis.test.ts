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

const byTurns = (gate: number): 'and' | 'or' => (gate % 2 === 0 ? 'and' : 'or');

describe('a tree much deeper than the stack of a thread', () => {
  it('of and, or by turns: ranks its sets', () => {
    // The top is an `or` of its event and of `and`s that grow by one event with every level below.
    const analysis = new FaultTreeAnalysis(chain(20_000, byTurns));
    expect(analysis.count()).toBe(10_001n);
    const sets = [[20_000], [19_998, 19_999], [19_996, 19_997, 19_999]];
    expect(analysis.smallest(3)!.map(({ members }) => members)).toEqual(sets);
    expect(analysis.mostProbable(3)!.map(({ members }) => members)).toEqual(sets);
  });

  it('of and, or by turns: lists all of its sets', () => {
    const sets = new FaultTreeAnalysis(chain(5000, byTurns)).smallest(5000)!;
    expect(sets.map(({ members }) => members.length)).toEqual(Array.from({ length: 2501 }, (_, i) => i + 1));
  });

  it('of one kind: is one gate, of more events than a diagram may have variables', () => {
    const any = new FaultTreeAnalysis(chain(8000, () => 'or'));
    expect(any.countByOrder()).toEqual([0n, 8001n]);
    expect(any.probability()).toBeCloseTo(1 - 0.999 ** 8001, 12);
    expect(any.importance()![4000].birnbaum).toBeCloseTo(0.999 ** 8000, 12);
    const all = new FaultTreeAnalysis(chain(8000, () => 'and'));
    expect(all.countByOrder()![8001]).toBe(1n);
    expect(all.smallest(2)!.map(({ members }) => members.length)).toEqual([8001]);
  });
});

it('a part that holds whatever occurs leaves nothing to choose beside it', () => {
  const event = (place: number): TreeFormula => ({ kind: 'event', event: place });
  const differ: TreeFormula = { kind: 'xor', parts: [event(0), event(1)] };
  const top: TreeFormula = {
    kind: 'or',
    parts: [{ kind: 'not', part: differ }, event(0), event(1), event(2)],
  };
  const events = [0, 1, 2].map((i) => ({ name: `e${i}`, probability: 0.5 }));
  const analysis = new FaultTreeAnalysis({
    name: 'sure',
    events,
    gates: [{ name: 'top', formula: top }],
    top: 0,
  });
  expect(analysis.probability()).toBe(1);
  expect(analysis.count()).toBe(1n);
  expect(analysis.smallest(5)).toEqual([{ members: [], probability: 1 }]);
});

it('a tree whose parts hang together too widely is refused before any work on it', () => {
  const shared: TreeFormula = { kind: 'event', event: 0 };
  const parts = Array.from({ length: 5000 }, (_, i): TreeFormula => {
    return { kind: 'and', parts: [shared, { kind: 'event', event: i + 1 }, { kind: 'event', event: i + 2 }] };
  });
  const events = Array.from({ length: 5002 }, (_, i) => ({ name: `e${i}`, probability: 0.5 }));
  const top: TreeFormula = { kind: 'or', parts };
  const tree: FaultTree = { name: 'wide', events, gates: [{ name: 'top', formula: top }], top: 0 };
  expect(() => new FaultTreeAnalysis(tree)).toThrow(
    expect.objectContaining({ code: 'STRUCTURE_TOO_LARGE', message: expect.stringContaining('leaves') }),
  );
});

it('whoever may stop it is asked before the first diagram and between small ones', () => {
  const asked: number[] = [];
  const ask = (nodes: number, limit: number): void => {
    if (asked.push(nodes) === limit) throw new Error('stopped');
  };
  const tree = chain(50, byTurns);
  expect(() => new FaultTreeAnalysis(tree, { onNodes: (nodes) => ask(nodes, 1) })).toThrow('stopped');
  expect(() => new FaultTreeAnalysis(tree, { onNodes: (nodes) => ask(nodes, 40) })).toThrow('stopped');
  expect(asked.every((nodes) => nodes === 0)).toBe(true);
});
