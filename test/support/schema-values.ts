import fc from 'fast-check';

/** A JSON Schema as the OpenAPI document has it, as far as values are drawn from it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema | false;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const DEPTH_MAX = 6;
const DAY = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

/** Values of a schema; what it says in a way not read here may be missed. `resolve` finds what a reference names. */
export function valuesOf(schema: Schema, resolve: (ref: string) => Schema, depth = 0): fc.Arbitrary<unknown> {
  const inner = (one: Schema): fc.Arbitrary<unknown> => valuesOf(one, resolve, depth + 1);
  if (schema.$ref) return depth > DEPTH_MAX ? fc.constant(null) : inner(resolve(schema.$ref));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...(depth > DEPTH_MAX ? choices.slice(0, 1) : choices).map(inner));
  const type = typeof schema.type === 'object' ? schema.type[0] : schema.type;
  if (type === 'string') return texts(schema);
  if (type === 'integer') return fc.integer({ min: lowest(schema, 1), max: highest(schema, 1) });
  if (type === 'number') return numbers(schema);
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') {
    const minLength = schema.minItems ?? 0;
    return fc.array(inner(schema.items || {}), {
      minLength,
      maxLength: Math.min(schema.maxItems ?? 3, minLength + 3),
    });
  }
  if (type === 'object') return objects(schema, inner);
  return fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string({ maxLength: 20 }));
}

function texts({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return DAY.map((day) => day.toISOString().slice(0, 10));
  if (format === 'date-time') return DAY.map((day) => day.toISOString());
  if (pattern) return fc.stringMatching(new RegExp(pattern), { size: 'small' });
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme-composite' });
}

function numbers(schema: Schema): fc.Arbitrary<number> {
  const min = lowest(schema, 1e-9);
  const max = highest(schema, 1e-9);
  return fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x));
}

function lowest({ minimum, exclusiveMinimum }: Schema, step: number): number {
  return Math.max(-1e6, minimum ?? (exclusiveMinimum === undefined ? -1e6 : exclusiveMinimum + step));
}

function highest({ maximum, exclusiveMaximum }: Schema, step: number): number {
  return Math.min(1e6, maximum ?? (exclusiveMaximum === undefined ? 1e6 : exclusiveMaximum - step));
}

function objects(schema: Schema, inner: (schema: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, inner(one)]));
  const stated = fc.record(fields, { requiredKeys: required.filter((key) => key in fields) });
  if (typeof additionalProperties !== 'object') return stated;
  const further = fc.dictionary(fc.string({ maxLength: 12 }), inner(additionalProperties), { maxKeys: 3 });
  return fc.tuple(further, stated).map(([more, own]) => ({ ...more, ...own }));
}
