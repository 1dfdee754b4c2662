import { Bdd, FALSE } from '../structure/bdd.ts';
import { minimalCutSets } from '../structure/cut-sets.ts';
import type { WeightedNode } from '../structure/threshold.ts';
import { type Chain, isBought, type Link } from './chain.ts';
import {
  type GateMaker,
  gatesOf,
  type LinkSupply,
  StructureFunction,
  type UnknownGates,
} from './structure-function.ts';
import { type Availability, availabilityOf, type Reading } from './supply.ts';
import { type ActsOn, type SupplyParts, supplyParts } from './supply-parts.ts';
import type { Supplier } from './threat.ts';

/** How "this product works" is read as a function of who is left. */
export interface SupplierOptions {
  readonly reading: 'home' | 'world';
  readonly actsOn: ActsOn;
  readonly unknownGates: UnknownGates;
  /** How shares that nobody has stated are read, and how needs, capacities and what can be obtained are. */
  readonly shares: Reading['unknowns'];
  readonly figures: Reading['unknowns'];
  /** Home reading: the jurisdictions of home, which are never lost. */
  readonly home: readonly string[];
}

export interface DependenceOptions extends SupplierOptions {
  readonly maxOrder: number;
  /** At most so many sets are listed, smallest first. */
  readonly limit: number;
}

/** Minimal sets of jurisdictions or companies whose complete loss takes a product below a level, nothing else being cut. */
export interface Dependence {
  readonly sets: readonly (readonly string[])[];
  /** Whether the product reaches the level while nobody is lost; where it does not, there are no sets. */
  readonly worksWhole: boolean;
}

/** Reads the minimal cut sets off "the product works at the level", as a function of who is left. */
export function dependence(
  chain: Chain,
  suppliers: ReadonlyMap<string, Supplier>,
  product: string,
  level: number,
  options: DependenceOptions,
): Dependence {
  const { names, structure, gates } = supplierStructure(chain, suppliers, options, (leaves) => {
    const bdd = new Bdd(leaves);
    return { ...gatesOf(bdd), bdd };
  });
  const works = structure.works(product, level);
  if (works === FALSE) return { sets: [], worksWhole: false };
  const cutSets = minimalCutSets(gates.bdd, works, { maxOrder: options.maxOrder, increasing: true });
  return {
    sets: cutSets.enumerate(options.limit).map((set) => set.map((leaf) => names[leaf])),
    worksWhole: true,
  };
}

/**
 * "This link works at a level" over suppliers as leaves, `names` by leaf, nothing else being cut. A jurisdiction is one
 * leaf shared by all who sit in it, a company is there while it and its jurisdiction are.
 * home: foreign supply of a link is obtainable × Σ shares of the suppliers left, plus home capacity.
 * world: own supply holds while the suppliers left keep `level` of all shares.
 */
export function supplierStructure<G extends GateMaker>(
  chain: Chain,
  suppliers: ReadonlyMap<string, Supplier>,
  options: SupplierOptions,
  gatesFor: (leaves: number) => G,
): { names: readonly string[]; structure: StructureFunction; gates: G } {
  const kept = options.reading === 'home' ? options.home : [];
  const parts = new Map(
    [...chain.links.values()].map((link) => [link, supplyParts(link, suppliers, options.actsOn, kept)]),
  );
  const names = leavesByLink(parts.values());
  const gates = gatesFor(names.length);
  const figures: Reading = { unknowns: options.figures, figures: 'central' };
  const structure = new StructureFunction(chain, gates, {
    reading: options.reading,
    unknownGates: options.unknownGates,
    supply: new SupplierSupply(gates, names, options, (link) => ({
      parts: parts.get(link)!,
      now: availabilityOf(link, suppliers, options.home, null, 0, figures),
    })),
    carried: () => false,
  });
  return { names, structure, gates };
}

/** Whoever can be lost, in the order of the links they supply: suppliers of one link lie together in the diagram. */
function leavesByLink(all: Iterable<SupplyParts>): string[] {
  const names = new Set<string>();
  for (const { parts, doubtful, mayHoldRest } of all) {
    for (const { leaves } of [...parts, ...doubtful]) for (const id of leaves) names.add(id);
    for (const id of mayHoldRest) names.add(id);
  }
  return [...names];
}

/** The supply of links as functions of who is left. */
class SupplierSupply implements LinkSupply {
  private readonly leaf: ReadonlyMap<string, number>;

  constructor(
    private readonly gates: GateMaker,
    names: readonly string[],
    private readonly options: SupplierOptions,
    private readonly supplyOf: (link: Link) => { parts: SupplyParts; now: Availability },
  ) {
    this.leaf = new Map(names.map((id, i) => [id, i]));
  }

  bought(link: Link, level: number): number {
    const { parts, now } = this.supplyOf(link);
    return this.options.reading === 'world'
      ? this.keepsShare(parts, level)
      : this.canBeBought(link, parts, level * now.need);
  }

  made(link: Link, level: number): number {
    const { parts, now } = this.supplyOf(link);
    return this.canBeBought(link, parts, level * now.need - now.home);
  }

  /**
   * home: what can be bought reaches `wanted`. What nobody has stated is there, or adversely only while all who may
   * hold it are, and not at all where home or nobody on record may.
   */
  private canBeBought(link: Link, supply: SupplyParts, wanted: number): number {
    if (wanted <= 0) return this.gates.constant(true);
    const adverse = this.options.shares === 'adverse';
    const obtainable = link.obtainable?.central ?? (this.options.figures === 'adverse' ? 0 : 1);
    const terms = this.stated(supply);
    const foreign = !adverse || (link.supply.length > 0 && !supply.homeMayHoldRest);
    if (isBought(link) && foreign) terms.push({ node: this.restLeft(supply), weight: supply.rest });
    return this.gates.threshold(
      terms.map(({ node, weight }) => ({ node, weight: weight * obtainable })),
      wanted,
    );
  }

  /**
   * world: those left keep a fraction of all shares. A share y that is not stated counts on both sides: who is lost
   * with it takes it away, at worst all of the rest; who is left with it adds it, at best all of the rest.
   */
  private keepsShare(supply: SupplyParts, fraction: number): number {
    const terms = this.stated(supply);
    const known = terms.reduce((sum, { weight }) => sum + weight, 0);
    const rest = supply.mayHoldRest.length > 0 ? supply.rest : 0;
    if (this.options.shares === 'adverse') {
      terms.push({ node: this.all(supply.mayHoldRest), weight: fraction * rest });
      return this.gates.threshold(terms, fraction * (known + rest));
    }
    const someLeft = this.gates.any(supply.mayHoldRest.map((id) => this.there(id)));
    terms.push({ node: someLeft, weight: (1 - fraction) * rest });
    return this.gates.threshold(terms, fraction * known);
  }

  private stated({ parts, doubtful }: SupplyParts): WeightedNode[] {
    const adverse = this.options.shares === 'adverse';
    return [
      ...parts.map(({ share, leaves }) => ({ node: this.all(leaves), weight: share })),
      ...doubtful.map(({ part, leaves }) => ({
        node: this.all(adverse ? leaves : part.leaves),
        weight: part.share,
      })),
    ];
  }

  private restLeft({ mayHoldRest }: SupplyParts): number {
    return this.options.shares === 'adverse' ? this.all(mayHoldRest) : this.gates.constant(true);
  }

  private all(ids: readonly string[]): number {
    return this.gates.all(ids.map((id) => this.there(id)));
  }
  private there(id: string): number {
    return this.gates.leaf(this.leaf.get(id)!);
  }
}
