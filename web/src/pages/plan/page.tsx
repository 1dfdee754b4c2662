import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { availability } from '../../../../src/figures/availability.ts';
import { bound } from '../../../../src/figures/bound.ts';
import { gantt, ganttRows } from '../../../../src/figures/gantt.ts';
import { ganttPlaces } from '../../../../src/figures/gantt-option.ts';
import { regret } from '../../../../src/figures/regret.ts';
import { tailText, targetTexts } from '../../../../src/figures/risk-text.ts';
import { goalsTable } from '../../../../src/figures/tables/by-period.ts';
import { leadsTable } from '../../../../src/figures/tables/leads.ts';
import {
  fundedTable,
  planRepairSetTable,
  scenarioTable,
  survivesTable,
  unfundedTable,
} from '../../../../src/figures/tables/plan.ts';
import { teamsTable } from '../../../../src/figures/tables/teams.ts';
import { criticalPathTable, slotsToBuyTable } from '../../../../src/figures/tables/verification.ts';
import { formatMoney, formatShare } from '../../../../src/figures/text.ts';
import { words } from '../../../../src/figures/words/index.ts';
import css from '../../analysis/analysis.module.css';
import { useWhy } from '../../analysis/explain-panel.tsx';
import { Facts } from '../../analysis/facts.tsx';
import { PlanPage, type PlanShown } from '../../analysis/plan-page.tsx';
import { FigureView } from '../../figure/figure-view.tsx';
import { TableView } from '../../figure/table-view.tsx';
import { useUrlState } from '../../shell/url-state.ts';
import { analysisWords } from '../../words/analysis.ts';
import { useWords } from '../../words/subject.ts';
import { waitsOf } from './waits.ts';

const PARTS = ['plan', 'effect', 'quality', 'risk'] as const;
type Part = (typeof PARTS)[number];

/** What to start, who leads, and when; what it achieves; how good it is; what could go wrong. */
export default function Page() {
  return <PlanPage page="plan" show={(shown) => <PlanView {...shown} />} />;
}

function PlanView(shown: PlanShown) {
  const { plan, context } = shown;
  const say = useWords(analysisWords);
  const { report } = words(context.lang);
  const [part, setPart] = useUrlState<Part>('part', 'plan');
  const money = (value: number): string => formatMoney(value, context);
  const facts = [
    { name: say.value, value: money(plan.value) },
    { name: say.bound, value: money(plan.bound) },
    { name: say.gapHead, value: plan.gap === null ? '–' : formatShare(plan.gap, context.lang) },
    { name: say.projects, value: String(plan.funded.length) },
    { name: say.publicCost, value: money(plan.publicCost) },
    { name: say.privateCost, value: money(plan.privateCost) },
  ];
  return (
    <>
      <Facts facts={facts} />
      <Tabs
        value={PARTS.includes(part) ? part : 'plan'}
        onChange={(next) => setPart(next as Part)}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {PARTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {report.sections[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plan">
          <Projects {...shown} />
        </Tabs.Panel>
        <Tabs.Panel value="effect">
          <Effect {...shown} />
        </Tabs.Panel>
        <Tabs.Panel value="quality">
          <Quality {...shown} />
        </Tabs.Panel>
        <Tabs.Panel value="risk">
          <Risk {...shown} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** The day it is, in the time zone of the browser. */
const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());

function Projects({ plan, content, context }: PlanShown) {
  const say = useWords(analysisWords);
  const ask = useWhy();
  const { lead, report, verification: checked } = words(context.lang);
  const figure = useMemo(
    () => gantt(plan, context, { today: today(), waits: waitsOf(plan, content) }),
    [plan, content, context],
  );
  const rows = ganttRows(plan, context);
  const projects = rows.flatMap((row) => (row.kind === 'project' ? [row.project.project] : []));
  const { verification } = plan;
  return (
    <>
      <FigureView
        figure={figure}
        context={context}
        onRow={(row) => ask(`project:${projects[row]}`)}
        hotspots={ganttPlaces(plan, rows).map(({ project, name, ...place }) => ({
          id: project.project,
          label: say.whyOf(name),
          ...place,
          onPress: () => ask(`project:${project.project}`),
        }))}
      />
      <TableView
        table={fundedTable(plan, context)}
        context={context}
        onRow={(row) => ask(`project:${plan.funded[row].project}`)}
      />
      <TableView
        table={unfundedTable(plan, context)}
        context={context}
        lead={<p className={css.notes}>{report.unfundedLead}</p>}
        onRow={(row) => ask(`project:${plan.unfunded[row].project}`)}
      />
      {plan.leads.length > 0 && (
        <TableView
          table={leadsTable(plan, context)}
          context={context}
          lead={<p className={css.notes}>{lead.lead}</p>}
        />
      )}
      <TableView table={teamsTable(plan, context)} context={context} />
      {verification && verification.criticalPath.length + verification.slots.length > 0 && (
        <>
          <TableView
            table={criticalPathTable(plan, verification, context)}
            context={context}
            lead={<p className={css.notes}>{checked.lead}</p>}
          />
          {verification.buy.length > 0 && (
            <TableView table={slotsToBuyTable(plan, verification, context)} context={context} />
          )}
        </>
      )}
    </>
  );
}

function Effect({ plan, context }: PlanShown) {
  const ask = useWhy();
  const { report } = words(context.lang);
  return (
    <>
      <FigureView figure={availability(plan, context)} context={context} />
      <TableView
        table={goalsTable(plan, context)}
        context={context}
        onRow={(row) => ask(`goal:${plan.goals[row].goal}`)}
      />
      <TableView
        table={planRepairSetTable(plan, context)}
        context={context}
        lead={<p className={css.notes}>{report.planRepairLead}</p>}
      />
    </>
  );
}

function Quality({ plan, context }: PlanShown) {
  const { report, labels } = words(context.lang);
  const { policy, relaxation, note } = plan.gapSplit;
  const share = (value: number): string => formatShare(value, context.lang);
  return (
    <>
      <FigureView figure={bound(plan, context)} context={context} />
      <ul className={css.sentences}>
        <li>{report.status(labels.statuses[plan.status])}</li>
        <li>{plan.reproducible ? report.reproducible : report.notReproducible}</li>
        {policy !== null && relaxation !== null && <li>{report.split(share(policy), share(relaxation))}</li>}
        {note !== '' && <li lang="en">{note}</li>}
      </ul>
      <TableView table={survivesTable(plan, context)} context={context} />
    </>
  );
}

function Risk({ plan, context }: PlanShown) {
  const { risk, report } = words(context.lang);
  return (
    <>
      <ul className={css.sentences}>
        {targetTexts(plan, context).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {plan.risk ? (
        <>
          <FigureView figure={regret(plan.risk, context)} context={context} />
          <p>{tailText(plan.risk, context)}</p>
        </>
      ) : (
        <p>{report.none}</p>
      )}
      <p className={css.notes}>{risk.evidence}</p>
      <TableView table={scenarioTable(plan, context)} context={context} />
    </>
  );
}
