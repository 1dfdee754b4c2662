import { MusterError } from '../kernel/errors.ts';
import { type Bdd, FALSE, TRUE } from '../structure/bdd.ts';
import type { WeightedNode } from '../structure/threshold.ts';
import type { Chain, Group, Link } from './chain.ts';

/** What gates are made with. Functions are numbered. */
export interface Gates {
  constant(value: boolean): number;
  all(parts: readonly number[]): number;
  any(parts: readonly number[]): number;
  atLeast(k: number, parts: readonly number[]): number;
}

/** The same with leaves and weights: a formula that remembers its gates, or a bare diagram. */
export interface GateMaker extends Gates {
  leaf(variable: number): number;
  /** The weights of the true parts add up to at least `minimum`. */
  threshold(parts: readonly WeightedNode[], minimum: number): number;
}

/** Gates of a bare diagram. */
export function gatesOf(bdd: Bdd): GateMaker {
  return {
    constant: (value) => (value ? TRUE : FALSE),
    leaf: (variable) => bdd.variable(variable),
    all: (parts) => bdd.all(parts),
    any: (parts) => bdd.any(parts),
    atLeast: (k, parts) => bdd.atLeast(k, parts),
    threshold: (parts, minimum) => bdd.threshold(parts, minimum),
  };
}

/** How unknown gates are read; `ignored` drops them (the data as it came, without its types). */
export type UnknownGates = 'all' | 'any' | 'ignored';

/** The supply of links as functions of the leaves, whatever these are. */
export interface LinkSupply {
  /** home: import alone reaches a level of home's need; world: the link's own supply reaches a level of the world's. */
  bought(link: Link, level: number): number;
  /** home: import and what home can make, if its requirements hold, reach it together. */
  made(link: Link, level: number): number;
}

/** Everything the structure function of a chain rests on, for one state of the world. */
export interface ChainState {
  readonly reading: 'home' | 'world';
  /** How unknown gates are read, or what function one is of its parts. */
  readonly unknownGates: UnknownGates | ((link: Link, group: Group, parts: readonly number[]) => number);
  readonly supply: LinkSupply;
  /** True where stocks or service life still carry the link at a level. */
  carried(link: Link, level: number): boolean;
}

const TOLERANCE = 1e-9;

/**
 * Compiles "this link works at this service level" into one diagram over the leaves.
 *
 * home: a link works at level ℓ when foreign ≥ ℓ·need, or its own requirements hold at ℓ and foreign + home
 * capacity ≥ ℓ·need, or stocks still carry it. world: its own supply AND all that it needs.
 * A `category` works when its requirements do.
 *
 * It is built from "and", "or" and "at least" alone, so it never falls when a link's supply, or a gate (all ≤ at least
 * k ≤ any), rises: at the adverse ends of all that is unknown it is at its least, at the favourable ends at its most,
 * and every completion lies between.
 */
export class StructureFunction {
  private readonly nodes = new Map<string, number>();
  private readonly open = new Set<string>();

  constructor(
    private readonly chain: Chain,
    private readonly formula: Gates,
    private readonly state: ChainState,
  ) {}

  works(id: string, level: number): number {
    const key = `${id} ${level}`;
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    const link = this.chain.links.get(id);
    if (!link) throw new MusterError('UNKNOWN_LINK', `link ${id} is needed but not defined`);
    if (this.open.has(key)) throw new MusterError('CYCLE', `link ${id} needs itself`);
    this.open.add(key);
    const node = this.compile(link, level);
    this.open.delete(key);
    this.nodes.set(key, node);
    return node;
  }

  private compile(link: Link, level: number): number {
    const { formula, state } = this;
    if (link.kind === 'category') return this.requirements(link, level);
    if (state.carried(link, level)) return formula.constant(true);
    const bought = state.supply.bought(link, level);
    if (state.reading === 'world') return formula.all([bought, this.requirements(link, level)]);
    if (bought === formula.constant(true)) return bought;
    const made = state.supply.made(link, level);
    if (made === formula.constant(false)) return bought;
    return formula.any([bought, formula.all([made, this.requirements(link, level)])]);
  }

  /** All requirements of a link at a level. */
  private requirements(link: Link, level: number): number {
    return this.formula.all(link.groups.map((group) => this.group(link, group, level)));
  }

  private group(link: Link, group: Group, level: number): number {
    const { formula } = this;
    const parts = [
      ...group.members.map((member) =>
        level <= 1 - member.share + TOLERANCE ? formula.constant(true) : this.works(member.link, level),
      ),
      ...group.groups.map((inner) => this.group(link, inner, level)),
    ];
    const gate = group.gate === 'unknown' ? this.state.unknownGates : group.gate;
    if (typeof gate === 'function') return gate(link, group, parts);
    if (gate === 'ignored') return formula.constant(true);
    if (gate === 'any') return formula.any(parts);
    if (gate === 'all') return formula.all(parts);
    return formula.atLeast(group.k ?? parts.length, parts);
  }
}
