import { Button, Table } from '@mantine/core';
import type { AuditRow } from '../../../src/contract/api/audit.ts';
import { accessWords } from '../words/access.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { EmptyState } from './empty-state.tsx';
import { useWhen } from './when.ts';

/** Every write, the newest first. */
export function AuditTable({ rows, more }: { rows: readonly AuditRow[]; more: (() => void) | null }) {
  const say = useWords(accessWords).audit;
  const shell = useWords(shellWords);
  const when = useWhen();
  if (rows.length === 0) return <EmptyState icon="history" title={say.nothing} />;
  return (
    <>
      <Table stickyHeader stickyHeaderOffset={44}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.at}</Table.Th>
            <Table.Th>{say.who}</Table.Th>
            <Table.Th>{say.action}</Table.Th>
            <Table.Th>{say.subject}</Table.Th>
            <Table.Th>{say.detail}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ seq, at, person, action, subject, detail }) => (
            <Table.Tr key={seq}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{when.moment(at)}</Table.Td>
              <Table.Td>{person?.name ?? say.program}</Table.Td>
              <Table.Td>
                <code>{action}</code>
              </Table.Td>
              <Table.Td style={{ wordBreak: 'break-word' }}>{subject}</Table.Td>
              <Table.Td style={{ wordBreak: 'break-word', color: 'var(--mantine-color-dimmed)' }}>
                {Object.entries(detail)
                  .map(
                    ([name, value]) =>
                      `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
                  )
                  .join(' · ')}
              </Table.Td>
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
