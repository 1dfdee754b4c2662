import type { Assessment } from '../contract/assess.ts';

type Link = Assessment['links'][number];

/** What a chain map draws: links of their own, and the rest of each field as one group. */
export interface ChainSelection {
  readonly links: readonly Link[];
  readonly groups: readonly { readonly id: string; readonly field: string; readonly size: number }[];
  /** From an input to what needs it; both are ids of links or groups. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** More links than this are not all drawn; then this many at most are, so that the drawing stays readable. */
export const LINKS_DRAWN_MAX = 160;
const LINKS_KEPT_MAX = 90;

/**
 * Chooses what to draw. All links where they fit; else the products and, most exposed first, the links that fail
 * with a path from each to a product, as long as they fit; the others are grouped by field.
 */
export function selectChain(links: readonly Link[], products: readonly string[]): ChainSelection {
  const byId = new Map(links.map((link) => [link.id, link]));
  const kept = links.length <= LINKS_DRAWN_MAX ? new Set(byId.keys()) : keepWhatMatters(byId, products);
  const shownAs = (id: string): string => (kept.has(id) ? id : `group:${byId.get(id)!.field}`);
  const sizes = new Map<string, number>();
  for (const link of links) {
    if (!kept.has(link.id)) sizes.set(link.field, (sizes.get(link.field) ?? 0) + 1);
  }
  const edges = new Map<string, { from: string; to: string }>();
  for (const link of links) {
    for (const need of link.needs) {
      if (!byId.has(need)) continue;
      const edge = { from: shownAs(need), to: shownAs(link.id) };
      const towardsGroup = edge.to.startsWith('group:');
      if (edge.from !== edge.to && !towardsGroup) edges.set(`${edge.from} ${edge.to}`, edge);
    }
  }
  return {
    links: links.filter((link) => kept.has(link.id)),
    groups: [...sizes].sort().map(([field, size]) => ({ id: `group:${field}`, field, size })),
    edges: [...edges.values()],
  };
}

function keepWhatMatters(byId: ReadonlyMap<string, Link>, products: readonly string[]): Set<string> {
  const towardsProduct = pathsToProducts(byId, products);
  const kept = new Set(products.filter((id) => byId.has(id)));
  const failing = [...byId.values()]
    .filter((link) => link.works === 'no' || (link.exposure ?? 0) > 0)
    .sort((a, b) => (b.exposure ?? 0) - (a.exposure ?? 0) || (a.id < b.id ? -1 : 1));
  for (const link of failing) {
    const path: string[] = [];
    for (
      let id: string | undefined = link.id;
      id !== undefined && !kept.has(id);
      id = towardsProduct.get(id)
    ) {
      path.push(id);
    }
    if (kept.size + path.length > LINKS_KEPT_MAX) break;
    for (const id of path) kept.add(id);
  }
  return kept;
}

/** For each link, the next one on a shortest path to a product; through failing links where there is such a path. */
function pathsToProducts(
  byId: ReadonlyMap<string, Link>,
  products: readonly string[],
): ReadonlyMap<string, string> {
  const next = new Map<string, string>();
  const seen = new Set<string>(products);
  for (const failingOnly of [true, false]) {
    const queue = [...seen];
    for (let at = 0; at < queue.length; at++) {
      for (const need of byId.get(queue[at])?.needs ?? []) {
        const link = byId.get(need);
        if (link === undefined || seen.has(need) || (failingOnly && link.works !== 'no')) continue;
        seen.add(need);
        next.set(need, queue[at]);
        queue.push(need);
      }
    }
  }
  return next;
}
