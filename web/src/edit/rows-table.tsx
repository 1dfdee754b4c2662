import { ActionIcon, Button, TextInput, Tooltip, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Part } from '../../../src/programme/programme.ts';
import { Icon } from '../shell/icons.tsx';
import { useUrlState } from '../shell/url-state.ts';
import { editWords } from '../words/edit.ts';
import { fieldWords } from '../words/fields.ts';
import { useWords } from '../words/subject.ts';
import { identitiesAt, type Json } from './apply.ts';
import { Cell } from './cell.tsx';
import { DraftDialog } from './draft.tsx';
import css from './edit.module.css';
import { useEditing } from './edit-context.tsx';
import { fieldsOf, kindOf, recordOf, type Schema } from './schema.ts';

type Row = Readonly<Record<string, Json>>;

/** Rows that are drawn at first; more on demand, so that a table of thousands stays quick. */
const ROWS_AT_FIRST = 150;

/** A list of rows as a table: every field a column, every cell to be changed in place. */
export function RowsTable(props: {
  part: Part;
  path: readonly string[];
  schema: Schema;
  rows: readonly Json[];
}) {
  const { part, path, schema } = props;
  const say = useWords(editWords);
  const fields = useWords(fieldWords);
  const { make, changed, defects, go } = useEditing();
  const [asked, setAsked] = useUrlState<string>('q', '', { replace: true });
  const [all, setAll] = useState(false);
  const [draft, setDraft] = useState<{ like: Row | null } | null>(null);
  const rows = props.rows as readonly Row[];
  const item = schema.items as Schema;
  const names = useMemo(() => identitiesAt(part, path, rows as Json[]) ?? [], [part, path, rows]);
  const columns = useMemo(
    () => fieldsOf(item).filter(([name]) => rows.length === 0 || isUsed(name, item, rows)),
    [item, rows],
  );
  const hits = useMemo(() => {
    const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean);
    return names
      .map((name, at) => ({ name, at, row: rows[at] }))
      .filter(({ row }) => {
        const text = wanted.length > 0 ? JSON.stringify(row).toLowerCase() : '';
        return wanted.every((word) => text.includes(word));
      });
  }, [asked, names, rows]);
  const drawn = all ? hits : hits.slice(0, ROWS_AT_FIRST);
  return (
    <>
      <div className={css.bar}>
        {rows.length > 8 && (
          <TextInput
            size="xs"
            placeholder={say.search}
            aria-label={say.search}
            leftSection={<Icon name="search" size={14} />}
            value={asked}
            onChange={(event) => setAsked(event.currentTarget.value)}
          />
        )}
        <span className={css.count}>{say.rows(drawn.length, rows.length)}</span>
        {make && (
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setDraft({ like: null })}
          >
            {say.add}
          </Button>
        )}
      </div>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              {columns.map(([name, field]) => (
                <th
                  key={name}
                  title={field.description && fields.help(field.description)}
                  data-number={isNumber(field) || undefined}
                >
                  {fields.label(name)}
                </th>
              ))}
              <th>
                <VisuallyHidden>{say.open}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {drawn.map(({ name, row, at }) => (
              <tr
                key={name}
                data-changed={changed(part, [...path, name]) || undefined}
                data-wrong={defects(part, [...path, name]).length > 0 || undefined}
              >
                {columns.map(([column]) => {
                  const record = recordOf(item, row);
                  const field = record.properties?.[column];
                  return (
                    <td key={column} data-number={(field && isNumber(field)) || undefined}>
                      {field && field.const === undefined ? (
                        <Cell
                          part={part}
                          path={[...path, name, column]}
                          schema={field}
                          value={row[column]}
                          needed={record.required?.includes(column) === true && field.default === undefined}
                          of={name}
                        />
                      ) : (
                        field && <span className={css.cell}>{fields.choice(String(row[column]))}</span>
                      )}
                    </td>
                  );
                })}
                <td className={css.tools}>
                  <Tooltip label={say.open}>
                    <ActionIcon
                      size={24}
                      color="grey"
                      aria-label={`${say.open}: ${name}`}
                      onClick={() => go({ part, path: [...path, name] })}
                    >
                      <Icon name="right" size={14} />
                    </ActionIcon>
                  </Tooltip>
                  {make && (
                    <>
                      <Tooltip label={say.add}>
                        <ActionIcon
                          size={24}
                          color="grey"
                          aria-label={`${say.add}: ${name}`}
                          onClick={() => setDraft({ like: row })}
                        >
                          <Icon name="plus" size={14} />
                        </ActionIcon>
                      </Tooltip>
                      <Tooltip label={say.remove}>
                        <ActionIcon
                          size={24}
                          color="grey"
                          aria-label={`${say.remove}: ${name}`}
                          onClick={() =>
                            make({
                              part,
                              path: [...path, name],
                              from: row as Json,
                              to: null,
                              next: names[at + 1] ?? null,
                            })
                          }
                        >
                          <Icon name="trash" size={14} />
                        </ActionIcon>
                      </Tooltip>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {drawn.length === 0 && <p className={css.none}>{rows.length === 0 ? say.noRows : say.noHits}</p>}
      </div>
      {drawn.length < hits.length && (
        <Button variant="default" mt="xs" onClick={() => setAll(true)}>
          {say.showAll}
        </Button>
      )}
      {draft && (
        <DraftDialog
          part={part}
          path={path}
          schema={item}
          like={draft.like}
          rows={rows as Json[]}
          onClose={() => setDraft(null)}
        />
      )}
    </>
  );
}

/** A column shows where some row has it or must have it; in a plain table always, since its rows have no form of their own. */
const isUsed = (name: string, item: Schema, rows: readonly Row[]): boolean =>
  rows.some((row) => row[name] !== undefined) || item.required?.includes(name) === true || isPlain(item);

/** Nothing lies inside its rows. */
const isPlain = (item: Schema): boolean =>
  fieldsOf(item).every(([, field]) => !['rows', 'record', 'json'].includes(kindOf(field))) &&
  !item.anyOf &&
  !item.oneOf;

const isNumber = (field: Schema): boolean => ['number', 'figure'].includes(kindOf(field));
