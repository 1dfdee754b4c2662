import type { Page, PageRequest } from '../app/workbench/ports/common.ts';
import { MusterError } from '../kernel/errors.ts';

/** Shapes of the parts of a mark. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const NUMBER = /^\d{1,15}$/;
export const TEXT = /^[^\0]*$/s;

/** The sort key that a page starts after; null for the first page. */
export function markOf(request: PageRequest, shapes: readonly RegExp[]): readonly string[] | null {
  if (request.after === null) return null;
  const parts = parse(request.after);
  const fits = parts?.length === shapes.length && shapes.every((shape, i) => shape.test(parts[i]!));
  if (!fits) throw new MusterError('BAD_PAGE_MARK', 'This is no mark that a page of this list ended with.');
  return parts;
}

function parse(mark: string): string[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(mark, 'base64url').toString());
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : null;
  } catch {
    return null;
  }
}

/** A page from rows of which one more than `limit` was asked for. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { limit }: PageRequest,
  item: (row: Row) => Item,
  key: (row: Row) => readonly string[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const next =
    rows.length > limit ? Buffer.from(JSON.stringify(key(shown.at(-1)!))).toString('base64url') : null;
  return { items: shown.map(item), next };
}
