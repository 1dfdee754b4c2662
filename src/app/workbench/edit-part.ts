import type { Edit } from '../../contract/api/edits.ts';
import { completed } from '../../formats/programme-folder/part-schema.ts';
import { identities, type RowList, rowListAt } from '../../programme/row-identity.ts';

type Json = Edit['from'];
type Path = readonly string[];

/** Why an edit does not fit a part, and what stands at its place. */
export interface Misfit {
  readonly kind: 'changed' | 'place-gone';
  readonly now: Json;
}

/** A value after an edit, and the edit that takes it back (its path from that value on). */
interface Edited {
  readonly value: unknown;
  readonly undo: Pick<Edit, 'path' | 'from' | 'to' | 'next'>;
}

/**
 * The value of a part after one edit, and the edit that takes it back; or why it does not fit. Values of the edit get the
 * defaults of the schema, so that it does not matter whether they are written out.
 */
export function editPart(value: unknown, edit: Edit): { value: unknown; undo: Edit } | Misfit {
  const complete = (json: Json): Json => (completed(edit.part, edit.path, json ?? undefined) ?? null) as Json;
  const done = editAt(value, edit.path, [], { ...edit, from: complete(edit.from), to: complete(edit.to) });
  return 'kind' in done ? done : { value: done.value, undo: { part: edit.part, ...done.undo } };
}

/** Follows the path; `pattern` is what was followed so far, with `*` for rows. */
function editAt(value: unknown, [key, ...rest]: Path, pattern: Path, edit: Edit): Edited | Misfit {
  const list = Array.isArray(value) ? rowListAt(edit.part, pattern) : null;
  if (list) return editRows(value as unknown[], list, [key, ...rest], pattern, edit);
  if (!isMapping(value)) return { kind: 'place-gone', now: null };
  const now = Object.hasOwn(value, key) ? value[key] : undefined;
  if (rest.length > 0) {
    const inner = editAt(now, rest, [...pattern, key], edit);
    if ('kind' in inner) return inner;
    return { value: { ...value, [key]: inner.value }, undo: below(key, inner.undo) };
  }
  if (!same(now ?? null, edit.from)) return { kind: 'changed', now: (now ?? null) as Json };
  const { [key]: _, ...others } = value;
  return {
    value: edit.to === null ? others : { ...value, [key]: edit.to },
    undo: { path: [key], from: edit.to, to: edit.from },
  };
}

function editRows(
  rows: readonly unknown[],
  list: RowList,
  [key, ...rest]: Path,
  pattern: Path,
  edit: Edit,
): Edited | Misfit {
  const names = identities(list, rows);
  const at = names.indexOf(key);
  const named = (value: readonly unknown[], undo: Edited['undo']): Edited => ({
    value,
    undo: below(identities(list, value)[at], undo),
  });
  if (rest.length > 0) {
    const inner = editAt(rows[at], rest, [...pattern, '*'], edit);
    return 'kind' in inner ? inner : named(rows.with(at, inner.value), inner.undo);
  }
  if (edit.from === null && edit.to !== null) return addRow(rows, names, list, key, edit);
  const now = (rows[at] ?? null) as Json;
  if (at < 0 || !same(now, edit.from)) return { kind: 'changed', now };
  const undo = { path: [], from: edit.to, to: edit.from };
  if (edit.to !== null) return named(rows.with(at, edit.to), undo);
  const left = rows.toSpliced(at, 1);
  const next = identities(list, left)[at] ?? null;
  return { value: left, undo: { ...below(key, undo), next } };
}

/** A row is added where, after it, its identity is the one in the path. */
function addRow(
  rows: readonly unknown[],
  names: readonly string[],
  list: RowList,
  key: string,
  edit: Edit,
): Edited | Misfit {
  const at = edit.next == null ? rows.length : names.indexOf(edit.next);
  if (at < 0) return { kind: 'place-gone', now: null };
  const value = rows.toSpliced(at, 0, edit.to);
  if (identities(list, value)[at] === key) {
    return { value, undo: { path: [key], from: edit.to, to: null } };
  }
  return { kind: 'changed', now: (rows[names.indexOf(key)] ?? null) as Json };
}

function below(key: string, undo: Edited['undo']): Edited['undo'] {
  return { ...undo, path: [key, ...undo.path] };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same as JSON: the order of keys does not count. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => same(x, b[i]));
  if (!isMapping(a) || !isMapping(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}
