import analysis from '../../analysis/analysis.module.css';
import { useContent } from '../../analysis/content.ts';
import { contextOf } from '../../analysis/context.ts';
import { useRead } from '../../api/queries.ts';
import { TableView } from '../../figure/table-view.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { useLang } from '../../shell/lang.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useRunChoice } from '../../shell/run-choice.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { useWhen } from '../../shell/when.ts';
import { compareWords } from '../../words/compare.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { PairPicker, usePair } from './pair.tsx';
import { planChancesTable, planFundsTable, planProjectsTable, planSidesTable } from './plan-tables.ts';

/** Two plans: what they start, reach and pay. */
export function Plans() {
  const say = useWords(compareWords);
  const shell = useWords(shellWords);
  const when = useWhen();
  const { plans, run, waiting } = useRunChoice();
  const choices = plans.map(({ id, version, requestedAt }) => ({
    value: id,
    label: `${shell.run} ${id.slice(0, 4)} · ${shell.version(version)} · ${when.moment(requestedAt)}`,
  }));
  const other = plans.find(({ id }) => id !== (run ?? plans[0])?.id);
  const { a, b } = usePair(choices, [other?.id, (run ?? plans[0])?.id]);
  if (waiting) return <Waiting />;
  if (plans.length < 2) return <EmptyState icon="compare" title={say.twoPlans} text={say.twoPlansText} />;
  return (
    <>
      <PairPicker choices={choices} a={a} b={b} />
      {a && b && a !== b ? <Differences a={a} b={b} /> : <p>{say.same}</p>}
    </>
  );
}

function Differences({ a, b }: { a: string; b: string }) {
  const say = useWords(compareWords);
  const { lang } = useLang();
  const { id } = useProgramme();
  const content = useContent();
  const diff = useRead('GET /programmes/{programme}/runs/{run}/diff/{otherRun}', {
    params: { programme: id, run: a, otherRun: b },
  });
  if (diff.error) return <ProblemNote error={diff.error} onRetry={() => void diff.refetch()} />;
  if (!diff.data || !content.data) return <Waiting />;
  const { currency, priceYear, seed } = diff.data;
  const context = { ...contextOf(content.data, lang, seed), currency, priceYear };
  return (
    <>
      <TableView table={planSidesTable(diff.data, say)} context={context} />
      <TableView table={planProjectsTable(diff.data, context, say)} context={context} />
      <TableView table={planChancesTable(diff.data, 'goals', context, say)} context={context} />
      <TableView table={planChancesTable(diff.data, 'products', context, say)} context={context} />
      <TableView table={planFundsTable(diff.data, context, say)} context={context} />
      {(['notesBefore', 'notesAfter'] as const).map(
        (notes) =>
          diff.data[notes].length > 0 && (
            <section key={notes}>
              <h2 className={analysis.heading}>{say[notes]}</h2>
              <ul className={analysis.sentences} lang="en">
                {diff.data[notes].map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}
