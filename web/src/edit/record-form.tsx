import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { Part } from '../../../src/programme/programme.ts';
import { Icon } from '../shell/icons.tsx';
import { editWords } from '../words/edit.ts';
import { fieldWords } from '../words/fields.ts';
import { useWords } from '../words/subject.ts';
import type { Json } from './apply.ts';
import { Cell } from './cell.tsx';
import { DraftDialog } from './draft.tsx';
import css from './edit.module.css';
import { useEditing } from './edit-context.tsx';
import { FigureFields } from './figure-fields.tsx';
import { RowsTable } from './rows-table.tsx';
import { casesOf, kindOf, recordOf, type Schema } from './schema.ts';

interface PlaceProps {
  readonly part: Part;
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly value: Json | undefined;
}

/** A record as a form: short fields first, then what lies inside it, each under its own heading. */
export function RecordForm({ part, path, schema, value }: PlaceProps) {
  const fields = useWords(fieldWords);
  const { defects } = useEditing();
  const row = (value ?? {}) as Readonly<Record<string, Json>>;
  const record = recordOf(schema, row);
  const all = Object.entries(record.properties ?? {}).filter(
    ([, { const: fixed }]) => fixed === undefined || fixed === true,
  );
  const inside = ([, field]: [string, Schema]): boolean => ['rows', 'record'].includes(kindOf(field));
  const needed = (name: string, field: Schema): boolean =>
    record.required?.includes(name) === true && field.default === undefined;
  return (
    <>
      <dl className={css.form}>
        {all
          .filter((entry) => !inside(entry))
          .map(([name, field]) => (
            <div key={name} className={css.field}>
              <dt title={field.description && fields.help(field.description)}>{fields.label(name)}</dt>
              <dd>
                <Cell
                  part={part}
                  path={[...path, name]}
                  schema={field}
                  value={row[name]}
                  needed={needed(name, field)}
                  of={path.at(-1) ?? ''}
                />
                {kindOf(field) === 'figure' && (
                  <FigureFields part={part} path={[...path, name]} value={row[name]} />
                )}
                {field.description && <div className={css.help}>{fields.help(field.description)}</div>}
                {defects(part, [...path, name]).map((text) => (
                  <div key={text} role="alert" className={css.refusal}>
                    {text}
                  </div>
                ))}
              </dd>
            </div>
          ))}
      </dl>
      {all.filter(inside).map(([name, field]) => (
        <Inside
          key={name}
          part={part}
          path={[...path, name]}
          schema={field}
          value={row[name]}
          needed={needed(name, field)}
        />
      ))}
    </>
  );
}

/** A record or a list that lies inside another: shown in place, or to be stated. */
function Inside({ part, path, schema, value, needed }: PlaceProps & { needed: boolean }) {
  const say = useWords(editWords);
  const fields = useWords(fieldWords);
  const { make } = useEditing();
  const [draft, setDraft] = useState(false);
  const rows = kindOf(schema) === 'rows';
  const list = Array.isArray(value) ? value : [];
  return (
    <section className={css.inside}>
      <header className={css.bar}>
        <h2>{fields.label(path.at(-1) ?? '')}</h2>
        {schema.description && <span className={css.count}>{fields.help(schema.description)}</span>}
        {!rows && value === undefined && make && (
          <Button variant="default" size="compact-xs" onClick={() => setDraft(true)}>
            {say.set}
          </Button>
        )}
        {value !== undefined && !needed && make && !(rows && list.length > 0) && (
          <Tooltip label={say.unset}>
            <ActionIcon
              size={24}
              color="grey"
              aria-label={`${say.unset}: ${fields.label(path.at(-1) ?? '')}`}
              onClick={() => make({ part, path: [...path], from: value, to: null })}
            >
              <Icon name="trash" size={14} />
            </ActionIcon>
          </Tooltip>
        )}
      </header>
      {rows && value !== undefined && <RowsTable part={part} path={path} schema={schema} rows={list} />}
      {!rows && value !== undefined && <RecordForm part={part} path={path} schema={schema} value={value} />}
      {draft && (
        <DraftDialog
          part={part}
          path={path}
          schema={casesOf(schema) ? schema : recordOf(schema, null)}
          like={null}
          onClose={() => setDraft(false)}
        />
      )}
    </section>
  );
}
