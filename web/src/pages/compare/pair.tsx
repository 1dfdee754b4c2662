import { ActionIcon, Select } from '@mantine/core';
import analysis from '../../analysis/analysis.module.css';
import { Icon } from '../../shell/icons.tsx';
import { useUrl } from '../../shell/url-state.ts';
import { compareWords } from '../../words/compare.ts';
import { useWords } from '../../words/subject.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Which two are compared: those of the address (`a`, `b`), else the two that are usual. */
export function usePair(choices: readonly Choice[], usual: readonly [string?, string?]) {
  const [{ a, b }] = useUrl();
  const known = (value: string | undefined): string | undefined =>
    choices.some((one) => one.value === value) ? value : undefined;
  return { a: known(a) ?? usual[0], b: known(b) ?? usual[1] };
}

/** Two choices side by side, and a way to turn them round. */
export function PairPicker(props: { choices: readonly Choice[]; a?: string; b?: string }) {
  const say = useWords(compareWords);
  const [, change] = useUrl();
  const { choices, a, b } = props;
  const pick = (name: 'a' | 'b', text: string) => (
    <Select
      size="xs"
      w={380}
      label={text}
      data={[...choices]}
      value={(name === 'a' ? a : b) ?? null}
      onChange={(value) => change({ a, b, [name]: value ?? undefined })}
      allowDeselect={false}
      searchable
    />
  );
  return (
    <div className={analysis.controls} style={{ marginBottom: 16, alignItems: 'end' }}>
      {pick('a', say.first)}
      <ActionIcon
        aria-label={say.turn}
        title={say.turn}
        variant="default"
        onClick={() => change({ a: b, b: a })}
      >
        <Icon name="compare" />
      </ActionIcon>
      {pick('b', say.second)}
    </div>
  );
}
