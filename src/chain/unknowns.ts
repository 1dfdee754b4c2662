import { Bdd, TRUE } from '../structure/bdd.ts';
import { weightedBirnbaum } from '../structure/probability.ts';
import { type Chain, type Group, isBought, type Link, linksBelow } from './chain.ts';
import type { ValuedLevel } from './repair.ts';
import { gatesOf, type LinkSupply, StructureFunction } from './structure-function.ts';
import {
  type Availability,
  availabilityOfParts,
  type Reading,
  type SuppliersLeft,
  type SupplyPart,
} from './supply.ts';

/** Something that is not known: a gate, or a part of the supply of a link. */
export interface Unknown {
  readonly kind: 'gate' | SupplyPart;
  readonly link: string;
  /** The group whose gate it is; null for supply. */
  readonly group: Group | null;
  /** Whether somebody has stated a range; false: nobody has said anything, or not of all of it. */
  readonly stated: boolean;
}

/** Value per year between its least and its most. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** What it would tell to settle one unknown and nothing else. */
export interface Settled {
  readonly ifAdverse: ValueRange;
  readonly ifFavourable: ValueRange;
  /** By how much the range narrows, adverse and favourable being even odds. */
  readonly narrows: number;
  /** By how much the expected value differs between the two, every other unknown being even odds. */
  readonly swing: number;
}

/** The adverse end of every figure, stated or not, and the favourable one. */
export const ADVERSE: Reading = { unknowns: 'adverse', figures: 'low' };
export const FAVOURABLE: Reading = { unknowns: 'favourable', figures: 'high' };

/** What shares may miss of one by rounding and still be taken as stated. */
const ROUNDING = 0.03;

/** What home has of each link, as its suppliers are left, under one reading of the threat. */
export interface UncertainChain {
  readonly chain: Chain;
  readonly reading: 'home' | 'world';
  readonly left: (link: Link) => SuppliersLeft;
  /** False where a choice is made for all unknown gates at once. */
  readonly gates: 'unknown' | 'all' | 'any';
}

/**
 * The structure of a cut-off in the end with one leaf per unknown: "it turns out favourably". The function never falls
 * when a leaf rises, so the value lies between all adverse and all favourable, and settling one unknown leaves the
 * range from "all others adverse" to "all others favourable". Whatever lies between the two ends of an unknown (at
 * least k between all and any, a share between none and all of the rest) gives a value between theirs.
 */
export class UnknownStructure {
  readonly unknowns: readonly Unknown[];
  private readonly bdd: Bdd;
  private readonly nodes: readonly number[];

  constructor(
    world: UncertainChain,
    private readonly valued: readonly ValuedLevel[],
  ) {
    const tops = new Set(valued.map(({ product }) => product));
    const below = linksBelow((id) => world.chain.links.get(id)?.groups ?? [], tops);
    const leaves = new Map<string, number>();
    this.unknowns = [...below].flatMap((id) => unknownsOf(world, world.chain.links.get(id)!));
    for (const [leaf, { kind, link, group }] of this.unknowns.entries())
      leaves.set(leafKey(kind, link, group), leaf);
    this.bdd = new Bdd(this.unknowns.length);
    const { bdd } = this;
    const structure = new StructureFunction(world.chain, gatesOf(bdd), {
      reading: world.reading,
      unknownGates:
        world.gates === 'unknown'
          ? (link, group, parts) => {
              const leaf = leaves.get(leafKey('gate', link.id, group));
              const all = bdd.all(parts);
              return leaf === undefined ? all : bdd.or(all, bdd.and(bdd.variable(leaf), bdd.any(parts)));
            }
          : world.gates,
      supply: new UncertainSupply(bdd, world, leaves),
      carried: () => false,
    });
    this.nodes = valued.map(({ product, level }) => structure.works(product, level));
  }

  /** The value over everything that is unknown. */
  range(): ValueRange {
    return { low: this.valueAt(this.all(0)), high: this.valueAt(this.all(1)) };
  }

  /** What it would tell to settle each unknown on which anything of value depends, in the order of `unknowns`. */
  settled(): { leaf: number; unknown: Unknown; settled: Settled }[] {
    const before = this.range();
    const { gradient } = this.evenOdds();
    const worth = this.nodes.filter((_, i) => this.valued[i].value > 0);
    const matter = new Set(worth.flatMap((node) => this.bdd.support(node)));
    return this.unknowns.flatMap((unknown, leaf) => {
      if (!matter.has(leaf)) return [];
      const ifAdverse = { low: before.low, high: this.valueAt(this.all(1, leaf)) };
      const ifFavourable = { low: this.valueAt(this.all(0, leaf)), high: before.high };
      const width = ({ low, high }: ValueRange): number => high - low;
      const narrows = width(before) - (width(ifAdverse) + width(ifFavourable)) / 2;
      return [{ leaf, unknown, settled: { ifAdverse, ifFavourable, narrows, swing: gradient[leaf] } }];
    });
  }

