import type { AssessmentReport } from '../../contract/assess.ts';
import type { Basis } from '../../contract/common.ts';
import type { Plan } from '../../contract/plan.ts';
import { availability } from '../availability.ts';
import { bound } from '../bound.ts';
import { chainMap } from '../chain-map.ts';
import { coverageNote } from '../coverage-note.ts';
import type { Table } from '../figure.ts';
import { gantt } from '../gantt.ts';
import { moneyFlow } from '../money-flow.ts';
import { severityTime } from '../severity-time.ts';
import {
  chokepointTable,
  cutSetTable,
  initiativeTable,
  productsTable,
  repairSetTable,
  scenariosComparedTable,
} from '../tables/assessment.ts';
import { fundsTable, goalsTable, resourcesTable } from '../tables/by-period.ts';
import { instrumentsTable } from '../tables/instruments.ts';
import {
  fundedTable,
  planRepairSetTable,
  scenarioTable,
  survivesTable,
  unfundedTable,
} from '../tables/plan.ts';
import { teamsTable } from '../tables/teams.ts';
import { unknownsTable } from '../tables/unknowns.ts';
import { criticalPathTable, slotsToBuyTable } from '../tables/verification.ts';
import { type FigureContext, formatDate, formatList, formatMoney, formatShare, label } from '../text.ts';
import { words } from '../words/index.ts';
import { bullets, figurePart, heading, methodPart, paragraph, section, tablePart } from './parts.ts';
import { tableHtml } from './table-html.ts';

/** Rows of a table of combinations that a reader will read. */
const COMBINATIONS_MAX = 60;
const GOAL_SETS_MAX = 10;

export async function threatSection(assessment: AssessmentReport, context: FigureContext): Promise<string> {
  const { report } = words(context.lang);
  const { parts } = report;
  return section('threat', report.sections.threat, [
    tablePart(parts.products, coverageNote(assessment, context), productsTable(assessment, context), context),
    figurePart(await chainMap(assessment, context), context),
    figurePart(severityTime(assessment, context), context),
    tablePart(parts.chokepoints, '', chokepointTable(assessment, context), context),
    heading(parts.combinations),
    paragraph(report.combinationsLead),
    tableHtml(cutSetTable(assessment, context), context, COMBINATIONS_MAX),
    methodPart(report.combinationsMethod, context),
    tablePart(parts.initiative, '', initiativeTable(assessment, context), context),
  ]);
}

/** Questions that a reader will read. */
const QUESTIONS_MAX = 12;

/** The questions, each left open by the data, whose answers would tell most. */
export function unknownsSection(assessment: AssessmentReport, context: FigureContext): string {
  const { report, unknowns } = words(context.lang);
  const [first] = assessment.unknowns;
  const content = first
    ? [
        paragraph(unknowns.lead(...rangeText(first.rangeBefore, context))),
        tableHtml(unknownsTable(assessment, context), context, QUESTIONS_MAX),
        methodPart(unknowns.method, context),
      ]
    : [paragraph(unknowns.nothing)];
  return section('unknowns', report.sections.unknowns, content);
}

function rangeText(
  { low, high }: { readonly low: number; readonly high: number },
  context: FigureContext,
): [string, string] {
  return [formatMoney(low, context, high), formatMoney(high, context)];
}

export function togetherSection(
  assessment: AssessmentReport,
  plan: Plan | null,
  context: FigureContext,
): string {
  const { report } = words(context.lang);
  return section('together', report.sections.together, [
    heading(report.parts.repairSets),
    paragraph(report.repairLead),
    tableHtml(repairSetTable(assessment, context), context, COMBINATIONS_MAX),
    ...(plan === null
      ? []
      : [
          heading(report.parts.planRepairSets),
          paragraph(report.planRepairLead),
          tableHtml(planRepairSetTable(plan, context), context, GOAL_SETS_MAX),
        ]),
  ]);
}

export function planSection(plan: Plan, context: FigureContext): string {
  const { report } = words(context.lang);
  return section('plan', report.sections.plan, [
    figurePart(gantt(plan, context), context),
    tablePart(report.parts.funded, '', fundedTable(plan, context), context),
    tablePart(report.parts.teams, '', teamsTable(plan, context), context),
    tablePart(report.parts.unfunded, report.unfundedLead, unfundedTable(plan, context), context),
    ...verificationPart(plan, context),
  ]);
}

/** What is verified when, and which slots to buy; nothing where the plan verifies nothing on a host line. */
function verificationPart(plan: Plan, context: FigureContext): string[] {
  const { verification } = plan;
  const say = words(context.lang).verification;
  if (!verification || verification.criticalPath.length + verification.slots.length === 0) return [];
  return [
    tablePart(say.part, say.lead, criticalPathTable(plan, verification, context), context),
    ...(verification.buy.length > 0
      ? [tableHtml(slotsToBuyTable(plan, verification, context), context)]
      : []),
  ];
}

