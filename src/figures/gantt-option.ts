import type { CustomSeriesRenderItemAPI } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import type { FundedProject, Plan } from '../contract/plan.ts';
import { periodCode } from './periods.ts';
import { type FigureContext, formatShare, label, nameOf } from './text.ts';
import { textWidth, truncate } from './text-fit.ts';
import { fieldColour, mix, modeColour, type Palette, readableOn } from './theme.ts';
import { words } from './words/index.ts';

export type GanttRow =
  | { readonly kind: 'field'; readonly field: string; readonly name: string }
  | { readonly kind: 'project'; readonly project: FundedProject; readonly name: string };

/** What a live page draws over a plan and a report, which must not change with the day, leaves out. */
export interface GanttOverlay {
  /** The day it is. */
  readonly today: string;
  /** Which project waits for which, by id. */
  readonly waits: readonly { readonly from: string; readonly to: string }[];
}

export const GANTT_WIDTH = 1140;
const ROW = 22;
const LEFT = 372;
const RIGHT = 56;
const LETTERS = 11;
const LEGEND = 26;
const LINE = 15;

/** Cut-off starts with the words of each, earliest first: so no line runs through the words of another. */
function startsByPeriod(plan: Plan, context: FigureContext): { period: number; text: string }[] {
  const say = words(context.lang).figures.gantt;
  return plan.scenarios
    .filter((scenario) => scenario.startsInPeriod !== null)
    .map((scenario) => ({
      period: scenario.startsInPeriod!,
      text: say.start(nameOf(scenario, context.lang), formatShare(scenario.weight, context.lang)),
    }))
    .sort((a, b) => a.period - b.period);
}

const topOf = (plan: Plan): number =>
  LEGEND + LINE * plan.scenarios.filter((scenario) => scenario.startsInPeriod !== null).length + 24;

export const ganttHeight = (plan: Plan, rows: readonly GanttRow[]): number =>
  topOf(plan) + rows.length * ROW + 8;

/** The chart: one axis row per field name and per project, time in periods along the top. */
export function ganttOption(
  plan: Plan,
  rows: readonly GanttRow[],
  palette: Palette,
  context: FigureContext,
  overlay?: GanttOverlay,
): EChartsCoreOption {
  const count = plan.periods.length;
  const each = Math.ceil((count * 56) / (GANTT_WIDTH - LEFT - RIGHT));
  const ticks = Array.from({ length: count }, (_, i) => i).filter((i) => i % each === 0);
  return {
    grid: { left: LEFT, right: RIGHT, top: topOf(plan), height: rows.length * ROW },
    xAxis: {
      type: 'value',
      position: 'top',
      min: 0,
      max: count,
      axisLine: { show: false },
      axisTick: { show: false },
      interval: 1,
      splitLine: { show: true, lineStyle: { color: palette.grid } },
      axisLabel: {
        customValues: ticks.map((i) => i + 0.5),
        color: palette.muted,
        fontSize: 10,
        formatter: (at: number) => periodCode(plan, Math.floor(at) + 1),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((_, i) => i),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: false },
    },
    series: [
      {
        type: 'custom',
        clip: false,
        data: rows.map((_, i) => [0, i]),
        renderItem: (_params: unknown, api: CustomSeriesRenderItemAPI) => {
          const index = Number(api.value(1));
          const row = rows[index];
          const draw = { at: (period: number) => api.coord([period, index]), palette, context, count };
          const children =
            row.kind === 'field' ? fieldRow(row, draw) : projectRow(row.project, row.name, draw);
          if (overlay && row.kind === 'project') children.push(...milestone(row.project, draw));
          return { type: 'group', children };
        },
      },
    ],
    graphic: [
      ...modeLegend(plan, palette, context),
      ...startLines(plan, rows.length * ROW, palette, context),
      ...(overlay ? overlayMarks(plan, rows, overlay, palette, context) : []),
    ],
  };
}

