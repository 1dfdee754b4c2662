import type { RequirementRow } from '../contract/folder/index.ts';
import type { Gate, Group, Member } from './chain.ts';

/** How deep groups may lie inside each other. */
export const GROUP_DEPTH_MAX = 50;

/** A group while it is being put together. */
export interface GroupDraft {
  readonly id: string;
  readonly parent: string | undefined;
  gate: Gate;
  k: number | undefined;
  members: Member[];
}

/** Groups of one link by id, in the order in which they are first named. */
export type LinkDraft = Map<string, GroupDraft>;

/** Collects the rows of requirements.csv by link and group. Gate, k and parent are those of a group's first row. */
export function draftGroups(rows: readonly RequirementRow[]): Map<string, LinkDraft> {
  const drafts = new Map<string, LinkDraft>();
  for (const row of rows) {
    const groups: LinkDraft = drafts.get(row.link) ?? new Map();
    drafts.set(row.link, groups);
    const group: GroupDraft = groups.get(row.group) ?? {
      id: row.group,
      parent: row.parent_group,
      gate: row.gate,
      k: row.k,
      members: [],
    };
    groups.set(row.group, group);
    if (row.needs !== undefined) group.members.push({ link: row.needs, share: 1 });
  }
  return drafts;
}

/**
 * The tree of one link's groups. A group without members and sub-groups asks for nothing and is left out; one
 * whose parent does not exist, that lies inside itself or too deep cannot be placed and is left out too.
 */
export function groupTree(draft: LinkDraft): Group[] {
  const children = new Map<string | undefined, GroupDraft[]>();
  for (const group of draft.values()) {
    children.set(group.parent, [...(children.get(group.parent) ?? []), group]);
  }
  const build = (parent: string | undefined, depth: number): Group[] =>
    (depth > GROUP_DEPTH_MAX ? [] : (children.get(parent) ?? []))
      .map((group) => ({
        id: group.id,
        gate: group.gate,
        ...(group.k === undefined ? {} : { k: group.k }),
        members: group.members,
        groups: build(group.id, depth + 1),
      }))
      .filter((group) => group.members.length > 0 || group.groups.length > 0);
  return build(undefined, 1);
}
