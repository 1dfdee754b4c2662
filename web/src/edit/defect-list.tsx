import { Alert, Button } from '@mantine/core';
import type { CheckReport } from '../../../src/contract/check.ts';
import { editWords } from '../words/edit.ts';
import { useWords } from '../words/subject.ts';
import { placeOfDefect } from './defects.ts';
import css from './edit.module.css';
import { useEditing } from './edit-context.tsx';

/** Every defect, with the way to its place. */
export function DefectList({ title, defects }: { title: string; defects: CheckReport['defects'] }) {
  const say = useWords(editWords);
  const { parts, go } = useEditing();
  const errors = defects.some(({ severity }) => severity === 'error');
  return (
    <Alert color={errors ? 'red' : 'accent'} title={title} mt="xs" p="xs" role={errors ? 'alert' : 'status'}>
      <ul className={css.edits}>
        {defects.map((defect) => {
          const place = placeOfDefect(defect, parts);
          const { file, line, message, hint } = defect;
          return (
            <li key={`${file} ${line} ${message}`}>
              <div>
                {message}
                <div className={css.help}>
                  <code>{line === null ? file : `${file}:${line}`}</code> {hint}
                </div>
              </div>
              {place && (
                <Button variant="subtle" size="compact-xs" onClick={() => go(rowOf(place))}>
                  {say.goTo}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

/** The record in which a field lies: that is what is shown. */
const rowOf = <P extends { readonly path: readonly string[] }>(place: P): P => ({
  ...place,
  path: place.path.length > 1 ? place.path.slice(0, -1) : place.path,
});
