import { Table } from '@mantine/core';
import type { Content } from '../../../../src/contract/api/content.ts';
import { formatNumber } from '../../../../src/figures/text.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { useLang } from '../../shell/lang.tsx';
import { evidenceWords } from '../../words/evidence.ts';
import { useWords } from '../../words/subject.ts';

/** What experts have said, answer by answer. */
export function Judgements({ rows }: { rows: Content['parts']['judgements'] }) {
  const say = useWords(evidenceWords);
  const { lang } = useLang();
  if (rows.length === 0) return <EmptyState icon="question" title={say.noJudgements} />;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say.figure}</Table.Th>
          <Table.Th>{say.expert}</Table.Th>
          <Table.Th ta="right">{say.low}</Table.Th>
          <Table.Th ta="right">{say.central}</Table.Th>
          <Table.Th ta="right">{say.high}</Table.Th>
          <Table.Th>{say.date}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ figure, expert, low, central, high, date }) => (
          <Table.Tr key={`${figure} ${expert} ${date}`}>
            <Table.Td>
              <code>{figure}</code>
            </Table.Td>
            <Table.Td>{expert}</Table.Td>
            {Object.entries({ low, central, high }).map(([end, value]) => (
              <Table.Td key={end} ta="right">
                {formatNumber(value, lang)}
              </Table.Td>
            ))}
            <Table.Td>{date}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
