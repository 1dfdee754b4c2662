import { isDeepStrictEqual } from 'node:util';
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { MusterError } from '../../kernel/errors.ts';
import { type Columns, formatCell, parseCell } from './csv.ts';
import { type CsvFile, ROWS_MAX } from './files.ts';
import { findings } from './issues.ts';
import type { Parsed, Problem } from './problem.ts';

/** What reading a table needs to know of it. */
export interface TableShape extends Pick<CsvFile, 'columns' | 'schema'> {
  /** Most rows without the header; ROWS_MAX where it is not given. */
  readonly rowsMax?: number;
}

interface Line {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Reads a table. Every row that is wrong is reported; the value holds the rows that are right. */
export function readTable(file: TableShape, text: string): Parsed {
  const rowsMax = file.rowsMax ?? ROWS_MAX;
  const { lines, problem } = splitLines(text, rowsMax);
  if (problem) return { value: [], problems: [problem], lineOf: () => problem.line ?? 1 };
  const [header, ...body] = lines;
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const problems = checkHeader(file, columns, header?.line ?? 1);
  if (body.length > rowsMax) {
    problems.push({ code: 'TOO_MANY_ROWS', line: null, message: `more than ${rowsMax} rows` });
  }
  if (problems.length > 0) return { value: [], problems, lineOf: () => 1 };
  const rows: unknown[] = [];
  const rowLines: number[] = [];
  for (const line of body) {
    const row = readRow(file, columns, line);
    if (row.problems.length > 0) {
      problems.push(...row.problems);
    } else {
      rows.push(row.value);
      rowLines.push(line.line);
    }
  }
  return { value: rows, problems, lineOf: ([row]) => rowLines[row as number] ?? 1 };
}

/** Splits CSV text into records with the lines on which they start; blank records are skipped. */
function splitLines(text: string, rowsMax: number): { lines: Line[]; problem?: Problem } {
  try {
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      record_delimiter: '\n',
      to: rowsMax + 2,
    }) as unknown as { record: string[]; info: InfoRecord }[];
    const lines = records.map(({ record, info }) => ({
      cells: record,
      line: info.lines - record.join('').split('\n').length + 1,
    }));
    return { lines: lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    return { lines: [], problem: { code: 'CSV_SYNTAX', line, message: error.message } };
  }
}

function checkHeader(file: TableShape, columns: readonly string[], line: number): Problem[] {
  const problems: Problem[] = [];
  for (const [index, column] of columns.entries()) {
    if (!(column in file.columns)) {
      problems.push({ code: 'UNKNOWN_COLUMN', line, message: `unknown column "${column}"` });
    } else if (columns.indexOf(column) < index) {
      problems.push({ code: 'DUPLICATE_COLUMN', line, message: `column "${column}" stands twice` });
    }
  }
  for (const [column, kind] of Object.entries(file.columns)) {
    const optional = kind === 'list' || file.schema.shape[column]!.safeParse(undefined).success;
    if (!optional && !columns.includes(column)) {
      problems.push({ code: 'MISSING_COLUMN', line, message: `column "${column}" is missing` });
    }
  }
  return problems;
}

function readRow(file: TableShape, columns: readonly string[], { cells, line }: Line) {
  const problems: Problem[] = [];
  if (cells.length !== columns.length) {
    const message = `${cells.length} cells where the header has ${columns.length}`;
    return { value: undefined, problems: [{ code: 'ROW_LENGTH', line, message } satisfies Problem] };
  }
  const row = emptyRow(file.columns);
  const broken = new Set<string>();
  for (const [index, column] of columns.entries()) {
    const cell = parseCell(file.columns[column]!, cells[index]!);
    if ('problem' in cell) {
      broken.add(column);
      problems.push({ code: 'NOT_A_NUMBER', line, message: `${column}: ${cell.problem}` });
    } else if (cell.value !== undefined) {
      row[column] = cell.value;
    }
  }
  const result = file.schema.safeParse(row);
  for (const finding of result.success ? [] : findings(result.error.issues, row)) {
    if (broken.has(String(finding.path[0]))) continue;
    problems.push({ code: finding.code, line, message: finding.message });
  }
  return { value: result.data, problems };
}

function emptyRow(columns: Columns): Record<string, unknown> {
  const lists = Object.entries(columns).filter(([, kind]) => kind === 'list');
  return Object.fromEntries(lists.map(([column]) => [column, []]));
}

/** Prints a table in canonical form: every column, rows in their order, line feeds. */
export function writeTable(file: CsvFile, rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(file.columns);
  const cells = rows.map((row, index) =>
    columns.map((column) => writeCell(file, column, row[column], index)),
  );
  return stringify([columns, ...cells], { record_delimiter: '\n' });
}

/** Refuses a value that its cell could not give back, such as a list entry with a semicolon. */
function writeCell(file: CsvFile, column: string, value: unknown, index: number): string {
  const kind = file.columns[column]!;
  const cell = formatCell(kind, value);
  const back = parseCell(kind, cell);
  const same = 'value' in back && isDeepStrictEqual(back.value, value);
  if (same && !cell.includes('\r')) return cell;
  throw new MusterError(
    'CANNOT_WRITE',
    `${file.path}, row ${index + 1}, ${column}: ${JSON.stringify(value)} cannot be written to a cell`,
    {
      hint: 'No ";" nor outer blanks in list entries, no blank texts, no carriage returns; evidence of a figure goes to the column of evidence.',
    },
  );
}
