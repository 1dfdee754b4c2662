/** A link as a tree is made of it. */
export interface Needing {
  readonly id: string;
  readonly needs: readonly string[];
}

/** A line of the outline: a link, what it needs below it, unless that stands at its first place. */
export interface OutlineNode {
  readonly id: string;
  readonly children: readonly OutlineNode[];
  /** What it needs stands where it was named first. */
  readonly elsewhere: boolean;
}

/** The chain as an outline: products, below each what it needs; a link is unfolded where it comes first. */
export function outlineOf(links: readonly Needing[], products: readonly string[]): OutlineNode[] {
  const byId = new Map(links.map((link) => [link.id, link]));
  const seen = new Set<string>();
  const unfold = (id: string): OutlineNode => {
    const needs = (byId.get(id)?.needs ?? []).filter((need) => byId.has(need));
    if (seen.has(id)) return { id, children: [], elsewhere: needs.length > 0 };
    seen.add(id);
    return { id, children: needs.map(unfold), elsewhere: false };
  };
  const roots = products.filter((id) => byId.has(id));
  const needed = new Set(links.flatMap(({ needs }) => needs));
  const loose = links.filter(({ id }) => !needed.has(id) && !roots.includes(id)).map(({ id }) => id);
  return [...roots, ...loose].map(unfold);
}

/** What needs each link. */
export function neededBy(links: readonly Needing[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, needs } of links) {
    for (const need of needs) found.set(need, [...(found.get(need) ?? []), id]);
  }
  return found;
}

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
interface Drawn {
  readonly nodes: readonly Placed[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** Boxes of one layer lie within so much of each other. */
const SAME_LAYER = 60;

/** Where an arrow key leads from a node: left to what it needs, right to what needs it, up and down in its layer. */
export function neighbour({ nodes, edges }: Drawn, id: string, key: string): string | null {
  const here = nodes.find((node) => node.id === id);
  if (!here) return null;
  const nearest = (ids: readonly string[]): string | null => {
    const found = nodes.filter((node) => ids.includes(node.id));
    return found.sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0]?.id ?? null;
  };
  if (key === 'ArrowLeft') return nearest(edges.filter(({ to }) => to === id).map(({ from }) => from));
  if (key === 'ArrowRight') return nearest(edges.filter(({ from }) => from === id).map(({ to }) => to));
  const layer = nodes.filter((node) => Math.abs(node.x - here.x) < SAME_LAYER);
  if (key === 'ArrowUp') return nearest(layer.filter(({ y }) => y < here.y).map((node) => node.id));
  if (key === 'ArrowDown') return nearest(layer.filter(({ y }) => y > here.y).map((node) => node.id));
  return null;
}
