import type { Assessment } from '../contract/assess.ts';
import { chainCaption } from './chain-caption.ts';
import { type ChainSelection, selectChain } from './chain-select.ts';
import { type ChainDrawing, chainSvg, NODE } from './chain-svg.ts';
import type { Figure } from './figure.ts';
import { layeredLayout } from './layout.ts';
import { type FigureContext, label, nameOf } from './text.ts';
import { words } from './words/index.ts';

/** The chain below the products, coloured by exposure, with what fails drawn out. */
export async function chainMap(assessment: Assessment, context: FigureContext): Promise<Figure> {
  const products = assessment.products.map((product) => product.id);
  const selection = selectChain(assessment.links, products);
  const hidden = assessment.links.length - selection.links.length;
  const drawing = await chainDrawing(selection, new Set(products), context);
  return { ...chainCaption(assessment, hidden, context), drawing: chainSvg(drawing, context) };
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
