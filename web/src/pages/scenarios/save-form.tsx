import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Content } from '../../../../src/contract/api/content.ts';
import analysis from '../../analysis/analysis.module.css';
import { useWrite } from '../../api/queries.ts';
import { Panel } from '../../shell/panel.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useUrl } from '../../shell/url-state.ts';
import { scenarioWords } from '../../words/scenarios.ts';
import { useWords } from '../../words/subject.ts';
import { type Draft, idOf, measuresOf, scenarioOf } from './measures.ts';

/** Keeps what was built as a scenario of the programme: an edit, and so a new version. */
export function SaveForm(props: {
  content: Content;
  base: string | undefined;
  off: readonly string[];
  drafts: readonly Draft[];
  start: string;
  reading: 'home' | 'world' | undefined;
}) {
  const say = useWords(scenarioWords);
  const { id: programme, version } = useProgramme();
  const [, change] = useUrl();
  const [name, setName] = useState('');
  const [weight, setWeight] = useState<string | number>(0);
  const [reason, setReason] = useState('');
  const save = useWrite('POST /programmes/{programme}/edits', [
    'GET /programmes/{programme}',
    'GET /programmes/{programme}/versions',
  ]);
  const { scenarios } = props.content.parts;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const id = idOf(
      name,
      scenarios.map((one) => one.id),
    );
    const to = scenarioOf({
      id,
      name: name.trim(),
      weight: Number(weight) || 0,
      asOf: new Date().toISOString().slice(0, 10),
      start: props.start,
      reading: props.reading,
      base: scenarios.find((one) => one.id === props.base),
      kept: props.base ? measuresOf(scenarios, props.base).filter((one) => !props.off.includes(one.id)) : [],
      drafts: props.drafts,
    });
    const edits = [{ part: 'scenarios', path: [id], from: null, to }];
    const body = { base: version, edits, reason: reason.trim() || say.reasonUsual(name.trim()) };
    save.mutate({ params: { programme }, body } as never, {
      onSuccess: () =>
        change({ version: undefined, run: undefined, base: id, off: undefined, measures: undefined }),
    });
  };
  return (
    <Panel title={say.save}>
      <form className={analysis.form} onSubmit={submit}>
        <TextInput
          label={say.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          size="xs"
        />
        <NumberInput label={say.weight} value={weight} onChange={setWeight} min={0} step={0.1} size="xs" />
        <TextInput
          label={say.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          size="xs"
        />
        <div>
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {say.saveNow}
          </Button>
        </div>
        <p className={`${analysis.notes} ${analysis.whole}`}>{say.saveNote}</p>
        {save.error && (
          <div className={analysis.whole}>
            <ProblemNote error={save.error} />
          </div>
        )}
      </form>
    </Panel>
  );
}
