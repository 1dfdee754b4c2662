import { Button, Checkbox, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Part } from '../../../src/programme/programme.ts';
import { editWords } from '../words/edit.ts';
import { fieldWords } from '../words/fields.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { identityOfNew, type Json } from './apply.ts';
import { useEditing } from './edit-context.tsx';
import { casesOf, kindOf, nameOfCase, recordOf, type Schema } from './schema.ts';
import { printed, type Refusal, typed } from './typed.ts';

interface DraftProps {
  readonly part: Part;
  readonly path: readonly string[];
  readonly schema: Schema;
  /** A row to begin with; null: nothing filled in. */
  readonly like: Readonly<Record<string, Json>> | null;
  /** The list that the row joins; absent: a record that stands by itself. */
  readonly rows?: readonly Json[];
  readonly onClose: () => void;
}

/** A row, or a record, that is filled in before it is there. */
export function DraftDialog(props: DraftProps) {
  const say = useWords(editWords);
  const { close } = useWords(shellWords);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={say.add}
      size="lg"
      closeButtonProps={{ 'aria-label': close }}
    >
      <DraftForm {...props} />
    </Modal>
  );
}

function DraftForm({ part, path, schema, like, rows, onClose }: DraftProps) {
  const say = useWords(editWords);
  const fields = useWords(fieldWords);
  const { make } = useEditing();
  const cases = casesOf(schema);
  const [record, setRecord] = useState(() => recordOf(schema, like));
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      Object.entries(record.properties ?? {}).map(([name, field]) => [name, printed(field, like?.[name])]),
    ),
  );
  const [refusals, setRefusals] = useState<Readonly<Record<string, Refusal>>>({});
  const properties = Object.entries(record.properties ?? {});
  const needed = (name: string, field: Schema): boolean =>
    record.required?.includes(name) === true && field.default === undefined;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const row: Record<string, Json> = {};
    const wrong: Record<string, Refusal> = {};
    for (const [name, field] of properties) {
      if (field.const !== undefined) row[name] = field.const;
      else {
        const read = typed(field, texts[name] ?? '', needed(name, field), like?.[name]);
        if ('refusal' in read) wrong[name] = read.refusal;
        else if (read.value !== null) row[name] = read.value;
        else if (field.type === 'array' && record.required?.includes(name)) row[name] = [];
      }
    }
    setRefusals(wrong);
    if (Object.keys(wrong).length > 0 || !make) return;
    make({
      part,
      path: rows ? [...path, identityOfNew(part, path, rows, row)] : [...path],
      from: null,
      to: row,
      ...(rows ? { next: null } : {}),
    });
    onClose();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {cases && (
          <Select
            label={say.caseOf}
            data={cases.map((one) => ({
              value: nameOfCase(one, cases),
              label: fields.choice(nameOfCase(one, cases)),
            }))}
            value={nameOfCase(record, cases)}
            allowDeselect={false}
            onChange={(value) => setRecord(cases.find((one) => nameOfCase(one, cases) === value) ?? record)}
          />
        )}
        {properties
          .filter(([, { const: fixed }]) => fixed === undefined || fixed === true)
          .map(([name, field]) => (
            <DraftField
              key={name}
              schema={field}
              label={fields.label(name)}
              needed={needed(name, field)}
              text={texts[name] ?? ''}
              error={refusals[name] && say.refusals[refusals[name]]}
              onText={(text) => setTexts((now) => ({ ...now, [name]: text }))}
            />
          ))}
        <div>
          <Button type="submit">{say.addIt}</Button>
        </div>
      </Stack>
    </form>
  );
}

function DraftField(props: {
  schema: Schema;
  label: string;
  needed: boolean;
  text: string;
  error: string | undefined;
  onText: (text: string) => void;
}) {
  const fields = useWords(fieldWords);
  const { schema, label, needed, text, error, onText } = props;
  const kind = kindOf(schema);
  const shared = {
    label,
    error,
    withAsterisk: needed,
    description: schema.description && fields.help(schema.description),
  };
  if (kind === 'yes-no') {
    return (
      <Checkbox
        label={label}
        description={shared.description}
        checked={text === 'true'}
        onChange={(event) => onText(event.currentTarget.checked ? 'true' : '')}
      />
    );
  }
  if (kind === 'choice') {
    return (
      <Select
        {...shared}
        clearable={!needed}
        data={schema.enum!.map((value) => ({ value, label: fields.choice(value) }))}
        value={text || null}
        onChange={(value) => onText(value ?? '')}
      />
    );
  }
  const onChange = (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value);
  if (kind === 'prose' || kind === 'json' || kind === 'rows' || kind === 'record') {
    return <Textarea {...shared} autosize minRows={1} maxRows={10} value={text} onChange={onChange} />;
  }
  return <TextInput {...shared} type={kind === 'day' ? 'date' : 'text'} value={text} onChange={onChange} />;
}
