import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import type { Cell, Table } from '../../../src/figures/figure.ts';
import {
  type ColumnStyle,
  captionText,
  cellText,
  columnStyles,
  headText,
  isForeign,
  isNumeric,
} from '../../../src/figures/table-cells.ts';
import type { FigureContext } from '../../../src/figures/text.ts';
import { useUrlState } from '../shell/url-state.ts';
import { useWhen } from '../shell/when.ts';
import { figureWords } from '../words/figure.ts';
import { useWords } from '../words/subject.ts';
import { Downloads } from './downloads.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { nextSort, sortedRows } from './table-rows.ts';
import css from './table-view.module.css';

/** Of more rows only those in view are in the page. */
const ROWS_PLAIN_MAX = 120;
const ROW_HEIGHT = 29;

/**
 * A table of the figures: sorted by a press on a heading (kept in the address), numbers as in reports, its heading in
 * view, downloads. With `onRow` the name of a row can be pressed. `bare`: below a figure that has its own downloads.
 */
export function TableView(props: {
  table: Table;
  context: FigureContext;
  onRow?: (row: number) => void;
  /** Rows whose name can be pressed, from the first on; all of them where it is left out. */
  pressed?: number;
  bare?: boolean;
  /** What it is about, where several tables of a page have one caption. */
  of?: string;
  lead?: ReactNode;
}) {
  const { table, context, onRow, pressed = table.rows.length } = props;
  const say = useWords(figureWords);
  const { count } = useWhen();
  const [sort, setSort] = useUrlState<string>(`sort-${table.id}`, '');
  const styles = useMemo(() => columnStyles(table, context), [table, context]);
  const order = useMemo(() => sortedRows(table, sort, context.lang), [table, sort, context.lang]);
  const beside = styles.filter(({ column }) => !table.below?.includes(column.id));
  const below = styles.filter(({ column }) => table.below?.includes(column.id));
  const box = useRef<HTMLElement>(null);
  const long = table.rows.length > ROWS_PLAIN_MAX;
  const rows = useVirtualizer({
    count: order.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    enabled: long,
  });
  const caption = captionText(table, context);
  const virtual = rows.getVirtualItems();
  const shown = long ? virtual.map(({ index }) => index) : order.map((_, i) => i);
  const before = long ? (virtual[0]?.start ?? 0) : 0;
  const after = long ? rows.getTotalSize() - (virtual.at(-1)?.end ?? 0) : 0;
  return (
    <div className={css.block}>
      {!props.bare && (
        <div className={css.head}>
          <h2 className={css.caption}>{caption}</h2>
          {long && <span className={css.count}>{say.rows(count(table.rows.length))}</span>}
          {table.rows.length > 0 && <Downloads table={table} title={table.caption} />}
        </div>
      )}
      {props.lead}
      {table.rows.length === 0 ? (
        <p className={css.none}>{say.noRows}</p>
      ) : (
        <ScrollRegion
          ref={box}
          className={long ? `${css.scroll} ${css.long}` : css.scroll}
          label={props.of ? `${props.of}: ${caption}` : caption}
        >
          <table className={css.table} aria-rowcount={table.rows.length + 1}>
            <caption className={css.hidden}>{caption}</caption>
            <thead>
              <tr>
                {beside.map((style) => (
                  <HeadCell
                    key={style.column.id}
                    style={style}
                    text={headText(style, table, context)}
                    sort={sort}
                    onSort={setSort}
                  />
                ))}
              </tr>
            </thead>
            {before > 0 && <Space height={before} span={beside.length} />}
            {shown.map((place) => (
              <tbody key={order[place]} data-index={place} ref={long ? rows.measureElement : undefined}>
                <Row
                  row={table.rows[order[place]]}
                  beside={beside}
                  below={below}
                  context={context}
                  onPress={onRow && order[place] < pressed ? () => onRow(order[place]) : undefined}
                />
              </tbody>
            ))}
            {after > 0 && <Space height={after} span={beside.length} />}
          </table>
        </ScrollRegion>
      )}
    </div>
  );
}

function Space({ height, span }: { height: number; span: number }) {
  return (
    <tbody aria-hidden>
      <tr>
        <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
      </tr>
    </tbody>
  );
}

function HeadCell(props: { style: ColumnStyle; text: string; sort: string; onSort: (sort: string) => void }) {
  const { id } = props.style.column;
  const numeric = isNumeric(props.style.column);
  const up = props.sort === id;
  const down = props.sort === `-${id}`;
  return (
    <th
      scope="col"
      className={numeric ? css.num : undefined}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      <button
        type="button"
        className={css.sort}
        onClick={() => props.onSort(nextSort(props.sort, id, numeric))}
      >
        {props.text}
        {(up || down) && (
          <span aria-hidden className={css.arrow}>
            {up ? '▲' : '▼'}
          </span>
        )}
      </button>
    </th>
  );
}

function Row(props: {
  row: readonly Cell[];
  beside: readonly ColumnStyle[];
  below: readonly ColumnStyle[];
  context: FigureContext;
  onPress?: () => void;
}) {
  const { row, beside, context, onPress } = props;
  const head = beside.findIndex(({ column }) => !isNumeric(column) && column.id !== 'members');
  const notes = props.below.filter(({ index }) => row[index] !== null && row[index] !== '');
  return (
    <>
      <tr>
        {beside.map((style, i) => {
          const text = <CellText cell={row[style.index]} style={style} context={context} />;
          const kind = isNumeric(style.column) ? css.num : css[style.column.format];
          if (i !== head)
            return (
              <td key={style.column.id} className={kind}>
                {text}
              </td>
            );
          return (
            <th key={style.column.id} scope="row" className={kind}>
              {onPress ? (
                <button type="button" className={css.press} onClick={onPress}>
                  {text}
                </button>
              ) : (
                text
              )}
            </th>
          );
        })}
      </tr>
      {notes.length > 0 && (
        <tr className={css.under}>
          {head > 0 && <td colSpan={head} />}
          <td colSpan={beside.length - Math.max(head, 0)}>
            {notes.map((style) => (
              <span key={style.column.id} className={style.column.format === 'prose' ? css.prose : css.item}>
                <span className={css.lead}>{style.column.label}</span>{' '}
                <CellText cell={row[style.index]} style={style} context={context} />
              </span>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

function CellText({ cell, style, context }: { cell: Cell; style: ColumnStyle; context: FigureContext }) {
  const text = cellText(cell, style, context);
  return isForeign(cell, style, context) ? <span lang="en">{text}</span> : text;
}
