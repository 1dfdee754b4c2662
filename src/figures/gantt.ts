import type { FundedProject, Plan } from '../contract/plan.ts';
import type { Figure, Table } from './figure.ts';
import { GANTT_WIDTH, type GanttOverlay, type GanttRow, ganttHeight, ganttOption } from './gantt-option.ts';
import { periodEndName, periodName, periodsInFirstYear } from './periods.ts';
import { type FigureContext, joinClauses, label, nameOf, provenance } from './text.ts';
import { words } from './words/index.ts';

/** The funded projects over time, grouped by field, coloured by who leads. */
export function gantt(plan: Plan, context: FigureContext, overlay?: GanttOverlay): Figure {
  const { lang } = context;
  const say = words(lang).figures.gantt;
  const rows = ganttRows(plan, context);
  const title = ganttTitle(plan, context);
  const starts = plan.scenarios.some((scenario) => scenario.startsInPeriod !== null);
  const subtitle = joinClauses(
    [
      say.subtitle,
      starts ? say.startNote : '',
      overlay ? say.overlayNote : '',
      provenance(context, { money: false, seed: true }),
    ],
    lang,
  );
  return {
    id: 'gantt',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: {
      kind: 'chart',
      width: GANTT_WIDTH,
      height: ganttHeight(plan, rows),
      option: (palette) => ganttOption(plan, rows, palette, context, overlay),
    },
    table: ganttTable(plan, rows, context),
    method: say.method,
  };
}

function ganttTitle(plan: Plan, context: FigureContext): string {
  const { figures, labels } = words(context.lang);
  if (plan.funded.length === 0) return figures.gantt.titleNone;
  const early = periodsInFirstYear(plan);
  const first = plan.funded.filter((project) => project.startPeriod <= early).length;
  const [mode, n] = modeCounts(plan.funded)[0];
  const name = label(labels.modes, mode);
  return figures.gantt.title(plan.funded.length, first, context.lang === 'en' ? name.toLowerCase() : name, n);
}

/** Modes with their number of projects, most first. */
export function modeCounts(funded: readonly FundedProject[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const project of funded) counts.set(project.leadMode, (counts.get(project.leadMode) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Rows from top to bottom: each field's name, then its projects by start. */
export function ganttRows(plan: Plan, context: FigureContext): GanttRow[] {
  const { labels } = words(context.lang);
  const order = Object.keys(labels.fields);
  const fields = [...new Set(plan.funded.map((project) => project.field))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1),
  );
  return fields.flatMap((field): GanttRow[] => [
    { kind: 'field', field, name: label(labels.fields, field) },
    ...plan.funded
      .filter((project) => project.field === field)
      .sort((a, b) => a.startPeriod - b.startPeriod || (a.project < b.project ? -1 : 1))
      .map((project): GanttRow => ({ kind: 'project', project, name: nameOf(project, context.lang) })),
  ]);
}

function ganttTable(plan: Plan, rows: readonly GanttRow[], context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  const span = (stage: FundedProject['stages'][number]): string =>
    tables.stageSpan(
      label(labels.stages, stage.name),
      periodName(plan, stage.fromPeriod, context.lang),
      periodEndName(plan, stage.toPeriod, context.lang),
    );
  return {
    id: 'gantt',
    caption: tables.captions.gantt,
    columns: [
      { id: 'project', label: c.project, format: 'text' },
      { id: 'team', label: c.team, format: 'text' },
      { id: 'field', label: c.field, format: 'text' },
      { id: 'leadMode', label: c.mode, format: 'text' },
      { id: 'chanceOfStart', label: c.chanceOfStart, format: 'share' },
      { id: 'stages', label: c.stages, format: 'text' },
    ],
    rows: rows.flatMap((row) =>
      row.kind === 'field'
        ? []
        : [
            [
              row.name,
              row.project.teamName,
              label(labels.fields, row.project.field),
              label(labels.modes, row.project.leadMode),
              row.project.chanceOfStart,
              joinClauses(row.project.stages.map(span), context.lang),
            ],
          ],
    ),
  };
}
