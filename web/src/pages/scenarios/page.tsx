import { Button, Chip, Group, Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Content } from '../../../../src/contract/api/content.ts';
import { scenariosComparedTable } from '../../../../src/figures/tables/assessment.ts';
import analysis from '../../analysis/analysis.module.css';
import { GATES, READINGS, useAssessment } from '../../analysis/assessment.ts';
import { useContent } from '../../analysis/content.ts';
import { contextOf, folderName } from '../../analysis/context.ts';
import { call } from '../../api/client.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { TableView } from '../../figure/table-view.tsx';
import { useLang } from '../../shell/lang.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Panel } from '../../shell/panel.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useUrl } from '../../shell/url-state.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { analysisWords } from '../../words/analysis.ts';
import { scenarioWords } from '../../words/scenarios.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { choicesOf, MeasureForm } from './measure-form.tsx';
import {
  type Draft,
  EMPTY,
  isWhole,
  measureOf,
  measuresOf,
  parseMeasures,
  printMeasures,
} from './measures.ts';
import { SaveForm } from './save-form.tsx';
import { whatIfChokepoints, whatIfLinks, whatIfProducts } from './tables.ts';

/** The cut-offs of the programme, and one built on the spot with what it would stop. */
export default function Page() {
  const shell = useWords(shellWords);
  const say = useWords(analysisWords);
  const content = useContent();
  return (
    <>
      <PageHead title={shell.pages.scenarios} lead={say.pages.scenarios} />
      {content.error ? (
        <ProblemNote error={content.error} onRetry={() => void content.refetch()} />
      ) : content.data ? (
        <Builder content={content.data} />
      ) : (
        <Waiting />
      )}
    </>
  );
}

/** What the address says of the cut-off that is built. */
function useBuilt(content: Content) {
  const [search, change] = useUrl();
  const { scenarios } = content.parts;
  const base = scenarios.find(({ id }) => id === search.base)?.id;
  const text = search.measures ?? '';
  const drafts = useMemo(() => parseMeasures(text), [text]);
  const off = (search.off ?? '').split(',').filter(Boolean);
  const reading = READINGS.find((one) => one === search.reading);
  const gates = GATES.find((one) => one === search.gates) ?? 'unknown';
  const setDrafts = (next: readonly Draft[]): void =>
    change({ measures: next.length > 0 ? printMeasures(next) : undefined }, { replace: true });
  return { base, drafts, off, reading, gates, start: search.start ?? '', setDrafts, change };
}

