import { Loader } from '@mantine/core';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import css from './waiting.module.css';

/** Something is on its way; shows after a moment, so that what comes at once does not flicker. */
export function Waiting() {
  const say = useWords(shellWords);
  return (
    <div className={css.waiting} role="status" aria-label={say.loading}>
      <Loader size="sm" type="dots" />
    </div>
  );
}
