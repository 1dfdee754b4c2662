import type { Findings } from './findings.ts';
import type { UsgsFile } from './read.ts';

/** A column of figures of a world table. */
export interface FigureColumn {
  readonly index: number;
  readonly name: string;
  readonly of: 'production' | 'capacity' | 'reserves';
  readonly unit: string | null;
  readonly year: number | null;
  /** Whether the name of the column says that its figures are estimates. */
  readonly estimated: boolean;
}

/** Where a world table holds what. */
export interface WorldColumns {
  readonly country: number;
  /** What is counted; null where no column says it. */
  readonly type: number | null;
  readonly figures: readonly FigureColumn[];
  readonly notes: readonly { readonly index: number; readonly name: string }[];
}

const MEASURES = { prod: 'production', cap: 'capacity', reserves: 'reserves' } as const;

/** Reads the header of a world table: `Prod_kg_est_2023` is production in kg, estimated, of 2023. */
export function worldColumns(file: UsgsFile, findings: Findings): WorldColumns {
  const figures: FigureColumn[] = [];
  const notes: WorldColumns['notes'][number][] = [];
  const type = typeColumn(file, findings);
  for (const { index, name } of namedColumns(file, findings)) {
    const [first, ...rest] = name.split('_');
    const measure = first.toLowerCase();
    if (index === type || ['country', 'source'].includes(measure)) continue;
    if (rest.at(-1)?.toLowerCase() === 'notes') notes.push({ index, name });
    else if (Object.hasOwn(MEASURES, measure)) {
      figures.push(figureColumn(index, name, MEASURES[measure as keyof typeof MEASURES], rest));
    } else sayUnknown(file, index, name, findings);
  }
  return { country: file.header.indexOf('Country'), type, figures, notes };
}

function figureColumn(
  index: number,
  name: string,
  of: FigureColumn['of'],
  words: readonly string[],
): FigureColumn {
  const year = words.find((word) => /^(19|20)\d\d$/.test(word));
  const estimated = words.some((word) => /^est$/i.test(word));
  const unit = words.find((word) => word !== year && !/^est$/i.test(word)) ?? null;
  return { index, name, of, unit, year: year === undefined ? null : Number(year), estimated };
}

/** The column Type; else one whose header only repeats what all of its cells say. */
function typeColumn({ name: file, header, rows }: UsgsFile, findings: Findings): number | null {
  const named = header.indexOf('Type');
  if (named >= 0) return named;
  const index = header.findIndex((name, i) => name !== '' && rows.every(({ cells }) => cells[i] === name));
  if (index < 0 || rows.length === 0) {
    findings.add('NO_TYPE', file, 1, '', `${file} does not say what it counts.`);
    return null;
  }
  const cell = { column: header[index], read: header[index] };
  findings.add('RENAMED_COLUMN', file, 1, '', `Column ${index + 1} was read as Type.`, cell);
  return index;
}

/** Columns with a name, each name once; says which come again, which hold values without a name and which nothing. */
export function namedColumns(file: UsgsFile, findings: Findings): { index: number; name: string }[] {
  const { header, rows } = file;
  const first = new Map<string, number>();
  const empty = header.filter((name, i) => name === '' && rows.every(({ cells }) => cells[i] === ''));
  if (empty.length > 0) findings.add('EMPTY_COLUMNS', file.name, 1, '', `${empty.length} columns.`);
  for (const { line, cells } of rows) {
    cells.forEach((read, i) => {
      if (read === '' || (header[i] ?? '') !== '') return;
      const cell = { column: `column ${i + 1}`, read };
      findings.add('VALUE_WITHOUT_COLUMN', file.name, line, file.key, `'${read}' was not read.`, cell);
    });
  }
  header.forEach((name, index) => {
    if (name === '') return;
    const before = first.get(name.toLowerCase());
    if (before === undefined) {
      first.set(name.toLowerCase(), index);
      return;
    }
    const differ = rows.filter(({ cells }) => cells[before] !== cells[index]).map(({ line }) => line);
    const what = differ.length === 0 ? 'it says the same' : `it differs on lines ${differ.join(', ')}`;
    const message = `${name} is column ${before + 1} and column ${index + 1}: ${what}.`;
    findings.add('REPEATED_COLUMN', file.name, 1, name, message);
  });
  return [...first.values()].map((index) => ({ index, name: header[index] }));
}

/** Says that a column was not read, and what stands in it. */
export function sayUnknown(file: UsgsFile, index: number, name: string, findings: Findings): void {
  const values = [...new Set(file.rows.map(({ cells }) => cells[index]).filter((cell) => cell !== ''))];
  const shown = values.slice(0, 3).map((value) => `'${value}'`);
  const message = `${name} holds ${shown.join(', ') || 'nothing'}${values.length > 3 ? ' and others' : ''}.`;
  findings.add('UNKNOWN_COLUMN', file.name, 1, name, message);
}
