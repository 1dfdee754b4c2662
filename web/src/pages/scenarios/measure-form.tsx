import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { Content } from '../../../../src/contract/api/content.ts';
import type { Lang } from '../../../../src/figures/figure.ts';
import { jurisdictionName } from '../../../../src/figures/jurisdictions.ts';
import { label } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import analysis from '../../analysis/analysis.module.css';
import { folderName } from '../../analysis/context.ts';
import { Panel } from '../../shell/panel.tsx';
import { scenarioWords } from '../../words/scenarios.ts';
import { useWords } from '../../words/subject.ts';
import { COVERS, type Cover, type Draft } from './measures.ts';

/** What a measure can name: the jurisdictions, providers, links, fields and tags of the programme. */
export function choicesOf({ parts }: Content, lang: Lang) {
  const codes = new Set(
    parts.providers
      .flatMap(({ headquarters, plants }) => [headquarters, ...plants.map((plant) => plant.split(':')[0])])
      .filter((code) => code !== undefined && code !== ''),
  );
  const { labels } = words(lang);
  const byLabel = (a: { label: string }, b: { label: string }): number =>
    a.label.localeCompare(b.label, lang);
  return {
    jurisdictions: [...codes]
      .map((value) => ({ value: value!, label: jurisdictionName(value!, lang) }))
      .sort(byLabel),
    providers: parts.providers
      .filter(({ type }) => type !== 'jurisdiction')
      .map((one) => ({ value: one.id, label: folderName(one, lang) }))
      .sort(byLabel),
    links: parts.links.map((one) => ({ value: one.id, label: folderName(one, lang) })).sort(byLabel),
    fields: [...new Set(parts.links.map(({ field }) => field))].map((value) => ({
      value,
      label: label(labels.fields, value),
    })),
    tags: [...new Set(parts.links.flatMap(({ tags }) => tags))].sort(),
  };
}

/** One measure of the cut-off that is built. */
export function MeasureForm(props: {
  number: number;
  draft: Draft;
  choices: ReturnType<typeof choicesOf>;
  onChange: (draft: Draft) => void;
  onRemove: () => void;
}) {
  const say = useWords(scenarioWords);
  const { draft, choices } = props;
  const set = (change: Partial<Draft>): void => props.onChange({ ...draft, ...change });
  const many = (name: 'jurisdictions' | 'providers' | 'links' | 'fields' | 'tags') => (
    <MultiSelect
      label={say[name]}
      data={choices[name]}
      value={[...draft[name]]}
      onChange={(value) => set({ [name]: value })}
      disabled={choices[name].length === 0}
      limit={80}
      searchable
      clearable
      size="xs"
    />
  );
  const number = (value: string | number): number | null => (value === '' ? null : Number(value));
  return (
    <Panel
      title={say.measure(props.number)}
      actions={
        <Button variant="subtle" color="grey" size="compact-xs" onClick={props.onRemove}>
          {say.remove}
        </Button>
      }
    >
      <div className={analysis.form}>
        {many('jurisdictions')}
        {many('providers')}
        {many('links')}
        {many('fields')}
        {many('tags')}
        <Group gap={6} grow>
          <NumberInput
            label={say.atLeast}
            value={draft.atLeast ?? ''}
            onChange={(value) => set({ atLeast: number(value) })}
            size="xs"
            hideControls
          />
          <NumberInput
            label={say.atMost}
            value={draft.atMost ?? ''}
            onChange={(value) => set({ atMost: number(value) })}
            size="xs"
            hideControls
          />
        </Group>
        <NumberInput
          label={say.severity}
          value={Math.round(draft.severity * 100)}
          onChange={(value) => set({ severity: Math.min(1, Math.max(0.01, (number(value) ?? 100) / 100)) })}
          min={1}
          max={100}
          suffix=" %"
          size="xs"
        />
        <TextInput
          type="date"
          label={say.from}
          value={draft.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
          size="xs"
        />
        <Group gap={6} grow align="end">
          <Select
            label={say.licence}
            data={[
              { value: 'deny', label: say.deny },
              { value: 'case', label: say.caseByCase },
            ]}
            value={draft.licensed === null ? 'deny' : 'case'}
            onChange={(value) => set({ licensed: value === 'case' ? 0.5 : null })}
            allowDeselect={false}
            size="xs"
          />
          {draft.licensed !== null && (
            <NumberInput
              label={say.licensed}
              value={Math.round(draft.licensed * 100)}
              onChange={(value) => set({ licensed: Math.min(1, Math.max(0, (number(value) ?? 0) / 100)) })}
              min={0}
              max={100}
              suffix=" %"
              size="xs"
            />
          )}
        </Group>
        <Checkbox.Group
          label={say.covers}
          className={analysis.whole}
          value={[...draft.covers]}
          onChange={(value) => set({ covers: COVERS.filter((cover) => value.includes(cover as Cover)) })}
        >
          <Group gap="md" mt={4}>
            {COVERS.map((cover) => (
              <Checkbox key={cover} value={cover} label={say.coverNames[cover]} size="xs" />
            ))}
          </Group>
        </Checkbox.Group>
      </div>
    </Panel>
  );
}
