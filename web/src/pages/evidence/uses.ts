import type { Content } from '../../../../src/contract/api/content.ts';

/** A place in the inputs that names a source. */
export interface Use {
  readonly part: string;
  /** Ids on the way there, then the field. */
  readonly place: string;
}

/**
 * Where every source is used, by its id: fields called `evidence`, wherever they stand. In the links an entry may be
 * `column:id`, for one figure of the row.
 */
export function usesOfEvidence({ parts }: Content): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const note = (id: string, part: string, way: readonly string[]): void => {
    const column = id.includes(':') ? id.slice(0, id.indexOf(':')) : '';
    const source = id.slice(id.indexOf(':') + 1);
    const place = [...way, column].filter(Boolean).join(' › ');
    const known = uses.get(source);
    if (known) known.push({ part, place });
    else uses.set(source, [{ part, place }]);
  };
  const walk = (value: unknown, part: string, way: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, part, [...way, nameOf(item)]);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'evidence') walk(item, part, Array.isArray(item) ? way : [...way, key]);
      else for (const id of Array.isArray(item) ? item : [item]) note(String(id), part, way);
    }
  };
  for (const [part, value] of Object.entries(parts)) if (part !== 'evidence') walk(value, part, []);
  return uses;
}

function nameOf(item: unknown): string {
  const row = (item ?? {}) as Record<string, unknown>;
  const named = row.id ?? row.name ?? row.actor ?? row.mode ?? row.link;
  const beside = row.id === undefined && row.provider !== undefined ? `/${String(row.provider)}` : '';
  return named === undefined ? '' : `${String(named)}${beside}`;
}
