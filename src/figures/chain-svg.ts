import type { Verdict } from '../contract/common.ts';
import type { Figure } from './figure.ts';
import type { Layout, PlacedBox, PlacedEdge } from './layout.ts';
import { type LegendItem, legend } from './legend.ts';
import { fieldMark } from './marks.ts';
import { element, escapeMarkup } from './markup.ts';
import { type FigureContext, formatNumber, label } from './text.ts';
import { textWidth, wrap } from './text-fit.ts';
import { exposureColour, fieldColour, LIGHT, mix, type Palette, readableOn } from './theme.ts';
import { words } from './words/index.ts';

interface ChainNode {
  readonly label: string;
  readonly field: string;
  readonly exposure: number | null;
  readonly works: Verdict;
  readonly stopsOnDay: number | null;
  readonly product: boolean;
  readonly group: boolean;
}

export interface ChainDrawing {
  readonly nodes: ReadonlyMap<string, ChainNode>;
  readonly layout: Layout;
}

/** Size of a node and of its letters. */
export const NODE = { width: 150, height: 36, inset: 22, letters: 11, small: 9.5 };

const WIDTH_MIN = 900;
/** Between the legend and the chain. */
const BELOW_LEGEND = 20;

/** A chain drawn below its legend. */
export function chainSvg(drawing: ChainDrawing, context: FigureContext): Figure['drawing'] {
  const width = Math.max(drawing.layout.width, WIDTH_MIN);
  const legendOf = (palette: Palette) => legend(legendItems(drawing, palette, context), width, palette);
  const top = legendOf(LIGHT).height + BELOW_LEGEND;
  return {
    kind: 'svg',
    width,
    height: top + drawing.layout.height,
    body: (palette) => {
      const chain = `<g transform="translate(0 ${top})">${chainBody(drawing, palette, context)}</g>`;
      return hatchPattern(palette) + legendOf(palette).body + chain;
    },
  };
}

function chainBody({ nodes, layout }: ChainDrawing, palette: Palette, context: FigureContext): string {
  const fails = (edge: PlacedEdge): boolean =>
    nodes.get(edge.from)?.works === 'no' && nodes.get(edge.to)?.works === 'no';
  const edges = [...layout.edges].sort((a, b) => Number(fails(a)) - Number(fails(b)));
  return [
    ...edges.map((edge) => edgePath(edge, fails(edge), palette)),
    ...layout.boxes.map((box) => nodeMark(box, nodes.get(box.id)!, palette, context)),
  ].join('');
}

const hatch = (palette: Palette): string => `hatch-${palette.name}`;

function hatchPattern(palette: Palette): string {
  const id = hatch(palette);
  const line = element('path', { d: 'M0 6L6 0', stroke: palette.faint, 'stroke-width': 1 });
  const ground = element('rect', { width: 6, height: 6, fill: palette.surface });
  return `<defs>${element('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, ground + line)}</defs>`;
}

function edgePath(edge: PlacedEdge, fails: boolean, palette: Palette): string {
  return element('path', {
    class: fails ? 'edge failing' : 'edge',
    d: roundedPath(edge.points),
    fill: 'none',
    stroke: fails ? mix(palette.broken, palette.surface, 0.25) : mix(palette.faint, palette.surface, 0.35),
    'stroke-width': fails ? 1.4 : 0.8,
  });
}

/** A line through right angles, its corners rounded. */
function roundedPath(points: PlacedEdge['points']): string {
  const parts = points.map((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (before === undefined) return `M${round(point.x)} ${round(point.y)}`;
    if (after === undefined) return `L${round(point.x)} ${round(point.y)}`;
    const enter = towards(point, before, 4);
    const leave = towards(point, after, 4);
    return `L${enter} Q${round(point.x)} ${round(point.y)} ${leave}`;
  });
  return parts.join('');
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function towards(from: Point, to: Point, distance: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const step = Math.min(distance, length / 2) / length;
  return `${round(from.x + (to.x - from.x) * step)} ${round(from.y + (to.y - from.y) * step)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function nodeMark(box: PlacedBox, node: ChainNode, palette: Palette, context: FigureContext): string {
  const fill = node.exposure === null ? palette.surface : exposureColour(palette, node.exposure);
  const ink = node.exposure === null ? palette.ink : readableOn(fill);
  const shape = { width: box.width, height: box.height, rx: node.product ? 10 : 3 };
  return [
    `<g class="node" transform="translate(${round(box.x)} ${round(box.y)})">`,
    element('rect', {
      ...shape,
      fill: node.exposure === null ? `url(#${hatch(palette)})` : fill,
      ...outline(node, palette),
    }),
    node.exposure === null
      ? element('rect', {
          x: 18,
          y: 5,
          width: box.width - 22,
          height: box.height - 10,
          fill: palette.surface,
        })
      : '',
    fieldBadge(node.field, palette),
    ...labelLines(node, box, ink, context),
    '</g>',
  ].join('');
}

