import type { SourcedFigure } from '../evidence/figure.ts';

/** How the members of a group combine; `unknown`: nobody has said. */
export type Gate = 'all' | 'any' | 'at-least' | 'unknown';

/** A link that is needed. Only `share` of what the needing link does depends on it; 1 unless qualified. */
export interface Member {
  readonly link: string;
  readonly share: number;
}

/** Requirements combined by a gate: links and further groups. `k` goes with `at-least`. */
export interface Group {
  readonly id: string;
  readonly gate: Gate;
  readonly k?: number;
  readonly members: readonly Member[];
  readonly groups: readonly Group[];
}

/** A provider of a link. `share` of the supply of the world; null: supplies it, how much is unknown. */
export interface Supply {
  readonly provider: string;
  readonly share: SourcedFigure | null;
  readonly year: number | null;
  readonly evidence: string | null;
}

/** A link after the overlay and the judgements. A figure is null when it is unknown, never zero. */
export interface Link {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly field: string;
  readonly kind: string;
  readonly grade: number | null;
  readonly tags: readonly string[];
  readonly homeNeed: SourcedFigure | null;
  readonly homeCapacity: SourcedFigure | null;
  readonly obtainable: SourcedFigure | null;
  readonly stockDays: SourcedFigure | null;
  readonly lifeDays: SourcedFigure | null;
  readonly service: SourcedFigure | null;
  readonly marketPerYear: SourcedFigure | null;
  /** Root groups: all of them must hold. */
  readonly groups: readonly Group[];
  readonly supply: readonly Supply[];
}

/** The chain as it is understood, in the order of the folder. */
export interface Chain {
  readonly links: ReadonlyMap<string, Link>;
}

/** Links that home makes rather than buys, unless somebody is named who supplies them. */
const MADE = new Set(['category', 'process', 'product']);

/** Whether a link can be had from suppliers, known or not: whoever is not named may supply it too. */
export function isBought(link: Link): boolean {
  return link.supply.length > 0 || !MADE.has(link.kind);
}

/** Every link that a group names, at any depth, each once. */
export function linksOfGroups(groups: readonly Group[]): string[] {
  const found = new Set<string>();
  const visit = (group: Group): void => {
    for (const member of group.members) found.add(member.link);
    group.groups.forEach(visit);
  };
  groups.forEach(visit);
  return [...found];
}

/** The links at or below the given ones. */
export function linksBelow(
  groupsOf: (link: string) => readonly Group[],
  tops: Iterable<string>,
): Set<string> {
  const found = new Set<string>(tops);
  for (const link of found) for (const needed of linksOfGroups(groupsOf(link))) found.add(needed);
  return found;
}
