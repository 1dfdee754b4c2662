import { Bdd, FALSE, TRUE } from '../structure/bdd.ts';
import { minimalCutSets, minimalPathSets } from '../structure/cut-sets.ts';
import { BoostedSupply } from './boosted-supply.ts';
import type { Chain, Link } from './chain.ts';
import { linksBelow } from './chain.ts';
import { gatesOf, StructureFunction, type UnknownGates } from './structure-function.ts';
import type { Availability } from './supply.ts';

/** What is worth something: a product at a level. `value` is what reaching this level adds to the level below it. */
export interface ValuedLevel {
  readonly product: string;
  readonly level: number;
  readonly value: number;
}

/** The structure of a cut-off with one leaf per broken link: "this link is mended" (home makes all that it needs). */
export class RepairStructure {
  readonly broken: readonly string[];
  readonly bdd: Bdd;
  private readonly nodes: readonly number[];

  constructor(
    chain: Chain,
    private readonly valued: readonly ValuedLevel[],
    reading: 'home' | 'world',
    unknownGates: UnknownGates,
    availability: (link: Link) => Availability,
  ) {
    const tops = new Set(valued.map(({ product }) => product));
    const below = linksBelow((id) => chain.links.get(id)?.groups ?? [], tops);
    this.broken = [...below].filter((id) => isBroken(chain.links.get(id)!, reading, availability));
    this.bdd = new Bdd(this.broken.length);
    const mended = new Map(this.broken.map((id, leaf) => [id, [{ leaf, route: 'home' as const, level: 1 }]]));
    const gates = gatesOf(this.bdd);
    const structure = new StructureFunction(chain, gates, {
      reading,
      unknownGates,
      supply: new BoostedSupply(gates, reading, availability, mended),
      carried: () => false,
    });
    this.nodes = valued.map(({ product, level }) => structure.works(product, level));
  }

  /** Minimal sets of links that must be mended together, for each product and level that does not work now. */
  repairSets(limit: number): { product: string; level: number; members: string[]; value: number }[] {
    return this.valued.flatMap(({ product, level }, i) => {
      if (this.nodes[i] === TRUE) return [];
      const sets = minimalPathSets(this.bdd, this.nodes[i], { increasing: true }).enumerate(limit);
      return sets.map((set) => {
        const members = set.map((leaf) => this.broken[leaf]);
        return { product, level, members, value: this.valueOf(new Set(members)) - this.valueOf(new Set()) };
      });
    });
  }

  /** Value that is there when exactly these broken links are mended. */
  valueOf(mended: ReadonlySet<string>): number {
    const assignment = this.broken.map((id) => mended.has(id));
    return this.valued.reduce(
      (sum, { value }, i) => sum + (this.bdd.evaluate(this.nodes[i], assignment) ? value : 0),
      0,
    );
  }

  /** For each broken link: in how many minimal cut sets and minimal repair sets of products and levels it sits. */
  memberships(): Map<string, { cuts: bigint; repairs: bigint }> {
    const counts = new Map(this.broken.map((id) => [id, { cuts: 0n, repairs: 0n }]));
    for (const node of new Set(this.nodes)) {
      if (node === TRUE || node === FALSE) continue;
      const cuts = minimalCutSets(this.bdd, node, { increasing: true }).countContaining();
      const repairs = minimalPathSets(this.bdd, node, { increasing: true }).countContaining();
      this.broken.forEach((id, leaf) => {
        const count = counts.get(id)!;
        count.cuts += cuts[leaf];
        count.repairs += repairs[leaf];
      });
    }
    return counts;
  }

  /** The roots with what each adds, for probabilities and derivatives. */
  terms(): { node: number; weight: number }[] {
    return this.valued.map(({ value }, i) => ({ node: this.nodes[i], weight: value }));
  }
}

/** A link whose own supply falls short of its full need even when all that it needs is there. */
function isBroken(
  link: Link,
  reading: 'home' | 'world',
  availability: (link: Link) => Availability,
): boolean {
  if (link.kind === 'category') return false;
  const { need, foreign, home, worldShare } = availability(link);
  if (reading === 'world') return worldShare < 1 - 1e-9;
  return foreign + home < need - 1e-9;
}
