import type { Cell, Table } from '../figure.ts';
import { element, escapeMarkup } from '../markup.ts';
import {
  type ColumnStyle,
  captionText,
  cellText,
  columnStyles,
  headText,
  isForeign,
  isNumeric,
} from '../table-cells.ts';
import type { FigureContext } from '../text.ts';
import { words } from '../words/index.ts';

/** A table, numbers in one unit per column; at most `rowsMax` rows, and a note where some are left out. */
export function tableHtml(table: Table, context: FigureContext, rowsMax = 200): string {
  const { tables, report } = words(context.lang);
  if (table.rows.length === 0)
    return element('p', { class: 'none' }, escapeMarkup(`${table.caption}: ${report.none}`));
  const styles = columnStyles(table, context);
  const beside = styles.filter((style) => !table.below?.includes(style.column.id));
  const below = styles.filter((style) => table.below?.includes(style.column.id));
  const rows = table.rows.slice(0, rowsMax);
  const caption = captionText(table, context);
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

function headCell(style: ColumnStyle, table: Table, context: FigureContext): string {
  const kind = isNumeric(style.column) ? 'num' : 'text';
  return element('th', { scope: 'col', class: kind }, escapeMarkup(headText(style, table, context)));
}

function rowHtml(
  row: readonly Cell[],
  beside: readonly ColumnStyle[],
  below: readonly ColumnStyle[],
  context: FigureContext,
): string {
  const head = beside.findIndex((style) => !isNumeric(style.column) && style.column.id !== 'members');
  const cells = beside.map((style, i) => {
    const content = cellHtml(row[style.index], style, context);
    const kind = isNumeric(style.column) ? 'num' : style.column.format;
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
  const text = escapeMarkup(cellText(cell, style, context));
  return isForeign(cell, style, context) ? element('span', { lang: 'en' }, text) : text;
}
