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

/** Thresholds have no gate of their own: here they count members instead. */
function build(formula: FormulaBuilder, system: System): number {
  if (system.kind === 'leaf') return formula.leaf(system.variable);
  const ids = system.children.map((child) => build(formula, child));
  if (system.kind === 'all') return formula.all(ids);
  if (system.kind === 'any') return formula.any(ids);
  return formula.atLeast(system.kind === 'at-least' ? system.k : Math.round(system.minimum / 10), ids);
}

function counted(system: System): System {
  if (system.kind === 'leaf') return system;
  const children = system.children.map(counted);
  if (system.kind === 'threshold') return { kind: 'at-least', k: Math.round(system.minimum / 10), children };
  return { ...system, children };
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
    if (gate.kind === 'constant') truth.set(id, id === 1);
    else if (gate.kind === 'leaf') truth.set(id, assignment[gate.variable as number] === 1);
    else if (gate.kind === 'all') truth.set(id, works === values.length);
    else if (gate.kind === 'any') truth.set(id, works > 0);
    else truth.set(id, works >= (gate.k as number));
  }
  return truth;
}

describe('formulas', () => {
  test('records of random systems, read by themselves, give the function of their id', () => {
    fc.assert(
      fc.property(cases(7), (each) => {
        const system = counted(each.system);
        const bdd = new Bdd(each.leaves);
        const formula = new FormulaBuilder(bdd);
        const root = build(formula, each.system);
        expect(root).toBe(compile(bdd, system));
        const below = formula.gatesBelow([root]);
        expect(below.at(-1)).toBe(root);
        expect(new Set(below).size).toBe(below.length);
        const table = truthTable({ leaves: each.leaves, system });
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
