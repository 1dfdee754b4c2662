import { ActionIcon } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from '../shell/icons.tsx';
import { analysisWords } from '../words/analysis.ts';
import { useWords } from '../words/subject.ts';
import css from './side-panel.module.css';

/**
 * What is told beside the page, which stays in use. It takes the focus when it opens and gives it back; Escape
 * closes it.
 */
export function SidePanel(props: { title: string; onClose: () => void; children: ReactNode }) {
  const say = useWords(analysisWords);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div
      ref={box}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      className={css.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <div className={css.head}>
        <h2 id={id} className={css.title}>
          {props.title}
        </h2>
        <ActionIcon aria-label={say.close} color="grey" c="dimmed" onClick={props.onClose}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      {props.children}
    </div>
  );
}
