import type { Chain, Gate, Group, Link } from './chain.ts';

/** A link with a number of its own and its requirements resolved, for what walks a chain many times. */
export interface Node {
  readonly index: number;
  readonly link: Link;
  readonly groups: readonly WiredGroup[];
}

/** A group whose members are nodes. */
export interface WiredGroup {
  readonly gate: Gate;
  readonly k: number | undefined;
  readonly members: readonly { readonly node: Node; readonly share: number }[];
  readonly groups: readonly WiredGroup[];
}

/** The links of a chain as nodes, by id, numbered from 0 so that what is needed comes before what needs it. */
export function wire(chain: Chain): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  const wireLink = (id: string): Node => {
    const before = nodes.get(id);
    if (before) return before;
    const link = chain.links.get(id)!;
    const groups = link.groups.map(wireGroup);
    const node = { index: nodes.size, link, groups };
    nodes.set(id, node);
    return node;
  };
  const wireGroup = (group: Group): WiredGroup => ({
    gate: group.gate,
    k: group.k,
    members: group.members.map(({ link, share }) => ({ node: wireLink(link), share })),
    groups: group.groups.map(wireGroup),
  });
  for (const id of chain.links.keys()) wireLink(id);
  return nodes;
}

/** How many parts of a group must hold; `unknownGates` says how a gate is read that nobody has stated. */
export function neededParts(
  { gate, k }: Pick<WiredGroup, 'gate' | 'k'>,
  parts: number,
  unknownGates: 'all' | 'any',
): number {
  const read = gate === 'unknown' ? unknownGates : gate;
  return read === 'all' ? parts : read === 'any' ? 1 : (k ?? parts);
}
