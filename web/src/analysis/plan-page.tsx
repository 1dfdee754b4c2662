import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Content } from '../../../src/contract/api/content.ts';
import type { InfeasibleReport } from '../../../src/contract/infeasible.ts';
import type { Plan } from '../../../src/contract/plan.ts';
import { conflictSentences, infeasibleContext, repairSentence } from '../../../src/figures/infeasible.ts';
import type { FigureContext } from '../../../src/figures/text.ts';
import { useList } from '../api/queries.ts';
import { isUnderWay } from '../api/use-run.ts';
import { useLang } from '../shell/lang.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Panel } from '../shell/panel.tsx';
import { ProblemNote } from '../shell/problem.tsx';
import { useProgramme } from '../shell/programme.tsx';
import type { Run } from '../shell/run-choice.ts';
import { useUrl } from '../shell/url-state.ts';
import { Waiting } from '../shell/waiting.tsx';
import { analysisWords } from '../words/analysis.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import css from './analysis.module.css';
import { ExplainPanel } from './explain-panel.tsx';
import { NoPlan } from './no-plan.tsx';
import { usePlan } from './plan.ts';
import { RunState } from './run-state.tsx';
import { StartRun } from './start-run.tsx';

/** What a page shows of a plan. */
export interface PlanShown {
  readonly plan: Plan;
  readonly run: Run;
  readonly content: Content;
  readonly context: FigureContext;
}

/** A page about the plan that is looked at: what is under way, a new one, why there is none, and else what it shows. */
export function PlanPage(props: { page: 'plan' | 'budget'; show: (shown: PlanShown) => ReactNode }) {
  const shell = useWords(shellWords);
  const say = useWords(analysisWords);
  const { may } = useProgramme();
  const { run, plan, infeasible, context, content, error, waiting } = usePlan();
  const underWay = useRunsUnderWay();
  const [, change] = useUrl();
  const [starting, setStarting] = useState(false);
  const onStarted = (started: Run): void => {
    setStarting(false);
    change({ run: started.id });
  };
  const others = underWay.filter(({ id }) => id !== run?.id);
  const nothing = !run && !waiting && others.length === 0;
  return (
    <>
      <PageHead title={shell.pages[props.page]} lead={say.pages[props.page]}>
        {props.page === 'plan' && may('edit') && !starting && !nothing && (
          <Button variant="default" onClick={() => setStarting(true)} disabled={!content}>
            {say.newPlan}
          </Button>
        )}
      </PageHead>
      {starting && content && (
        <StartRun kind="plan" content={content} onStarted={onStarted} onCancel={() => setStarting(false)} />
      )}
      {context && others.map((one) => <RunState key={one.id} run={one} context={context} />)}
      {context && run && <RunState key={run.id} run={run} context={context} />}
      {error && <ProblemNote error={error} />}
      {nothing && !error && <NoPlan content={content} onStarted={onStarted} />}
      {waiting && !error && <Waiting />}
      {infeasible && <Conflict report={infeasible} />}
      {plan && run && content && context && (
        <>
          {props.show({ plan, run, content, context })}
          <ExplainPanel run={run.id} />
        </>
      )}
    </>
  );
}

/** Plans of this version that are being worked out. */
function useRunsUnderWay(): readonly Run[] {
  const { id, version } = useProgramme();
  const { items } = useList('GET /programmes/{programme}/runs', {
    params: { programme: id },
    query: { kind: 'plan' },
  });
  return items.filter((run) => run.version === version && isUnderWay(run));
}

function Conflict({ report }: { report: InfeasibleReport }) {
  const say = useWords(analysisWords);
  const { lang } = useLang();
  const context = infeasibleContext(report, lang);
  return (
    <Panel title={say.conflict}>
      <p>{say.conflictBecause}</p>
      <ul className={css.sentences}>
        {conflictSentences(report.conflict, context).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {report.repairs.length > 0 && (
        <>
          <p>{say.conflictRepairs}</p>
          <ul className={css.sentences}>
            {report.repairs.map((repair) => {
              const sentence = repairSentence(repair, context);
              return <li key={sentence}>{sentence}</li>;
            })}
          </ul>
        </>
      )}
    </Panel>
  );
}
