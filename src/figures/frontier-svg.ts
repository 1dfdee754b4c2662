import type { Frontier, FrontierPoint } from '../contract/frontier.ts';
import { halfWidth95 } from '../kernel/confidence.ts';
import type { Figure } from './figure.ts';
import { type LegendItem, legend } from './legend.ts';
import { element, escapeMarkup } from './markup.ts';
import { type FigureContext, formatNumber, moneyUnit, moneyUnitName } from './text.ts';
import { LIGHT, type Palette } from './theme.ts';
import { words } from './words/index.ts';

const WIDTH = 1000;
const PLOT = { left: 74, right: WIDTH - 16, height: 330 };
const BELOW_LEGEND = 12;
const FOOT = 44;
const LETTERS = 11;
/** Numbers on an axis, about. */
const TICKS = 6;

/** Lines of the drawing, from the back to the front. */
const LINES = ['bound', 'chokepoint', 'value-per-cost', 'plan'] as const;
type Line = (typeof LINES)[number];

interface Scales {
  readonly x: (money: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly top: number;
}

/** Value of plan, bound and rankings over money; a ring where a step to a larger budget drops projects. */
export function frontierSvg(frontier: Frontier, context: FigureContext): Figure['drawing'] {
  const legendOf = (palette: Palette) => legend(legendItems(palette, context), WIDTH, palette);
  const top = legendOf(LIGHT).height + BELOW_LEGEND;
  const scales = scalesOf(frontier, top);
  return {
    kind: 'svg',
    width: WIDTH,
    height: top + PLOT.height + FOOT,
    body: (palette) =>
      [
        legendOf(palette).body,
        axes(frontier, scales, palette, context),
        today(frontier, scales, palette, context),
        ...LINES.map((line) => lineBody(frontier.points, line, scales, palette)),
        ...marks(frontier, scales, palette),
      ].join(''),
  };
}

function heightOf(point: FrontierPoint, line: Line): number {
  if (line === 'plan') return point.value;
  if (line === 'bound') return point.bound;
  return point.rankings.find(({ name }) => name === line)?.value ?? point.value;
}

function scalesOf({ points }: Frontier, top: number): Scales {
  const values = points.flatMap((point) => LINES.map((line) => heightOf(point, line)));
  const yTicks = ticksOf(Math.min(0, ...values), Math.max(...values));
  const xTicks = ticksOf(0, Math.max(...points.map(({ money }) => money)));
  const scale = (ticks: readonly number[], from: number, to: number) => (value: number) => {
    const [low, high] = [ticks[0], ticks[ticks.length - 1]];
    return round(from + ((value - low) / (high - low)) * (to - from));
  };
  return {
    x: scale(xTicks, PLOT.left, PLOT.right),
    y: scale(yTicks, top + PLOT.height, top),
    xTicks,
    yTicks,
    top,
  };
}

/** Round numbers that reach from below `low` to above `high`. */
function ticksOf(low: number, high: number): number[] {
  const rough = (high - low || 1) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, content: string, style: Record<string, string | number>): string =>
  element('text', { x: round(x), y: round(y), 'font-size': LETTERS, ...style }, escapeMarkup(content));

function axes({ points }: Frontier, scales: Scales, palette: Palette, context: FigureContext): string {
  const { x, y, xTicks, yTicks, top } = scales;
  const say = words(context.lang).frontier.figure;
  const bottom = top + PLOT.height;
  const unitOf = (ticks: readonly number[]) =>
    moneyUnit(Math.max(...ticks.map((tick) => Math.abs(tick))), context.lang);
  const [xUnit, yUnit] = [unitOf(xTicks), unitOf(yTicks)];
  const muted = { fill: palette.muted };
  const line = (x1: number, x2: number, y1: number, y2: number): string =>
    element('line', { x1, x2, y1, y2, stroke: palette.grid });
  return [
    ...yTicks.map(
      (tick) =>
        line(PLOT.left, PLOT.right, y(tick), y(tick)) +
        text(PLOT.left - 8, y(tick) + 4, formatNumber(tick / yUnit.factor, context.lang), {
          ...muted,
          'text-anchor': 'end',
        }),
    ),
    ...xTicks.map((tick) =>
      text(x(tick), bottom + 16, formatNumber(tick / xUnit.factor, context.lang), {
        ...muted,
        'text-anchor': 'middle',
      }),
    ),
    ...points.map(({ money }) => line(x(money), x(money), bottom, bottom + 4)),
    text((PLOT.left + PLOT.right) / 2, bottom + 36, say.xAxis(moneyUnitName(xUnit, context)), {
      ...muted,
      'text-anchor': 'middle',
    }),
    text(0, 0, say.yAxis(moneyUnitName(yUnit, context)), {
      ...muted,
      'text-anchor': 'middle',
      transform: `translate(14 ${round(top + PLOT.height / 2)}) rotate(-90)`,
    }),
  ].join('');
}

/** A line at the money of today. */
function today({ points }: Frontier, { x, top }: Scales, palette: Palette, context: FigureContext): string {
  const point = points.find(({ factor }) => factor === 1);
  if (!point) return '';
  const at = x(point.money);
  const style = { stroke: palette.faint, 'stroke-dasharray': '4 3' };
  return (
    element('line', { x1: at, x2: at, y1: top, y2: top + PLOT.height, ...style }) +
    text(at + 5, top + PLOT.height - 6, words(context.lang).frontier.figure.today, { fill: palette.muted })
  );
}

function lineStyle(line: Line, palette: Palette): Record<string, string | number> {
  if (line === 'plan') return { stroke: palette.accent, 'stroke-width': 2.5 };
  if (line === 'bound') return { stroke: palette.muted, 'stroke-width': 1.2, 'stroke-dasharray': '2 3' };
  if (line === 'chokepoint') return { stroke: palette.broken, 'stroke-width': 1.6 };
  return { stroke: palette.fields.equipment, 'stroke-width': 1.6, 'stroke-dasharray': '7 3' };
}

function lineBody(points: readonly FrontierPoint[], line: Line, { x, y }: Scales, palette: Palette): string {
  const at = points.map((point) => `${x(point.money)},${y(heightOf(point, line))}`);
  return element('polyline', { points: at.join(' '), fill: 'none', ...lineStyle(line, palette) });
}

/** The plan at each budget with its interval; not filled where it drops projects of the budget before. */
function marks({ points, steps }: Frontier, { x, y }: Scales, palette: Palette): string[] {
  const drops = new Set(steps.filter(({ nested }) => !nested).map(({ to }) => to));
  return points.map(({ factor, money, value, standardError }) => {
    const at = x(money);
    const half = halfWidth95(standardError);
    const bar = { x1: at, x2: at, y1: y(value - half), y2: y(value + half), stroke: palette.accent };
    return (
      (half > 0 ? element('line', bar) : '') +
      element('circle', { cx: at, cy: y(value), ...dot(drops.has(factor), palette) })
    );
  });
}

const dot = (hollow: boolean, palette: Palette): Record<string, string | number> => ({
  r: hollow ? 5 : 4,
  fill: hollow ? palette.surface : palette.accent,
  stroke: palette.accent,
  'stroke-width': 1.8,
});

function legendItems(palette: Palette, context: FigureContext): LegendItem[] {
  const { figure, rankings } = words(context.lang).frontier;
  const sign = (line: Line): string =>
    element('line', { x1: 0, x2: 24, y1: 0, y2: 0, ...lineStyle(line, palette) });
  return [
    {
      sign: sign('plan') + element('circle', { cx: 12, cy: 0, ...dot(false, palette) }),
      width: 24,
      meaning: figure.plan,
    },
    {
      sign: element('circle', { cx: 6, cy: 0, ...dot(true, palette) }),
      width: 12,
      meaning: figure.notNested,
    },
    { sign: sign('bound'), width: 24, meaning: figure.bound },
    { sign: sign('value-per-cost'), width: 24, meaning: rankings['value-per-cost'] },
    { sign: sign('chokepoint'), width: 24, meaning: rankings.chokepoint },
  ];
}
