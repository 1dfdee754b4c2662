import { MusterError } from '../../kernel/errors.ts';
import { parseRecords } from '../imported-folder/records.ts';

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

/** Most rows that a file of a release may have. */
const MAX_ROWS = 20_000;

/** Reads a CSV text with a header; a byte-order mark, the order of columns and line endings do not matter. */
export function parseTable(file: string, text: string): Table {
  const parsed = parseRecords(file, text, 'ETO', 'equal');
  const header = parsed[0];
  if (!header)
    throw new MusterError('ETO_EMPTY_FILE', `${file} is empty.`, { hint: 'Give it a header line.' });
  if (parsed.length - 1 > MAX_ROWS) {
    throw new MusterError('ETO_TOO_LARGE', `${file} has more than ${MAX_ROWS} rows.`, {
      hint: 'Drop rows that are not needed.',
    });
  }
  const columns = header.cells.map((name) => name.trim());
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new MusterError('ETO_COLUMN_TWICE', `${file}, line 1: the column ${twice} stands twice.`, {
      hint: 'Keep one of the two.',
    });
  }
  const rows = parsed.slice(1).map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(columns.map((name, c) => [name, cells[c].trim()])),
  }));
  return { file, columns, rows };
}
