import type { FaultTree } from '../../structure/fault-tree.ts';

/**
 * The tree under names that every program for the format can read: letters, digits, `_` and single `-`. Distinct names
 * stay distinct.
 */
export function portable(tree: FaultTree): FaultTree {
  const taken = new Set<string>();
  const rename = <T extends { readonly name: string }>(named: T): T => {
    const base = named.name.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/-{2,}|-$/g, '_');
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${base}_${i}`;
    taken.add(name);
    return { ...named, name };
  };
  return {
    ...tree,
    name: tree.name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?![A-Za-z])/, 'tree_'),
    gates: tree.gates.map(rename),
    events: tree.events.map(rename),
  };
}
