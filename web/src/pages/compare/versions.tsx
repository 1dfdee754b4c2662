import { diffFindings } from '../../../../src/figures/report/diff-findings.ts';
import {
  changesTable,
  diffChokepointsTable,
  diffCombinationsTable,
  diffProductsTable,
} from '../../../../src/figures/tables/diff.ts';
import { nameOf } from '../../../../src/figures/text.ts';
import analysis from '../../analysis/analysis.module.css';
import { useContent } from '../../analysis/content.ts';
import { contextOf } from '../../analysis/context.ts';
import { useList, useRead } from '../../api/queries.ts';
import { TableView } from '../../figure/table-view.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { useLang } from '../../shell/lang.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { useWhen } from '../../shell/when.ts';
import { compareWords } from '../../words/compare.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { PairPicker, usePair } from './pair.tsx';

/** Two versions: what was changed, and what that does to what stops. */
export function Versions() {
  const say = useWords(compareWords);
  const shell = useWords(shellWords);
  const when = useWhen();
  const { id, version } = useProgramme();
  const { items, error, isPending } = useList('GET /programmes/{programme}/versions', {
    params: { programme: id },
  });
  const choices = items.map(({ number, reason, at }) => ({
    value: String(number),
    label: `${shell.version(number)} · ${reason} · ${when.day(at)}`,
  }));
  const parent = items.find(({ number }) => number === version)?.parent;
  const { a, b } = usePair(choices, [parent == null ? undefined : String(parent), String(version)]);
  if (error) return <ProblemNote error={error} />;
  if (isPending) return <Waiting />;
  if (items.length < 2)
    return <EmptyState icon="compare" title={say.twoVersions} text={say.twoVersionsText} />;
  return (
    <>
      <PairPicker choices={choices} a={a} b={b} />
      {a && b && a !== b ? <Differences a={Number(a)} b={Number(b)} /> : <p>{say.same}</p>}
    </>
  );
}

function Differences({ a, b }: { a: number; b: number }) {
  const say = useWords(compareWords);
  const { lang } = useLang();
  const { id } = useProgramme();
  const content = useContent();
  const diff = useRead('GET /programmes/{programme}/versions/{version}/diff/{otherVersion}', {
    params: { programme: id, version: a, otherVersion: b },
  });
  if (diff.error) return <ProblemNote error={diff.error} onRetry={() => void diff.refetch()} />;
  if (!diff.data || !content.data) return <Waiting />;
  const report = diff.data;
  const context = contextOf(content.data, lang);
  return (
    <>
      <ul className={analysis.sentences}>
        {diffFindings(report, context).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <TableView table={changesTable(report, context)} context={context} />
      {report.scenarios
        .filter((one) => one.in === 'both' && one.products.length + one.chokepoints.length > 0)
        .map((scenario) => (
          <section key={scenario.id}>
            <h2 className={analysis.heading}>{say.under(nameOf(scenario, lang))}</h2>
            {scenario.products.length > 0 && (
              <TableView
                table={diffProductsTable(report, scenario, context)}
                context={context}
                of={nameOf(scenario, lang)}
              />
            )}
            {scenario.chokepoints.length > 0 && (
              <TableView
                table={diffChokepointsTable(report, scenario, context)}
                context={context}
                of={nameOf(scenario, lang)}
              />
            )}
          </section>
        ))}
      <TableView table={diffCombinationsTable(report, context)} context={context} />
      {report.notes.length > 0 && (
        <ul className={analysis.sentences} lang="en">
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}
