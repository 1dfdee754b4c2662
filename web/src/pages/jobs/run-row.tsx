import { ActionIcon, Badge, Button, Menu, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Run, RunStatus } from '../../../../src/contract/api/runs.ts';
import { formatMoney, formatNumber, formatShare } from '../../../../src/figures/text.ts';
import { addressOf } from '../../api/client.ts';
import { type ReadKey, useWrite } from '../../api/queries.ts';
import { isUnderWay, useRun } from '../../api/use-run.ts';
import { Icon } from '../../shell/icons.tsx';
import { useLang } from '../../shell/lang.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useWhen } from '../../shell/when.ts';
import { jobsWords } from '../../words/jobs.ts';
import { useWords } from '../../words/subject.ts';
import css from './jobs.module.css';
import { RunPins } from './run-pins.tsx';

const COLOUR: Record<RunStatus, string> = {
  waiting: 'grey',
  running: 'accent',
  done: 'accent',
  stopped: 'accent',
  failed: 'red',
  cancelled: 'grey',
};

const STALE: readonly ReadKey[] = [
  'GET /programmes/{programme}/runs',
  'GET /programmes/{programme}/runs/{run}',
];

/** One run: where it is, its best value and bound so far, and what may be done with it. */
export function RunRow(props: { run: Run; currency: string | null; open: boolean; onOpen: () => void }) {
  const say = useWords(jobsWords);
  const when = useWhen();
  const { lang } = useLang();
  const { id, latest, may } = useProgramme();
  const { run = props.run } = useRun(id, props.run.id, props.run);
  const sent = { params: { programme: id, run: run.id } };
  const again = useWrite('POST /programmes/{programme}/runs/{run}/again', STALE);
  const cancel = useWrite('POST /programmes/{programme}/runs/{run}/cancel', STALE);
  const stop = useWrite('POST /programmes/{programme}/runs/{run}/stop', STALE);
  const { progress, kind, status, version } = run;
  const money = (value: number | null | undefined): string =>
    value == null
      ? ''
      : formatMoney(value, { lang, programme: '', currency: props.currency, priceYear: null, seed: null });
  const live = isUnderWay(run);
  const { value, bound } = progress ?? {};
  const gap = value != null && bound != null && value !== 0 ? (bound - value) / Math.abs(value) : null;
  const error = again.error ?? cancel.error ?? stop.error;
  const search = { version: version === latest.number ? undefined : String(version), run: run.id };
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <button type="button" className={css.kind} aria-expanded={props.open} onClick={props.onOpen}>
            <Icon name={props.open ? 'down' : 'right'} size={12} /> {say.kinds[kind]}
          </button>
        </Table.Td>
        <Table.Td aria-live={live ? 'polite' : undefined}>
          <Badge size="sm" variant="light" color={COLOUR[status]}>
            {live && (run.cancelRequested || run.stopRequested) ? say.ending : say.statuses[status]}
          </Badge>
          {live && progress && (
            <span className={css.phase}>
              {say.phases[progress.phase]}
              {progress.of > 1 && ` · ${say.parts(progress.done, progress.of)}`}
            </span>
          )}
        </Table.Td>
        <Table.Td>{version}</Table.Td>
        <Table.Td ta="right">{live ? money(value) : ''}</Table.Td>
        <Table.Td ta="right">{live ? money(bound) : ''}</Table.Td>
        <Table.Td ta="right">{live && gap !== null ? formatShare(gap, lang) : ''}</Table.Td>
        <Table.Td>
          {when.moment(run.requestedAt)} · {run.requestedBy?.name ?? say.muster}
        </Table.Td>
        <Table.Td ta="right">{progress && say.seconds(formatNumber(progress.seconds, lang, 0))}</Table.Td>
        <Table.Td className={css.tools}>
          {live && may('edit') && (
            <>
              <Button
                size="compact-xs"
                variant="default"
                loading={stop.isPending}
                onClick={() => stop.mutate(sent)}
              >
                {say.stop}
              </Button>
              <Button size="compact-xs" variant="subtle" color="red" onClick={() => cancel.mutate(sent)}>
                {say.cancel}
              </Button>
            </>
          )}
          {run.resultHash && kind === 'plan' && (
            <Button
              size="compact-xs"
              variant="light"
              component={Link}
              to={`/p/${id}/plan`}
              search={search as never}
            >
              {say.openPlan}
            </Button>
          )}
          {run.resultHash && (kind === 'frontier' || kind === 'alternatives') && (
            <Button
              size="compact-xs"
              variant="light"
              component={Link}
              to={`/p/${id}/portfolio`}
              search={search as never}
            >
              {say.openPlan}
            </Button>
          )}
          {!live && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size={24} aria-label={say.more}>
                  <Icon name="down" size={14} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {may('edit') && (
                  <Menu.Item leftSection={<Icon name="play" size={14} />} onClick={() => again.mutate(sent)}>
                    {say.again}
                  </Menu.Item>
                )}
                {run.resultHash && (
                  <Menu.Item
                    component="a"
                    href={addressOf('GET /programmes/{programme}/runs/{run}/result', sent)}
                    download={`${kind}-${run.id.slice(0, 8)}.json`}
                    leftSection={<Icon name="download" size={14} />}
                  >
                    {say.download}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </Table.Td>
      </Table.Tr>
      {(run.error || error || props.open) && (
        <Table.Tr className={css.below}>
          <Table.Td colSpan={9}>
            <ProblemNote error={error} />
            {run.error && (
              <p className={css.error}>
                {run.error.message} {run.error.hint}
              </p>
            )}
            {props.open && <RunPins run={run} />}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
