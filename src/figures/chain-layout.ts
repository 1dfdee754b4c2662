import type { ChainToDraw, Layout, LinkToDraw } from '../contract/api/layout.ts';
import { NODE } from './chain-svg.ts';
import { layeredLayout } from './layout.ts';

/** More links than this are drawn as one node for each field, until the field is opened. */
export const LINKS_OPEN_MAX = 300;

type Node = Omit<Layout['nodes'][number], 'x' | 'y' | 'width' | 'height'>;

/** Lays out a chain; products are always drawn. The same chain gives the same layout. */
export async function chainLayout({ links, products, expand }: ChainToDraw): Promise<Layout> {
  const shown = shownNodes(links, new Set(products), expand);
  const edges = shownEdges(links, shown.as);
  const placed = await layeredLayout(
    shown.nodes.map(({ id, product }) => ({ id, width: NODE.width, height: NODE.height, last: product })),
    edges,
  );
  return {
    schema: 'muster/layout@1',
    width: placed.width,
    height: placed.height,
    nodes: shown.nodes.map((node, i) => {
      const { x, y, width, height } = placed.boxes[i];
      return { ...node, x, y, width, height };
    }),
    edges: edges.map((edge, i) => ({ ...edge, points: [...placed.edges[i].points] })),
    fields: shown.fields,
  };
}

/** The nodes that are drawn, and which of them stands for each link. */
function shownNodes(
  links: readonly LinkToDraw[],
  products: ReadonlySet<string>,
  expand: readonly string[],
): { nodes: Node[]; as: ReadonlyMap<string, string>; fields: Layout['fields'] } {
  const all = links.length <= LINKS_OPEN_MAX || expand.includes('*');
  const isOpen = (field: string): boolean => all || expand.includes(field);
  const sizes = new Map<string, number>();
  for (const { id, field } of links) if (!products.has(id)) sizes.set(field, (sizes.get(field) ?? 0) + 1);
  const fields = [...sizes].sort().map(([field, size]) => ({ field, links: size, open: isOpen(field) }));
  const alone = links.filter(({ id, field }) => products.has(id) || isOpen(field));
  const nodes: Node[] = [
    ...alone.map((link) => ({
      id: link.id,
      group: false,
      label: link.name,
      labelZh: link.nameZh,
      field: link.field,
      kind: link.kind,
      product: products.has(link.id),
      links: 1,
    })),
    ...fields.flatMap(({ field, links: size, open }) => (open ? [] : [groupNode(field, size)])),
  ];
  const drawn = new Set(alone.map(({ id }) => id));
  const as = new Map(links.map(({ id, field }) => [id, drawn.has(id) ? id : groupId(field)]));
  return { nodes, as, fields };
}

function groupNode(field: string, links: number): Node {
  return {
    id: groupId(field),
    group: true,
    label: field,
    labelZh: null,
    field,
    kind: 'group',
    product: false,
    links,
  };
}

function groupId(field: string): string {
  return `group:${field}`;
}

/** One edge for all requirements between two nodes; those inside a group are not drawn. */
function shownEdges(
  links: readonly LinkToDraw[],
  as: ReadonlyMap<string, string>,
): Omit<Layout['edges'][number], 'points'>[] {
  const edges = new Map<string, { id: string; from: string; to: string; requirements: number }>();
  for (const link of links) {
    for (const need of link.needs) {
      const from = as.get(need);
      const to = as.get(link.id)!;
      if (from === undefined || from === to) continue;
      const id = `${from}→${to}`;
      const edge = edges.get(id) ?? { id, from, to, requirements: 0 };
      edge.requirements++;
      edges.set(id, edge);
    }
  }
  return [...edges.values()];
}