/** Where the row of each project lies, in the units of the drawing. */
export const ganttPlaces = (
  plan: Plan,
  rows: readonly GanttRow[],
): { project: FundedProject; name: string; x: number; y: number; width: number; height: number }[] =>
  rows.flatMap((row, i) =>
    row.kind === 'field' ? [] : [{ ...row, x: 0, y: topOf(plan) + i * ROW, width: GANTT_WIDTH, height: ROW }],
  );

interface Pen {
  readonly at: (period: number) => number[];
  readonly palette: Palette;
  readonly context: FigureContext;
  readonly count: number;
}

function fieldRow(row: Extract<GanttRow, { kind: 'field' }>, pen: Pen): object[] {
  const [right, y] = pen.at(pen.count);
  const colour = fieldColour(pen.palette, row.field);
  return [
    text(row.name, 4, y + 2, pen.palette.ink, { fontWeight: 600, fontSize: 12 }),
    {
      type: 'line',
      shape: { x1: 0, x2: right + RIGHT, y1: y + ROW / 2, y2: y + ROW / 2 },
      style: { stroke: colour, lineWidth: 1.2 },
    },
  ];
}

function projectRow(project: FundedProject, name: string, pen: Pen): object[] {
  const { palette, context } = pen;
  const [left, y] = pen.at(0);
  const team = truncate(project.teamName, 130, LETTERS);
  const teamWidth = textWidth(team, LETTERS);
  const shown = truncate(name, left - 26 - teamWidth, LETTERS);
  const [right] = pen.at(pen.count);
  return [
    text(shown, 12, y, palette.ink),
    text(team, left - 8, y, palette.muted, { align: 'right' }),
    ...project.stages.flatMap((stage) => stageBar(project, stage, pen)),
    text(formatShare(project.chanceOfStart, context.lang), right + 8, y, palette.muted),
  ];
}

function stageBar(project: FundedProject, stage: FundedProject['stages'][number], pen: Pen): object[] {
  if (stage.fromPeriod > pen.count) return [];
  const [x, y] = pen.at(stage.fromPeriod - 1);
  const [end] = pen.at(Math.min(stage.toPeriod, pen.count));
  const { palette } = pen;
  const fill = mix(palette.surface, modeColour(palette, project.leadMode), 0.3 + 0.7 * project.chanceOfStart);
  const width = end - x - 1;
  const name = label(words(pen.context.lang).labels.stages, stage.name);
  const bar = {
    type: 'rect',
    shape: { x, y: y - 7, width, height: 14, r: 1.5 },
    style: { fill, stroke: modeColour(palette, project.leadMode), lineWidth: 0.6 },
  };
  const shown = truncate(name, width - 6, 10);
  return shown.length < Math.min(name.length, 4)
    ? [bar]
    : [bar, text(shown, x + 4, y + 0.5, readableOn(fill), { fontSize: 10 })];
}

/** A diamond where the last stage of a project ends. */
function milestone(project: FundedProject, pen: Pen): object[] {
  const ends = project.stages.at(-1)?.toPeriod ?? Number.POSITIVE_INFINITY;
  if (ends > pen.count) return [];
  const [x, y] = pen.at(ends);
  const points = [
    [x, y - 7],
    [x + 7, y],
    [x, y + 7],
    [x - 7, y],
  ];
  const style = { fill: pen.palette.ink, stroke: pen.palette.surface, lineWidth: 1.5 };
  return [{ type: 'polygon', z: 7, shape: { points }, style }];
}

