import { figureOf } from './cells.ts';
import { namedColumns } from './columns.ts';
import { type Figure, readFigure } from './figure.ts';
import type { Findings } from './findings.ts';
import type { UsgsFile } from './read.ts';
import { splitUnit, tonsOf } from './units.ts';

/** A quantity of the United States by year: what they make, import, export, ship, consume or keep. */
export interface Series {
  /** Name of its column, without the unit: `Consump_Apparent`. */
  readonly name: string;
  readonly column: string;
  readonly unit: string | null;
  readonly byYear: ReadonlyMap<number, Figure>;
}

/** One salient table. `aligned` is false where its names cannot be trusted to stand over their values. */
export interface Salient {
  readonly file: UsgsFile;
  /** As the table names it: `Rare Earths`. */
  readonly commodity: string;
  readonly aligned: boolean;
  readonly series: readonly Series[];
}

const QUANTITY = /^(usprod|imports|exports|consump|stocks|shipments)/i;
const RELIANCE = /^nir/i;
const IDENTITY = ['DataSource', 'Source', 'Commodity', 'Year'];

/** Reads a salient table. Its defects are found whether or not anything in it is used. */
export function readSalient(file: UsgsFile, findings: Findings): Salient {
  const columns = namedColumns(file, findings);
  const names = columns.map(({ name }) => name);
  const at = (name: string): number => columns.find((column) => column.name === name)?.index ?? -1;
  const years = file.rows.map(({ cells }) => Number(cells[at('Year')]));
  const aligned = file.rows.every(({ cells }) => cells.every((cell, i) => cell === '' || file.header[i]));
  const series: Series[] = [];
  const unused: string[] = [];
  for (const { index, name: column } of columns) {
    const { name, unit, glued } = splitUnit(column, names);
    if (IDENTITY.includes(column)) continue;
    if (RELIANCE.test(name)) sayReliance(file, index, column, unit, aligned, findings);
    else if (QUANTITY.test(name)) {
      if (glued) findings.add('UNIT_GLUED', file.name, 1, column, `${column} is ${name} in ${unit}.`);
      if (tonsOf(unit) === null) findings.add('UNIT_MISSING', file.name, 1, column, `${column}.`);
      const figures = file.rows.map(({ line, cells }, r) => {
        const cell = { file: file.name, line, column, text: cells[index], subject: String(years[r]) };
        return [years[r], figureOf(cell, findings)] as const;
      });
      series.push({ name, column, unit, byYear: new Map(figures) });
    } else unused.push(column);
  }
  if (unused.length > 0) {
    findings.add('SALIENT_NOT_USED', file.name, 1, file.key, `${unused.join(', ')}.`);
  }
  if (!aligned) sayMisaligned(file, findings);
  sayUnits(file, series, findings);
  return { file, commodity: file.rows[0]?.cells[at('Commodity')] || file.key, aligned, series };
}

function sayMisaligned(file: UsgsFile, findings: Findings): void {
  const named = file.header.filter((name) => name !== '').length;
  const most = Math.max(...file.rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1));
  const message = `${named} columns have a name, and values reach to column ${most}.`;
  findings.add('MISALIGNED', file.name, 1, file.key, message);
}

function sayReliance(
  file: UsgsFile,
  index: number,
  column: string,
  unit: string | null,
  aligned: boolean,
  findings: Findings,
): void {
  if (unit !== 'pct') {
    findings.add('UNIT_WRONG', file.name, 1, column, `${column} ends in ${unit ?? 'no unit'}.`);
  }
  const last = file.rows.at(-1);
  if (!last || !aligned) return;
  const read = last.cells[index];
  const what = readFigure(read).figure.is === 'net-exporter' ? 'net exporter' : `${read} percent`;
  findings.add('NET_IMPORT_RELIANCE', file.name, last.line, file.key, `${column}: ${what}.`, {
    column,
    read,
  });
}

function sayUnits(file: UsgsFile, series: readonly Series[], findings: Findings): void {
  const units = [...new Set(series.flatMap(({ unit }) => (tonsOf(unit) === null ? [] : [unit])))];
  if (units.length < 2) return;
  const listed = series.map(({ column }) => column).join(', ');
  findings.add('UNITS_MIX', file.name, 1, file.key, `${units.join(' and ')}: ${listed}.`);
}
