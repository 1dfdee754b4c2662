import type { ReactNode } from 'react';
import css from './page-head.module.css';

/** Heading of a page, one line on what it is for, and its actions. */
export function PageHead(props: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className={css.head}>
      <div className={css.words}>
        <h1 className={css.title}>{props.title}</h1>
        {props.lead && <p className={css.lead}>{props.lead}</p>}
      </div>
      {props.children && <div className={css.actions}>{props.children}</div>}
    </header>
  );
}
