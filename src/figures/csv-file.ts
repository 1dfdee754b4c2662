import { stringify } from 'csv-stringify/browser/esm/sync';

type Value = string | number | null;

/** One file of comma-separated values: columns by the names of the JSON contract, ids beside names. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Makes a cell safe to open in a spreadsheet: what begins like a formula gets a leading apostrophe, unless it is
 * a plain number.
 */
export function safeCell(value: Value): string {
  if (value === null) return '';
  const text = String(value);
  if (!/^[=+\-@\t\r]/.test(text)) return text;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? text : `'${text}`;
}

/** One file of a table. */
export function csv(name: string, columns: readonly string[], rows: readonly (readonly Value[])[]): CsvFile {
  return { name, text: csvText(columns, rows) };
}

/** A table as text, its cells made safe. */
export function csvText(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
  return stringify([[...columns], ...rows.map((row) => row.map(safeCell))]);
}

/** Several values in one cell. */
export const join = (items: readonly string[]): string => items.join('; ');
