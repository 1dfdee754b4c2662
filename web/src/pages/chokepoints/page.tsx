import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Assessment } from '../../../../src/contract/assess.ts';
import { coverageNote } from '../../../../src/figures/coverage-note.ts';
import { severityTime } from '../../../../src/figures/severity-time.ts';
import { stopTimes } from '../../../../src/figures/stop-times.ts';
import {
  chokepointTable,
  cutSetTable,
  initiativeTable,
  productsTable,
  repairSetTable,
} from '../../../../src/figures/tables/assessment.ts';
import { unknownsTable } from '../../../../src/figures/tables/unknowns.ts';
import type { FigureContext } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import css from '../../analysis/analysis.module.css';
import { useAssessment } from '../../analysis/assessment.ts';
import { AssessmentPicker } from '../../analysis/assessment-picker.tsx';
import { useContent } from '../../analysis/content.ts';
import { contextOf } from '../../analysis/context.ts';
import { FigureView } from '../../figure/figure-view.tsx';
import { TableView } from '../../figure/table-view.tsx';
import { useLang } from '../../shell/lang.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { analysisWords } from '../../words/analysis.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';

/** The links whose loss matters most, what they stop, and when. */
export default function Page() {
  const shell = useWords(shellWords);
  const say = useWords(analysisWords);
  const { lang } = useLang();
  const assessment = useAssessment();
  const content = useContent();
  const error = assessment.error ?? content.error;
  return (
    <>
      <PageHead title={shell.pages.chokepoints} lead={say.pages.chokepoints}>
        <AssessmentPicker all={assessment.all} chosen={assessment.chosen} />
      </PageHead>
      {error ? (
        <ProblemNote error={error} onRetry={() => void assessment.refetch()} />
      ) : assessment.chosen && content.data ? (
        <Chokepoints assessment={assessment.chosen} context={contextOf(content.data, lang)} />
      ) : (
        <Waiting />
      )}
    </>
  );
}

function Chokepoints({ assessment, context }: { assessment: Assessment; context: FigureContext }) {
  const navigate = useNavigate();
  const { id } = useProgramme();
  const { report, unknowns } = words(context.lang);
  const made = useMemo(
    () => ({
      products: productsTable(assessment, context),
      severity: severityTime(assessment, context),
      chokepoints: chokepointTable(assessment, context),
      stops: stopTimes(assessment, context),
      combinations: cutSetTable(assessment, context),
      repairs: repairSetTable(assessment, context),
      unknowns: unknownsTable(assessment, context),
      initiative: initiativeTable(assessment, context),
    }),
    [assessment, context],
  );
  const openLink = (link: string): void =>
    void navigate({
      to: `/p/${id}/chain`,
      search: ({ version, run, scenario }: Record<string, string>) => ({ version, run, scenario, link }),
    } as never);
  const openPoint = (row: number): void => openLink(assessment.chokepoints[row].link);
  const note = (text: string) => (text === '' ? null : <p className={css.notes}>{text}</p>);
  return (
    <>
      <TableView
        table={made.products}
        context={context}
        lead={note(coverageNote(assessment, context))}
        onRow={(row) => openLink(assessment.products[row].id)}
      />
      <FigureView figure={made.severity} context={context} onRow={openPoint} />
      <TableView table={made.chokepoints} context={context} onRow={openPoint} />
      {assessment.stoppages.length > 0 && <FigureView figure={made.stops} context={context} />}
      <TableView table={made.combinations} context={context} lead={note(report.combinationsLead)} />
      <TableView table={made.repairs} context={context} lead={note(report.repairLead)} />
      {assessment.unknowns.length > 0 && (
        <TableView table={made.unknowns} context={context} lead={note(unknowns.method)} />
      )}
      <TableView table={made.initiative} context={context} />
    </>
  );
}
