import type { EChartsCoreOption } from 'echarts/core';
import type { Chokepoint } from '../contract/assess.ts';
import { type PlacedLabel, placeLabels } from './label-place.ts';
import { type FigureContext, formatNumber, moneyUnit, moneyUnitName, nameOf } from './text.ts';
import { textWidth, truncate } from './text-fit.ts';
import { exposureColour, fieldShape, mix, type Palette } from './theme.ts';
import { words } from './words/index.ts';

const WIDTH = 1000;
const HEIGHT = 400;
export const SEVERITY_SIZE = { width: WIDTH, height: HEIGHT };
const GRID = { left: 70, right: 24, top: 22, bottom: 46 };
const LETTERS = 11;
const NAMES_MAX = 4;
const DAY_TICKS = [0, 7, 30, 90, 180, 365, 730, 1095, 1825, 3650, 7300];

interface Scale {
  readonly daysMax: number;
  readonly valueMax: number;
}

/** Chokepoints that stand on one spot of the drawing. */
interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly days: number;
  readonly value: number;
  readonly points: Chokepoint[];
}

/** The chart of chokepoints that have a day on which they stop. */
export function severityOption(
  timed: readonly Chokepoint[],
  palette: Palette,
  context: FigureContext,
): EChartsCoreOption {
  const scale = scales(timed);
  const clusters = cluster(timed, scale);
  return {
    grid: { ...GRID, containLabel: false },
    xAxis: daysAxis(scale, palette, context),
    yAxis: valueAxis(timed, scale, palette, context),
    series: [
      {
        type: 'scatter',
        data: clusters.map((group) => ({
          value: [Math.sqrt(group.days), group.value],
          symbol: clusterSymbol(group),
          symbolSize: 2 * clusterRadius(group),
          itemStyle: {
            color: exposureColour(palette, Math.max(...group.points.map((point) => point.exposure))),
            borderColor: palette.broken,
            borderWidth: 1,
          },
        })),
      },
    ],
    graphic: labels(clusters, palette, context),
  };
}

const axisStyle = (palette: Palette) => ({
  axisLine: { lineStyle: { color: palette.faint } },
  nameTextStyle: { color: palette.muted, fontSize: LETTERS },
  splitLine: { lineStyle: { color: palette.grid } },
});

/** Days on a square-root scale: the axis itself runs in roots. */
function daysAxis(scale: Scale, palette: Palette, context: FigureContext): object {
  const ticks = DAY_TICKS.filter((day) => day <= scale.daysMax).map(Math.sqrt);
  return {
    ...axisStyle(palette),
    type: 'value',
    min: 0,
    max: Math.sqrt(scale.daysMax),
    name: words(context.lang).figures.severity.xAxis,
    nameLocation: 'middle',
    nameGap: 28,
    axisTick: { show: true, customValues: ticks },
    axisLabel: {
      color: palette.muted,
      fontSize: LETTERS,
      customValues: ticks,
      formatter: (root: number) => formatNumber(Math.round(root * root), context.lang, 0),
    },
  };
}

function valueAxis(
  timed: readonly Chokepoint[],
  scale: Scale,
  palette: Palette,
  context: FigureContext,
): object {
  const unit = moneyUnit(Math.max(0, ...timed.map((point) => point.valueAtStakePerYear)), context.lang);
  return {
    ...axisStyle(palette),
    type: 'value',
    min: 0,
    max: scale.valueMax,
    name: words(context.lang).figures.severity.yAxis(moneyUnitName(unit, context)),
    nameLocation: 'middle',
    nameGap: 46,
    axisTick: { show: false },
    axisLabel: {
      color: palette.muted,
      fontSize: LETTERS,
      formatter: (value: number) => formatNumber(value / unit.factor, context.lang),
    },
  };
}

/** Names beside the marks, where there is room for them. */
function labels(clusters: readonly Cluster[], palette: Palette, context: FigureContext): object[] {
  const texts = clusters.map((group) => clusterLines(group, context));
  const places = placeLabels(
    clusters.map((group, i) => ({
      x: group.x,
      y: group.y,
      radius: clusterRadius(group),
      width: Math.max(...texts[i].map((line) => textWidth(line, LETTERS))),
      height: texts[i].length * 14,
    })),
    { left: GRID.left + 2, top: 2, right: WIDTH - 4, bottom: HEIGHT - GRID.bottom - 2 },
  );
  return places.flatMap((place, i) =>
    place === null ? [] : labelGraphics(clusters[i], texts[i], place, palette),
  );
}

/** Axes with head-room, so that no point stands on an edge. */
function scales(timed: readonly Chokepoint[]): Scale {
  const latest = Math.max(60, ...timed.map((point) => point.stopsOnDay!));
  const largest = Math.max(1, ...timed.map((point) => point.valueAtStakePerYear));
  const step = 10 ** Math.floor(Math.log10(largest)) / 2;
  return { daysMax: latest * 1.45, valueMax: Math.ceil((largest * 1.12) / step) * step };
}

function cluster(timed: readonly Chokepoint[], scale: Scale): Cluster[] {
  const clusters: Cluster[] = [];
  for (const point of [...timed].sort((a, b) => a.rank - b.rank)) {
    const days = point.stopsOnDay!;
    const value = point.valueAtStakePerYear;
    const x = GRID.left + Math.sqrt(days / scale.daysMax) * (WIDTH - GRID.left - GRID.right);
    const y = HEIGHT - GRID.bottom - (value / scale.valueMax) * (HEIGHT - GRID.top - GRID.bottom);
    const near = clusters.find((other) => Math.abs(other.x - x) < 7 && Math.abs(other.y - y) < 7);
    if (near) near.points.push(point);
    else clusters.push({ x, y, days, value, points: [point] });
  }
  return clusters;
}

const clusterRadius = (group: Cluster): number => Math.min(16, 5 + 1.8 * (group.points.length - 1));

function clusterSymbol(group: Cluster): string {
  const shapes = new Set(group.points.map((point) => fieldShape(point.field)));
  return shapes.size === 1 ? [...shapes][0] : 'circle';
}

function clusterLines(group: Cluster, context: FigureContext): string[] {
  const names = group.points.map((point) => truncate(nameOf(point, context.lang), 300, LETTERS));
  if (names.length <= NAMES_MAX) return names;
  const rest = names.length - NAMES_MAX + 1;
  return [...names.slice(0, NAMES_MAX - 1), words(context.lang).figures.severity.more(rest)];
}

function labelGraphics(
  group: Cluster,
  lines: readonly string[],
  place: PlacedLabel,
  palette: Palette,
): object[] {
  const left = place.side === 'right';
  const middle = (place.top + place.bottom) / 2;
  const text = {
    type: 'text',
    z: 10,
    x: left ? place.left : place.right,
    y: middle,
    style: {
      text: lines.join('\n'),
      fill: palette.ink,
      stroke: palette.surface,
      lineWidth: 3,
      fontSize: LETTERS,
      lineHeight: 14,
      align: left ? 'left' : 'right',
      verticalAlign: 'middle',
    },
  };
  if (!place.leader) return [text];
  const end = left ? place.left - 2 : place.right + 2;
  return [
    {
      type: 'line',
      z: -1,
      shape: { x1: group.x, y1: group.y, x2: end, y2: middle },
      style: { stroke: mix(palette.faint, palette.surface, 0.2), lineWidth: 0.8 },
    },
    text,
  ];
}
