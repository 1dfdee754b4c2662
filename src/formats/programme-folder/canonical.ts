import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/**
 * A value in the canonical order of its schema: keys as the schema lists them, absent and default values left
 * out. The schema reads it back as the same value.
 */
export function canonical(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodLazy || schema instanceof z.ZodDefault) {
    return canonical(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodArray) {
    return (value as unknown[]).map((item) => canonical(schema.element, item));
  }
  if (schema instanceof z.ZodUnion) {
    const branch = schema.options.find((option) => z.safeParse(option, value).success);
    return branch ? canonical(branch, value) : value;
  }
  if (schema instanceof z.ZodObject) return canonicalObject(schema, value as Record<string, unknown>);
  return value;
}

function canonicalObject(schema: z.ZodObject, value: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(schema.shape)) {
    const item = value[key];
    if (item === undefined || isDefault(inner, item)) continue;
    result[key] = canonical(inner, item);
  }
  return result;
}

function isDefault(schema: z.core.$ZodType, value: unknown): boolean {
  return schema instanceof z.ZodDefault && isDeepStrictEqual(schema.def.defaultValue, value);
}
