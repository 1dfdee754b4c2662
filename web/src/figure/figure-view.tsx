import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Figure } from '../../../src/figures/figure.ts';
import type { FigureContext } from '../../../src/figures/text.ts';
import { useUrlState } from '../shell/url-state.ts';
import { figureWords } from '../words/figure.ts';
import { useWords } from '../words/subject.ts';
import { Downloads } from './downloads.tsx';
import { Drawing, type Hotspot } from './drawing.tsx';
import css from './figure.module.css';
import { TableView } from './table-view.tsx';

const VIEWS = ['chart', 'table', 'method'] as const;
type View = (typeof VIEWS)[number];

/**
 * A figure: its finding, what it measures, and its drawing, the table behind it or its method, whichever the address
 * says (`?chart-ID=table`). `children` stand in place of the drawing where it is one that answers.
 */
export function FigureView(props: {
  figure: Omit<Figure, 'drawing'> & { readonly drawing?: Figure['drawing'] };
  context: FigureContext;
  hotspots?: readonly Hotspot[];
  onRow?: (row: number) => void;
  children?: ReactNode;
}) {
  const { figure, context } = props;
  const say = useWords(figureWords);
  const [view, setView] = useUrlState<View>(`view-${figure.id}`, 'chart');
  const { drawing } = figure;
  return (
    <figure className={css.figure} aria-labelledby={`title-${figure.id}`}>
      <figcaption className={css.caption}>
        <div className={css.words}>
          <h2 className={css.title} id={`title-${figure.id}`}>
            {figure.title}
          </h2>
          <p className={css.subtitle}>{figure.subtitle}</p>
        </div>
        <div className={css.tools}>
          <SegmentedControl
            size="xs"
            value={VIEWS.includes(view) ? view : 'chart'}
            onChange={(next) => setView(next as View)}
            data={VIEWS.map((value) => ({ value, label: say.views[value] }))}
            aria-label={say.viewsOf(figure.title)}
          />
          <Downloads table={figure.table} title={figure.title} drawn={drawing && { ...figure, drawing }} />
        </div>
      </figcaption>
      {view === 'table' ? (
        <TableView table={figure.table} context={context} onRow={props.onRow} bare />
      ) : view === 'method' ? (
        <p className={css.method}>{figure.method}</p>
      ) : (
        (props.children ?? (drawing && <Drawing figure={{ ...figure, drawing }} hotspots={props.hotspots} />))
      )}
    </figure>
  );
}
