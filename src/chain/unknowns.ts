import { MusterError } from '../kernel/errors.ts';
import { Bdd } from '../structure/bdd.ts';
import { Circuit, FALSE_LITERAL, type Literal, TRUE_LITERAL } from '../structure/circuit.ts';
import { CircuitTruth, holds, type Truth } from '../structure/circuit-truth.ts';
import { weightedBirnbaum } from '../structure/probability.ts';
import { type Chain, type Group, isBought, type Link, linksBelow } from './chain.ts';
import type { ValuedLevel } from './repair.ts';
import { type Gates, type LinkSupply, StructureFunction } from './structure-function.ts';
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
  /** By how much the expected value differs between the two, all others being even odds; null: too intricate to say. */
  readonly swing: number | null;
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

/** Nodes of the diagram behind `swing`; a chain that needs more gets none. */
const DIAGRAM_MAX = 50_000;

/**
 * The structure of a cut-off in the end with one leaf per unknown: "it turns out favourably". The function never falls
 * when a leaf rises, so the value lies between all adverse and all favourable, and settling one unknown leaves the
 * range from "all others adverse" to "all others favourable". Whatever lies between the two ends of an unknown (at
 * least k between all and any, a share between none and all of the rest) gives a value between theirs.
 */
export class UnknownStructure {
  readonly unknowns: readonly Unknown[];
  /** "The product reaches the level", for each of `valued`. */
  private readonly reached: readonly Literal[];
  private readonly truth: CircuitTruth;
  private readonly adverse: Truth;
  private readonly favourable: Truth;

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
    const circuit = new Circuit();
    const structure = new StructureFunction(world.chain, gatesOf(circuit), {
      reading: world.reading,
      unknownGates:
        world.gates === 'unknown'
          ? (link, group, parts) => {
              const leaf = leaves.get(leafKey('gate', link.id, group));
              const all = circuit.and(parts);
              if (leaf === undefined) return all;
              return circuit.or([all, circuit.and([circuit.event(leaf), circuit.or(parts)])]);
            }
          : world.gates,
      supply: new UncertainSupply(circuit, world, leaves),
      carried: () => false,
    });
    this.reached = valued.map(({ product, level }) => structure.works(product, level));
    this.truth = new CircuitTruth(circuit);
    this.adverse = this.truth.everywhere(false);
    this.favourable = this.truth.everywhere(true);
  }

  /** The value over everything that is unknown. */
  range(): ValueRange {
    return { low: this.valueOf(this.adverse), high: this.valueOf(this.favourable) };
  }

  /** What it would tell to settle each unknown on which anything of value depends, in the order of `unknowns`. */
  settled(): { leaf: number; unknown: Unknown; settled: Settled }[] {
    const before = this.range();
    const swings = this.swings();
    const worth = this.reached.filter((_, i) => this.valued[i].value > 0);
    const width = ({ low, high }: ValueRange): number => high - low;
    return this.truth
      .eventsBelow(worth)
      .sort((a, b) => a - b)
      .flatMap((leaf) => {
        const ifAdverse = { low: before.low, high: this.valueOf(this.alone(leaf, 'adverse')) };
        const ifFavourable = { low: this.valueOf(this.alone(leaf, 'favourable')), high: before.high };
        const narrows = width(before) - (width(ifAdverse) + width(ifFavourable)) / 2;
        const swing = swings ? swings[leaf] : null;
        if (narrows === 0 && swing === 0) return [];
        return [{ leaf, unknown: this.unknowns[leaf], settled: { ifAdverse, ifFavourable, narrows, swing } }];
      });
  }

  /** Whether a product reaches a level; null while unknowns decide. `settled`: one of them, and how it turns out. */
  works(
    product: string,
    level: number,
    settled?: { readonly leaf: number; readonly end: 'adverse' | 'favourable' },
  ): boolean | null {
    const at = this.valued.findIndex((each) => each.product === product && each.level === level);
    const alone = settled && this.alone(settled.leaf, settled.end);
    const worst = alone && settled.end === 'favourable' ? alone : this.adverse;
    const best = alone && settled.end === 'adverse' ? alone : this.favourable;
    if (holds(worst, this.reached[at])) return true;
    return holds(best, this.reached[at]) ? null : false;
  }

  /** The truth with one unknown at an end and all others at the other one. */
  private alone(leaf: number, end: 'adverse' | 'favourable'): Truth {
    return this.truth.turned(end === 'adverse' ? this.favourable : this.adverse, leaf);
  }

  /** Derivatives of the expected value with every unknown at even odds; null where the diagram grows too large. */
  private swings(): Float64Array | null {
    try {
      const bdd = new Bdd(this.unknowns.length, { maxNodes: DIAGRAM_MAX });
      const nodes = this.truth.diagrams(bdd, this.reached);
      const terms = this.valued.map(({ value }, i) => ({ node: nodes[i], weight: value }));
      return weightedBirnbaum(bdd, terms, new Float64Array(this.unknowns.length).fill(0.5)).gradient;
    } catch (error) {
      if (error instanceof MusterError && error.code === 'STRUCTURE_TOO_LARGE') return null;
      throw error;
    }
  }

  private valueOf(truth: Truth): number {
    return this.valued.reduce((sum, { value }, i) => sum + holds(truth, this.reached[i]) * value, 0);
  }
}

function gatesOf(circuit: Circuit): Gates {
  return {
    constant: (value) => (value ? TRUE_LITERAL : FALSE_LITERAL),
    all: (parts) => circuit.and(parts),
    any: (parts) => circuit.or(parts),
    atLeast: (k, parts) => circuit.atLeast(k, parts),
  };
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
    private readonly circuit: Circuit,
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

  /** The function "the margin is not negative" of the unknown parts: any of the least sets of them that are enough. */
  private reaches(link: Link, level: number, margin: (now: Availability) => number): number {
    const { parts, at } = this.ends(link);
    const enough = at.map((now) => margin(now) >= -TOLERANCE * Math.max(1, level));
    const least = [...enough.keys()].filter(
      (mask) => enough[mask] && parts.every((_, i) => !((mask >> i) & 1) || !enough[mask & ~(1 << i)]),
    );
    const leaf = (part: SupplyPart): number =>
      this.circuit.event(this.leaves.get(leafKey(part, link.id, null))!);
    return this.circuit.or(
      least.map((mask) => this.circuit.and(parts.filter((_, i) => (mask >> i) & 1).map(leaf))),
    );
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
