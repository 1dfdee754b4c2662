import type { LinkBoost } from '../chain/boosted-supply.ts';
import type { Goal, Option } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';

/**
 * By which way a goal is reached: home makes it, it comes from elsewhere, it comes back from what is in use, it is no
 * longer needed, or a stock bridges.
 */
export type Route = 'home' | 'foreign' | 'recycled' | 'relief' | 'stock';

/** What an option does to the chain once it succeeds. Those of one goal with the same effect race in one group. */
export interface Effect {
  readonly route: Route;
  /** Equal for options of one goal with the same effect. */
  readonly key: string;
  /** Of `recycled`: the fraction of what is in use that comes back. */
  readonly returned?: number;
  /** Of `relief`: the link that serves instead, and the links that can do so; null: none is needed, all that need it. */
  readonly substitute?: string | null;
  readonly users?: ReadonlySet<string> | null;
}

export function effectOf(option: Option): Effect {
  const { kind, id, of = null, acceptedBy = null, share } = option;
  if (kind === 'make') return { route: 'home', key: 'home' };
  if (kind === 'stockpile') return { route: 'stock', key: `stock ${id}` };
  if (kind === 'allied-supply' || (kind === 'recycle' && share === undefined)) {
    return { route: 'foreign', key: 'foreign' };
  }
  if (kind === 'recycle') {
    const returned = centralOf(share!);
    return { route: 'recycled', key: `recycled ${returned}`, returned };
  }
  return {
    route: 'relief',
    key: `relief ${of ?? ''} ${acceptedBy ? [...acceptedBy].sort().join(' ') : '*'}`,
    substitute: of,
    users: acceptedBy && new Set(acceptedBy),
  };
}

/** How an attained goal adds to the supply of its link; null where it does something else. */
export function boostOf({ level }: Goal, { route, returned }: Effect, leaf: number): LinkBoost | null {
  if (route === 'relief') return null;
  if (route === 'recycled') return { leaf, route, level, returned };
  return { leaf, route: route === 'home' ? 'home' : 'foreign', level };
}

/** Links that may come to be needed in place of others. */
export function substituteLinks(goals: readonly Goal[]): string[] {
  return goals.flatMap(({ options }) => options.flatMap(({ of }) => of ?? []));
}
