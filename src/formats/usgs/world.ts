import { groupBy } from '../../kernel/collections.ts';
import { figureOf } from './cells.ts';
import { type FigureColumn, type WorldColumns, worldColumns } from './columns.ts';
import type { Figure } from './figure.ts';
import type { Findings } from './findings.ts';
import { type Producer, readProducer } from './producers.ts';
import type { UsgsFile } from './read.ts';

/** A row of a world table: who, and its figures of production and capacity by the name of their column. */
export interface WorldRow {
  readonly line: number;
  readonly producer: Producer;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** What one world table counts of one commodity. */
export interface World {
  readonly file: UsgsFile;
  /** What is counted, as the table says it; blank where it does not. */
  readonly type: string;
  /** Columns of production and capacity, in the order of the file. */
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly WorldRow[];
  /** The stated total of the world. */
  readonly total: WorldRow | null;
}

/** Reads a world table; one for each type of production that it counts. */
export function readWorld(file: UsgsFile, findings: Findings): World[] {
  const columns = worldColumns(file, findings);
  const counted = columns.figures.filter(({ of }) => of !== 'reserves');
  sayReserves(file, columns, findings);
  sayNotes(file, columns, findings);
  const byType = groupBy(file.rows, ({ cells }) => (columns.type === null ? '' : cells[columns.type]));
  return [...byType].map(([type, records]) => {
    const rows: WorldRow[] = [];
    let total: WorldRow | null = null;
    for (const { line, cells } of records) {
      const producer = readProducer(file.name, line, cells[columns.country], findings);
      const row = { line, producer, figures: figuresOf(file, line, cells, producer, counted, findings) };
      if (producer.is === 'world') total = row;
      else if (isNew(row, rows, file, findings)) rows.push(row);
    }
    return { file, type, columns: counted, rows, total };
  });
}

function figuresOf(
  file: UsgsFile,
  line: number,
  cells: readonly string[],
  { name: subject }: Producer,
  columns: readonly FigureColumn[],
  findings: Findings,
): Map<string, Figure> {
  return new Map(
    columns.map(({ index, name: column }) => {
      const cell = { file: file.name, line, column, text: cells[index], subject };
      return [column, figureOf(cell, findings)];
    }),
  );
}

function isNew({ line, producer }: WorldRow, rows: readonly WorldRow[], file: UsgsFile, findings: Findings) {
  const before = rows.find((row) => row.producer.id === producer.id);
  if (!before) return true;
  const message = `${producer.name} stands on line ${before.line} already.`;
  findings.add('REPEATED_COUNTRY', file.name, line, producer.id, message);
  return false;
}

function sayReserves(file: UsgsFile, { figures }: WorldColumns, findings: Findings): void {
  for (const { index, name } of figures.filter(({ of }) => of === 'reserves')) {
    const filled = file.rows.filter(({ cells }) => cells[index] !== '').length;
    findings.add('RESERVES', file.name, 1, name, `${name}: ${filled} cells.`);
  }
}

function sayNotes(file: UsgsFile, { notes }: WorldColumns, findings: Findings): void {
  for (const { index, name: column } of notes) {
    const byText = groupBy(file.rows, ({ cells }) => cells[index]);
    for (const [read, rows] of byText) {
      if (read === '') continue;
      const lines = rows.map(({ line }) => line).join(', ');
      const code = /\bestimated\b/i.test(read) ? 'ESTIMATED' : 'NOTE';
      findings.add(code, file.name, rows[0].line, file.key, `On lines ${lines}.`, { column, read });
    }
  }
}
