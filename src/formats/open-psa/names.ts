import { type OpenPsaDefect, shown } from './defects.ts';
import { eachReference } from './lower.ts';
import type { EventType, WrittenFormula, WrittenModel } from './written.ts';

/** What a name stands for: a definition of its type, by place; of a basic event without one, null. */
export interface Meaning {
  readonly type: EventType;
  readonly index: number | null;
  readonly line: number;
}

const WORDS: Record<EventType, string> = {
  gate: 'a gate',
  'basic-event': 'a basic event',
  'house-event': 'a house event',
};

/** Gates, basic events and house events by name, which they share; names defined twice are told. */
export function meanings(model: WrittenModel, defects: OpenPsaDefect[]): Map<string, Meaning> {
  const known = new Map<string, Meaning>();
  const enter = (type: EventType, definitions: readonly { name: string; line: number }[]): void => {
    definitions.forEach(({ name, line }, index) => {
      const first = known.get(name);
      if (first) defects.push(twice(name, line, `${WORDS[first.type]} of line ${first.line}`));
      else known.set(name, { type, index, line });
    });
  };
  enter('gate', model.gates);
  enter('basic-event', model.basicEvents);
  enter('house-event', model.houseEvents);
  return known;
}

/** The defect of a second definition. */
export function twice(name: string, line: number, first: string): OpenPsaDefect {
  return { code: 'DEFINED_TWICE', line, message: `${shown(name)} is already ${first}` };
}

/**
 * Checks every reference. A file that defines no basic event at all may name them freely, as the standard allows: they
 * are entered here, without a definition.
 */
export function checkReferences(
  model: WrittenModel,
  known: Map<string, Meaning>,
  defects: OpenPsaDefect[],
): void {
  const free = model.basicEvents.length === 0;
  for (const { formula } of model.gates) {
    if (formula) eachReference(formula, (reference) => checkReference(reference, free, known, defects));
  }
}

function checkReference(
  { name, type, line }: WrittenFormula & { kind: 'reference' },
  free: boolean,
  known: Map<string, Meaning>,
  defects: OpenPsaDefect[],
): void {
  const meaning = known.get(name);
  if (!meaning) {
    if (free && (type === null || type === 'basic-event')) {
      known.set(name, { type: 'basic-event', index: null, line });
    } else {
      const what = type === null ? 'an event' : WORDS[type];
      defects.push({ code: 'UNKNOWN_EVENT', line, message: `${shown(name)} is ${what} that is not defined` });
    }
  } else if (type !== null && type !== meaning.type) {
    const message = `${shown(name)} is ${WORDS[meaning.type]} (line ${meaning.line}), not ${WORDS[type]}`;
    defects.push({ code: 'WRONG_TYPE', line, message });
  }
}
