/** What the cells of a column hold. */
export type CellKind = 'text' | 'number' | 'figure' | 'list';

/** Columns of a table, in canonical order. */
export type Columns = Readonly<Record<string, CellKind>>;

type Cell = { readonly value: unknown } | { readonly problem: string };

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
/** A text that a spreadsheet would take for a formula, and texts that the escape below made of one. */
const FORMULA = /^'*[=+\-@\t]/;
const ESCAPED_FORMULA = /^'+[=+\-@\t]/;

/** The value of a cell; `undefined` for a blank one (an empty list in a column of lists). Nothing is guessed. */
export function parseCell(kind: CellKind, cell: string): Cell {
  if (kind === 'list') return { value: parseList(cell) };
  if (cell.trim() === '') return { value: undefined };
  switch (kind) {
    case 'text':
      return { value: unescapeFormula(cell) };
    case 'number':
      return parseNumber(cell);
    case 'figure':
      return parseFigure(cell);
  }
}

/** The cell of a value. */
export function formatCell(kind: CellKind, value: unknown): string {
  if (value === undefined) return '';
  switch (kind) {
    case 'text':
      return escapeFormula(value as string);
    case 'list':
      return escapeFormula((value as string[]).join(';'));
    case 'number':
      return formatNumber(value as number);
    case 'figure': {
      const figure = value as number | { low: number; central: number; high: number };
      return typeof figure === 'number'
        ? formatNumber(figure)
        : [figure.low, figure.central, figure.high].map(formatNumber).join('..');
    }
  }
}

function formatNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function parseList(cell: string): string[] {
  return unescapeFormula(cell)
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function parseNumber(cell: string): Cell {
  const text = cell.trim();
  if (NUMBER.test(text) && Number.isFinite(Number(text))) return { value: Number(text) };
  const comma = /^[+-]?\d+,\d+$/.test(text) ? ' (write a point, not a comma)' : '';
  return { problem: `"${text}" is not a number${comma}` };
}

function parseFigure(cell: string): Cell {
  if (!cell.includes('..')) return parseNumber(cell);
  const parts = cell.split('..').map((part) => parseNumber(part));
  const values = parts.flatMap((part) => ('value' in part ? [part.value as number] : []));
  if (parts.length !== 3 || values.length !== 3) {
    return { problem: `"${cell.trim()}" is not a number, nor low..central..high` };
  }
  const [low, central, high] = values;
  return { value: { low, central, high } };
}

function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function unescapeFormula(text: string): string {
  return ESCAPED_FORMULA.test(text) ? text.slice(1) : text;
}
