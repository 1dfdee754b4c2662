import type { Part } from '../../../src/programme/programme.ts';
import { editWords } from '../words/edit.ts';
import { useWords } from '../words/subject.ts';
import type { Json } from './apply.ts';
import css from './edit.module.css';
import { useEditing } from './edit-context.tsx';

/** The source of a figure that has low, central and high: one of the register. */
export function FigureFields({
  part,
  path,
  value,
}: {
  part: Part;
  path: readonly string[];
  value: Json | undefined;
}) {
  const say = useWords(editWords);
  const { make, parts } = useEditing();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { evidence, ...range } = value;
  const choose = (id: string): void =>
    make?.({ part, path: [...path], from: value, to: id ? { ...range, evidence: id } : range });
  return (
    <label className={css.source}>
      {say.evidence}
      <select
        className={css.input}
        value={typeof evidence === 'string' ? evidence : ''}
        disabled={!make}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{say.empty}</option>
        {parts.evidence.map(({ id, title, year }) => (
          <option key={id} value={id}>
            {`${id} · ${title.slice(0, 60)} (${year})`}
          </option>
        ))}
      </select>
    </label>
  );
}
