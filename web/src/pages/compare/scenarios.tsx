import { nameOf } from '../../../../src/figures/text.ts';
import { useAssessment } from '../../analysis/assessment.ts';
import { useContent } from '../../analysis/content.ts';
import { contextOf } from '../../analysis/context.ts';
import { TableView } from '../../figure/table-view.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { useLang } from '../../shell/lang.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { compareWords } from '../../words/compare.ts';
import { useWords } from '../../words/subject.ts';
import { PairPicker, usePair } from './pair.tsx';
import { scenarioChokepointsTable, scenarioProductsTable } from './scenario-tables.ts';

/** Two scenarios of an assessment. */
export function Scenarios() {
  const say = useWords(compareWords);
  const { lang } = useLang();
  const { all, error, isPending } = useAssessment();
  const content = useContent();
  const choices = all.map((one) => ({
    value: one.scenario,
    label: nameOf({ name: one.scenarioName, nameZh: one.scenarioNameZh }, lang),
  }));
  const { a, b } = usePair(choices, [all[0]?.scenario, all[1]?.scenario]);
  if (error ?? content.error) return <ProblemNote error={error ?? content.error} />;
  if (isPending || !content.data) return <Waiting />;
  if (all.length < 2) return <EmptyState icon="compare" title={say.twoScenarios} />;
  const context = contextOf(content.data, lang);
  const first = all.find(({ scenario }) => scenario === a)!;
  const second = all.find(({ scenario }) => scenario === b)!;
  return (
    <>
      <PairPicker choices={choices} a={a} b={b} />
      <TableView table={scenarioProductsTable(first, second, context, say)} context={context} />
      <TableView table={scenarioChokepointsTable(first, second, context, say)} context={context} />
    </>
  );
}