function outline(node: ChainNode, palette: Palette): Record<string, string | number> {
  if (node.group) return { stroke: palette.faint, 'stroke-width': 1, 'stroke-dasharray': '1 2' };
  if (node.works === 'no') return { stroke: palette.broken, 'stroke-width': 2 };
  if (node.works === 'unknown')
    return { stroke: palette.muted, 'stroke-width': 1, 'stroke-dasharray': '4 2' };
  return { stroke: palette.faint, 'stroke-width': 1 };
}

/** The mark of the field on a disc of its own, so that it reads on every fill. */
function fieldBadge(field: string, palette: Palette): string {
  const disc = element('circle', { cx: 11, cy: NODE.height / 2, r: 7, fill: palette.surface });
  return disc + fieldMark(field, 11, NODE.height / 2, 4, fieldColour(palette, field));
}

/** Up to two lines of name; the day of stopping stands at the end of the second. */
function labelLines(node: ChainNode, box: PlacedBox, ink: string, context: FigureContext): string[] {
  const { labels } = words(context.lang);
  const day = node.stopsOnDay === null ? '' : labels.day(formatNumber(node.stopsOnDay, context.lang, 0));
  const weight = node.product ? 600 : 400;
  const size = NODE.letters;
  const room = (box.width - NODE.inset - 5) * (node.product ? 0.92 : 1);
  const beside = day === '' ? room : room - textWidth(day, NODE.small) - 5;
  const lines = wrap(node.label, [room, beside], size);
  const top = lines.length === 1 && day === '' ? box.height / 2 + 4 : 15;
  const texts = lines.map((line, i) =>
    element(
      'text',
      { x: NODE.inset, y: top + i * 13, 'font-size': size, fill: ink, 'font-weight': weight },
      escapeMarkup(line),
    ),
  );
  if (day !== '') {
    const at = { x: box.width - 5, y: 28, 'text-anchor': 'end', 'font-size': NODE.small, fill: ink };
    texts.push(element('text', at, escapeMarkup(day)));
  }
  return texts;
}

function legendItems({ nodes }: ChainDrawing, palette: Palette, context: FigureContext): LegendItem[] {
  const { figures, labels } = words(context.lang);
  const say = figures.chainMap;
  const swatch = (attributes: Record<string, string | number>): Pick<LegendItem, 'sign' | 'width'> => ({
    sign: element('rect', { x: 1, y: -7, width: SWATCH, height: 13, ...attributes }),
    width: SWATCH + 2,
  });
  const fields = [...new Set([...nodes.values()].map((node) => node.field))].sort();
  return [
    exposureScale(`${say.legendExposure} 0`, palette),
    { ...swatch({ fill: `url(#${hatch(palette)})`, stroke: palette.faint }), meaning: say.legendUnknown },
    {
      ...swatch({ fill: palette.surface, stroke: palette.broken, 'stroke-width': 2 }),
      meaning: say.legendBroken,
    },
    {
      ...swatch({ fill: palette.surface, stroke: palette.muted, 'stroke-dasharray': '4 2' }),
      meaning: say.legendUnclear,
    },
    ...fields.map((field) => ({
      sign: fieldMark(field, 5, 0, 4, fieldColour(palette, field)),
      width: 10,
      meaning: label(labels.fields, field),
    })),
  ];
}

const SWATCH = 18;

/** The colours of exposure from 0 to 1. */
function exposureScale(from: string, palette: Palette): LegendItem {
  const start = textWidth(from, NODE.letters) + 5;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((tick, i) =>
    element('rect', {
      x: start + i * SWATCH,
      y: -7,
      width: SWATCH,
      height: 13,
      fill: exposureColour(palette, tick),
      stroke: palette.grid,
    }),
  );
  const text = element(
    'text',
    { x: 0, y: 4, 'font-size': NODE.letters, fill: palette.muted },
    escapeMarkup(from),
  );
  return { sign: text + ticks.join(''), width: start + ticks.length * SWATCH, meaning: '1' };
}
