import type { Json } from './apply.ts';

/** A value in a few signs. */
export function brief(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(brief).join('; ');
  if (typeof value !== 'object') return String(value);
  return 'central' in value ? `${value.low}..${value.central}..${value.high}` : JSON.stringify(value);
}
