import { moneyFlow } from '../../../../src/figures/money-flow.ts';
import { fundsTable, resourcesTable } from '../../../../src/figures/tables/by-period.ts';
import { instrumentsTable } from '../../../../src/figures/tables/instruments.ts';
import { formatMoney, formatNumber } from '../../../../src/figures/text.ts';
import { useWhy } from '../../analysis/explain-panel.tsx';
import { Facts } from '../../analysis/facts.tsx';
import { PlanPage, type PlanShown } from '../../analysis/plan-page.tsx';
import { FigureView } from '../../figure/figure-view.tsx';
import { TableView } from '../../figure/table-view.tsx';
import { analysisWords } from '../../words/analysis.ts';
import { useWords } from '../../words/subject.ts';

/** Where the money comes from, what it serves, and when it is paid. */
export default function Page() {
  return <PlanPage page="budget" show={(shown) => <Budget {...shown} />} />;
}

function Budget({ plan, context }: PlanShown) {
  const say = useWords(analysisWords);
  const ask = useWhy();
  const money = (value: number): string => formatMoney(value, context);
  const facts = [
    { name: say.publicCost, value: money(plan.publicCost) },
    { name: say.privateCost, value: money(plan.privateCost) },
    { name: say.leverage, value: plan.leverage === null ? '–' : formatNumber(plan.leverage, context.lang) },
  ];
  return (
    <>
      <Facts facts={facts} />
      <FigureView figure={moneyFlow(plan, context)} context={context} />
      <TableView
        table={fundsTable(plan, context)}
        context={context}
        onRow={(row) => ask(`fund:${plan.funds[row].id}`)}
        pressed={plan.funds.length}
      />
      <TableView table={instrumentsTable(plan, context)} context={context} />
      <TableView
        table={resourcesTable(plan, context)}
        context={context}
        onRow={(row) => ask(`resource:${plan.resources[row].id}`)}
      />
    </>
  );
}