  /** Whether a product reaches a level; null while unknowns decide. `leaf`: one that is settled favourably or not. */
  works(product: string, level: number, leaf?: number, favourable = true): boolean | null {
    const at = this.valued.findIndex((each) => each.product === product && each.level === level);
    const holds = (rest: 0 | 1): boolean => {
      const assignment = this.all(rest);
      if (leaf !== undefined) assignment[leaf] = favourable ? 1 : 0;
      return this.bdd.evaluate(this.nodes[at], assignment);
    };
    if (holds(0)) return true;
    return holds(1) ? null : false;
  }

  private evenOdds(): { gradient: Float64Array } {
    const terms = this.valued.map(({ value }, i) => ({ node: this.nodes[i], weight: value }));
    return weightedBirnbaum(this.bdd, terms, new Float64Array(this.unknowns.length).fill(0.5));
  }

  /** Every unknown one way, the one at `leaf` the other. */
  private all(favourable: 0 | 1, leaf?: number): Uint8Array {
    const assignment = new Uint8Array(this.unknowns.length).fill(favourable);
    if (leaf !== undefined) assignment[leaf] = 1 - favourable;
    return assignment;
  }

  private valueAt(assignment: Uint8Array): number {
    return this.valued.reduce(
      (sum, { value }, i) => sum + (this.bdd.evaluate(this.nodes[i], assignment) ? value : 0),
      0,
    );
  }
}

const leafKey = (kind: Unknown['kind'], link: string, group: Group | null): string =>
  `${kind} ${link} ${group?.id ?? ''}`;

/** What is not known of one link: gates of more than one part, and figures that are missing or have a range. */
function unknownsOf({ reading, left, gates }: UncertainChain, link: Link): Unknown[] {
  const found: Unknown[] = [];
  const visit = (group: Group): void => {
    const open = group.gate === 'unknown' && group.members.length + group.groups.length > 1;
    if (open && gates === 'unknown') found.push({ kind: 'gate', link: link.id, group, stated: false });
    group.groups.forEach(visit);
  };
  link.groups.forEach(visit);
  if (link.kind === 'category') return found;
  const add = (kind: SupplyPart, stated: boolean): void => {
    found.push({ kind, link: link.id, group: null, stated });
  };
  const figure = (kind: SupplyPart, value: Link['homeNeed']): void => {
    if (value === null || value.low < value.high) add(kind, value !== null);
  };
  if (reading === 'home') {
    if (link.homeNeed || isBought(link)) figure('need', link.homeNeed);
    figure('obtainable', link.obtainable);
    const { home, rows } = left(link);
    const homeStated = rows.some(({ supplier, share }) => home.includes(supplier.headquarters) && share);
    if (link.homeCapacity || !homeStated) figure('capacity', link.homeCapacity);
  }
  if (isBought(link)) add('share', sharesAreStated(left(link)));
  return found;
}

/** Whether every supplier has a share and they account for all of the supply, up to rounding. */
function sharesAreStated({ rows, named }: SuppliersLeft): boolean {
  const sum = rows.reduce((total, { share }) => total + (share?.central ?? 0), 0);
  return [...rows, ...named].every(({ share }) => share) && sum >= 1 - ROUNDING;
}

/** Supply of links as functions of which of their unknown parts turn out favourably. */
class UncertainSupply implements LinkSupply {
  private readonly known = new Map<Link, { parts: readonly SupplyPart[]; at: readonly Availability[] }>();

  constructor(
    private readonly bdd: Bdd,
    private readonly world: UncertainChain,
    private readonly leaves: ReadonlyMap<string, number>,
  ) {}

  bought(link: Link, level: number): number {
    return this.reaches(link, level, ({ foreign, worldShare, need }) =>
      this.world.reading === 'world' ? worldShare - level : foreign - level * need,
    );
  }

  made(link: Link, level: number): number {
    return this.reaches(link, level, ({ foreign, home, need }) => foreign + home - level * need);
  }

  /** The function "the margin is not negative" of the unknown parts, by looking at all of their ends. */
  private reaches(link: Link, level: number, margin: (now: Availability) => number): number {
    const { parts, at } = this.ends(link);
    const node = (from: number, mask: number): number => {
      if (from === parts.length) return margin(at[mask]) >= -TOLERANCE * Math.max(1, level) ? TRUE : 0;
      const leaf = this.leaves.get(leafKey(parts[from], link.id, null))!;
      return this.bdd.ite(this.bdd.variable(leaf), node(from + 1, mask | (1 << from)), node(from + 1, mask));
    };
    return node(0, 0);
  }

  /** What there is of a link at each choice of ends; bit i of the index is part i of `parts`. */
  private ends(link: Link): { parts: readonly SupplyPart[]; at: readonly Availability[] } {
    let ends = this.known.get(link);
    if (!ends) {
      const parts = PARTS.filter((part) => this.leaves.has(leafKey(part, link.id, null)));
      const left = this.world.left(link);
      const at = Array.from({ length: 2 ** parts.length }, (_, mask) =>
        availabilityOfParts(link, left, (part) => ((mask >> parts.indexOf(part)) & 1 ? FAVOURABLE : ADVERSE)),
      );
      ends = { parts, at };
      this.known.set(link, ends);
    }
    return ends;
  }
}

const PARTS: readonly SupplyPart[] = ['need', 'obtainable', 'capacity', 'share'];
const TOLERANCE = 1e-9;
