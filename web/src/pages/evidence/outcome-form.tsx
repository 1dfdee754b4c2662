import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../api/queries.ts';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { evidenceWords } from '../../words/evidence.ts';
import { useWords } from '../../words/subject.ts';
import css from './evidence.module.css';

/** What the figure turned out to be; scores the experts. */
export function OutcomeForm({ question }: { question: string }) {
  const say = useWords(evidenceWords);
  const { id } = useProgramme();
  const [value, setValue] = useState<string | number>('');
  const [reason, setReason] = useState('');
  const state = useWrite('PUT /programmes/{programme}/questions/{question}/outcome', [
    'GET /programmes/{programme}/questions',
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    state.mutate({ params: { programme: id, question }, body: { value: Number(value), reason } });
  };
  return (
    <form onSubmit={submit} className={css.outcome}>
      <NumberInput
        size="xs"
        label={say.outcome}
        description={say.outcomeHint}
        value={value}
        onChange={setValue}
        required
      />
      <TextInput
        size="xs"
        label={say.reason}
        value={reason}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={state.isPending}>
        {say.state}
      </Button>
      <ProblemNote error={state.error} />
    </form>
  );
}
