import type { CustomSeriesRenderItemAPI } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import type { Alternatives } from '../contract/alternatives.ts';
import { halfWidth95 } from '../kernel/confidence.ts';
import type { Figure, Table } from './figure.ts';
import { alternativeDiffers, alternativesFindings } from './report/alternatives-findings.ts';
import { type FigureContext, formatShare, joinClauses, provenance } from './text.ts';
import type { Palette } from './theme.ts';
import { words } from './words/index.ts';

const WIDTH = 1000;
const HEIGHT = 380;
const LETTERS = 11;

/** Plans that lose little against the best, by what they lose and by how much they differ from it. */
export function alternativesFigure(report: Alternatives, context: FigureContext): Figure {
  const { lang } = context;
  const say = words(lang).alternatives;
  const title = alternativesFindings(report, context)[1].replace(/[.。]$/, '');
  const subtitle = joinClauses(
    [say.figure.subtitle, provenance(context, { money: false, seed: true })],
    lang,
  );
  return {
    id: 'alternatives',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: {
      kind: 'chart',
      width: WIDTH,
      height: HEIGHT,
      option: (palette) => alternativesOption(report, palette, context),
    },
    table: alternativesTable(report, context),
    method: say.figure.method,
  };
}

function alternativesOption(
  { alternatives, best }: Alternatives,
  palette: Palette,
  context: FigureContext,
): EChartsCoreOption {
  const say = words(context.lang).alternatives.figure;
  const share = (value: number): string => formatShare(value, context.lang);
  const axis = (name: string, nameLocation: 'middle' | 'end') => ({
    type: 'value',
    name,
    nameLocation,
    nameGap: nameLocation === 'middle' ? 28 : 12,
    nameTextStyle: { color: palette.muted, fontSize: LETTERS },
    axisLabel: {
      color: palette.muted,
      fontSize: LETTERS,
      formatter: share,
      showMinLabel: true,
      showMaxLabel: false,
    },
    splitLine: { lineStyle: { color: palette.grid } },
  });
  const width = (error: number): number => (best.value === 0 ? 0 : halfWidth95(error) / Math.abs(best.value));
  const ends = alternatives.flatMap((one) =>
    [-1, 1].map((side) => (one.lossShare ?? 0) + side * width(one.lossError)),
  );
  return {
    grid: { left: 64, right: 40, top: 34, bottom: 46 },
    xAxis: { ...axis(say.loss, 'middle'), min: Math.min(0, ...ends), max: Math.max(0.001, ...ends) },
    yAxis: {
      ...axis(say.distance, 'end'),
      nameTextStyle: { color: palette.muted, fontSize: LETTERS, align: 'left' },
      min: 0,
      max: Math.min(1, 1.15 * Math.max(0.1, ...alternatives.map((one) => one.distanceToBest))),
    },
    series: [
      {
        type: 'custom',
        data: alternatives.map((one) => [one.lossShare ?? 0, one.distanceToBest, width(one.lossError)]),
        renderItem: (_params: unknown, api: CustomSeriesRenderItemAPI) => {
          const [x, y, half] = [0, 1, 2].map((i) => Number(api.value(i)));
          const [x1, at] = api.coord([x - half, y]);
          const [x2] = api.coord([x + half, y]);
          const style = { stroke: palette.faint, lineWidth: 1 };
          return { type: 'line', shape: { x1, x2, y1: at, y2: at }, style };
        },
      },
      {
        type: 'scatter',
        symbolSize: 17,
        itemStyle: { color: palette.surface, borderColor: palette.accent, borderWidth: 1.5 },
        label: { show: true, color: palette.ink, fontSize: 10 },
        data: alternatives.map((one, i) => ({
          value: [one.lossShare ?? 0, one.distanceToBest],
          label: { formatter: String(i + 1) },
        })),
      },
    ],
  };
}

function alternativesTable({ alternatives }: Alternatives, context: FigureContext): Table {
  const say = words(context.lang).alternatives;
  const { columns: c, caption } = say.figure;
  return {
    id: 'alternatives',
    caption,
    below: ['differs'],
    columns: [
      { id: 'plan', label: c.plan, format: 'short' },
      { id: 'value', label: c.value, format: 'money' },
      { id: 'loss', label: c.loss, format: 'money' },
      { id: 'lossError', label: c.lossError, format: 'money' },
      { id: 'lossShare', label: c.lossShare, format: 'share' },
      { id: 'distance', label: c.distance, format: 'share' },
      { id: 'nearest', label: c.nearest, format: 'share' },
      { id: 'differs', label: c.differs, format: 'text' },
    ],
    rows: alternatives.map((one, i) => [
      say.plan(i + 1),
      one.value,
      one.loss,
      one.lossError,
      one.lossShare,
      one.distanceToBest,
      one.distanceToNearest,
      alternativeDiffers(one, context),
    ]),
  };
}
