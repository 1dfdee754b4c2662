import type { Json } from './apply.ts';
import { kindOf, type Schema } from './schema.ts';

/** Why what was typed cannot be taken: a key of the words of the editor. */
export type Refusal =
  | 'number'
  | 'whole'
  | 'tooSmall'
  | 'tooLarge'
  | 'figure'
  | 'order'
  | 'day'
  | 'pattern'
  | 'json'
  | 'needed';

/** What was typed, as a value (null: nothing), or why not. */
export type Typed = { readonly value: Json } | { readonly refusal: Refusal };

interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly evidence?: string;
}

/** A value as one types it: a figure as `low..central..high`, a list with semicolons, anything else odd as JSON. */
export function printed(schema: Schema, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  const kind = kindOf(schema);
  if (kind === 'figure' && typeof value === 'object') {
    const { low, central, high } = value as unknown as Range;
    return `${low}..${central}..${high}`;
  }
  if (kind === 'texts' && Array.isArray(value)) return value.join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Reads what was typed; `before` gives the evidence that a figure keeps. */
export function typed(schema: Schema, text: string, needed: boolean, before?: Json): Typed {
  const plain = text.trim();
  if (plain === '') return needed ? { refusal: 'needed' } : { value: null };
  switch (kindOf(schema)) {
    case 'number':
      return numberIn(schema, plain);
    case 'figure':
      return figureIn(plain, before);
    case 'texts':
      return {
        value: plain
          .split(';')
          .map((part) => part.trim())
          .filter(Boolean),
      };
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(plain) && !Number.isNaN(Date.parse(plain))
        ? { value: plain }
        : { refusal: 'day' };
    case 'yes-no':
      return { value: plain === 'true' ? true : null };
    case 'text':
      return schema.pattern && !new RegExp(schema.pattern).test(plain)
        ? { refusal: 'pattern' }
        : { value: plain };
    case 'prose':
    case 'choice':
      return { value: plain };
    default:
      return jsonIn(plain);
  }
}

function numberIn(schema: Schema, text: string): Typed {
  const value = Number(text);
  if (!Number.isFinite(value)) return { refusal: 'number' };
  if (schema.type === 'integer' && !Number.isInteger(value)) return { refusal: 'whole' };
  const {
    minimum = -Infinity,
    exclusiveMinimum = -Infinity,
    maximum = Infinity,
    exclusiveMaximum = Infinity,
  } = schema;
  if (value < minimum || value <= exclusiveMinimum) return { refusal: 'tooSmall' };
  if (value > maximum || value >= exclusiveMaximum) return { refusal: 'tooLarge' };
  return { value };
}

function figureIn(text: string, before: Json | undefined): Typed {
  const parts = text.split('..').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (!parts.every(Number.isFinite) || (parts.length !== 1 && parts.length !== 3))
    return { refusal: 'figure' };
  if (parts.length === 1) return { value: parts[0] };
  const [low, central, high] = parts;
  if (low > central || central > high) return { refusal: 'order' };
  const evidence = (before as unknown as Range | null)?.evidence;
  return { value: { low, central, high, ...(evidence ? { evidence } : {}) } };
}

function jsonIn(text: string): Typed {
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return { refusal: 'json' };
  }
}
