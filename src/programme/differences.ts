import { type FieldValue, sameValue } from './differences-fields.ts';
import { ITEM_SORTS, type Item, type ItemSort, itemsOf } from './differences-items.ts';
import type { Programme } from './programme.ts';

/** A field that differs; null: not stated. */
export interface FieldChange {
  readonly field: string;
  readonly before: FieldValue | null;
  readonly after: FieldValue | null;
}

/** A thing that differs between two programmes. */
export interface Difference {
  readonly sort: ItemSort;
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly name: string | null;
  readonly nameZh: string | null;
  /** Fields that differ; of what was added or removed all that are stated. */
  readonly fields: readonly FieldChange[];
  /** The link that it is about, where it is about one. */
  readonly link: string | null;
}

/**
 * What differs between two programmes, by the ids of things and never by their place: the same programme with its
 * rows in another order has no difference. By sort, then by id.
 */
export function differences(before: Programme, after: Programme): Difference[] {
  const old = byKey(before);
  const now = byKey(after);
  const found = [...new Set([...old.keys(), ...now.keys()])].flatMap(
    (key) => difference(old.get(key), now.get(key)) ?? [],
  );
  return found.sort(
    (a, b) => ITEM_SORTS.indexOf(a.sort) - ITEM_SORTS.indexOf(b.sort) || (a.id < b.id ? -1 : 1),
  );
}

function byKey(programme: Programme): Map<string, Item> {
  return new Map(itemsOf(programme).map((item) => [`${item.sort} ${item.id}`, item]));
}

/** What differs of one thing, of which at least one state is there; null: nothing. */
function difference(before: Item | undefined, after: Item | undefined): Difference | null {
  const { sort, id, link } = (after ?? before)!;
  const { name, nameZh } = (after ?? before)!;
  const kind = !before ? 'added' : !after ? 'removed' : 'changed';
  const names = new Set([...(before?.fields.keys() ?? []), ...(after?.fields.keys() ?? [])]);
  const fields = [...names].flatMap((field): FieldChange[] => {
    const [old, now] = [before?.fields.get(field), after?.fields.get(field)];
    return sameValue(old, now) ? [] : [{ field, before: old ?? null, after: now ?? null }];
  });
  return kind === 'changed' && fields.length === 0 ? null : { sort, id, kind, name, nameZh, fields, link };
}
