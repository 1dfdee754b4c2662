import { type CsvError, type Info, parse } from 'csv-parse/sync';
import { MusterError } from '../../kernel/errors.ts';

/** One row of a table: the line of the file on which it begins, and its cells by column, trimmed. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** One CSV file of a release. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

interface ParsedRow {
  readonly record: string[];
  readonly info: Info;
}

/** Most rows that a file of a release may have. */
const MAX_ROWS = 20_000;

/** Reads a CSV text with a header; a byte-order mark, the order of columns and line endings do not matter. */
export function parseTable(file: string, text: string): Table {
  const parsed = parseRows(file, text.replace(/\r\n?/g, '\n'));
  const header = parsed[0];
  if (!header)
    throw new MusterError('ETO_EMPTY_FILE', `${file} is empty.`, { hint: 'Give it a header line.' });
  if (parsed.length - 1 > MAX_ROWS) {
    throw new MusterError('ETO_TOO_LARGE', `${file} has more than ${MAX_ROWS} rows.`, {
      hint: 'Drop rows that are not needed.',
    });
  }
  const columns = header.record.map((name) => name.trim());
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new MusterError('ETO_COLUMN_TWICE', `${file}, line 1: the column ${twice} stands twice.`, {
      hint: 'Keep one of the two.',
    });
  }
  const rows = parsed.slice(1).map((row) => ({
    line: firstLine(row),
    cells: Object.fromEntries(columns.map((name, c) => [name, row.record[c].trim()])),
  }));
  return { file, columns, rows };
}

function parseRows(file: string, text: string): ParsedRow[] {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as ParsedRow[];
  } catch (cause) {
    const { message, lines } = cause as CsvError & { lines?: number };
    const place = lines === undefined ? file : `${file}, line ${lines}`;
    throw new MusterError('ETO_CSV_SYNTAX', `${place}: ${message}`, {
      hint: 'Quote cells that hold commas, quotes or line breaks; give every row as many cells as the header.',
    });
  }
}

/** Line on which a record begins, from the line on which it ends and the line breaks inside its cells. */
function firstLine({ record, info }: ParsedRow): number {
  return info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}
