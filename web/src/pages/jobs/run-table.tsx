import { Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '../../../../src/contract/api/runs.ts';
import { useContent } from '../../analysis/content.ts';
import { jobsWords } from '../../words/jobs.ts';
import { useWords } from '../../words/subject.ts';
import css from './jobs.module.css';
import { RunRow } from './run-row.tsx';

/** Runs, the newest first; those under way tell how far they are. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  const say = useWords(jobsWords);
  const content = useContent();
  const [open, setOpen] = useState<string | null>(null);
  const muster = content.data?.parts.muster;
  return (
    <Table className={css.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say.kind}</Table.Th>
          <Table.Th>{say.status}</Table.Th>
          <Table.Th>{say.version}</Table.Th>
          <Table.Th ta="right">{say.value}</Table.Th>
          <Table.Th ta="right">{say.bound}</Table.Th>
          <Table.Th ta="right">{say.gap}</Table.Th>
          <Table.Th>{say.asked}</Table.Th>
          <Table.Th ta="right">{say.took}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{say.actions}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {runs.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            currency={muster?.currency ?? null}
            open={run.id === open}
            onOpen={() => setOpen(run.id === open ? null : run.id)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}
