import type { EChartsCoreOption } from 'echarts/core';
import type { Plan } from '../contract/plan.ts';
import { periodCode } from './periods.ts';
import { type FigureContext, formatShare, nameOf, withRemark } from './text.ts';
import { textWidth, truncate } from './text-fit.ts';
import type { Palette } from './theme.ts';
import { words } from './words/index.ts';

type Line = Plan['products'][number];

/** One small chart: a product at its highest level, and at the other level that the plan lifts most. */
export interface Panel {
  readonly top: Line;
  readonly other: Line | null;
}

const COLUMNS = 3;
const WIDTH = 1000;
const CELL = { width: WIDTH / COLUMNS, height: 176 };
const HEAD = 26;
const LETTERS = 11;
/** Bold letters of size 12 are as wide as plain ones of this size. */
const BOLD_LETTERS = 13.5;

export const availabilitySize = (panels: number): { width: number; height: number } => ({
  width: WIDTH,
  height: HEAD + Math.ceil(panels / COLUMNS) * CELL.height,
});

export const last = (values: readonly number[]): number => values.at(-1) ?? 0;

/** What the plan adds to the chance of a product by the end. */
export const lift = (line: Line): number => last(line.availableByPeriod) - last(line.withoutPlanByPeriod);

/** A lift smaller than this is none worth telling. */
const LIFT_MIN = 0.005;

/** The line that the plan lifts most; null where it lifts none. */
export function mostLifted(lines: readonly Line[]): Line | null {
  const best = lines.reduce<Line | null>((a, b) => (a === null || lift(b) > lift(a) ? b : a), null);
  return best !== null && lift(best) >= LIFT_MIN ? best : null;
}

/** Small charts of the same axes, one per product. */
export function availabilityOption(
  plan: Plan,
  shown: readonly Panel[],
  palette: Palette,
  context: FigureContext,
): EChartsCoreOption {
  const left = (i: number): number => (i % COLUMNS) * CELL.width;
  const top = (i: number): number => HEAD + Math.floor(i / COLUMNS) * CELL.height;
  const count = plan.periods.length;
  const ticks = [1, Math.ceil((count + 1) / 2), count];
  return {
    grid: shown.map((_, i) => ({
      left: left(i) + 40,
      top: top(i) + 30,
      width: CELL.width - 94,
      height: CELL.height - 62,
    })),
    title: shown.map((panel, i) => ({
      text: panelTitle(panel, context),
      left: left(i) + 2,
      top: top(i) + 4,
      padding: 0,
      textStyle: { color: palette.ink, fontSize: 12, fontWeight: 600 },
    })),
    xAxis: shown.map((_, i) => ({
      gridIndex: i,
      type: 'value',
      min: 0,
      max: count,
      axisLine: { lineStyle: { color: palette.faint } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        customValues: ticks.map((t) => t - 0.5),
        color: palette.muted,
        fontSize: 10,
        formatter: (t: number) => periodCode(plan, Math.ceil(t)),
      },
    })),
    yAxis: shown.map((_, i) => ({
      gridIndex: i,
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.5,
      axisLabel: {
        color: palette.muted,
        fontSize: 10,
        formatter: (v: number) => formatShare(v, context.lang),
      },
      splitLine: { lineStyle: { color: palette.grid } },
    })),
    series: shown.flatMap((panel, i) => panelSeries(plan, panel, i, palette, context)),
    graphic: key(shown, plan, palette, context),
  };
}

/** Name and service level; in brackets the level of the thin lines. */
function panelTitle(panel: Panel, context: FigureContext): string {
  const share = (line: Line): string => formatShare(line.level, context.lang);
  const levels =
    panel.other === null ? share(panel.top) : withRemark(share(panel.top), share(panel.other), context.lang);
  const width = CELL.width - 14 - textWidth(` · ${levels}`, BOLD_LETTERS);
  return `${truncate(nameOf(panel.top, context.lang), width, BOLD_LETTERS)} · ${levels}`;
}

function panelSeries(
  plan: Plan,
  panel: Panel,
  i: number,
  palette: Palette,
  context: FigureContext,
): object[] {
  const line = (values: readonly number[], lineStyle: object, more: object = {}) => ({
    type: 'line',
    xAxisIndex: i,
    yAxisIndex: i,
    showSymbol: false,
    data: values.map((value, t) => [t + 1, value]),
    lineStyle,
    ...more,
  });
  const ends = endLabels(panel, palette, context);
  const starts = [
    ...new Set(plan.scenarios.flatMap((s) => (s.startsInPeriod === null ? [] : [s.startsInPeriod]))),
  ];
  const markLine = {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: palette.broken, type: [4, 3], width: 1 },
    data: starts.map((period) => ({ xAxis: period - 1 })),
  };
  return [
    line(
      panel.top.withoutPlanByPeriod,
      { color: palette.muted, width: 1.5, type: [2, 2] },
      { markLine, ...ends.without },
    ),
    ...(panel.other === null
      ? []
      : [
          line(panel.other.withoutPlanByPeriod, { color: palette.muted, width: 0.8, type: [2, 2] }),
          line(panel.other.availableByPeriod, { color: palette.accent, width: 1 }),
        ]),
    line(panel.top.availableByPeriod, { color: palette.accent, width: 2.5 }, ends.with),
  ];
}

/** Figures at the end of the two lines, pushed apart where they would touch. */
function endLabels(
  panel: Panel,
  palette: Palette,
  context: FigureContext,
): { with: object; without: object } {
  const near = Math.abs(lift(panel.top)) < 0.14;
  const endLabel = (color: string, push: number, bold: boolean) => ({
    endLabel: {
      show: true,
      color,
      fontSize: LETTERS,
      fontWeight: bold ? 600 : 400,
      offset: [0, near ? push : 0],
      formatter: (point: { value: number[] }) => formatShare(point.value[1], context.lang),
    },
  });
  return { with: endLabel(palette.accent, -7, true), without: endLabel(palette.muted, 7, false) };
}

function key(shown: readonly Panel[], plan: Plan, palette: Palette, context: FigureContext): object[] {
  const say = words(context.lang).figures.availability;
  const entries = [
    { name: say.withPlan, stroke: palette.accent, lineWidth: 2.5 },
    ...(shown.some((panel) => panel.other !== null)
      ? [{ name: say.other, stroke: palette.accent, lineWidth: 1 }]
      : []),
    { name: say.withoutPlan, stroke: palette.muted, lineWidth: 1.5, lineDash: [2, 2] },
    ...(plan.scenarios.some((scenario) => scenario.startsInPeriod !== null)
      ? [{ name: say.cutOff, stroke: palette.broken, lineWidth: 1, lineDash: [4, 3] }]
      : []),
  ];
  let x = 2;
  return entries.flatMap(({ name, ...style }) => {
    const at = x;
    x += 50 + textWidth(name, LETTERS);
    return [
      { type: 'line', shape: { x1: at, x2: at + 22, y1: 11, y2: 11 }, style },
      {
        type: 'text',
        x: at + 28,
        y: 11,
        style: { text: name, fill: palette.ink, fontSize: LETTERS, verticalAlign: 'middle' },
      },
    ];
  });
}
