import { Button, SegmentedControl } from '@mantine/core';
import type { RunKind } from '../../../../src/contract/api/runs.ts';
import { useContent } from '../../analysis/content.ts';
import { StartRun } from '../../analysis/start-run.tsx';
import { useList } from '../../api/queries.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icons.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { jobsWords } from '../../words/jobs.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { RunTable } from './run-table.tsx';

const KINDS = ['all', 'plan', 'frontier', 'alternatives', 'assess'] as const;
const STARTED = ['plan', 'frontier', 'alternatives'] as const;
type Started = (typeof STARTED)[number];

export default function JobsPage() {
  const say = useWords(jobsWords);
  const shell = useWords(shellWords);
  const { id, may } = useProgramme();
  const content = useContent();
  const [kind, setKind] = useUrlState<(typeof KINDS)[number]>('kind', 'all');
  const [start, setStart] = useUrlState<string>('start', '');
  const runs = useList('GET /programmes/{programme}/runs', {
    params: { programme: id },
    query: kind === 'all' ? {} : { kind: kind satisfies RunKind },
  });
  const starting = STARTED.find((one) => one === start);
  const ask = may('edit') && (
    <Button leftSection={<Icon name="play" size={14} />} onClick={() => setStart('plan')}>
      {say.start}
    </Button>
  );
  return (
    <>
      <PageHead title={say.title} lead={say.lead}>
        {runs.items.length > 0 && ask}
      </PageHead>
      {starting && content.data && (
        <>
          <SegmentedControl
            size="xs"
            mb="xs"
            value={starting}
            data={STARTED.map((value) => ({ value, label: say.kinds[value] }))}
            onChange={(value) => setStart(value as Started)}
          />
          <StartRun
            key={starting}
            kind={starting}
            content={content.data}
            onStarted={() => setStart('')}
            onCancel={() => setStart('')}
          />
        </>
      )}
      {(runs.items.length > 0 || kind !== 'all') && (
        <SegmentedControl
          size="xs"
          mb="xs"
          value={kind}
          data={KINDS.map((value) => ({ value, label: value === 'all' ? say.allKinds : say.kinds[value] }))}
          onChange={(value) => setKind(value as typeof kind)}
        />
      )}
      {runs.error && <ProblemNote error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.isPending && <Waiting />}
      {runs.isSuccess && runs.items.length === 0 && !starting && (
        <EmptyState icon="jobs" title={say.none} text={say.noneText} action={ask} />
      )}
      {runs.items.length > 0 && <RunTable runs={runs.items} />}
      {runs.more && (
        <Button variant="default" mt="sm" onClick={runs.more}>
          {shell.more}
        </Button>
      )}
    </>
  );
}
