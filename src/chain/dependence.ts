import { Bdd, TRUE } from '../structure/bdd.ts';
import { minimalCutSets } from '../structure/cut-sets.ts';
import type { Chain, Link } from './chain.ts';
import { gatesOf, StructureFunction, type UnknownGates } from './structure-function.ts';
import { availabilityOf, CENTRAL_FAVOURABLE, type Reading } from './supply.ts';
import type { Supplier } from './threat.ts';

/** Whose loss is looked at. */
export type ActsOn = 'jurisdiction' | 'provider';

export interface DependenceOptions {
  readonly reading: 'home' | 'world';
  readonly actsOn: ActsOn;
  readonly unknownGates: UnknownGates;
  /** Home reading: the jurisdictions of home, which are never lost. */
  readonly home: readonly string[];
  readonly figures?: Reading;
  readonly maxOrder: number;
  /** At most so many sets are listed, smallest first. */
  readonly limit: number;
}

/** Minimal sets of jurisdictions or providers whose complete loss takes a product below a level, nothing else being cut. */
export interface Dependence {
  readonly sets: readonly (readonly string[])[];
  readonly countByOrder: readonly bigint[];
}

/**
 * Compiles "the product works at the level" over suppliers as leaves and reads the minimal cut sets off it.
 * home: foreign supply of a link is obtainable × Σ shares of the suppliers left, plus home capacity.
 * world: own supply holds while the suppliers left keep `level` of all shares.
 */
export function dependence(
  chain: Chain,
  suppliers: ReadonlyMap<string, Supplier>,
  product: string,
  level: number,
  options: DependenceOptions,
): Dependence {
  const leaves = leavesOf(chain, suppliers, options);
  const bdd = new Bdd(leaves.size);
  const reading = options.figures ?? CENTRAL_FAVOURABLE;
  const availability = (link: Link) => availabilityOf(link, suppliers, options.home, null, 0, reading);
  const structure = new StructureFunction(chain, gatesOf(bdd), {
    reading: options.reading,
    unknownGates: options.unknownGates,
    availability,
    carried: () => false,
    boosts: new Map(),
    ownSupply: (link, wanted) => {
      const { terms, fixed, total } = supplyTerms(bdd, link, suppliers, leaves, options);
      if (options.reading === 'world') {
        return terms.length === 0 ? TRUE : bdd.threshold(terms, wanted * total - fixed);
      }
      const { need } = availability(link);
      const obtainable = link.obtainable?.central ?? 1;
      const minimum = wanted * need;
      if (minimum <= obtainable * fixed + 1e-9) return TRUE;
      return bdd.threshold(
        terms.map(({ node, weight }) => ({ node, weight: weight * obtainable })),
        minimum - obtainable * fixed,
      );
    },
  });
  const works = structure.works(product, level);
  const cutSets = minimalCutSets(bdd, works, { maxOrder: options.maxOrder, increasing: true });
  const names = [...leaves.keys()];
  return {
    sets: cutSets.enumerate(options.limit).map((set) => set.map((leaf) => names[leaf])),
    countByOrder: cutSets.countByOrder(),
  };
}

/** Suppliers that can be lost, with their leaf, the most widely present first (a good order for the diagram). */
function leavesOf(
  chain: Chain,
  suppliers: ReadonlyMap<string, Supplier>,
  options: DependenceOptions,
): Map<string, number> {
  const links = new Map<string, number>();
  for (const link of chain.links.values()) {
    for (const { provider } of link.supply) {
      if (isLeaf(suppliers.get(provider), options)) links.set(provider, (links.get(provider) ?? 0) + 1);
    }
  }
  const ordered = [...links].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(ordered.map(([id], leaf) => [id, leaf]));
}

function isLeaf(supplier: Supplier | undefined, options: DependenceOptions): supplier is Supplier {
  if (!supplier) return false;
  const wanted = options.actsOn === 'jurisdiction' ? 'jurisdiction' : 'company';
  if (supplier.type !== wanted) return false;
  return options.reading === 'world' || !options.home.includes(supplier.headquarters);
}

/** Shares of one link by leaf; `fixed` is what no leaf stands for and is therefore never lost. */
function supplyTerms(
  bdd: Bdd,
  link: Link,
  suppliers: ReadonlyMap<string, Supplier>,
  leaves: ReadonlyMap<string, number>,
  options: DependenceOptions,
): { terms: { node: number; weight: number }[]; fixed: number; total: number } {
  const terms: { node: number; weight: number }[] = [];
  let known = 0;
  let quantified = 0;
  for (const { provider, share } of link.supply) {
    if (!share) continue;
    const supplier = suppliers.get(provider);
    const leaf = isLeaf(supplier, options) ? leaves.get(provider) : undefined;
    if (leaf === undefined) continue;
    quantified++;
    known += share.central;
    terms.push({ node: bdd.variable(leaf), weight: share.central });
  }
  const pseudo = link.supply
    .filter(({ provider }) => suppliers.get(provider)?.type === 'pseudo')
    .reduce((sum, { share }) => sum + (share?.central ?? 0), 0);
  if (options.reading === 'world') {
    // Shares are taken relative to all rows of the kind; pseudo-providers hold some of them and are never lost.
    const fixed = quantified > 0 ? pseudo : 0;
    return { terms, fixed, total: known + fixed };
  }
  const home = link.supply.reduce((sum, { provider, share }) => {
    const supplier = suppliers.get(provider);
    const ofKind =
      supplier && supplier.type === (options.actsOn === 'jurisdiction' ? 'jurisdiction' : 'company');
    return sum + (ofKind && options.home.includes(supplier.headquarters) ? (share?.central ?? 0) : 0);
  }, 0);
  const fixed = link.supply.length === 0 ? 0 : Math.max(0, 1 - known - home);
  return { terms, fixed, total: 1 };
}
