import type { EChartsCoreOption } from 'echarts/core';
import type { Assessment, Chokepoint } from '../contract/assess.ts';
import type { Figure, Table } from './figure.ts';
import { type PlacedLabel, placeLabels } from './label-place.ts';
import {
  type FigureContext,
  formatDays,
  formatMoney,
  formatNumber,
  joinClauses,
  label,
  moneyUnit,
  moneyUnitName,
  nameOf,
  provenance,
} from './text.ts';
import { textWidth, truncate } from './text-fit.ts';
import { exposureColour, fieldShape, mix, type Palette } from './theme.ts';
import { words } from './words/index.ts';

const WIDTH = 1000;
const HEIGHT = 400;
const GRID = { left: 70, right: 24, top: 22, bottom: 46 };
const LETTERS = 11;
const SOON_DAYS = 90;
const NAMES_MAX = 4;
const DAY_TICKS = [0, 7, 30, 90, 180, 365, 730, 1095, 1825, 3650, 7300];

/** Chokepoints that stand on one spot of the drawing. */
interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly days: number;
  readonly value: number;
  readonly points: Chokepoint[];
}

/** What is at stake against how soon it stops. */
export function severityTime(assessment: Assessment, context: FigureContext): Figure {
  const { lang } = context;
  const say = words(lang).figures.severity;
  const timed = assessment.chokepoints.filter((point) => point.stopsOnDay !== null);
  const never = assessment.chokepoints.length - timed.length;
  const largest = Math.max(0, ...timed.map((point) => point.valueAtStakePerYear));
  const unit = moneyUnit(largest, lang);
  const title = severityTitle(timed, context);
  const subtitle = joinClauses(
    [
      say.subtitle(moneyUnitName(unit, context)),
      never > 0 ? say.never(never) : '',
      provenance(context, { money: true, seed: false }),
    ],
    lang,
  );
  return {
    id: 'severity-time',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: {
      kind: 'chart',
      width: WIDTH,
      height: HEIGHT,
      option: (palette) => severityOption(timed, palette, context),
    },
    table: severityTable(assessment, context),
    method: say.method,
  };
}

function severityTitle(timed: readonly Chokepoint[], context: FigureContext): string {
  const say = words(context.lang).figures.severity;
  if (timed.length === 0) return say.titleNone;
  const worst = timed.reduce((a, b) => (b.valueAtStakePerYear > a.valueAtStakePerYear ? b : a));
  const most = timed.filter((point) => point.valueAtStakePerYear === worst.valueAtStakePerYear);
  return say.title(
    timed.filter((point) => point.stopsOnDay! <= SOON_DAYS).length,
    formatDays(SOON_DAYS, context.lang),
    most.length === 1 ? nameOf(worst, context.lang) : say.each(most.length),
    formatMoney(worst.valueAtStakePerYear, context),
  );
}

function severityOption(
  timed: readonly Chokepoint[],
  palette: Palette,
  context: FigureContext,
): EChartsCoreOption {
  const { lang } = context;
  const say = words(lang).figures.severity;
  const unit = moneyUnit(Math.max(0, ...timed.map((point) => point.valueAtStakePerYear)), lang);
  const scale = scales(timed);
  const clusters = cluster(timed, scale);
  const frame = { left: GRID.left + 2, top: 2, right: WIDTH - 4, bottom: HEIGHT - GRID.bottom - 2 };
  const texts = clusters.map((group) => clusterLines(group, context));
  const places = placeLabels(
    clusters.map((group, i) => ({
      x: group.x,
      y: group.y,
      radius: clusterRadius(group),
      width: Math.max(...texts[i].map((line) => textWidth(line, LETTERS))),
      height: texts[i].length * 14,
    })),
    frame,
  );
  const axis = {
    axisLine: { lineStyle: { color: palette.faint } },
    axisTick: { show: false },
    nameTextStyle: { color: palette.muted, fontSize: LETTERS },
    splitLine: { lineStyle: { color: palette.grid } },
  };
  const axisLabel = { color: palette.muted, fontSize: LETTERS };
  const ticks = DAY_TICKS.filter((day) => day <= scale.daysMax).map(Math.sqrt);
  return {
    grid: { ...GRID, containLabel: false },
    xAxis: {
      ...axis,
      type: 'value',
      min: 0,
      max: Math.sqrt(scale.daysMax),
      name: say.xAxis,
      nameLocation: 'middle',
      nameGap: 28,
      axisTick: { show: true, customValues: ticks },
      axisLabel: {
        ...axisLabel,
        customValues: ticks,
        formatter: (root: number) => formatNumber(Math.round(root * root), lang, 0),
      },
    },
    yAxis: {
      ...axis,
      type: 'value',
      min: 0,
      max: scale.valueMax,
      name: say.yAxis(moneyUnitName(unit, context)),
      nameLocation: 'middle',
      nameGap: 46,
      axisLabel: { ...axisLabel, formatter: (value: number) => formatNumber(value / unit.factor, lang) },
    },
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
    graphic: places.flatMap((place, i) =>
      place === null ? [] : labelGraphics(clusters[i], texts[i], place, palette),
    ),
  };
}

/** Axes with head-room, so that no point stands on an edge. */
function scales(timed: readonly Chokepoint[]): { daysMax: number; valueMax: number } {
  const latest = Math.max(60, ...timed.map((point) => point.stopsOnDay!));
  const largest = Math.max(1, ...timed.map((point) => point.valueAtStakePerYear));
  const step = 10 ** Math.floor(Math.log10(largest)) / 2;
  return { daysMax: latest * 1.45, valueMax: Math.ceil((largest * 1.12) / step) * step };
}

function cluster(timed: readonly Chokepoint[], scale: { daysMax: number; valueMax: number }): Cluster[] {
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
  const names = group.points.map((point) => truncate(nameOf(point, context.lang), 236, LETTERS));
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

function severityTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const c = tables.columns;
  return {
    id: 'severity',
    caption: tables.captions.severity,
    columns: [
      { id: 'link', label: c.link, format: 'text' },
      { id: 'field', label: c.field, format: 'text' },
      { id: 'stopsOnDay', label: c.stops, format: 'day' },
      { id: 'valueAtStakePerYear', label: c.atStake, format: 'money' },
      { id: 'exposure', label: c.exposure, format: 'share' },
    ],
    rows: assessment.chokepoints.map((point) => [
      nameOf(point, context.lang),
      label(labels.fields, point.field),
      point.stopsOnDay,
      point.valueAtStakePerYear,
      point.exposure,
    ]),
  };
}
