import type { ReactNode } from 'react';
import css from './panel.module.css';

/** A part of a page with a heading, and actions beside it. */
export function Panel(props: { title?: string; actions?: ReactNode; wide?: boolean; children: ReactNode }) {
  return (
    <section className={css.panel} data-wide={props.wide || undefined}>
      {(props.title || props.actions) && (
        <header className={css.head}>
          {props.title && <h2 className={css.title}>{props.title}</h2>}
          {props.actions}
        </header>
      )}
      {props.children}
    </section>
  );
}
