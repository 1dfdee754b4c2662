import type { Stoppage } from '../contract/stoppage.ts';
import type { Figure } from './figure.ts';
import { type LegendItem, legend } from './legend.ts';
import { element, escapeMarkup } from './markup.ts';
import { type FigureContext, formatNumber, formatShare } from './text.ts';
import { textWidth, truncate } from './text-fit.ts';
import { exposureColour, LIGHT, mix, type Palette } from './theme.ts';
import { words } from './words/index.ts';

/** What stops, with its stoppages. */
export interface StopRow {
  readonly name: string;
  readonly stops: readonly Stoppage[];
}

/** Rows under a heading. */
interface Part {
  readonly title: string;
  readonly rows: readonly StopRow[];
}

const WIDTH = 1000;
const LEFT = 270;
const RIGHT = WIDTH - 24;
const ROW = 30;
const HEADING = 36;
const BELOW_LEGEND = 8;
const FOOT = 44;
const LETTERS = 11;
const DAY_TICKS = [0, 7, 30, 90, 180, 365, 730, 1460, 2920, 5475, 10950];

/** One row for each thing that stops: a mark for every level it loses, and a bar for the spread of its day. */
export function stopTimesSvg(parts: readonly Part[], context: FigureContext): Figure['drawing'] {
  const legendOf = (palette: Palette) => legend(legendItems(palette, context), WIDTH, palette);
  const top = legendOf(LIGHT).height + BELOW_LEGEND;
  const shown = parts.filter(({ rows }) => rows.length > 0);
  const bottom = top + shown.reduce((sum, { rows }) => sum + HEADING + rows.length * ROW, 0);
  const scale = scaleOf(parts.flatMap(({ rows }) => rows.flatMap(({ stops }) => stops)));
  return {
    kind: 'svg',
    width: WIDTH,
    height: bottom + FOOT,
    body: (palette) =>
      [
        legendOf(palette).body,
        axis(scale, top, bottom, palette, context),
        partsBody(shown, top, scale, palette, context),
      ].join(''),
  };
}

function partsBody(
  parts: readonly Part[],
  from: number,
  scale: Scale,
  palette: Palette,
  context: FigureContext,
): string {
  const drawn: string[] = [];
  let top = from;
  for (const { title, rows } of parts) {
    drawn.push(text(0, top + HEADING - 16, title, { fill: palette.muted, 'font-size': LETTERS + 0.5 }));
    top += HEADING;
    for (const row of rows) {
      drawn.push(rowBody(row, top + ROW / 2, scale, palette, context));
      top += ROW;
    }
  }
  return drawn.join('');
}

type Scale = (day: number) => number;

/** Days on a square-root scale; what is later than anything dated lies at the edge. */
function scaleOf(stops: readonly Stoppage[]): Scale & { readonly latest: number } {
  const days = stops.flatMap(({ day, p10, p50, p90 }) => [day, p10, p50, p90].filter((one) => one !== null));
  const latest = Math.max(30, ...days) * 1.08;
  const scale = (day: number): number => LEFT + Math.sqrt(Math.min(day, latest) / latest) * (RIGHT - LEFT);
  return Object.assign(scale, { latest });
}

const text = (x: number, y: number, content: string, style: Record<string, string | number>): string =>
  element('text', { x: round(x), y: round(y), 'font-size': LETTERS, ...style }, escapeMarkup(content));

const round = (value: number): number => Math.round(value * 10) / 10;

function axis(
  scale: Scale & { readonly latest: number },
  top: number,
  bottom: number,
  palette: Palette,
  context: FigureContext,
): string {
  const ticks = DAY_TICKS.filter((day) => day <= scale.latest);
  const lines = ticks.map((day) => {
    const x = round(scale(day));
    return (
      element('line', { x1: x, x2: x, y1: top + 8, y2: bottom, stroke: palette.grid }) +
      text(x, bottom + 15, formatNumber(day, context.lang, 0), {
        fill: palette.muted,
        'text-anchor': 'middle',
      })
    );
  });
  const name = words(context.lang).times.figure.xAxis;
  return (
    lines.join('') +
    text((LEFT + RIGHT) / 2, bottom + 34, name, { fill: palette.muted, 'text-anchor': 'middle' })
  );
}

