import ElkModule, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { routedEdges } from './long-edges.ts';

export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** In the last layer: a product. */
  readonly last: boolean;
}

export interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.mergeEdges': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeNodeBetweenLayers': '9',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '5',
  'elk.spacing.nodeNode': '8',
  'elk.spacing.edgeNode': '6',
  'elk.spacing.edgeEdge': '4',
  'elk.separateConnectedComponents': 'false',
  'elk.randomSeed': '1',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
};

/** More boxes than this are placed by quicker rules; right angles of so many edges are more than the router can take. */
const BOXES_SETTLED_MAX = 300;
const LARGE = {
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.thoroughness': '1',
};

/** Layers that edges may cross in all; longer edges than fit are drawn straight. */
const CROSSINGS_MAX = 2_000;

/** Places boxes in layers from left to right, with edges around them; the same input gives the same drawing. */
export async function layeredLayout(
  boxes: readonly Box[],
  edges: readonly { readonly from: string; readonly to: string }[],
): Promise<Layout> {
  const elk = new ElkModule.default();
  const routed = routedEdges(
    boxes.map(({ id }) => id),
    edges,
    CROSSINGS_MAX,
  );
  const fed = new Set(edges.map((edge) => edge.from));
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: boxes.length > BOXES_SETTLED_MAX ? { ...OPTIONS, ...LARGE } : OPTIONS,
    children: boxes.map((box) => ({
      id: box.id,
      width: box.width,
      height: box.height,
      ...(box.last && !fed.has(box.id)
        ? { layoutOptions: { 'elk.layered.layering.layerConstraint': 'LAST' } }
        : {}),
    })),
    edges: edges.flatMap((edge, i) =>
      routed[i] ? [{ id: `e${i}`, sources: [edge.from], targets: [edge.to] }] : [],
    ),
  };
  const placed = await elk.layout(graph);
  const positions = new Map(placed.children?.map((child) => [child.id, child]));
  const placedBoxes = boxes.map((box) => ({
    ...box,
    x: positions.get(box.id)?.x ?? 0,
    y: positions.get(box.id)?.y ?? 0,
  }));
  const boxOf = new Map(placedBoxes.map((box) => [box.id, box]));
  const routes = new Map(placed.edges?.map((edge) => [edge.id, pointsOf(edge)]));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    boxes: placedBoxes,
    edges: edges.map((edge, i) => ({
      ...edge,
      points: routes.get(`e${i}`) ?? straight(boxOf.get(edge.from)!, boxOf.get(edge.to)!),
    })),
  };
}

function pointsOf(edge: ElkExtendedEdge): PlacedEdge['points'] {
  return (edge.sections ?? []).flatMap((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]);
}

/** From the right of one box to the left of another. */
function straight(from: PlacedBox, to: PlacedBox): PlacedEdge['points'] {
  return [
    { x: from.x + from.width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + to.height / 2 },
  ];
}
