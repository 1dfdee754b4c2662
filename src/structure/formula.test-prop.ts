import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assignmentOf,
  cases,
  compile,
  RUNS,
  type System,
  truthTable,
} from '../../test/structure/random-systems.ts';
import { Bdd } from './bdd.ts';
import { FormulaBuilder } from './formula.ts';

function build(formula: FormulaBuilder, system: System): number {
  if (system.kind === 'leaf') return formula.leaf(system.variable);
  const ids = system.children.map((child) => build(formula, child));
  if (system.kind === 'all') return formula.all(ids);
  if (system.kind === 'any') return formula.any(ids);
  if (system.kind === 'at-least') return formula.atLeast(system.k, ids);
  const terms = ids.map((node, i) => ({ node, weight: system.tenths[i] / 10 }));
  return formula.threshold(terms, system.minimum / 10);
}

/** The truth of a gate by its records alone, the diagram not asked. */
function truthByRecords(
  formula: FormulaBuilder,
  ids: readonly number[],
  assignment: Uint8Array,
): Map<number, boolean> {
  const truth = new Map<number, boolean>();
  for (const id of ids) {
    const gate = formula.gateOf(id);
    const values = gate.children.map((child) => truth.get(child));
    if (values.includes(undefined)) throw new Error(`gate ${id} comes before one of its children`);
    const works = values.filter(Boolean).length;
    const weight = (gate.weights ?? []).reduce((sum, each, i) => (values[i] ? sum + each : sum), 0);
    if (gate.kind === 'constant') truth.set(id, id === 1);
    else if (gate.kind === 'leaf') truth.set(id, assignment[gate.variable as number] === 1);
    else if (gate.kind === 'all') truth.set(id, works === values.length);
    else if (gate.kind === 'any') truth.set(id, works > 0);
    else truth.set(id, weight >= (gate.minimum as number));
  }
  return truth;
}

describe('formulas', () => {
  test('records of random systems, read by themselves, give the function of their id', () => {
    fc.assert(
      fc.property(cases(7), (each) => {
        const bdd = new Bdd(each.leaves);
        const formula = new FormulaBuilder(bdd);
        const root = build(formula, each.system);
        expect(root).toBe(compile(bdd, each.system));
        const below = formula.gatesBelow([root]);
        expect(below.at(-1)).toBe(root);
        expect(new Set(below).size).toBe(below.length);
        const table = truthTable(each);
        const wrong = [...table].flatMap((value, mask) => {
          const assignment = assignmentOf(mask, each.leaves);
          const truth = truthByRecords(formula, below, assignment);
          const differing = below.filter((id) => truth.get(id) !== bdd.evaluate(id, assignment));
          return truth.get(root) === (value === 1) ? differing : [root];
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});
