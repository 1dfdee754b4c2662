import { Button, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Assessment } from '../../../../src/contract/assess.ts';
import {
  type FigureContext,
  formatDays,
  formatMoney,
  formatShare,
  nameOf,
} from '../../../../src/figures/text.ts';
import { Panel } from '../../shell/panel.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { overviewWords } from '../../words/overview.ts';
import { useWords } from '../../words/subject.ts';

/** Chokepoints shown on the overview; the others are on their own page. */
const SHOWN = 6;

/** The foremost chokepoints. */
export function TopChokepoints({ assessment, context }: { assessment: Assessment; context: FigureContext }) {
  const say = useWords(overviewWords);
  const { id } = useProgramme();
  const { lang } = context;
  const top = assessment.chokepoints.slice(0, SHOWN);
  const largest = Math.max(0, ...top.map(({ marginalValuePerYear }) => marginalValuePerYear));
  return (
    <Panel
      title={say.chokepoints}
      actions={
        <Button
          component={Link}
          to={`/p/${id}/chokepoints`}
          search={keepView as never}
          variant="subtle"
          size="compact-xs"
        >
          {say.all}
        </Button>
      }
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.link}</Table.Th>
            <Table.Th ta="right">{say.exposure}</Table.Th>
            <Table.Th ta="right">{say.stopsOn}</Table.Th>
            <Table.Th ta="right">{say.marginal}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {top.map((chokepoint) => (
            <Table.Tr key={chokepoint.link}>
              <Table.Td>{nameOf(chokepoint, lang)}</Table.Td>
              <Table.Td ta="right">{formatShare(chokepoint.exposure, lang)}</Table.Td>
              <Table.Td ta="right">{formatDays(chokepoint.stopsOnDay, lang)}</Table.Td>
              <Table.Td ta="right">{formatMoney(chokepoint.marginalValuePerYear, context, largest)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

/** The version and the plan that are looked at go along. */
const keepView = ({ version, run }: Record<string, string>) => ({ version, run });
