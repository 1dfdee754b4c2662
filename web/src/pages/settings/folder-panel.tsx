import { Alert, Button, FileInput, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addressOf } from '../../api/client.ts';
import { useWrite } from '../../api/queries.ts';
import { Icon } from '../../shell/icons.tsx';
import { Panel } from '../../shell/panel.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { settingsWords } from '../../words/settings.ts';
import { useWords } from '../../words/subject.ts';

/** The programme as a folder: taken away, or replaced. */
export function FolderPanel() {
  const say = useWords(settingsWords);
  const { id, version, may, isLatest } = useProgramme();
  return (
    <>
      <Panel title={say.export}>
        <Text size="sm" mb="xs">
          {say.exportText}
        </Text>
        <Button
          component="a"
          variant="default"
          leftSection={<Icon name="download" size={14} />}
          href={addressOf('GET /programmes/{programme}/versions/{version}/folder.zip', {
            params: { programme: id, version },
          })}
          download
        >
          {say.download}
        </Button>
      </Panel>
      {may('edit') && isLatest && (
        <Panel title={say.import}>
          <ImportForm />
        </Panel>
      )}
    </>
  );
}

function ImportForm() {
  const say = useWords(settingsWords);
  const { id, latest } = useProgramme();
  const [zip, setZip] = useState<File | null>(null);
  const [reason, setReason] = useState('');
  const put = useWrite('PUT /programmes/{programme}/folder', [
    'GET /programmes/{programme}',
    'GET /programmes/{programme}/versions',
    'GET /programmes',
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!zip) return;
    put.mutate(
      { params: { programme: id }, query: { base: latest.number, reason }, body: zip },
      {
        onSuccess: () => {
          setZip(null);
          setReason('');
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={480}>
        <Text size="sm">{say.importText}</Text>
        <FileInput
          label={say.zipFile}
          placeholder={say.chooseFile}
          accept=".zip,application/zip"
          leftSection={<Icon name="upload" size={14} />}
          value={zip}
          onChange={setZip}
          required
        />
        <Textarea
          label={say.reason}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote error={put.error} />
        {put.data && <Alert role="status">{say.imported(put.data.number)}</Alert>}
        <div>
          <Button type="submit" loading={put.isPending}>
            {say.importIt}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