export function moneySection(plan: Plan, context: FigureContext): string {
  const { report } = words(context.lang);
  return section('money', report.sections.money, [
    figurePart(moneyFlow(plan, context), context),
    tablePart(report.parts.funds, '', fundsTable(plan, context), context),
    tablePart(report.parts.instruments, '', instrumentsTable(plan, context), context),
    tablePart(report.parts.resources, '', resourcesTable(plan, context), context),
  ]);
}

export function effectSection(plan: Plan, context: FigureContext): string {
  const { report } = words(context.lang);
  return section('effect', report.sections.effect, [
    figurePart(availability(plan, context), context),
    tablePart(report.parts.goals, '', goalsTable(plan, context), context),
  ]);
}

export function qualitySection(plan: Plan, context: FigureContext): string {
  const { report, labels } = words(context.lang);
  const share = (value: number): string => formatShare(value, context.lang);
  const { policy, relaxation, note } = plan.gapSplit;
  const split =
    policy !== null && relaxation !== null
      ? report.split(share(policy), share(relaxation))
      : policy !== null
        ? report.splitPolicy(share(policy))
        : relaxation !== null
          ? report.splitRelaxation(share(relaxation))
          : '';
  return section('quality', report.sections.quality, [
    figurePart(bound(plan, context), context),
    bullets([
      report.status(label(labels.statuses, plan.status)),
      plan.reproducible ? report.reproducible : report.notReproducible,
      ...(split === '' ? [] : [split]),
    ]),
    bullets(note === '' ? [] : [note], 'en'),
  ]);
}

export function basisSection(
  assessment: AssessmentReport,
  plan: Plan | null,
  assumptions: readonly string[],
  context: FigureContext,
): string {
  const { report, labels, tables } = words(context.lang);
  const { parts } = report;
  const stated = report.assumptions({
    reading: label(labels.readings, assessment.reading),
    actsOn: formatList(
      assessment.actsOn.map((key) => label(labels.actsOn, key)),
      context.lang,
    ),
    gates: label(labels.gates, assessment.gates),
  });
  const starts =
    assessment.startsOn === null
      ? report.startsByChance
      : report.starts(formatDate(assessment.startsOn, context.lang));
  const facts =
    plan === null
      ? []
      : report.planFacts({
          currency: plan.currency,
          year: plan.priceYear,
          seed: plan.seed,
          periods: plan.periods.length,
          policy: plan.policy,
        });
  return section('basis', report.sections.basis, [
    heading(parts.scenarios),
    bullets([...stated, starts, ...facts, ...assumptions]),
    ...(plan === null ? [] : [tableHtml(scenarioTable(plan, context), context)]),
    tableHtml(scenariosComparedTable(assessment, context), context),
    tablePart(parts.coverage, '', basisTable(assessment, plan, context), context),
    ...(plan === null
      ? []
      : [
          heading(parts.survives),
          tableHtml({ ...survivesTable(plan, context), caption: tables.captions.survives }, context),
        ]),
  ]);
}

function basisTable(assessment: AssessmentReport, plan: Plan | null, context: FigureContext): Table {
  const { report, findings } = words(context.lang);
  const c = report.basisColumns;
  const years = (basis: Basis): string | null =>
    basis.yearFrom === null ? null : `${basis.yearFrom}–${basis.yearTo ?? basis.yearFrom}`;
  const row = (answer: string, b: Basis) => [
    answer,
    b.figures,
    b.read,
    b.computed,
    b.judgement,
    b.unsourced,
    b.judgementShare,
    years(b),
  ];
  return {
    id: 'basis',
    caption: findings.coverage(formatShare(assessment.dataCoverage, context.lang)),
    columns: [
      { id: 'answer', label: c.answer, format: 'text' },
      { id: 'figures', label: c.figures, format: 'integer' },
      { id: 'read', label: c.read, format: 'integer' },
      { id: 'computed', label: c.computed, format: 'integer' },
      { id: 'judgement', label: c.judgement, format: 'integer' },
      { id: 'unsourced', label: c.unsourced, format: 'integer' },
      { id: 'judgementShare', label: c.share, format: 'share' },
      { id: 'years', label: c.years, format: 'text' },
    ],
    rows: [
      row(report.assessment, assessment.basis),
      ...(plan === null ? [] : [row(report.plan, plan.basis)]),
    ],
  };
}

export function limitsSection(
  assessment: AssessmentReport,
  plan: Plan | null,
  context: FigureContext,
): string {
  const { report } = words(context.lang);
  const notes = (title: string, items: readonly string[]): string =>
    heading(title) + (items.length === 0 ? paragraph(report.none) : bullets(items, 'en'));
  return section('limits', report.sections.limits, [
    notes(report.parts.notesAssess, assessment.notes),
    plan === null ? '' : notes(report.parts.notesPlan, plan.notes),
  ]);
}
