import { Table, TextInput } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { Option } from '../../../../src/contract/folder/options.ts';
import type { Plan } from '../../../../src/contract/plan.ts';
import { type FigureContext, formatMoney, formatShare, label } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import { folderName } from '../../analysis/context.ts';
import { useEditing } from '../../edit/edit-context.tsx';
import { Icon } from '../../shell/icons.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { optionsWords } from '../../words/options.ts';
import { useWords } from '../../words/subject.ts';
import css from './options.module.css';

const central = (figure: number | { central: number }): number =>
  typeof figure === 'number' ? figure : figure.central;

/** Periods a stage takes: as stated, or expected; null where a published law says it. */
function periodsOf({ periods }: Option['stages'][number]): number | null {
  if (typeof periods === 'number') return periods;
  if (!('distribution' in periods)) return null;
  const total = periods.distribution.reduce((sum, weight) => sum + weight, 0);
  return periods.distribution.reduce((sum, weight, i) => sum + weight * (i + 1), 0) / total;
}

/** Sum over the stages of a part of each; null where one is not known. */
function summed(option: Option, part: (stage: Option['stages'][number]) => number | null): number | null {
  const parts = option.stages.map(part);
  return parts.some((value) => value === null) ? null : parts.reduce<number>((sum, value) => sum + value!, 0);
}

/** Goals, and below each the ways to reach it, with what the plan does of them. */
export function OptionsTable(props: {
  plan: Plan | null;
  context: FigureContext;
  onOpen: (path: string[]) => void;
  empty: ReactNode;
}) {
  const say = useWords(optionsWords);
  const { parts } = useEditing();
  const { plan, context, onOpen } = props;
  const { lang } = context;
  const { kinds, modes, stages } = words(lang).labels;
  const [asked, setAsked] = useUrlState<string>('q', '', { replace: true });
  const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const goals = parts.goals.filter((goal) => {
    const text = JSON.stringify([
      goal.id,
      goal.name,
      goal.name_zh,
      goal.link,
      goal.options.map((o) => [o.id, o.name, o.name_zh]),
    ]);
    return wanted.every((word) => text.toLowerCase().includes(word));
  });
  const funded = (option: string): number =>
    plan?.funded.filter(({ project }) => project.startsWith(`${option}/`)).length ?? 0;
  const nameOfLink = (id: string): string => {
    const link = parts.links.find((one) => one.id === id);
    return link ? folderName(link, lang) : id;
  };
  if (parts.goals.length === 0) return props.empty;
  const rounded = (value: number | null): string =>
    value === null ? '' : String(Math.round(value * 10) / 10);
  return (
    <>
      <TextInput
        size="xs"
        w={260}
        mb="xs"
        placeholder={say.search}
        aria-label={say.search}
        leftSection={<Icon name="search" size={14} />}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      <Table stickyHeader stickyHeaderOffset={44} className={css.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.goal}</Table.Th>
            <Table.Th ta="right">{say.chance}</Table.Th>
            <Table.Th>{say.stages}</Table.Th>
            <Table.Th ta="right">{say.periods}</Table.Th>
            <Table.Th ta="right">{say.cost}</Table.Th>
            <Table.Th>{say.leads}</Table.Th>
            <Table.Th ta="right">{say.teams}</Table.Th>
            {plan && <Table.Th>{say.state}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {goals.map((goal) => (
            <Fragment key={goal.id}>
              <Table.Tr className={css.goal}>
                <Table.Td colSpan={plan ? 8 : 7}>
                  <button type="button" className={css.open} onClick={() => onOpen([goal.id])}>
                    {folderName(goal, lang)}
                  </button>{' '}
                  <span className={css.link}>
                    {nameOfLink(goal.link)} · {formatShare(goal.level, lang)}
                  </span>
                </Table.Td>
              </Table.Tr>
              {goal.options.map((option) => {
                const cost = summed(option, (stage) => {
                  const periods = periodsOf(stage);
                  return periods === null ? null : periods * central(stage.costPerPeriod);
                });
                const chance = option.q ?? option.race?.chance;
                const teams = funded(option.id);
                return (
                  <Table.Tr key={option.id}>
                    <Table.Td className={css.option}>
                      <button
                        type="button"
                        className={css.open}
                        onClick={() => onOpen([goal.id, 'options', option.id])}
                      >
                        {folderName(option, lang)}
                      </button>{' '}
                      <span className={css.link}>{label(kinds, option.kind)}</span>
                    </Table.Td>
                    <Table.Td ta="right">
                      {chance === undefined ? '' : formatShare(central(chance), lang)}
                    </Table.Td>
                    <Table.Td>{option.stages.map(({ name }) => label(stages, name)).join(' → ')}</Table.Td>
                    <Table.Td ta="right">{rounded(summed(option, periodsOf))}</Table.Td>
                    <Table.Td ta="right">{cost === null ? '' : formatMoney(cost, context)}</Table.Td>
                    <Table.Td>
                      {option.modes.map(({ mode }) => (
                        <span
                          key={mode}
                          className={css.mode}
                          style={{ '--mode': `var(--muster-mode-${mode})` } as never}
                        >
                          {label(modes, mode)}
                        </span>
                      ))}
                    </Table.Td>
                    <Table.Td ta="right">{option.teams.length}</Table.Td>
                    {plan && (
                      <Table.Td className={teams > 0 ? undefined : css.link}>
                        {teams > 0 ? say.funded(teams) : say.notFunded}
                      </Table.Td>
                    )}
                  </Table.Tr>
                );
              })}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
