import { Button } from '@mantine/core';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import css from './frame.module.css';
import { useProgramme } from './programme.tsx';
import { useUrl } from './url-state.ts';

/** Says so where the version that is looked at is not the latest. */
export function OldVersionNote() {
  const say = useWords(shellWords);
  const { version, latest, isLatest } = useProgramme();
  const [, change] = useUrl();
  if (isLatest) return null;
  return (
    <div className={css.note} role="status">
      <span>{say.oldVersion(version, latest.number)}</span>
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => change({ version: undefined, run: undefined })}
      >
        {say.showLatest}
      </Button>
    </div>
  );
}
