import { Button, FileInput, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { useForm } from '../../shell/form.ts';
import { Icon } from '../../shell/icons.tsx';
import { useLang } from '../../shell/lang.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { programmesWords } from '../../words/programmes.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';

const SOURCES = ['example', 'zip', 'empty'] as const;
type Source = (typeof SOURCES)[number];

/** Makes a programme: from an example, from a zip of its folder, or empty. */
export function NewProgrammeDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(programmesWords);
  const { close } = useWords(shellWords);
  return (
    <Modal opened={opened} onClose={onClose} title={say.make} closeButtonProps={{ 'aria-label': close }}>
      <NewProgrammeForm />
    </Modal>
  );
}

function NewProgrammeForm() {
  const say = useWords(programmesWords);
  const { lang } = useLang();
  const examples = useRead('GET /examples', {});
  const form = useForm({ name: '', example: '' });
  const [source, setSource] = useState<Source>('example');
  const [zip, setZip] = useState<File | null>(null);
  const make = useMakeProgramme(say.importNote);
  const choices = (examples.data?.items ?? []).map(({ id, name, nameZh }) => ({
    value: id,
    label: lang === 'zh' ? (nameZh ?? name) : name,
  }));
  const example = form.values.example || choices[0]?.value || '';
  const name = form.values.name || choices.find(({ value }) => value === example)?.label || '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate({
      name: source === 'example' ? name : form.values.name,
      ...(source === 'example' ? { example } : {}),
      ...(source === 'zip' && zip ? { zip } : {}),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Radio.Group label={say.from} value={source} onChange={(value) => setSource(value as Source)}>
          <Stack gap={6} mt={4}>
            {SOURCES.map((value) => (
              <Radio key={value} value={value} label={say.sources[value]} />
            ))}
          </Stack>
        </Radio.Group>
        {source === 'example' && (
          <Select
            label={say.example}
            data={choices}
            value={example}
            allowDeselect={false}
            onChange={(value) => form.set('example', value ?? '')}
          />
        )}
        {source === 'zip' && (
          <FileInput
            label={say.zip}
            placeholder={say.chooseFile}
            accept=".zip,application/zip"
            leftSection={<Icon name="upload" size={14} />}
            value={zip}
            onChange={setZip}
            required
          />
        )}
        <TextInput
          label={say.name}
          placeholder={source === 'example' ? name : undefined}
          required={source !== 'example'}
          {...form.field('name')}
        />
        <ProblemNote error={make.error ?? examples.error} />
        <div>
          <Button type="submit" loading={make.isPending}>
            {say.create}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface Wanted {
  readonly name: string;
  readonly example?: string;
  readonly zip?: File;
}

/** A zip goes in as the second version of an empty programme: the route of import is the same as later on. */
function useMakeProgramme(importNote: (name: string) => string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ name, example, zip }: Wanted) => {
      const made = await call('POST /programmes', { body: { name, ...(example ? { example } : {}) } });
      if (zip) {
        await call('PUT /programmes/{programme}/folder', {
          params: { programme: made.id },
          query: { base: made.latest.number, reason: importNote(zip.name) },
          body: zip,
        });
      }
      return made;
    },
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['GET /programmes'] });
      await navigate({ to: `/p/${made.id}` });
    },
  });
}
