import { Button, Modal, Stack, Table, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../../api/client.ts';
import { useList, useWrite } from '../../api/queries.ts';
import { Icon } from '../../shell/icons.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useWhen } from '../../shell/when.ts';
import { settingsWords } from '../../words/settings.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';

/** Every version, the newest first: to look at, to compare, to restore, to take away. */
export function Versions() {
  const say = useWords(settingsWords);
  const shell = useWords(shellWords);
  const when = useWhen();
  const { id, latest, may } = useProgramme();
  const [restoring, setRestoring] = useState<number | null>(null);
  const versions = useList('GET /programmes/{programme}/versions', { params: { programme: id } });
  return (
    <>
      <ProblemNote error={versions.error} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.version}</Table.Th>
            <Table.Th>{say.reason}</Table.Th>
            <Table.Th>{say.kind}</Table.Th>
            <Table.Th>{say.author}</Table.Th>
            <Table.Th>{say.at}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{shell.more}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.items.map(({ number, parent, kind, author, at, reason }) => (
            <Table.Tr key={number}>
              <Table.Td>
                <Link
                  to={`/p/${id}`}
                  search={{ version: number === latest.number ? undefined : String(number) } as never}
                  title={say.look}
                  style={{ color: 'var(--mantine-color-anchor)' }}
                >
                  {shell.version(number)}
                </Link>
              </Table.Td>
              <Table.Td>{reason}</Table.Td>
              <Table.Td>{say.kinds[kind]}</Table.Td>
              <Table.Td>{author?.name ?? say.muster}</Table.Td>
              <Table.Td>{when.moment(at)}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {parent !== null && (
                  <Button
                    component={Link}
                    to={`/p/${id}/compare`}
                    search={{ kind: 'versions', a: String(parent), b: String(number) } as never}
                    size="compact-xs"
                    variant="subtle"
                  >
                    {say.compare}
                  </Button>
                )}
                {may('edit') && number !== latest.number && (
                  <Button size="compact-xs" variant="subtle" onClick={() => setRestoring(number)}>
                    {say.restore}
                  </Button>
                )}
                <Button
                  component="a"
                  href={addressOf('GET /programmes/{programme}/versions/{version}/folder.zip', {
                    params: { programme: id, version: number },
                  })}
                  download
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`${say.zip}: ${shell.version(number)}`}
                >
                  <Icon name="download" size={14} />
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {versions.more && (
        <Button variant="default" mt="sm" onClick={versions.more}>
          {shell.more}
        </Button>
      )}
      {restoring !== null && <RestoreDialog version={restoring} onClose={() => setRestoring(null)} />}
    </>
  );
}

function RestoreDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const say = useWords(settingsWords);
  const { close } = useWords(shellWords);
  const { id } = useProgramme();
  const [reason, setReason] = useState('');
  const restore = useWrite('POST /programmes/{programme}/versions/{version}/restore', [
    'GET /programmes/{programme}',
    'GET /programmes/{programme}/versions',
    'GET /programmes',
  ]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say.restoreTitle(version)}
      closeButtonProps={{ 'aria-label': close }}
    >
      <Stack gap="sm">
        <Text size="sm">{say.restoreNote}</Text>
        <Textarea
          label={say.reason}
          data-autofocus
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote error={restore.error} />
        <div>
          <Button
            disabled={reason.trim() === ''}
            loading={restore.isPending}
            onClick={() =>
              restore.mutate({ params: { programme: id, version }, body: { reason } }, { onSuccess: onClose })
            }
          >
            {say.restore}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
