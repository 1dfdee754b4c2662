import { Button, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useList } from '../../api/queries.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icons.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { usePerson } from '../../shell/session.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { useWhen } from '../../shell/when.ts';
import { programmesWords } from '../../words/programmes.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { NewProgrammeDialog } from './new-programme.tsx';

export default function ProgrammesPage() {
  const say = useWords(programmesWords);
  const { owner } = usePerson();
  const { items, more, error, isPending, refetch } = useList('GET /programmes', {});
  const [making, setMaking] = useState(false);
  const make = owner && (
    <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setMaking(true)}>
      {say.make}
    </Button>
  );
  return (
    <>
      <PageHead title={say.title} lead={say.lead}>
        {items.length > 0 && make}
      </PageHead>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      {!isPending && !error && items.length === 0 && (
        <EmptyState
          icon="chain"
          title={say.none}
          text={owner ? say.noneOwner : say.noneOther}
          action={make}
        />
      )}
      {items.length > 0 && <ProgrammeTable items={items} more={more} />}
      <NewProgrammeDialog opened={making} onClose={() => setMaking(false)} />
    </>
  );
}

function ProgrammeTable({
  items,
  more,
}: Pick<ReturnType<typeof useList<'GET /programmes'>>, 'items' | 'more'>) {
  const say = useWords(programmesWords);
  const shell = useWords(shellWords);
  const when = useWhen();
  return (
    <>
      <Table verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.name}</Table.Th>
            <Table.Th>{say.role}</Table.Th>
            <Table.Th>{say.latest}</Table.Th>
            <Table.Th>{say.changed}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ id, name, role, latest }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Link to={`/p/${id}`} style={{ fontWeight: 550, color: 'var(--mantine-color-anchor)' }}>
                  {name}
                </Link>
              </Table.Td>
              <Table.Td>{say.roles[role ?? 'owner']}</Table.Td>
              <Table.Td>
                {shell.version(latest.number)} · {latest.reason}
              </Table.Td>
              <Table.Td>{when.moment(latest.at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {more && (
        <Button variant="default" mt="sm" onClick={more}>
          {shell.more}
        </Button>
      )}
    </>
  );
}
