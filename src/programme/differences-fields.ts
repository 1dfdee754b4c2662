/** A range of a figure. */
interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** What a field can hold once it is laid flat; a list of words has no order. */
export type FieldValue = string | number | boolean | Range | string[] | number[];

/**
 * The stated fields of something of a programme by their path, such as `stages[2].periods` or `who.jurisdictions`.
 * Entries of lists go by what names them within the list, else by their place. A range without width is a number.
 */
export function fieldsOf(thing: object): Map<string, FieldValue> {
  const fields = new Map<string, FieldValue>();
  layFlat(thing, '', fields);
  return fields;
}

function layFlat(value: unknown, path: string, fields: Map<string, FieldValue>): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    fields.set(path, value);
  } else if (Array.isArray(value)) {
    layListFlat(value, path, fields);
  } else if (isRange(value)) {
    const { low, central, high } = value;
    fields.set(path, low === high ? central : { low, central, high });
    layFlat(value.evidence, `${path}.evidence`, fields);
  } else {
    for (const [name, inner] of Object.entries(value)) {
      layFlat(inner, path === '' ? name : `${path}.${name}`, fields);
    }
  }
}

function layListFlat(list: readonly unknown[], path: string, fields: Map<string, FieldValue>): void {
  if (list.length === 0) return;
  if (list.every((entry) => typeof entry === 'string')) fields.set(path, [...list].sort());
  else if (list.every((entry) => typeof entry === 'number')) fields.set(path, [...list]);
  else {
    const taken = new Map<string, number>();
    list.forEach((entry, place) => {
      const name = nameIn(entry) ?? String(place + 1);
      const before = taken.get(name) ?? 0;
      taken.set(name, before + 1);
      layFlat(entry, `${path}[${name}${before > 0 ? `#${before + 1}` : ''}]`, fields);
    });
  }
}

/** Fields that name an entry of a list among the others of it, the first of them that it has. */
const NAMING = ['id', 'mode', 'actor', 'link', 'level', 'from', 'gate'] as const;

function nameIn(entry: unknown): string | undefined {
  const fields = entry as Partial<Record<string, unknown>>;
  const naming = NAMING.find((name) => fields[name] !== undefined);
  return naming === undefined ? undefined : String(fields[naming]);
}

function isRange(value: object): value is Range & { readonly evidence?: string } {
  return 'low' in value && 'central' in value && 'high' in value;
}

export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return (
    a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
  );
}
