import { DEFECTS, type DefectCode, type Severity } from '../../programme/catalogue.ts';
import type { Part, Programme } from '../../programme/programme.ts';
import { besideOf, type CsvFile, emptyPart, FILE_BYTES_MAX, FILES, type YamlFile } from './files.ts';
import { type LineOf, type Locations, locations } from './locations.ts';
import type { Parsed, Problem } from './problem.ts';
import { readTable } from './table.ts';
import { readYaml } from './yaml.ts';

/** A defect as a person meets it: file relative to the folder, line, code, message and what to do. */
export interface LocatedDefect {
  readonly file: string;
  readonly line: number | null;
  readonly code: DefectCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** What was read of a folder: the parts whose files are sound, every defect, and where things stand. */
export interface ReadResult {
  readonly parts: Partial<Programme>;
  /** The whole programme; null where a file has a defect of severity error. */
  readonly programme: Programme | null;
  readonly defects: readonly LocatedDefect[];
  readonly locations: Locations;
}

/** Bytes or text of a file, null where it does not exist, or the reason why it was not read. */
export type FileContent = Uint8Array | string | null | { readonly problem: Problem };

/** Reads the files of a programme folder. A file with a defect leaves its part out; the others are read all the same. */
export function parseFiles(contentOf: (path: string) => FileContent): ReadResult {
  const parts: Partial<Record<Part, unknown>> = {};
  const defects: LocatedDefect[] = [];
  const lines = new Map<Part, LineOf>();
  for (const file of FILES) {
    const content = contentOf(file.path);
    const others = besideOf(file);
    if (content === null && !file.required) {
      parts[file.part] = emptyPart(file);
      for (const { part } of others) parts[part] = [];
      continue;
    }
    const { value, beside, problems, lineOf } = parseFile(file, content);
    const below = (key: string | undefined): LineOf =>
      key === undefined ? lineOf : (path) => lineOf([key, ...path]);
    lines.set(file.part, below(file.format === 'yaml' ? file.key : undefined));
    for (const { part, key } of others) lines.set(part, below(key));
    defects.push(...problems.map((problem) => located(file.path, problem)));
    if (problems.length > 0) continue;
    parts[file.part] = value;
    for (const { part, key } of others) parts[part] = beside?.[key];
  }
  const whole = FILES.every((file) => file.part in parts);
  return {
    parts: parts as Partial<Programme>,
    programme: whole ? (parts as unknown as Programme) : null,
    defects,
    locations: locations(lines),
  };
}

/** A problem of a file with the severity and hint of its code. */
export function located(file: string, { code, line, message }: Problem): LocatedDefect {
  const { severity, hint } = DEFECTS[code];
  return { file, line, code, severity, message, hint };
}

function parseFile(file: CsvFile | YamlFile, content: FileContent): Parsed {
  const { text, problem } = decode(content);
  if (problem) return { value: undefined, problems: [problem], lineOf: () => 1 };
  return file.format === 'csv' ? readTable(file, text) : readYaml(file, text);
}

/** The text of a file with line feeds only and without a byte-order mark. */
export function decode(
  content: FileContent,
  bytesMax = FILE_BYTES_MAX,
): { text: string; problem?: undefined } | { text?: undefined; problem: Problem } {
  if (content === null) return failed('FILE_MISSING', 'this file is required');
  if (typeof content === 'string') return decode(new TextEncoder().encode(content), bytesMax);
  if ('problem' in content) return { problem: content.problem };
  if (content.length > bytesMax) {
    return failed('FILE_TOO_LARGE', `${content.length} bytes, at most ${bytesMax} are read`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return { text: text.replace(/\r\n?/g, '\n') };
  } catch {
    return failed('NOT_UTF8', 'the bytes are not UTF-8');
  }
}

/** Files that look like a part of a programme and are not, by their paths: most often a misspelt name. */
export function unknownFiles(paths: readonly string[]): LocatedDefect[] {
  const known = new Set(FILES.map((file) => file.path));
  return paths
    .filter((path) => /\.(csv|ya?ml)$/.test(path) && !known.has(path))
    .map((path) => located(path, { code: 'UNKNOWN_FILE', line: null, message: 'is not read' }));
}

function failed(code: DefectCode, message: string): { problem: Problem } {
  return { problem: { code, line: null, message } };
}
