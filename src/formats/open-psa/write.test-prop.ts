import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FaultTree, TreeFormula } from '../../structure/fault-tree.ts';
import { portable } from './portable.ts';
import { parseFaultTree } from './read.ts';
import { writeFaultTree } from './write.ts';

const EVENTS = 5;
const GATES = 4;

/** A formula of events, constants and gates from a place on; gates refer only to later ones. */
function formula(from: number, depth: number): fc.Arbitrary<TreeFormula> {
  const leaves: fc.Arbitrary<TreeFormula>[] = [
    fc.nat(EVENTS - 1).map((event) => ({ kind: 'event', event })),
    fc.boolean().map((value) => ({ kind: 'constant', value })),
    ...(from < GATES
      ? [fc.integer({ min: from, max: GATES - 1 }).map((gate) => ({ kind: 'gate', gate }) as const)]
      : []),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const part = formula(from, depth - 1);
  const parts = fc.array(part, { minLength: 1, maxLength: 4 });
  return fc.oneof(
    ...leaves,
    part.map((inner): TreeFormula => ({ kind: 'not', part: inner })),
    fc
      .tuple(fc.constantFrom('and', 'or', 'xor'), parts)
      .map(([kind, list]): TreeFormula => ({ kind, parts: list })),
    fc
      .tuple(fc.nat(3), parts)
      .map(([k, list]): TreeFormula => ({ kind: 'at-least', k: 1 + (k % list.length), parts: list })),
  );
}

const character = fc.constantFrom(...'aB9 _-.<>&"\'é中\t\n');
const names = fc.uniqueArray(
  fc.string({ unit: character, minLength: 1, maxLength: 6 }).filter((name) => name.trim() !== ''),
  { minLength: EVENTS + GATES + 1, maxLength: EVENTS + GATES + 1 },
);
const probability = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));

const tree: fc.Arbitrary<FaultTree> = fc
  .tuple(
    names,
    fc.array(probability, { minLength: EVENTS, maxLength: EVENTS }),
    fc.tuple(...Array.from({ length: GATES }, (_, gate) => formula(gate + 1, 2))),
  )
  .map(([[name, ...all], chances, formulas]) => ({
    name,
    events: chances.map((p, i) => ({ name: all[i], probability: p === 0 ? 0 : p })),
    gates: formulas.map((f, i) => ({ name: all[EVENTS + i], formula: f })),
    top: 0,
  }));

/** Everything below the top by name, whatever the order of the lists. */
function byName({ name, events, gates, top }: FaultTree): unknown {
  const written = (f: TreeFormula): unknown => {
    if (f.kind === 'event') return ['event', events[f.event].name, events[f.event].probability];
    if (f.kind === 'gate') return ['gate', gates[f.gate].name, written(gates[f.gate].formula)];
    if (f.kind === 'constant') return f;
    if (f.kind === 'not') return ['not', written(f.part)];
    return [f.kind, f.kind === 'at-least' ? f.k : null, f.parts.map(written)];
  };
  return [name, gates[top].name, written(gates[top].formula)];
}

test('what is written reads back to the same tree', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (given) => {
      const read = await parseFaultTree('x.xml', [writeFaultTree(given)], {
        top: given.gates[given.top].name,
      });
      expect(byName(read)).toEqual(byName(given));
    }),
    { numRuns: 500 },
  );
});

test('labels are for readers only', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.string({ unit: character }), async (given, label) => {
      const labels = new Map([...given.gates, ...given.events].map(({ name }) => [name, label]));
      const options = { top: given.gates[0].name };
      const read = await parseFaultTree('x.xml', [writeFaultTree(given, labels)], options);
      expect(read).toEqual(await parseFaultTree('x.xml', [writeFaultTree(given)], options));
    }),
    { numRuns: 100 },
  );
});

test('portable names are distinct and plain', () => {
  fc.assert(
    fc.property(tree, (given) => {
      const { gates, events } = portable(given);
      const all = [...gates, ...events].map(({ name }) => name);
      expect(new Set(all).size).toBe(all.length);
      for (const name of all) expect(name).toMatch(/^[A-Za-z0-9_-]+$/);
    }),
  );
});