function Builder({ content }: { content: Content }) {
  const say = useWords(scenarioWords);
  const common = useWords(analysisWords);
  const { lang } = useLang();
  const { may, isLatest } = useProgramme();
  const built = useBuilt(content);
  const { base, drafts, off, change, setDrafts } = built;
  const { scenarios } = content.parts;
  const choices = useMemo(() => choicesOf(content, lang), [content, lang]);
  const own = base ? measuresOf(scenarios, base) : [];
  const whole = drafts.filter(isWhole);
  const changed = whole.length > 0 || off.length > 0;
  return (
    <>
      <Existing content={content} onBase={(id) => change({ base: id, off: undefined })} />
      <Panel title={say.build}>
        <div className={analysis.form}>
          <Select
            label={say.base}
            placeholder={say.nothingBefore}
            data={scenarios.map((one) => ({ value: one.id, label: folderName(one, lang) }))}
            value={base ?? null}
            onChange={(value) => change({ base: value ?? undefined, off: undefined })}
            clearable
            size="xs"
          />
          <TextInput
            type="date"
            label={say.start}
            value={built.start}
            onChange={(event) => change({ start: event.currentTarget.value || undefined }, { replace: true })}
            size="xs"
          />
          <Select
            label={common.reading}
            data={[
              { value: '', label: common.asScenario },
              ...READINGS.map((value) => ({ value, label: common.readings[value] })),
            ]}
            value={built.reading ?? ''}
            onChange={(value) => change({ reading: value || undefined })}
            allowDeselect={false}
            size="xs"
          />
          <Select
            label={common.gatesHead}
            data={GATES.map((value) => ({ value, label: common.gates[value] }))}
            value={built.gates}
            onChange={(value) => change({ gates: value === 'unknown' ? undefined : (value ?? undefined) })}
            allowDeselect={false}
            size="xs"
          />
          {own.length > 0 && (
            <div className={analysis.whole}>
              <p className={analysis.notes}>{say.ownMeasures}</p>
              <Chip.Group
                multiple
                value={own.map(({ id }) => id).filter((id) => !off.includes(id))}
                onChange={(on) => {
                  const next = own.map(({ id }) => id).filter((id) => !on.includes(id));
                  change({ off: next.length > 0 ? next.join(',') : undefined });
                }}
              >
                <Group gap={6}>
                  {own.map(({ id, name }) => (
                    <Chip key={id} value={id} size="xs" variant="outline">
                      {name ?? id}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
            </div>
          )}
        </div>
      </Panel>
      {drafts.map((draft, i) => (
        <MeasureForm
          // biome-ignore lint/suspicious/noArrayIndexKey: measures that are made up have nothing but their place
          key={i}
          number={i + 1}
          draft={draft}
          choices={choices}
          onChange={(next) => setDrafts(drafts.map((one, j) => (j === i ? next : one)))}
          onRemove={() => setDrafts(drafts.filter((_, j) => j !== i))}
        />
      ))}
      <Group mb="md">
        <Button
          variant={drafts.length === 0 ? 'filled' : 'default'}
          onClick={() => setDrafts([...drafts, EMPTY])}
        >
          {say.add}
        </Button>
        {drafts.length > whole.length && <span className={analysis.notes}>{say.nameSomebody}</span>}
      </Group>
      {changed && (
        <>
          <Effect content={content} built={built} whole={whole} />
          {may('edit') && isLatest && (
            <SaveForm
              content={content}
              base={base}
              off={off}
              drafts={whole}
              start={built.start}
              reading={built.reading}
            />
          )}
        </>
      )}
    </>
  );
}

/** The scenarios of the programme and what each stops. */
function Existing({ content, onBase }: { content: Content; onBase: (id: string) => void }) {
  const { lang } = useLang();
  const { report, all, error } = useAssessment();
  const context = contextOf(content, lang);
  if (error) return <ProblemNote error={error} />;
  if (!report) return <Waiting />;
  return (
    <TableView
      table={scenariosComparedTable(report, context)}
      context={context}
      onRow={(row) => onBase(all[row].scenario)}
    />
  );
}

/** What the cut-off does to products, chokepoints and links, beside what was before. */
function Effect(props: { content: Content; built: ReturnType<typeof useBuilt>; whole: readonly Draft[] }) {
  const say = useWords(scenarioWords);
  const { lang } = useLang();
  const { id: programme, version } = useProgramme();
  const { base, off, start, reading, gates } = props.built;
  const body = {
    ...(base ? { scenario: base } : {}),
    off,
    measures: props.whole.map(measureOf),
    ...(start ? { start } : {}),
    ...(reading ? { reading } : {}),
    gates,
  };
  const params = { programme, version };
  const read = useQuery({
    queryKey: ['what-if', params, body],
    queryFn: ({ signal }) =>
      call('POST /programmes/{programme}/versions/{version}/what-if', { params, body } as never, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const context = contextOf(props.content, lang);
  if (read.error) return <ProblemNote error={read.error as ApiProblem} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Waiting />;
  return (
    <div aria-live="polite" aria-busy={read.isFetching} style={{ opacity: read.isPlaceholderData ? 0.6 : 1 }}>
      <TableView table={whatIfProducts(read.data, context, say)} context={context} />
      {read.data.chokepointsLeftOut ? (
        <p className={analysis.notes}>{say.leftOut}</p>
      ) : (
        <TableView table={whatIfChokepoints(read.data, context, say)} context={context} />
      )}
      <TableView table={whatIfLinks(read.data, context, say)} context={context} />
    </div>
  );
}
