import { MusterError } from '../kernel/errors.ts';
import { type Bdd, FALSE, TRUE } from '../structure/bdd.ts';
import type { WeightedNode } from '../structure/threshold.ts';
import type { Chain, Group, Link, Member } from './chain.ts';

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
 * What supply says of a link: it works where `alone` does, and where `beside` does and its requirements hold. `decided`:
 * requirements change nothing.
 */
interface Supplied {
  readonly decided: boolean;
  readonly alone: number;
  readonly beside: number;
}

/** A link on its way to being compiled, and what it needs that has not been looked at, the next one last. */
interface Entered {
  readonly link: Link;
  readonly supplied: Supplied;
  readonly needs: string[];
}

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
  private readonly levels = new Map<number, Map<string, number>>();

  constructor(
    private readonly chain: Chain,
    private readonly formula: Gates,
    private readonly state: ChainState,
  ) {}

  /**
   * The function of a link at a level. What it needs is compiled first, on a path of its own rather than by recursion, so
   * that a chain may be as deep as it has links. Throws CYCLE where a link needs itself.
   */
  works(id: string, level: number): number {
    const nodes = this.levels.get(level) ?? new Map<string, number>();
    this.levels.set(level, nodes);
    const path = nodes.has(id) ? [] : [this.enter(id, level)];
    const open = new Set([id]);
    while (path.length > 0) {
      const at = path[path.length - 1];
      const next = at.needs.pop();
      if (next === undefined) {
        nodes.set(at.link.id, this.compile(at, level, nodes));
        open.delete(at.link.id);
        path.pop();
      } else if (!nodes.has(next)) {
        if (open.has(next)) throw new MusterError('CYCLE', `link ${next} needs itself`);
        open.add(next);
        path.push(this.enter(next, level));
      }
    }
    return nodes.get(id)!;
  }

  private enter(id: string, level: number): Entered {
    const link = this.chain.links.get(id);
    if (!link) throw new MusterError('UNKNOWN_LINK', `link ${id} is needed but not defined`);
    const supplied = this.supplied(link, level);
    return { link, supplied, needs: supplied.decided ? [] : neededAt(link, level).reverse() };
  }

  /** What supply says of a link before its requirements are looked at. */
  private supplied(link: Link, level: number): Supplied {
    const { formula, state } = this;
    const [no, yes] = [formula.constant(false), formula.constant(true)];
    if (link.kind === 'category') return { decided: false, alone: no, beside: yes };
    if (state.carried(link, level)) return { decided: true, alone: yes, beside: no };
    const bought = state.supply.bought(link, level);
    if (state.reading === 'world') return { decided: false, alone: no, beside: bought };
    if (bought === yes) return { decided: true, alone: yes, beside: no };
    const made = state.supply.made(link, level);
    return { decided: made === no, alone: bought, beside: made };
  }

  private compile({ link, supplied }: Entered, level: number, nodes: ReadonlyMap<string, number>): number {
    const { formula } = this;
    const { decided, alone, beside } = supplied;
    if (decided) return alone;
    const needs = formula.all(link.groups.map((group) => this.group(link, group, level, nodes)));
    return formula.any([alone, formula.all([beside, needs])]);
  }

  private group(link: Link, group: Group, level: number, nodes: ReadonlyMap<string, number>): number {
    const { formula } = this;
    const parts = [
      ...group.members.map((member) =>
        isSpared(member, level) ? formula.constant(true) : nodes.get(member.link)!,
      ),
      ...group.groups.map((inner) => this.group(link, inner, level, nodes)),
    ];
    const gate = group.gate === 'unknown' ? this.state.unknownGates : group.gate;
    if (typeof gate === 'function') return gate(link, group, parts);
    if (gate === 'ignored') return formula.constant(true);
    if (gate === 'any') return formula.any(parts);
    if (gate === 'all') return formula.all(parts);
    return formula.atLeast(group.k ?? parts.length, parts);
  }
}

/** True where so little of what a link does depends on another that the level holds without it. */
function isSpared({ share }: Member, level: number): boolean {
  return level <= 1 - share + TOLERANCE;
}

/** The links whose functions that of a link at a level is made of, in their order. */
function neededAt({ groups }: Link, level: number): string[] {
  return groups.flatMap(function below({ members, groups: inner }: Group): string[] {
    const own = members.filter((member) => !isSpared(member, level)).map((member) => member.link);
    return [...own, ...inner.flatMap(below)];
  });
}
