/**
 * Circles in a directed graph: for every edge that closes one during a depth-first walk, the nodes of that
 * circle in their order, the first repeated at the end. Empty when and only when the graph has no circle. The walk
 * ends when `most` have been found.
 */
export function findCycles<T>(
  nodes: Iterable<T>,
  next: (node: T) => Iterable<T>,
  most = Number.POSITIVE_INFINITY,
): T[][] {
  const cycles: T[][] = [];
  const done = new Set<T>();
  for (const root of nodes) {
    if (done.has(root)) continue;
    const path: T[] = [root];
    const depths = new Map<T, number>([[root, 0]]);
    const branches: Iterator<T>[] = [next(root)[Symbol.iterator]()];
    while (branches.length > 0) {
      if (cycles.length >= most) return cycles;
      const step = branches[branches.length - 1]!.next();
      if (step.done) {
        const node = path.pop()!;
        branches.pop();
        depths.delete(node);
        done.add(node);
        continue;
      }
      const depth = depths.get(step.value);
      if (depth !== undefined) cycles.push([...path.slice(depth), step.value]);
      else if (!done.has(step.value)) {
        depths.set(step.value, path.length);
        path.push(step.value);
        branches.push(next(step.value)[Symbol.iterator]());
      }
    }
  }
  return cycles;
}
