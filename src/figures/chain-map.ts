import type { Assessment } from '../contract/assess.ts';
import { type ChainSelection, selectChain } from './chain-select.ts';
import { type ChainDrawing, chainSvg, NODE } from './chain-svg.ts';
import type { Figure, Table } from './figure.ts';
import { layeredLayout } from './layout.ts';
import {
  type FigureContext,
  formatDate,
  formatShare,
  joinClauses,
  label,
  nameOf,
  provenance,
} from './text.ts';
import { words } from './words/index.ts';

/** The chain below the products, coloured by exposure, with what fails drawn out. */
export async function chainMap(assessment: Assessment, context: FigureContext): Promise<Figure> {
  const { lang } = context;
  const say = words(lang).figures.chainMap;
  const products = assessment.products.map((product) => product.id);
  const selection = selectChain(assessment.links, products);
  const title = chainTitle(assessment, context);
  const hidden = assessment.links.length - selection.links.length;
  const scenario =
    lang === 'zh' ? (assessment.scenarioNameZh ?? assessment.scenarioName) : assessment.scenarioName;
  const subtitle = joinClauses(
    [
      say.subtitle(scenario, formatDate(assessment.asOf, lang), formatShare(assessment.dataCoverage, lang)),
      hidden > 0 ? say.grouped(selection.links.length, hidden) : '',
      provenance(context, { money: false, seed: false }),
    ],
    lang,
  );
  const drawing = await chainDrawing(selection, new Set(products), context);
  return {
    id: 'chain-map',
    title,
    subtitle,
    alt: joinClauses([title, subtitle], lang),
    drawing: chainSvg(drawing, context),
    table: chainTable(assessment, context),
    method: say.method,
  };
}

function chainTitle(assessment: Assessment, context: FigureContext): string {
  const say = words(context.lang).figures.chainMap;
  const products = new Set(assessment.products.map((product) => product.id));
  const links = assessment.links.filter((link) => !products.has(link.id));
  const exposed = links.filter((link) => (link.exposure ?? 0) > 0).length;
  const stopped = assessment.products.filter((product) => product.works === 'no').length;
  if (exposed === 0 && stopped === 0) return say.titleSafe(links.length);
  return say.title(exposed, links.length, stopped, products.size);
}

async function chainDrawing(
  selection: ChainSelection,
  products: ReadonlySet<string>,
  context: FigureContext,
): Promise<ChainDrawing> {
  const { labels, figures } = words(context.lang);
  const nodes = [
    ...selection.links.map((link) => ({
      id: link.id,
      label: nameOf(link, context.lang),
      field: link.field,
      exposure: link.exposure,
      works: link.works,
      stopsOnDay: link.stopsOnDay,
      product: products.has(link.id),
      group: false,
    })),
    ...selection.groups.map((group) => ({
      id: group.id,
      label: figures.chainMap.group(label(labels.fields, group.field), group.size),
      field: group.field,
      exposure: 0,
      works: 'yes' as const,
      stopsOnDay: null,
      product: false,
      group: true,
    })),
  ];
  const layout = await layeredLayout(
    nodes.map((node) => ({ id: node.id, width: NODE.width, height: NODE.height, last: node.product })),
    selection.edges,
  );
  return { nodes: new Map(nodes.map((node) => [node.id, node])), layout };
}

function chainTable(assessment: Assessment, context: FigureContext): Table {
  const { tables, labels } = words(context.lang);
  const names = new Map(assessment.links.map((link) => [link.id, nameOf(link, context.lang)]));
  const c = tables.columns;
  return {
    id: 'chain',
    caption: tables.captions.chain,
    columns: [
      { id: 'link', label: c.link, format: 'text' },
      { id: 'field', label: c.field, format: 'text' },
      { id: 'exposure', label: c.exposure, format: 'share' },
      { id: 'works', label: c.works, format: 'text' },
      { id: 'stopsOnDay', label: c.stops, format: 'day' },
      { id: 'needs', label: c.needs, format: 'text' },
    ],
    rows: assessment.links.map((link) => [
      nameOf(link, context.lang),
      label(labels.fields, link.field),
      link.exposure,
      label(labels.verdicts, link.works),
      link.stopsOnDay,
      link.needs.map((need) => names.get(need) ?? need).join(context.lang === 'zh' ? '、' : ', '),
    ]),
  };
}
