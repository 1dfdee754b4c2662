import { use } from 'react';
import { EmptyState } from '../shell/empty-state.tsx';
import { editWords } from '../words/edit.ts';
import { fieldWords } from '../words/fields.ts';
import { useWords } from '../words/subject.ts';
import { type Json, stepInto, valueAt } from './apply.ts';
import css from './edit.module.css';
import { useEditing } from './edit-context.tsx';
import type { Place } from './place.ts';
import { RecordForm } from './record-form.tsx';
import { RowsTable } from './rows-table.tsx';
import { kindOf, schemaAt, schemaOfPart } from './schema.ts';

/** What stands at a place of the inputs: a table of rows, or the form of one record, below the way there. */
export function PlaceView({ part, path }: Place) {
  const say = useWords(editWords);
  const { parts } = useEditing();
  const whole = use(schemaOfPart(part));
  const value = valueAt(parts, part, path);
  const schema = schemaAt(whole, parts[part] as unknown as Json, path, (now, at, key) =>
    stepInto(part, now, at, key),
  );
  return (
    <>
      {path.length > 0 && <Crumbs part={part} path={path} />}
      {!schema || value === undefined ? (
        <EmptyState icon="question" title={say.gone} />
      ) : kindOf(schema) === 'rows' ? (
        <RowsTable part={part} path={path} schema={schema} rows={value as Json[]} />
      ) : (
        <RecordForm part={part} path={path} schema={schema} value={value} />
      )}
    </>
  );
}

function Crumbs({ part, path }: Place) {
  const say = useWords(editWords);
  const fields = useWords(fieldWords);
  const { go, parts } = useEditing();
  const nameOf = (i: number): string => {
    const above = valueAt(parts, part, path.slice(0, i));
    return Array.isArray(above) ? path[i] : fields.label(path[i]);
  };
  return (
    <nav className={css.crumbs}>
      <button type="button" className={css.crumb} onClick={() => go({ part, path: [] })}>
        {say.parts[part]}
      </button>
      {path.map((_, i) => (
        <span key={path.slice(0, i + 1).join('/')}>
          ›{' '}
          <button
            type="button"
            className={css.crumb}
            aria-current={i === path.length - 1 ? 'page' : undefined}
            onClick={() => go({ part, path: path.slice(0, i + 1) })}
          >
            {nameOf(i)}
          </button>
        </span>
      ))}
    </nav>
  );
}
