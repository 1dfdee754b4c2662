import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VALID_FOLDER } from '../../../test/support/folders.ts';
import type { Edit } from '../../contract/api/edits.ts';
import { FILES } from '../../formats/programme-folder/files.ts';
import { readFolder } from '../../formats/programme-folder/read.ts';
import { printProgramme } from '../../formats/programme-folder/write.ts';
import type { Part, Programme } from '../../programme/programme.ts';
import { identities, rowListAt } from '../../programme/row-identity.ts';
import { editPart } from './edit-part.ts';

type Mutable = Record<string, unknown>;

const { programme } = await readFolder(VALID_FOLDER);
const start = programme!;
const PARTS = Object.keys(start).filter((part) => FILES.some((file) => file.part === part)) as Part[];

/** A place of a part: numbers and keys for the oracle, names for the edit. */
interface Place {
  readonly plain: readonly (string | number)[];
  readonly named: readonly string[];
  readonly inRows: boolean;
  readonly value: unknown;
}

/** Every place that an edit can name, found by looking at the values alone. */
function places(
  part: Part,
  value: unknown,
  pattern: readonly string[] = [],
  plain: Place['plain'] = [],
  named: readonly string[] = [],
): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const list = Array.isArray(value) ? rowListAt(part, pattern) : null;
  if (Array.isArray(value) && !list) return [];
  const names = list ? identities(list, value as unknown[]) : Object.keys(value);
  return Object.values(value).flatMap((item, i) => {
    const key = list ? i : names[i];
    const place = { plain: [...plain, key], named: [...named, names[i]], inRows: list !== null, value: item };
    return [place, ...places(part, item, [...pattern, list ? '*' : names[i]], place.plain, place.named)];
  });
}

/** What an edit should do, by numbers, in place and without a check: written for this test only. */
function oracle(state: Mutable, part: Part, { plain, inRows }: Place, to: unknown): void {
  const path: readonly (string | number)[] = [part, ...plain];
  let around = state as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) around = around[key] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (to !== null) around[last] = to;
  else if (inRows) (around as unknown as unknown[]).splice(last as number, 1);
  else delete around[last];
}

interface Step {
  readonly part: Part;
  readonly place: number;
  readonly to: 'remove' | 'copy' | 'other';
}

const steps = fc.array(
  fc.record({
    part: fc.constantFrom(...PARTS),
    place: fc.nat(1_000_000),
    to: fc.constantFrom('remove' as const, 'copy' as const, 'other' as const),
  }),
  { minLength: 1, maxLength: 8 },
);

/** A value to put in the place of another: of the same sort, so that it often is a sound one. */
function other(value: unknown): Edit['to'] {
  if (typeof value === 'number') return value === 1 ? 0.5 : 1;
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'boolean') return !value;
  return structuredClone(value) as Edit['to'];
}

/** Makes edits one after another, each on what the ones before left; returns the edits, their undo and both states. */
function run(all: readonly Step[]): { edits: Edit[]; undo: Edit[]; state: Mutable; expected: Mutable } {
  let state: Mutable = { ...start };
  const expected = structuredClone(start) as unknown as Mutable;
  const edits: Edit[] = [];
  const undo: Edit[] = [];
  for (const { part, place: nth, to: kind } of all) {
    const found = places(part, state[part]);
    if (found.length === 0) continue;
    const place = found[nth % found.length];
    const to =
      kind === 'remove'
        ? null
        : kind === 'copy'
          ? (structuredClone(place.value) as Edit['to'])
          : other(place.value);
    const edit: Edit = {
      part,
      path: [...place.named],
      from: structuredClone(place.value) as Edit['from'],
      to,
    };
    const done = editPart(state[part], edit);
    if ('kind' in done) throw new Error(`does not fit: ${JSON.stringify(edit)}`);
    // What is removed goes back to its default, where it has one: the oracle is told so.
    const left = to === null && !place.inRows ? valueAt(done.value, place.plain) : to;
    oracle(expected, part, place, left ?? null);
    state = { ...state, [part]: done.value };
    edits.push(edit);
    undo.unshift(done.undo);
  }
  return { edits, undo, state, expected };
}

function valueAt(value: unknown, path: Place['plain']): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)?.[key], value);
}

test('edits do what the oracle does, and their undo gives the programme back, row for row', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { undo, state, expected } = run(all);
      expect(state).toEqual(expected);
      const back: Mutable = { ...state };
      for (const edit of undo) {
        const done = editPart(back[edit.part], edit);
        if ('kind' in done) throw new Error(`undo does not fit: ${JSON.stringify(edit)}`);
        back[edit.part] = done.value;
      }
      expect(back).toEqual(start);
      expect(printProgramme(back as unknown as Programme)).toEqual(printProgramme(start));
    }),
    { numRuns: 100 },
  );
});

test('an edit fits only what stands there: of any other value it says what does, and changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PARTS), fc.nat(1_000_000), fc.jsonValue(), (part, nth, from) => {
      const found = places(part, start[part]);
      if (found.length === 0) return;
      const { named, value } = found[nth % found.length];
      const before = structuredClone(start[part]);
      const done = editPart(start[part], { part, path: [...named], from: from as Edit['from'], to: 'new' });
      expect(start[part]).toEqual(before);
      // Nothing there means the default, where there is one.
      const fits = from === null ? [false, 0, [], {}] : [from];
      if ('value' in done) expect(fits).toContainEqual(value);
      else expect(done).toEqual({ kind: 'changed', now: value });
    }),
    { numRuns: 100 },
  );
});
