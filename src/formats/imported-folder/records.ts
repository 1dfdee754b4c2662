import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { MusterError } from '../../kernel/errors.ts';

/** One record of a CSV text: the line of the file on which it begins, and its cells as they stand. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

interface ParsedRow {
  readonly record: string[];
  readonly info: Info;
}

/**
 * Splits a CSV text into records; a byte-order mark and the kind of line endings do not matter, empty lines are
 * skipped. `lengths`: whether records of another length than the first are let through or refused.
 */
export function parseRecords(
  file: string,
  text: string,
  format: string,
  lengths: 'any' | 'equal',
): CsvRecord[] {
  try {
    const rows = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: lengths === 'any',
    }) as unknown as ParsedRow[];
    return rows.map((row) => ({ line: firstLine(row), cells: row.record }));
  } catch (cause) {
    const { message, lines } = cause as CsvError & { lines?: number };
    const place = lines === undefined ? file : `${file}, line ${lines}`;
    throw new MusterError(`${format}_CSV_SYNTAX`, `${place}: ${message}`, {
      hint: 'Quote cells that hold commas, quotes or line breaks; give every row as many cells as the header.',
    });
  }
}

/** Line on which a record begins, from the line on which it ends and the line breaks inside its cells. */
function firstLine({ record, info }: ParsedRow): number {
  return info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}
