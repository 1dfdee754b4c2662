import type { Cell, Column, Table } from './figure.ts';
import {
  type FigureContext,
  formatFixed,
  formatNumber,
  formatShare,
  moneyUnit,
  moneyUnitName,
  withRemark,
} from './text.ts';
import { words } from './words/index.ts';

type Unit = ReturnType<typeof moneyUnit>;

/** How the numbers of one column are written. */
export interface ColumnStyle {
  readonly column: Column;
  readonly index: number;
  readonly unit: Unit;
  readonly digits: number;
}

const NUMERIC = new Set(['money', 'share', 'day', 'integer', 'number']);
/** A number: it lines up at the right. */
export const isNumeric = (column: Column): boolean => NUMERIC.has(column.format);

/** How each column of a table is written. */
export function columnStyles(table: Table, context: FigureContext): ColumnStyle[] {
  return table.columns.map((column, index) => {
    const values = table.rows.map((row) => row[index]).filter((cell) => typeof cell === 'number');
    const largest = Math.max(0, ...values.map(Math.abs));
    const unit = table.oneUnit ? sharedUnit(table, context) : moneyUnit(largest, context.lang);
    const scaled = column.format === 'money' ? largest / unit.factor : largest;
    const whole = values.every((value) =>
      Number.isInteger(column.format === 'money' ? value / unit.factor : value),
    );
    const places = column.format === 'number' ? (largest <= 1 ? 2 : 1) : whole ? 0 : scaled >= 100 ? 1 : 2;
    return { column, index, unit, digits: places };
  });
}

/** The unit that suits the largest money of the whole table. */
function sharedUnit(table: Table, context: FigureContext): Unit {
  const amounts = table.rows.flatMap((row) =>
    row.filter((cell, i) => table.columns[i].format === 'money' && typeof cell === 'number'),
  ) as number[];
  return moneyUnit(Math.max(0, ...amounts.map(Math.abs)), context.lang);
}

/** The caption, with the unit that all columns of money share. */
export function captionText(table: Table, context: FigureContext): string {
  const shared = table.oneUnit ? moneyUnitName(sharedUnit(table, context), context) : '';
  const { tables } = words(context.lang);
  return shared === '' ? table.caption : withRemark(table.caption, tables.moneyIn(shared), context.lang);
}

/** The heading of a column, with its unit of money. */
export function headText({ column, unit }: ColumnStyle, table: Table, context: FigureContext): string {
  const unitName = moneyUnitName(unit, context);
  return column.format === 'money' && !table.oneUnit && unitName !== ''
    ? withRemark(column.label, unitName, context.lang)
    : column.label;
}

/** A cell in words; what is not there is a dash, or never. */
export function cellText(cell: Cell | undefined, style: ColumnStyle, context: FigureContext): string {
  if (cell === null || cell === undefined) {
    return style.column.format === 'day' ? words(context.lang).labels.never : '–';
  }
  return typeof cell === 'number' ? numberText(cell, style, context) : cell;
}

/** The text of a cell is English in a page that is not. */
export const isForeign = (cell: Cell | undefined, style: ColumnStyle, { lang }: FigureContext): boolean =>
  style.column.format === 'prose' && lang !== 'en' && typeof cell === 'string' && cell !== '';

/** Whole percentages, which line up; what would round to nothing or to certainty says so. */
function shareText(value: number, lang: FigureContext['lang']): string {
  if (value > 1e-6 && value < 0.005) return `<${formatShare(0.01, lang)}`;
  if (value >= 0.995 && value < 1 - 1e-6) return `>${formatShare(0.99, lang)}`;
  return formatShare(Math.round(value * 100) / 100, lang);
}

function numberText(value: number, style: ColumnStyle, context: FigureContext): string {
  const { lang } = context;
  switch (style.column.format) {
    case 'share':
      return shareText(value, lang);
    case 'money':
      return formatFixed(value / style.unit.factor, lang, style.digits);
    case 'day':
    case 'integer':
      return formatNumber(value, lang, 0);
    default:
      return style.digits === 2 ? formatFixed(value, lang, 2) : formatNumber(value, lang);
  }
}
