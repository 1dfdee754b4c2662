import { Button, Select, Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Alternatives } from '../../../../src/contract/alternatives.ts';
import type { Frontier } from '../../../../src/contract/frontier.ts';
import { alternativesFigure } from '../../../../src/figures/alternatives.ts';
import { frontierContext, frontierFigure } from '../../../../src/figures/frontier.ts';
import {
  alternativesContext,
  alternativesFindings,
} from '../../../../src/figures/report/alternatives-findings.ts';
import { frontierFindings } from '../../../../src/figures/report/frontier-findings.ts';
import { frontierStepsTable } from '../../../../src/figures/tables/frontier.ts';
import css from '../../analysis/analysis.module.css';
import { useContent } from '../../analysis/content.ts';
import { contextOf } from '../../analysis/context.ts';
import { useResult } from '../../analysis/plan.ts';
import { RunState } from '../../analysis/run-state.tsx';
import { StartRun } from '../../analysis/start-run.tsx';
import { useList } from '../../api/queries.ts';
import { FigureView } from '../../figure/figure-view.tsx';
import { TableView } from '../../figure/table-view.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { useLang } from '../../shell/lang.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import type { Run } from '../../shell/run-choice.ts';
import { useUrl, useUrlState } from '../../shell/url-state.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { useWhen } from '../../shell/when.ts';
import { analysisWords } from '../../words/analysis.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';

const KINDS = ['frontier', 'alternatives'] as const;
type Kind = (typeof KINDS)[number];

/** What more or less money would bring, and other plans that are nearly as good. */
export default function Page() {
  const shell = useWords(shellWords);
  const say = useWords(analysisWords);
  const [kind, setKind] = useUrlState<Kind>('kind', 'frontier');
  return (
    <>
      <PageHead title={shell.pages.portfolio} lead={say.pages.portfolio} />
      <Tabs
        value={KINDS.includes(kind) ? kind : 'frontier'}
        onChange={(next) => setKind(next as Kind)}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {KINDS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {say[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="frontier">
          <Study kind="frontier" show={(result) => <FrontierView frontier={result as Frontier} />} />
        </Tabs.Panel>
        <Tabs.Panel value="alternatives">
          <Study
            kind="alternatives"
            show={(result) => <AlternativesView report={result as Alternatives} />}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** Runs of one kind: which is looked at (`?frontier=ID`), how it goes, what it found, and a way to start one. */
function Study({ kind, show }: { kind: Kind; show: (result: unknown) => ReactNode }) {
  const say = useWords(analysisWords);
  const { lang } = useLang();
  const when = useWhen();
  const { id, version, may } = useProgramme();
  const content = useContent();
  const [search, change] = useUrl();
  const [starting, setStarting] = useState(false);
  const { items, isPending, error } = useList('GET /programmes/{programme}/runs', {
    params: { programme: id },
    query: { kind },
  });
  const runs = items.filter((run) => run.version === version);
  const run = runs.find((one) => one.id === search[kind]) ?? runs[0] ?? null;
  const { result, error: resultError } = useResult<unknown>(run);
  const onStarted = (started: Run): void => {
    setStarting(false);
    change({ [kind]: started.id });
  };
  if (error || content.error) return <ProblemNote error={error ?? content.error} />;
  if (isPending || !content.data) return <Waiting />;
  if (starting) {
    return (
      <StartRun
        kind={kind}
        content={content.data}
        onStarted={onStarted}
        onCancel={() => setStarting(false)}
      />
    );
  }
  const start = may('edit') && (
    <Button variant={run ? 'default' : 'filled'} onClick={() => setStarting(true)}>
      {run ? say.startAnother : say.start[kind]}
    </Button>
  );
  if (!run) {
    const { title, text } = kind === 'frontier' ? say.noFrontier : say.noAlternatives;
    return <EmptyState icon="portfolio" title={title} text={text} action={start} />;
  }
  return (
    <>
      <div className={css.controls} style={{ marginBottom: 12 }}>
        <Select
          size="xs"
          w={280}
          aria-label={say.whichRun}
          data={runs.map((one) => ({
            value: one.id,
            label: `${when.moment(one.requestedAt)} · ${say.statuses[one.status]}`,
          }))}
          value={run.id}
          onChange={(value) => change({ [kind]: value ?? undefined })}
          allowDeselect={false}
        />
        {start}
      </div>
      <RunState key={run.id} run={run} context={contextOf(content.data, lang, run.seed)} />
      <ProblemNote error={resultError} />
      {result !== undefined && show(result)}
    </>
  );
}

function FrontierView({ frontier }: { frontier: Frontier }) {
  const { lang } = useLang();
  const context = frontierContext(frontier, lang);
  return (
    <>
      <FigureView figure={frontierFigure(frontier, context)} context={context} />
      <Sentences sentences={frontierFindings(frontier, context)} />
      <TableView table={frontierStepsTable(frontier, context)} context={context} />
      <Notes notes={frontier.notes} />
    </>
  );
}

function AlternativesView({ report }: { report: Alternatives }) {
  const { lang } = useLang();
  const context = alternativesContext(report, lang);
  const figure = alternativesFigure(report, context);
  return (
    <>
      <FigureView figure={figure} context={context} />
      <Sentences sentences={alternativesFindings(report, context)} />
      <TableView table={figure.table} context={context} />
      <Notes notes={report.notes} />
    </>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className={css.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** What the answer leaves out, in the words of the engine. */
function Notes({ notes }: { notes: readonly string[] }) {
  const say = useWords(analysisWords);
  if (notes.length === 0) return null;
  return (
    <>
      <h2 className={css.heading}>{say.notes}</h2>
      <ul className={css.sentences} lang="en">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
