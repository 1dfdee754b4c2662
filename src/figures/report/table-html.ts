import type { Cell, Column, Table } from '../figure.ts';
import { element, escapeMarkup } from '../markup.ts';
import {
  type FigureContext,
  formatFixed,
  formatNumber,
  formatShare,
  moneyUnit,
  moneyUnitName,
  withRemark,
} from '../text.ts';
import { words } from '../words/index.ts';

type Unit = ReturnType<typeof moneyUnit>;

/** How the numbers of one column are written. */
interface ColumnStyle {
  readonly column: Column;
  readonly index: number;
  readonly unit: Unit;
  readonly digits: number;
}

/** A table, numbers in one unit per column; at most `rowsMax` rows, and a note where some are left out. */
export function tableHtml(table: Table, context: FigureContext, rowsMax = 200): string {
  const { tables, report } = words(context.lang);
  if (table.rows.length === 0)
    return element('p', { class: 'none' }, escapeMarkup(`${table.caption}: ${report.none}`));
  const styles = columnStyles(table, context);
  const beside = styles.filter((style) => !table.below?.includes(style.column.id));
  const below = styles.filter((style) => table.below?.includes(style.column.id));
  const rows = table.rows.slice(0, rowsMax);
  const shared = table.oneUnit ? moneyUnitName(sharedUnit(table, context), context) : '';
  const caption =
    shared === '' ? table.caption : withRemark(table.caption, tables.moneyIn(shared), context.lang);
  const dense = isDense(table) ? ' dense' : '';
  const markup = element(
    'table',
    { class: `data${dense}` },
    [
      element('caption', {}, escapeMarkup(caption)),
      `<thead><tr>${beside.map((style) => headCell(style, table, context)).join('')}</tr></thead>`,
      ...rows.map((row) => rowHtml(row, beside, below, context)),
    ].join(''),
  );
  const left = table.rows.length > rows.length ? tables.shown(rows.length, table.rows.length) : '';
  return (
    element('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': table.caption }, markup) +
    (left === '' ? '' : element('p', { class: 'note' }, escapeMarkup(left)))
  );
}

/** Too many columns for upright paper. */
export const isDense = (table: Table): boolean => table.columns.length - (table.below?.length ?? 0) > 12;

const NUMERIC = new Set(['money', 'share', 'day', 'integer', 'number']);
const numeric = (column: Column): boolean => NUMERIC.has(column.format);

function columnStyles(table: Table, context: FigureContext): ColumnStyle[] {
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

function headCell(style: ColumnStyle, table: Table, context: FigureContext): string {
  const { column, unit } = style;
  const unitName = moneyUnitName(unit, context);
  const shown =
    column.format === 'money' && !table.oneUnit && unitName !== ''
      ? withRemark(column.label, unitName, context.lang)
      : column.label;
  return element('th', { scope: 'col', class: numeric(column) ? 'num' : 'text' }, escapeMarkup(shown));
}

function rowHtml(
  row: readonly Cell[],
  beside: readonly ColumnStyle[],
  below: readonly ColumnStyle[],
  context: FigureContext,
): string {
  const head = beside.findIndex((style) => !numeric(style.column) && style.column.id !== 'members');
  const cells = beside.map((style, i) => {
    const content = cellHtml(row[style.index], style, context);
    const kind = numeric(style.column) ? 'num' : style.column.format;
    return i === head
      ? element('th', { scope: 'row', class: kind }, content)
      : element('td', { class: kind }, content);
  });
  const notes = below
    .filter((style) => row[style.index] !== null && row[style.index] !== '')
    .map((style) => {
      const lead = element('span', { class: 'lead' }, escapeMarkup(style.column.label));
      const place = style.column.format === 'prose' ? 'prose' : 'item';
      return element('span', { class: place }, `${lead} ${cellHtml(row[style.index], style, context)}`);
    });
  const under =
    notes.length === 0
      ? ''
      : `<tr class="under">${head > 0 ? '<td></td>' : ''}${element('td', { colspan: beside.length - Math.min(head, 1) }, notes.join(''))}</tr>`;
  return `<tbody><tr>${cells.join('')}</tr>${under}</tbody>`;
}

function cellHtml(cell: Cell | undefined, style: ColumnStyle, context: FigureContext): string {
  if (cell === null || cell === undefined) {
    const { labels } = words(context.lang);
    return style.column.format === 'day' ? escapeMarkup(labels.never) : '–';
  }
  if (typeof cell === 'number') return escapeMarkup(numberText(cell, style, context));
  const foreign = style.column.format === 'prose' && context.lang !== 'en' && cell !== '';
  return foreign ? element('span', { lang: 'en' }, escapeMarkup(cell)) : escapeMarkup(cell);
}

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
