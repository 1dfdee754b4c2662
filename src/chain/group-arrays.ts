import type { Group, Link } from './chain.ts';

/** The groups of every link in arrays. A part of a group is a needed link, or a group inside it. */
export interface GroupArrays {
  /** Groups of link n are those from `groupFrom[n]` up to `groupFrom[n + 1]`, inner before outer; the last joins all. */
  readonly groupFrom: Int32Array;
  /** How many parts of a group must hold; 0 where nobody has stated the gate. */
  readonly needed: Int32Array;
  /** Parts of group g are those from `partFrom[g]` up to `partFrom[g + 1]`. */
  readonly partFrom: Int32Array;
  /** The number of the needed link, or −1 − the group inside. */
  readonly parts: Int32Array;
  /** Share of what the link does that depends on the part. */
  readonly shares: Float64Array;
}

/** Lays out the groups of links; `numberOf`: the number of a link by its id. */
export function groupArrays(links: readonly Link[], numberOf: (id: string) => number): GroupArrays {
  const groupFrom = new Int32Array(links.length + 1);
  const needed: number[] = [];
  const partFrom: number[] = [0];
  const parts: number[] = [];
  const shares: number[] = [];
  const finish = (count: number): number => {
    needed.push(count);
    return partFrom.push(parts.length) - 2;
  };
  const add = (part: number, share = 1): void => {
    parts.push(part);
    shares.push(share);
  };
  const addGroup = ({ gate, k, members, groups }: Group): number => {
    const inner = groups.map(addGroup);
    for (const { link, share } of members) add(numberOf(link), share);
    for (const group of inner) add(-1 - group);
    const count = members.length + groups.length;
    return finish(gate === 'unknown' ? 0 : gate === 'any' ? 1 : gate === 'all' ? count : (k ?? count));
  };
  links.forEach(({ groups }, number) => {
    const roots = groups.map(addGroup);
    if (roots.length > 1) {
      // Of groups that decide alike the last counts: turned round, so that it is the first in the order of the chain.
      for (const root of roots.reverse()) add(-1 - root);
      finish(roots.length);
    }
    groupFrom[number + 1] = needed.length;
  });
  return {
    groupFrom,
    needed: Int32Array.from(needed),
    partFrom: Int32Array.from(partFrom),
    parts: Int32Array.from(parts),
    shares: Float64Array.from(shares),
  };
}