function rowBody(
  { name, stops }: StopRow,
  y: number,
  scale: Scale,
  palette: Palette,
  context: FigureContext,
): string {
  return [
    text(LEFT - 14, y + 4, truncate(name, LEFT - 20, LETTERS + 0.5), {
      fill: palette.ink,
      'font-size': LETTERS + 0.5,
      'text-anchor': 'end',
    }),
    element('line', { x1: LEFT, x2: RIGHT, y1: y, y2: y, stroke: palette.grid }),
    ...stops.map((stop) => bar(stop, y, scale, palette)),
    ...stops.map((stop) => mark(stop, y, scale, palette)),
    ...labels(stops, y, scale, palette, context),
  ].join('');
}

const colourOf = ({ kind, level }: Stoppage, palette: Palette): string =>
  kind === 'expansion' ? palette.surface : exposureColour(palette, 1.05 - 0.8 * level);

/** From a tenth of the runs to nine tenths; an arrow at the edge where nine tenths are never reached. */
function bar({ p10, p90 }: Stoppage, y: number, scale: Scale, palette: Palette): string {
  if (p10 === null || p10 === p90) return '';
  const from = round(scale(p10));
  const to = p90 === null ? RIGHT : round(scale(p90));
  const stroke = mix(palette.broken, palette.surface, 0.45);
  const line = element('line', {
    x1: from,
    x2: to,
    y1: y,
    y2: y,
    stroke,
    'stroke-width': 4,
    'stroke-linecap': 'round',
  });
  const arrow = element('path', {
    d: `M${RIGHT - 2} ${y - 5}L${RIGHT + 6} ${y}L${RIGHT - 2} ${y + 5}Z`,
    fill: stroke,
  });
  return p90 === null ? line + arrow : line;
}

/** The day at the central figures: a dot, for expansion a diamond. */
function mark(stop: Stoppage, y: number, scale: Scale, palette: Palette): string {
  if (stop.day === null) return '';
  const x = round(scale(stop.day));
  const style = { fill: colourOf(stop, palette), stroke: palette.broken, 'stroke-width': 1.2 };
  return stop.kind === 'expansion'
    ? element('path', { d: `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`, ...style })
    : element('circle', { cx: x, cy: y, r: 5, ...style });
}

/** Levels beside their marks; those of marks that touch share a label. */
function labels(
  stops: readonly Stoppage[],
  y: number,
  scale: Scale,
  palette: Palette,
  context: FigureContext,
): string[] {
  const placed: { x: number; texts: string[] }[] = [];
  const at = (stop: Stoppage): number => scale(stop.day ?? stop.p50 ?? stop.p10 ?? 0);
  for (const stop of [...stops].filter(({ kind }) => kind !== 'expansion').sort((a, b) => at(a) - at(b))) {
    const x = at(stop);
    const last = placed.at(-1);
    const shown = formatShare(stop.level, context.lang);
    const wide = last ? textWidth(last.texts.join(', '), LETTERS - 1) / 2 + 18 : 0;
    if (last && x - last.x < wide) last.texts.push(shown);
    else placed.push({ x, texts: [shown] });
  }
  return placed.map(({ x, texts }) =>
    text(x, y - 8, texts.join(', '), {
      fill: palette.muted,
      'font-size': LETTERS - 1,
      'text-anchor': 'middle',
    }),
  );
}

function legendItems(palette: Palette, context: FigureContext): LegendItem[] {
  const say = words(context.lang).times.figure;
  const line = mix(palette.broken, palette.surface, 0.45);
  const level = { cx: 6, cy: 0, r: 5, fill: exposureColour(palette, 0.6), stroke: palette.broken };
  const expansion = { d: 'M6 -6L12 0L6 6L0 0Z', fill: palette.surface, stroke: palette.broken };
  const spread = { x1: 0, x2: 14, y1: 0, y2: 0, stroke: line, 'stroke-width': 4, 'stroke-linecap': 'round' };
  return [
    { sign: element('circle', level), width: 14, meaning: say.level },
    { sign: element('path', expansion), width: 14, meaning: say.expansion },
    { sign: element('line', spread), width: 16, meaning: say.spread },
    { sign: element('path', { d: 'M2 -5L10 0L2 5Z', fill: line }), width: 12, meaning: say.never },
  ];
}
