import { type DependenceOptions, dependence } from '../chain/dependence.ts';
import type { ActsOn } from '../chain/supply-parts.ts';
import type { CutSet } from '../contract/assess.ts';
import type { ScenarioView } from './scenario-view.ts';

/** Sets listed for each product and sort of loss, unless more are asked for. */
const LISTED = 60;

/** The critical combinations of every product, from a world in which nothing is cut. */
export interface CriticalCombinations {
  readonly sets: readonly CutSet[];
  /**
   * Products that adversely would not reach their highest level even with nobody lost, so that figures have to be
   * found before all combinations that may be critical can be listed: those at favourable figures are.
   */
  readonly openProducts: readonly string[];
}

/**
 * Minimal sets of suppliers whose loss takes a product below its highest level. What is critical with every unknown
 * favourable is critical whatever the unknowns turn out to be; what is critical with every unknown adverse may be, and
 * nothing else is. `mixed`: also those of jurisdictions and companies together.
 */
export function criticalCombinations(
  view: ScenarioView,
  maxOrder: number,
  mixed: boolean,
  limit = LISTED,
): CriticalCombinations {
  const sets: CutSet[] = [];
  const openProducts: string[] = [];
  for (const { link: product, ladder } of view.world.programme.muster.products) {
    let open = false;
    for (const actsOn of ['jurisdiction', 'provider', ...(mixed ? (['either'] as const) : [])] as const) {
      const found = ofProduct(view, product, ladder.at(-1)!.level, actsOn, maxOrder, limit);
      open ||= found.open;
      for (const [members, certain] of found.sets)
        sets.push({ product, actsOn, members: [...members], order: members.length, certain });
    }
    if (open) openProducts.push(product);
  }
  return { sets, openProducts };
}

type FoundSets = readonly (readonly [members: readonly string[], certain: boolean])[];

function ofProduct(
  view: ScenarioView,
  product: string,
  level: number,
  actsOn: ActsOn,
  maxOrder: number,
  limit: number,
): { sets: FoundSets; open: boolean } {
  const { world, reading, adverseGates, favourableGates } = view;
  const ask = (more: Pick<DependenceOptions, 'unknownGates' | 'shares' | 'figures'>) =>
    dependence(world.chain, world.suppliers, product, level, {
      ...more,
      reading,
      actsOn,
      home: world.programme.muster.home,
      maxOrder,
      limit,
    });
  const certain = ask({ unknownGates: favourableGates, shares: 'favourable', figures: 'favourable' });
  const adverse = ask({ unknownGates: adverseGates, shares: 'adverse', figures: 'adverse' });
  const possible = adverse.worksWhole
    ? adverse
    : ask({ unknownGates: adverseGates, shares: 'adverse', figures: 'favourable' });
  const key = (members: readonly string[]): string => [...members].sort().join(' ');
  const merged = new Map<string, FoundSets[number]>(
    certain.sets.map((members) => [key(members), [members, true]]),
  );
  for (const members of possible.sets) {
    if (!merged.has(key(members))) merged.set(key(members), [members, false]);
  }
  const listed = [...merged.values()].filter(([members]) => actsOn !== 'either' || isMixed(view, members));
  const sets = listed.sort((a, b) => a[0].length - b[0].length || Number(b[1]) - Number(a[1]));
  return { sets, open: !adverse.worksWhole };
}

/** Whether a set holds both a jurisdiction and a company: those of one sort are listed under it. */
function isMixed({ world }: ScenarioView, members: readonly string[]): boolean {
  const types = new Set(members.map((id) => world.suppliers.get(id)?.type === 'company'));
  return types.size === 2;
}
