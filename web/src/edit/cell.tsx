import { useState } from 'react';
import type { Part } from '../../../src/programme/programme.ts';
import { editWords } from '../words/edit.ts';
import { fieldWords } from '../words/fields.ts';
import { useWords } from '../words/subject.ts';
import type { Json } from './apply.ts';
import css from './edit.module.css';
import { useEditing } from './edit-context.tsx';
import { kindOf, type Schema } from './schema.ts';
import { printed } from './typed.ts';
import { TypedInput } from './typed-input.tsx';

export interface CellProps {
  readonly part: Part;
  readonly path: readonly string[];
  readonly schema: Schema;
  readonly value: Json | undefined;
  readonly needed: boolean;
  /** Name of the row, for readers of the screen. */
  readonly of: string;
}

/** One value: text until it is chosen, then an input of its kind. What is nested opens as a place of its own. */
export function Cell({ part, path, schema, value, needed, of }: CellProps) {
  const say = useWords(editWords);
  const fields = useWords(fieldWords);
  const { make, changed, defects, go } = useEditing();
  const [open, setOpen] = useState(false);
  const kind = kindOf(schema);
  const name = path.at(-1) ?? '';
  const wrong = defects(part, path);
  if (open && make) {
    return (
      <TypedInput
        schema={schema}
        value={value}
        needed={needed}
        label={say.editCell(fields.label(name), of)}
        onDone={(next) => {
          setOpen(false);
          if (JSON.stringify(next) !== JSON.stringify(value ?? null)) {
            make({ part, path: [...path], from: value ?? null, to: next });
          }
        }}
        onCancel={() => setOpen(false)}
      />
    );
  }
  const nested = (kind === 'rows' || kind === 'record') && value !== undefined;
  const text = <CellText schema={schema} value={value} />;
  const marks = {
    'data-changed': changed(part, path) || undefined,
    'data-wrong': wrong.length > 0 || undefined,
  };
  const title = wrong.join('\n') || undefined;
  if (!nested && (!make || kind === 'rows' || kind === 'record')) {
    return (
      <span className={css.cell} title={title} {...marks}>
        {text}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={css.cell}
      title={title}
      {...marks}
      data-nested={nested || undefined}
      onClick={() => (nested ? go({ part, path }) : setOpen(true))}
      aria-label={
        nested ? undefined : `${say.editCell(fields.label(name), of)}: ${printed(schema, value) || say.empty}`
      }
    >
      {text}
    </button>
  );
}

/** A value as it is read. */
export function CellText({ schema, value }: { schema: Schema; value: Json | undefined }) {
  const say = useWords(editWords);
  const fields = useWords(fieldWords);
  const kind = kindOf(schema);
  if (value === undefined || value === null) return <span className={css.absent}>·</span>;
  if (kind === 'choice') return fields.choice(String(value));
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (kind === 'rows' && Array.isArray(value)) return say.entries(value.length);
  if (kind === 'record' && typeof value === 'object') {
    const said = Object.entries(value).map(([name, one]) => `${fields.label(name)} ${brief(one)}`);
    return said.length > 0 ? said.join(' · ') : say.empty;
  }
  if (kind === 'texts' && Array.isArray(value) && schema.items && 'enum' in schema.items) {
    return value.map((one) => fields.choice(String(one))).join('; ');
  }
  return printed(schema, value);
}

const brief = (value: Json): string =>
  Array.isArray(value)
    ? value.every((one) => typeof one !== 'object')
      ? value.join(', ')
      : String(value.length)
    : typeof value === 'object' && value !== null && 'central' in value
      ? String(value.central)
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
