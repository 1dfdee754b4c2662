import { z } from 'zod';

/** What a page of reference says of one field. */
export interface FieldRow {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string;
}

/** A JSON Schema as `z.toJSONSchema` writes it, as far as it is read here. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

const ID_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$';

/**
 * Every field of a schema, outer before inner: `a[].b` is field b of each entry of the list a. `collapsed` gives
 * the type of fields whose inside is told elsewhere.
 */
export function fieldRows(
  schema: z.ZodType,
  io: 'input' | 'output',
  collapsed: Readonly<Record<string, string>> = {},
): FieldRow[] {
  const rows: FieldRow[] = [];
  const fields = (at: Schema, path: string): void => {
    for (const [name, field] of Object.entries(at.properties ?? {})) {
      const own = path === '' ? name : `${path}.${name}`;
      const type = collapsed[own];
      rows.push({
        path: own,
        type: type ?? typeOf(field),
        required: at.required?.includes(name) ?? false,
        meaning: meaningOf(field),
      });
      if (type === undefined) inside(field, own);
    }
  };
  const inside = (field: Schema, path: string): void => {
    if (isFigure(field)) return;
    if (field.items) inside(field.items, `${path}[]`);
    for (const variant of field.oneOf ?? field.anyOf ?? []) inside(variant, pathOfCase(path, variant));
    if (field.properties) fields(field, path);
    if (isSchema(field.additionalProperties)) inside(field.additionalProperties, `${path}.*`);
  };
  const root = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
  fields(root, '');
  return rows;
}

/** A Markdown table of fields. */
export function fieldTable(rows: readonly FieldRow[], optional: string): string {
  const line = ({ path, type, required, meaning }: FieldRow): string =>
    `| \`${path}\` | ${cell(type)} | ${required ? 'yes' : optional} | ${cell(meaning)} |`;
  return ['| Field | Type | Required | Meaning |', '|---|---|---|---|', ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function isSchema(x: Schema | boolean | undefined): x is Schema {
  return typeof x === 'object';
}

/** A number, or low, central and high with evidence. */
function isFigure({ anyOf }: Schema): boolean {
  return anyOf?.some(({ properties }) => properties?.central && properties.low && properties.high) ?? false;
}

/** `list[what=gate]` where a constant tells the variant of a union. */
function pathOfCase(path: string, { properties }: Schema): string {
  const tag = Object.entries(properties ?? {}).find(([, field]) => field.const !== undefined);
  return tag ? `${path.replace(/\[\]$/, '')}[${tag[0]}=${tag[1].const}]` : path;
}

function meaningOf(field: Schema): string {
  const said = field.description ?? '';
  const { default: value } = field;
  if (value === undefined || (typeof value === 'object' && Object.keys(value ?? {}).length === 0))
    return said;
  return `${said}${said ? '; ' : ''}default ${JSON.stringify(value)}`;
}

function typeOf(field: Schema): string {
  if (isFigure(field)) return 'figure';
  const union = field.oneOf ?? field.anyOf;
  if (union) return [...new Set(union.map(typeOf))].join(' or ');
  if (typeof field.type === 'object')
    return field.type.map((type) => typeOf({ ...field, type })).join(' or ');
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(', ');
  if (field.prefixItems) return `[${field.prefixItems.map(typeOf).join(', ')}]`;
  if (field.type === 'array') return `list of ${field.items ? typeOf(field.items) : 'anything'}`;
  if (field.type === 'object') {
    return isSchema(field.additionalProperties)
      ? `mapping to ${typeOf(field.additionalProperties)}`
      : 'object';
  }
  if (field.type === 'string')
    return field.format === 'date' ? 'day' : field.pattern === ID_PATTERN ? 'id' : 'text';
  if (field.type === 'number' || field.type === 'integer') return numberType(field);
  return field.type ?? 'anything';
}

function numberType(field: Schema): string {
  const safe = (x: number | undefined): number | undefined =>
    x === undefined || Math.abs(x) === Number.MAX_SAFE_INTEGER ? undefined : x;
  const low = safe(field.minimum) !== undefined ? `≥ ${field.minimum}` : above(field.exclusiveMinimum, '>');
  const high = safe(field.maximum) !== undefined ? `≤ ${field.maximum}` : above(field.exclusiveMaximum, '<');
  const range = [low, high].filter((part) => part !== '').join(', ');
  return `${field.type === 'integer' ? 'whole number' : 'number'}${range ? ` ${range}` : ''}`;
}

function above(limit: number | undefined, sign: string): string {
  return limit === undefined ? '' : `${sign} ${limit}`;
}