function overlayMarks(
  plan: Plan,
  rows: readonly GanttRow[],
  overlay: GanttOverlay,
  palette: Palette,
  context: FigureContext,
): object[] {
  const width = (GANTT_WIDTH - LEFT - RIGHT) / plan.periods.length;
  const top = topOf(plan);
  const places = new Map(ganttPlaces(plan, rows).map((place) => [place.project.project, place]));
  const arrows = overlay.waits.flatMap(({ from, to }) => {
    const [first, then] = [places.get(from), places.get(to)];
    const ends = first?.project.stages.at(-1)?.toPeriod;
    if (!first || !then || ends === undefined || ends > plan.periods.length) return [];
    const x1 = LEFT + ends * width;
    const [y1, y2] = [first.y + ROW / 2, then.y + ROW / 2];
    const x2 = LEFT + (then.project.startPeriod - 1) * width;
    const points = [
      [x1 + 7, y1],
      [x1 + 11, y1],
      [x1 + 11, y2 - ROW / 2 + 1],
      [x2 - 5, y2 - ROW / 2 + 1],
      [x2 - 5, y2],
      [x2 - 1, y2],
    ];
    return [
      {
        type: 'polyline',
        z: 5,
        shape: { points },
        style: { fill: 'none', stroke: palette.faint, lineWidth: 1 },
      },
    ];
  });
  const today = placeOf(plan, overlay.today);
  if (today === null) return arrows;
  const x = LEFT + today * width;
  const say = words(context.lang).figures.gantt;
  return [
    ...arrows,
    {
      type: 'line',
      z: 6,
      shape: { x1: x, x2: x, y1: top - 22, y2: top + rows.length * ROW },
      style: { stroke: palette.accent, lineWidth: 1.5 },
    },
    text(say.today, x + 4, top - 20, palette.accent, { stroke: palette.surface, lineWidth: 3 }),
  ];
}

/** Where a day lies, in periods from the start; null outside the plan. */
export function placeOf(plan: Plan, day: string): number | null {
  const i = plan.periods.findIndex(({ start, end }) => start <= day && day <= end);
  if (i < 0) return null;
  const [from, to, at] = [plan.periods[i].start, plan.periods[i].end, day].map(Date.parse);
  return i + (at - from) / (to - from || 1);
}

function text(value: string, x: number, y: number, fill: string, style: object = {}): object {
  return {
    type: 'text',
    z: 6,
    x,
    y,
    style: { text: value, fill, fontSize: LETTERS, verticalAlign: 'middle', ...style },
  };
}

function modeLegend(plan: Plan, palette: Palette, context: FigureContext): object[] {
  const { labels, figures } = words(context.lang);
  let x = LEFT;
  const marks = Object.entries(labels.modes)
    .filter(([mode]) => plan.funded.some((project) => project.leadMode === mode))
    .flatMap(([mode, name]) => {
      const at = x;
      x += 34 + textWidth(name, LETTERS);
      return [
        {
          type: 'rect',
          shape: { x: at, y: 3, width: 14, height: 12, r: 1.5 },
          style: { fill: modeColour(palette, mode) },
        },
        text(name, at + 19, 9, palette.ink),
      ];
    });
  return [...marks, text(figures.gantt.chance, GANTT_WIDTH - 4, 9, palette.muted, { align: 'right' })];
}

function startLines(plan: Plan, height: number, palette: Palette, context: FigureContext): object[] {
  const top = topOf(plan);
  const width = (GANTT_WIDTH - LEFT - RIGHT) / plan.periods.length;
  return startsByPeriod(plan, context).flatMap((start, i) => {
    const x = LEFT + (start.period - 1) * width;
    const y = LEGEND + LINE * i + 6;
    const leftwards = x + 6 + textWidth(start.text, LETTERS) > GANTT_WIDTH;
    return [
      {
        type: 'line',
        z: 5,
        shape: { x1: x, x2: x, y1: y - 5, y2: top + height },
        style: { stroke: palette.broken, lineWidth: 1.2, lineDash: [4, 3] },
      },
      text(start.text, leftwards ? x - 5 : x + 5, y, palette.broken, {
        align: leftwards ? 'right' : 'left',
        stroke: palette.surface,
        lineWidth: 3,
      }),
    ];
  });
}
