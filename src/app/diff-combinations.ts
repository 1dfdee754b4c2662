import type { CombinationChange, ScenarioDiff } from '../contract/diff.ts';
import { type CriticalCombinations, criticalCombinations } from './critical-combinations.ts';
import type { DiffWorlds } from './diff-scenario.ts';
import { ScenarioView } from './scenario-view.ts';
import type { ChainWorld } from './scenario-world.ts';

/** Combinations of up to this many members are compared. */
export const MAX_ORDER = 2;
/** Combinations looked at for each product and sort of loss. */
export const COMBINATIONS_MAX = 20_000;

type Known = CombinationChange['before'];

/** A combination and how sure it is that it is critical. */
type Combination = Pick<CombinationChange, 'product' | 'actsOn' | 'members'> & { readonly known: Known };

/**
 * Critical combinations that were gained or lost, or of which more or less is certain, in every reading in which
 * scenarios are compared. `complete`: none was left out for being too many.
 */
export function combinationChanges(
  worlds: DiffWorlds,
  scenarios: readonly ScenarioDiff[],
): { readonly changes: readonly CombinationChange[]; readonly complete: boolean } {
  const compared = scenarios.filter((one) => one.in === 'both');
  const readings = new Set(compared.flatMap((one) => [one.readingBefore!, one.readingAfter!]));
  let complete = true;
  const changes = [...readings].flatMap((reading) => {
    const [before, after] = [worlds.before, worlds.after].map((world) =>
      combinations(world, compared[0].id, reading),
    );
    complete &&= before.complete && after.complete;
    const keys = new Set([...before.byKey.keys(), ...after.byKey.keys()]);
    return [...keys].sort().flatMap((key): CombinationChange[] => {
      const [old, now] = [before.byKey.get(key), after.byKey.get(key)];
      const { product, actsOn, members } = (now ?? old)!;
      const known = { before: old?.known ?? 'none', after: now?.known ?? 'none' } as const;
      return known.before === known.after ? [] : [{ reading, product, actsOn, members, ...known }];
    });
  });
  return { changes, complete };
}

/** Combinations from a world with nothing cut: whichever scenario a view is of, they are the same. */
function combinations(
  world: ChainWorld,
  scenario: string,
  reading: 'home' | 'world',
): { readonly byKey: ReadonlyMap<string, Combination>; readonly complete: boolean } {
  const view = new ScenarioView(world, world.scenario(scenario), { gates: 'unknown', reading });
  const { sets } = criticalCombinations(view, MAX_ORDER, false, COMBINATIONS_MAX);
  const byKey = new Map(
    sets.map(({ product, actsOn, members, certain }) => {
      const sorted = [...members].sort();
      const known: Known = certain ? 'certain' : 'possible';
      return [`${product} ${actsOn} ${sorted.join(' ')}`, { product, actsOn, members: sorted, known }];
    }),
  );
  return { byKey, complete: largestList(sets) < COMBINATIONS_MAX };
}

/** The longest list for one product and sort of loss. */
function largestList(sets: CriticalCombinations['sets']): number {
  const counts = new Map<string, number>();
  for (const { product, actsOn } of sets) {
    const list = `${product} ${actsOn}`;
    counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
