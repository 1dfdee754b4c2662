import type { ReactNode } from 'react';
import css from './empty-state.module.css';
import { Icon, type IconName } from './icons.tsx';

/** What a page is for while it has nothing to show, and the one action that changes that. */
export function EmptyState(props: { icon: IconName; title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <Icon name={props.icon} size={28} className={css.icon} />
      <h2 className={css.title}>{props.title}</h2>
      {props.text && <p className={css.text}>{props.text}</p>}
      {props.action}
    </div>
  );
}
