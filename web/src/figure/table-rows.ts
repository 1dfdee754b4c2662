import type { Cell, Table } from '../../../src/figures/figure.ts';

/** By which column rows are sorted: `cost` upwards, `-cost` downwards, nothing as they come. */
export type Sort = string;

/** The sort after a press on the heading of a column: largest first for numbers, then the other way, then none. */
export function nextSort(sort: Sort, column: string, numeric: boolean): Sort {
  const [first, second] = numeric ? [`-${column}`, column] : [column, `-${column}`];
  if (sort === first) return second;
  return sort === second ? '' : first;
}

/** Places of the rows in the order of a sort; what is absent comes last either way, equal rows stay as they are. */
export function sortedRows(table: Table, sort: Sort, locale: string): number[] {
  const places = table.rows.map((_, i) => i);
  const down = sort.startsWith('-');
  const column = table.columns.findIndex(({ id }) => id === (down ? sort.slice(1) : sort));
  if (column < 0) return places;
  const collator = new Intl.Collator(locale, { numeric: true });
  const compare = (a: Cell, b: Cell): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return places.sort((i, j) => {
    const [a, b] = [table.rows[i][column], table.rows[j][column]];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || i - j;
    return (down ? -compare(a, b) : compare(a, b)) || i - j;
  });
}
