interface Edge {
  readonly from: string;
  readonly to: string;
}

/**
 * Which edges a layered layout may route: it puts a point into every layer that an edge crosses, so that the shortest
 * ones are routed as long as they cross at most `crossingsMax` layers in all. An edge to the next layer always is, and each
 * node has one: layers are those of the longest path to a node, and a node that needs nothing lies just before the first that needs
 * it. Edges that close a circle count as short.
 */
export function routedEdges(ids: readonly string[], edges: readonly Edge[], crossingsMax: number): boolean[] {
  const layers = layersOf(ids, edges);
  const crossed = edges.map(({ from, to }) => Math.max(0, layers.get(to)! - layers.get(from)! - 1));
  const shortestFirst = crossed.map((_, i) => i).sort((a, b) => crossed[a] - crossed[b] || a - b);
  const routed = edges.map(() => false);
  let left = crossingsMax;
  for (const i of shortestFirst) {
    left -= crossed[i];
    if (left < 0) break;
    routed[i] = true;
  }
  return routed;
}

function layersOf(ids: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const after = new Map<string, string[]>(ids.map((id) => [id, []]));
  const open = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const { from, to } of edges) {
    after.get(from)!.push(to);
    open.set(to, open.get(to)! + 1);
  }
  const roots = ids.filter((id) => open.get(id) === 0);
  const layers = new Map(ids.map((id) => [id, 0]));
  const queue = [...roots];
  for (let at = 0; at < queue.length; at++) {
    for (const to of after.get(queue[at])!) {
      layers.set(to, Math.max(layers.get(to)!, layers.get(queue[at])! + 1));
      const left = open.get(to)! - 1;
      open.set(to, left);
      if (left === 0) queue.push(to);
    }
  }
  for (const id of roots) {
    const first = Math.min(...after.get(id)!.map((to) => layers.get(to)!));
    if (Number.isFinite(first)) layers.set(id, Math.max(0, first - 1));
  }
  return layers;
}
