import type { Diagram } from './node-table.ts';

/** The inner nodes below `roots` (roots included, terminals not), ascending: children before parents. */
export function reachable(diagram: Diagram, roots: readonly number[]): Int32Array {
  let largest = 1;
  for (const root of roots) if (root > largest) largest = root;
  const seen = new Uint8Array(largest + 1);
  const open: number[] = [];
  const found: number[] = [];
  const visit = (node: number): void => {
    if (node <= 1 || seen[node] === 1) return;
    seen[node] = 1;
    open.push(node);
    found.push(node);
  };
  for (const root of roots) visit(root);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(diagram.low(node));
    visit(diagram.high(node));
  }
  return Int32Array.from(found).sort();
}
