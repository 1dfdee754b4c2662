import { findCycles } from '../../kernel/cycles.ts';
import type { BasicEvent, FaultTree, TreeFormula } from '../../structure/fault-tree.ts';
import { circle, type OpenPsaDefect, shown } from './defects.ts';
import { eachReference, lower } from './lower.ts';
import { checkReferences, type Meaning, meanings } from './names.ts';
import { probabilities } from './values.ts';
import type { WrittenModel } from './written.ts';

/** Circles of gates that are told; one is enough to see what is meant. */
const CIRCLES_LISTED = 20;

/**
 * The fault tree of what a file says: the top (by name, or the one gate that no gate refers to) and all below it, in
 * the order of the file. What is wrong between its parts is added to `defects`; null where there is any.
 */
export function resolve(model: WrittenModel, top: string | null, defects: OpenPsaDefect[]): FaultTree | null {
  const known = meanings(model, defects);
  checkReferences(model, known, defects);
  const chances = probabilities(model, defects);
  const below = model.gates.map(({ formula }) => {
    const gates = new Set<number>();
    if (formula) {
      eachReference(formula, ({ name }) => {
        const meaning = known.get(name);
        if (meaning?.type === 'gate') gates.add(meaning.index!);
      });
    }
    return gates;
  });
  for (const gates of findCycles(below.keys(), (gate) => below[gate], CIRCLES_LISTED)) {
    const { line } = model.gates[gates[0]];
    const names = gates.map((gate) => model.gates[gate].name);
    defects.push({ code: 'CYCLE', line, message: circle('gates', names) });
  }
  const topGate = findTop(model, below, known, top, defects);
  if (defects.length > 0 || topGate === null) return null;
  return build(model, known, chances, below, topGate);
}

/** Place of the top gate; null where there is a defect. A circle leaves no top, and has been told. */
function findTop(
  model: WrittenModel,
  below: readonly ReadonlySet<number>[],
  known: ReadonlyMap<string, Meaning>,
  top: string | null,
  defects: OpenPsaDefect[],
): number | null {
  const whole = (code: OpenPsaDefect['code'], message: string): null => {
    defects.push({ code, line: null, message });
    return null;
  };
  if (model.gates.length === 0) return whole('EMPTY_TREE', 'there is no gate');
  if (top !== null) {
    const meaning = known.get(top);
    if (meaning?.type === 'gate') return meaning.index;
    return whole('UNKNOWN_TOP', `${shown(top)} is not a gate`);
  }
  const referred = new Set<number>();
  for (const gates of below) for (const gate of gates) referred.add(gate);
  const tops = [...below.keys()].filter((gate) => !referred.has(gate));
  // A reference that is broken leaves a gate without one: only in a sound file do several tops mean anything.
  if (tops.length > 1 && defects.length === 0) {
    const names = tops.slice(0, 10).map((gate) => shown(model.gates[gate].name));
    const more = tops.length > 10 ? `, and ${tops.length - 10} more` : '';
    return whole('SEVERAL_TOPS', `no gate refers to ${names.join(', ')}${more}`);
  }
  return tops[0] ?? null;
}

function build(
  model: WrittenModel,
  known: ReadonlyMap<string, Meaning>,
  chances: readonly (number | null)[],
  below: readonly ReadonlySet<number>[],
  top: number,
): FaultTree {
  const reached = new Set([top]);
  for (const gate of reached) for (const next of below[gate]) reached.add(next);
  const gates = [...reached].sort((a, b) => a - b);
  const placeOfGate = new Map(gates.map((gate, place) => [gate, place]));

  const named = new Set<string>();
  for (const gate of gates) {
    eachReference(model.gates[gate].formula!, ({ name }) => {
      if (known.get(name)!.type === 'basic-event') named.add(name);
    });
  }
  const names = [...named];
  if (model.basicEvents.length > 0) names.sort((a, b) => known.get(a)!.index! - known.get(b)!.index!);
  const placeOfEvent = new Map(names.map((name, place) => [name, place]));
  const events = names.map((name): BasicEvent => {
    const { index } = known.get(name)!;
    return { name, probability: index === null ? null : chances[index] };
  });

  const placeOf = (name: string): TreeFormula => {
    const { type, index } = known.get(name)!;
    if (type === 'gate') return { kind: 'gate', gate: placeOfGate.get(index!)! };
    if (type === 'basic-event') return { kind: 'event', event: placeOfEvent.get(name)! };
    return { kind: 'constant', value: model.houseEvents[index!].value };
  };
  return {
    name: model.gates[top].tree || model.gates[top].name,
    events,
    gates: gates.map((gate) => ({
      name: model.gates[gate].name,
      formula: lower(model.gates[gate].formula!, placeOf),
    })),
    top: placeOfGate.get(top)!,
  };
}
