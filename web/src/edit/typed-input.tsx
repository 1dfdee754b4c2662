import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { editWords } from '../words/edit.ts';
import { fieldWords } from '../words/fields.ts';
import { useWords } from '../words/subject.ts';
import type { Json } from './apply.ts';
import css from './edit.module.css';
import { kindOf, type Schema } from './schema.ts';
import { printed, type Refusal, typed } from './typed.ts';

/** An input of the kind of a value. Enter or leaving it takes what was typed, Escape takes nothing. */
export function TypedInput(props: {
  schema: Schema;
  value: Json | undefined;
  needed: boolean;
  label: string;
  onDone: (value: Json) => void;
  onCancel: () => void;
}) {
  const { schema, value, needed, label } = props;
  const say = useWords(editWords);
  const fields = useWords(fieldWords);
  const [text, setText] = useState(() => printed(schema, value));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const over = useRef(false);
  const note = useId();
  const kind = kindOf(schema);
  const take = (what: string): void => {
    if (over.current) return;
    const read = typed(schema, what, needed, value);
    if ('refusal' in read) {
      setRefusal(read.refusal);
      return;
    }
    over.current = true;
    props.onDone(read.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      over.current = true;
      props.onCancel();
    } else if (event.key === 'Enter' && (kind !== 'prose' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      take(text);
    }
  };
  const shared = {
    className: css.input,
    value: text,
    autoFocus: true,
    'aria-label': label,
    'aria-invalid': refusal !== null || undefined,
    'aria-describedby': refusal ? note : undefined,
    onKeyDown,
    onBlur: () => take(text),
  };
  const choices = kind === 'yes-no' ? ['true'] : schema.enum;
  return (
    <span className={css.editing}>
      {choices ? (
        <select {...shared} onChange={(event) => take(event.currentTarget.value)}>
          {!needed && <option value="">{kind === 'yes-no' ? say.no : say.empty}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {kind === 'yes-no' ? say.yes : fields.choice(choice)}
            </option>
          ))}
        </select>
      ) : kind === 'prose' || kind === 'json' ? (
        <textarea rows={3} {...shared} onChange={(event) => setText(event.currentTarget.value)} />
      ) : (
        <input
          type={kind === 'day' ? 'date' : 'text'}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          {...shared}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {refusal && (
        <span id={note} role="alert" className={css.refusal}>
          {say.refusals[refusal]}
        </span>
      )}
    </span>
  );
}
