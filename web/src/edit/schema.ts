import type { Part } from '../../../src/programme/programme.ts';
import type { Json } from './apply.ts';

/** A JSON Schema as those of the folder are written, as far as the editor reads it. */
export interface Schema {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** How a value is shown and typed. `json` is what no other kind fits, typed as JSON. */
export type Kind =
  | 'text'
  | 'prose'
  | 'day'
  | 'number'
  | 'choice'
  | 'yes-no'
  | 'figure'
  | 'texts'
  | 'record'
  | 'rows'
  | 'json';

/** Schemas of the folder, each with the parts it holds; fetched when an editor is opened. */
const FILES: Readonly<Record<Part, [load: () => Promise<unknown>, inside: string | null]>> = {
  muster: [() => import('../../../schemas/muster.schema.json', { with: { type: 'json' } }), null],
  links: [() => import('../../../schemas/chain-links.schema.json', { with: { type: 'json' } }), null],
  requirements: [
    () => import('../../../schemas/chain-requirements.schema.json', { with: { type: 'json' } }),
    null,
  ],
  supply: [() => import('../../../schemas/chain-supply.schema.json', { with: { type: 'json' } }), null],
  providers: [() => import('../../../schemas/chain-providers.schema.json', { with: { type: 'json' } }), null],
  overlay: [() => import('../../../schemas/overlay.schema.json', { with: { type: 'json' } }), null],
  scenarios: [
    () => import('../../../schemas/scenarios.schema.json', { with: { type: 'json' } }),
    'scenarios',
  ],
  goals: [() => import('../../../schemas/options.schema.json', { with: { type: 'json' } }), 'goals'],
  commitments: [
    () => import('../../../schemas/options.schema.json', { with: { type: 'json' } }),
    'commitments',
  ],
  capacity: [() => import('../../../schemas/options.schema.json', { with: { type: 'json' } }), 'capacity'],
  instruments: [
    () => import('../../../schemas/instruments.schema.json', { with: { type: 'json' } }),
    'instruments',
  ],
  funds: [() => import('../../../schemas/funds.schema.json', { with: { type: 'json' } }), 'funds'],
  actors: [() => import('../../../schemas/actors.schema.json', { with: { type: 'json' } }), null],
  resources: [() => import('../../../schemas/resources.schema.json', { with: { type: 'json' } }), null],
  evidence: [() => import('../../../schemas/evidence.schema.json', { with: { type: 'json' } }), null],
  judgements: [() => import('../../../schemas/judgements.schema.json', { with: { type: 'json' } }), null],
};

/** Every part of a programme, in the order in which one fills them in. */
export const PARTS = Object.keys(FILES) as readonly Part[];

const fetched = new Map<Part, Promise<Schema>>();

/** Schema of a part; the same promise every time, so that it can be suspended on. */
export function schemaOfPart(part: Part): Promise<Schema> {
  const [load, inside] = FILES[part];
  const known = fetched.get(part);
  if (known) return known;
  const schema = load().then((module) => {
    const whole = (module as { default: Schema }).default;
    return inside === null ? whole : whole.properties![inside];
  });
  fetched.set(part, schema);
  return schema;
}

/** A number, or low, central and high with evidence. */
const isFigure = ({ anyOf }: Schema): boolean =>
  anyOf?.some(({ properties }) => properties?.central && properties.low && properties.high) ?? false;

const isText = ({ type, enum: choices }: Schema): boolean => type === 'string' && choices === undefined;

/** Cases of a union whose every case is a record. */
export const casesOf = ({ oneOf, anyOf }: Schema): readonly Schema[] | null => {
  const cases = oneOf ?? anyOf;
  return cases?.every(({ properties }) => properties) ? cases : null;
};

export function kindOf(schema: Schema): Kind {
  if (isFigure(schema)) return 'figure';
  if (casesOf(schema) || (schema.type === 'object' && schema.properties)) return 'record';
  if (schema.enum) return 'choice';
  if (schema.type === 'boolean' || schema.const === true) return 'yes-no';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  if (schema.type === 'string') {
    return schema.format === 'date' ? 'day' : (schema.maxLength ?? 0) >= 1000 ? 'prose' : 'text';
  }
  if (schema.type === 'array' && schema.items) {
    if (isText(schema.items) || schema.items.enum) return 'texts';
    if (kindOf(schema.items) === 'record') return 'rows';
  }
  return 'json';
}

type Row = Readonly<Record<string, Json>>;

const fits = ({ properties = {}, required = [] }: Schema, row: Row): boolean =>
  required.every((name) => row[name] !== undefined) &&
  Object.entries(properties).every(([name, { const: fixed }]) => fixed === undefined || row[name] === fixed);

/** The record schema that a row follows: of a union, the case it fits, else the first. */
export function recordOf(schema: Schema, row: Row | null): Schema {
  const cases = casesOf(schema);
  if (!cases) return schema;
  return (row && cases.find((one) => fits(one, row))) ?? cases[0];
}

/** What tells a case of a union from the others: the constant it fixes, else the first field only it requires. */
export function nameOfCase(one: Schema, all: readonly Schema[]): string {
  const fixed = Object.values(one.properties ?? {}).find(({ const: value }) => value !== undefined);
  if (fixed) return String(fixed.const);
  const others = all.filter((other) => other !== one);
  const own = one.required?.find((name) => others.every((other) => !other.required?.includes(name)));
  return own ?? one.required?.[0] ?? '';
}

/** Fields of rows that may be of several cases, each once. */
export function fieldsOf(schema: Schema): [name: string, field: Schema][] {
  const fields = new Map<string, Schema>();
  for (const one of casesOf(schema) ?? [schema]) {
    for (const [name, field] of Object.entries(one.properties ?? {})) {
      if (!fields.has(name)) fields.set(name, field);
    }
  }
  return [...fields].filter(([name, { const: fixed }]) => name !== 'schema' || fixed === undefined);
}

/** The schema at a place of a part; the rows that are passed choose the case of unions. */
export function schemaAt(
  schema: Schema,
  value: Json | undefined,
  path: readonly string[],
  step: Step,
): Schema | null {
  let here: Schema | null = schema;
  let now = value;
  for (const [i, key] of path.entries()) {
    if (!here) return null;
    const next: Json | undefined = step(now, path.slice(0, i), key);
    here =
      kindOf(here) === 'rows'
        ? (here.items as Schema)
        : (recordOf(here, (now ?? null) as Row | null).properties?.[key] ?? null);
    now = next;
  }
  return here;
}

/** What stands one step further: a key of a record, or the row of that identity. */
export type Step = (value: Json | undefined, path: readonly string[], key: string) => Json | undefined;
