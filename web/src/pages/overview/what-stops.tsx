import { Table } from '@mantine/core';
import type { Assessment } from '../../../../src/contract/assess.ts';
import type { Plan } from '../../../../src/contract/plan.ts';
import { type FigureContext, formatDays, formatShare, label, nameOf } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import { Panel } from '../../shell/panel.tsx';
import { overviewWords } from '../../words/overview.ts';
import { useWords } from '../../words/subject.ts';
import css from './overview.module.css';

/** The end uses, the earliest stopped first, and the chance the plan gives them back. */
export function WhatStops(props: { assessment: Assessment; plan: Plan | null; context: FigureContext }) {
  const say = useWords(overviewWords);
  const { assessment, plan, context } = props;
  const { lang } = context;
  const { verdicts } = words(lang).labels;
  const scenario = nameOf({ name: assessment.scenarioName, nameZh: assessment.scenarioNameZh }, lang);
  const products = [...assessment.products].sort(
    (a, b) => (a.stopsOnDay ?? Number.POSITIVE_INFINITY) - (b.stopsOnDay ?? Number.POSITIVE_INFINITY),
  );
  const chanceOf = (id: string): string => {
    const levels = plan?.products.filter((product) => product.id === id) ?? [];
    const top = levels.sort((a, b) => b.level - a.level)[0]?.availableByPeriod.at(-1);
    return top === undefined ? '' : formatShare(top, lang);
  };
  return (
    <Panel title={say.whatStops}>
      <p className={css.note}>
        {say.scenario(scenario)}
        {assessment.hypothetical && ` (${say.hypothetical})`}
      </p>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.product}</Table.Th>
            <Table.Th>{say.works}</Table.Th>
            <Table.Th ta="right">{say.coverage}</Table.Th>
            <Table.Th ta="right">{say.stopsOn}</Table.Th>
            {plan && <Table.Th ta="right">{say.withPlan}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {products.map((product) => (
            <Table.Tr key={product.id}>
              <Table.Td>{nameOf(product, lang)}</Table.Td>
              <Table.Td>{label(verdicts, product.works)}</Table.Td>
              <Table.Td ta="right">{formatShare(product.coverage, lang)}</Table.Td>
              <Table.Td ta="right">{formatDays(product.stopsOnDay, lang)}</Table.Td>
              {plan && <Table.Td ta="right">{chanceOf(product.id)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
