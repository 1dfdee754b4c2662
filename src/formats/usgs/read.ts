import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MusterError } from '../../kernel/errors.ts';
import { type CsvRecord, parseRecords } from '../imported-folder/records.ts';
import type { Findings } from './findings.ts';
import { plainCell } from './text.ts';

/** One table of the Mineral Commodity Summaries, its cells plain. */
export interface UsgsFile {
  readonly name: string;
  /** `world`: production by country; `salient`: figures of the United States by year. */
  readonly kind: 'world' | 'salient';
  /** Which commodity it is about, as the name of the file says: `galli`. */
  readonly key: string;
  /** Year of the edition, as the name of the file says; null where it does not. */
  readonly edition: number | null;
  readonly header: readonly string[];
  /** Rows with any value in them, each with as many cells as the header. */
  readonly rows: readonly CsvRecord[];
}

/** Largest file that is read. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_ROWS = 20_000;
const MAX_FILES = 500;

/** Reads the tables of folders and files, later editions in place of earlier ones, by name. */
export function readUsgs(sources: readonly string[], findings: Findings): UsgsFile[] {
  const paths = sources.flatMap(pathsOf);
  if (paths.length > MAX_FILES) throw tooLarge(`${paths.length} files`, `at most ${MAX_FILES} are read`);
  const files = paths
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
    .flatMap((path) => readFile(path, findings) ?? []);
  if (files.length === 0) {
    throw new MusterError('USGS_NO_TABLE', `${sources.join(', ')}: no table of USGS mineral data.`, {
      hint: 'Name the folder or the files such as mcs2024-galli_world.csv and mcs2024-galli_salient.csv.',
    });
  }
  requireCountries(files);
  return latestEditions(files, findings);
}

function pathsOf(source: string): string[] {
  const stats = statSync(source, { throwIfNoEntry: false });
  if (stats?.isFile()) return [source];
  if (!stats?.isDirectory()) {
    throw new MusterError('USGS_NO_SOURCE', `${source} is neither a file nor a folder.`, {
      hint: 'Name a folder of CSV files, or the files.',
    });
  }
  const entries = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(source, entry.name));
}

function tooLarge(what: string, limit: string): MusterError {
  return new MusterError('USGS_TOO_LARGE', `${what}: ${limit}.`, { hint: 'Is it a table of this data?' });
}

function readFile(path: string, findings: Findings): UsgsFile | null {
  const name = basename(path);
  if (!/\.csv$/i.test(name)) return skip(name, 'is no CSV file', findings);
  if (statSync(path).size > MAX_BYTES) throw tooLarge(name, 'larger than 20 MiB');
  const records = parseRecords(name, decode(name, readFileSync(path), findings), 'USGS', 'any');
  if (records.length - 1 > MAX_ROWS) throw tooLarge(name, `more than ${MAX_ROWS} rows`);
  const plain = records.map((record) => plainRecord(name, record, records[0].cells, findings));
  const header = plain[0]?.cells ?? [];
  const kind = kindOf(header);
  if (kind === null) return skip(name, 'has the columns of neither', findings);
  const [, edition, key] = name.match(/^(?:mcs(\d{4})[-_])?(.*?)(?:[-_](?:world|salient))?\.csv$/i)!;
  return {
    name,
    kind,
    key: key.toLowerCase(),
    edition: edition === undefined ? null : Number(edition),
    header,
    rows: fullRows(name, header, plain.slice(1), findings),
  };
}

function skip(name: string, why: string, findings: Findings): null {
  findings.add('OTHER_FILE', name, null, '', `${name} ${why}.`);
  return null;
}

function decode(name: string, bytes: Buffer, findings: Findings): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    const lines = text.split('\n').flatMap((line, i) => (/[^ -~\s]/.test(line) ? [i + 1] : []));
    findings.add('NOT_UTF8', name, lines[0], '', `Other characters on lines ${lines.join(', ')}.`);
    return text;
  }
}

function plainRecord(
  file: string,
  { line, cells }: CsvRecord,
  columns: readonly string[],
  findings: Findings,
): CsvRecord {
  const plain = cells.map((read, i) => {
    const { text, odd } = plainCell(read);
    const cell = { column: columns[i] || `column ${i + 1}`, read };
    if (odd) findings.add('ODD_CHARACTER', file, line, '', `Taken as '${text}'.`, cell);
    return text;
  });
  return { line, cells: plain };
}

const FIGURES = /^(prod|cap|reserves)_/i;

function kindOf(header: readonly string[]): UsgsFile['kind'] | null {
  if (header.includes('Country') || header.some((name) => FIGURES.test(name))) return 'world';
  const salient = header.includes('Year') && (header.includes('Commodity') || header.includes('DataSource'));
  return salient ? 'salient' : null;
}

/** Rows that hold anything, brought to the length of the header; what stands beyond a longer row is kept. */
function fullRows(
  file: string,
  header: readonly string[],
  records: readonly CsvRecord[],
  findings: Findings,
): CsvRecord[] {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const blank = records.length - filled.length;
  if (blank > 0) findings.add('BLANK_ROWS', file, null, '', `${blank} rows.`);
  return filled.map(({ line, cells }) => {
    if (cells.length !== header.length) {
      const message = `${cells.length} cells under ${header.length} columns.`;
      findings.add('RAGGED_ROW', file, line, cells[1] ?? '', message);
    }
    const missing = Math.max(0, header.length - cells.length);
    return { line, cells: [...cells, ...Array<string>(missing).fill('')] };
  });
}

function requireCountries(files: readonly UsgsFile[]): void {
  const without = files.filter(({ kind, header }) => kind === 'world' && !header.includes('Country'));
  if (without.length === 0) return;
  const names = without.map(({ name }) => name).join(', ');
  throw new MusterError('USGS_COLUMN_MISSING', `${names}, line 1: no column Country.`, {
    hint: 'A world table has the columns Source, Country, Type and Prod_UNIT_YEAR.',
  });
}

/** Of tables on one commodity and of one kind the latest edition. */
function latestEditions(files: readonly UsgsFile[], findings: Findings): UsgsFile[] {
  const kept = new Map<string, UsgsFile>();
  for (const file of files) {
    const id = `${file.key} ${file.kind}`;
    const other = kept.get(id);
    if (!other) {
      kept.set(id, file);
      continue;
    }
    const later = (file.edition ?? 0) > (other.edition ?? 0) ? file : other;
    const left = later === file ? other : file;
    const code = later.edition === left.edition ? 'REPEATED_FILE' : 'OLD_EDITION';
    findings.add(code, left.name, null, file.key, `${later.name} was read in its place.`);
    kept.set(id, later);
  }
  return [...kept.values()];
}
