import type { Content } from '../../../src/contract/api/content.ts';
import type { Edit } from '../../../src/contract/api/edits.ts';
import type { Part } from '../../../src/programme/programme.ts';
import { identities, rowListAt } from '../../../src/programme/row-identity.ts';

/** A value of JSON. */
export type Json = Edit['from'];
/** Parts of a programme by name. */
export type Parts = Content['parts'];

type Mapping = Readonly<Record<string, Json>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A path with `*` for its rows, as lists of rows are known by. */
function patternOf(part: Part, path: readonly string[]): string[] {
  const pattern: string[] = [];
  for (const key of path) pattern.push(rowListAt(part, pattern) ? '*' : key);
  return pattern;
}

/** Identities of the rows at a place, in order; null where that is no list of rows. */
export function identitiesAt(part: Part, path: readonly string[], rows: Json | undefined): string[] | null {
  const list = rowListAt(part, patternOf(part, path));
  return list && Array.isArray(rows) ? identities(list, rows) : null;
}

/** Identity that a row would have as the last of a list. */
export function identityOfNew(part: Part, path: readonly string[], rows: readonly Json[], row: Json): string {
  return identitiesAt(part, path, [...rows, row])?.at(-1) ?? '';
}

/** What stands one step below a value: a key of a record, or the row of that identity. */
export function stepInto(
  part: Part,
  value: Json | undefined,
  path: readonly string[],
  key: string,
): Json | undefined {
  const names = identitiesAt(part, path, value);
  if (names) return (value as Json[])[names.indexOf(key)];
  return isMapping(value) ? value[key] : undefined;
}

/** What stands at a place. */
export function valueAt(parts: Parts, part: Part, path: readonly string[]): Json | undefined {
  let value = parts[part] as unknown as Json | undefined;
  for (const [i, key] of path.entries()) value = stepInto(part, value, path.slice(0, i), key);
  return value;
}

/** Parts after edits. An edit whose place is gone changes nothing: the server will tell of it. */
export function applied(parts: Parts, edits: readonly Edit[]): Parts {
  const now: Record<string, unknown> = { ...parts };
  for (const edit of edits) now[edit.part] = changed(edit, now[edit.part] as Json, [], edit.path);
  return now as Parts;
}

function changed(edit: Edit, value: Json, path: readonly string[], [key, ...rest]: readonly string[]): Json {
  const names = identitiesAt(edit.part, path, value);
  if (names) {
    const rows = value as Json[];
    const at = names.indexOf(key);
    if (rest.length > 0) {
      return at < 0 ? value : rows.with(at, changed(edit, rows[at], [...path, key], rest));
    }
    if (edit.to === null) return at < 0 ? value : rows.toSpliced(at, 1);
    if (at >= 0 && edit.from !== null) return rows.with(at, edit.to);
    const before = edit.next == null ? -1 : names.indexOf(edit.next);
    return rows.toSpliced(before < 0 ? rows.length : before, 0, edit.to);
  }
  if (!isMapping(value)) return value;
  if (rest.length > 0) {
    return key in value ? { ...value, [key]: changed(edit, value[key], [...path, key], rest) } : value;
  }
  if (edit.to !== null) return { ...value, [key]: edit.to };
  const { [key]: _, ...others } = value;
  return others;
}
