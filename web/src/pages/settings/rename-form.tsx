import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../api/queries.ts';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { settingsWords } from '../../words/settings.ts';
import { useWords } from '../../words/subject.ts';

/** The name of the programme in the workbench. */
export function RenameForm() {
  const say = useWords(settingsWords);
  const { id, name } = useProgramme();
  const [text, setText] = useState(name);
  const rename = useWrite('PATCH /programmes/{programme}', [
    'GET /programmes/{programme}',
    'GET /programmes',
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    rename.mutate({ params: { programme: id }, body: { name: text } });
  };
  return (
    <form onSubmit={submit} style={{ display: 'flex', gap: 6 }}>
      <TextInput
        size="xs"
        w={260}
        aria-label={say.name}
        value={text}
        required
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={rename.isPending} disabled={text.trim() === name}>
        {say.rename}
      </Button>
      <ProblemNote error={rename.error} />
    </form>
  );
}
