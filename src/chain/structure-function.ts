import { MusterError } from '../kernel/errors.ts';
import { type Bdd, FALSE, TRUE } from '../structure/bdd.ts';
import type { WeightedNode } from '../structure/threshold.ts';
import type { Chain, Group, Link, Member } from './chain.ts';
import { type Relief, served } from './relief.ts';

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
  /** What may take off the need for a link, by link; absent: nothing. */
  readonly reliefs?: ReadonlyMap<string, readonly Relief[]>;
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

/** A link asked to serve at a level. */
interface Asked {
  readonly id: string;
  readonly level: number;
}

/** A link on its way to being compiled, and what it needs that has not been looked at, the next one last. */
interface Entered {
  readonly link: Link;
  readonly level: number;
  readonly supplied: Supplied;
  readonly needs: Asked[];
}

/**
 * Compiles "this link works at this service level" into one diagram over the leaves.
 *
 * home: a link works at level ℓ when foreign ≥ ℓ·need, or its own requirements hold at ℓ and foreign + home
 * capacity ≥ ℓ·need, or stocks still carry it. world: its own supply AND all that it needs.
 * A `category` works when its requirements do.
 * Where reliefs take some of the need for a link away, it is asked for the rest only (`served`).
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
    const path = this.known(level).has(id) ? [] : [this.enter({ id, level })];
    const open = new Set([id]);
    while (path.length > 0) {
      const at = path[path.length - 1];
      const next = at.needs.pop();
      if (next === undefined) {
        this.known(at.level).set(at.link.id, this.compile(at));
        open.delete(at.link.id);
        path.pop();
      } else if (!this.known(next.level).has(next.id)) {
        if (open.has(next.id)) throw new MusterError('CYCLE', `link ${next.id} needs itself`);
        open.add(next.id);
        path.push(this.enter(next));
      }
    }
    return this.known(level).get(id)!;
  }

  /** Functions of a level, by link. */
  private known(level: number): Map<string, number> {
    let nodes = this.levels.get(level);
    if (!nodes) {
      nodes = new Map();
      this.levels.set(level, nodes);
    }
    return nodes;
  }

  private enter({ id, level }: Asked): Entered {
    const link = this.chain.links.get(id);
    if (!link) throw new MusterError('UNKNOWN_LINK', `link ${id} is needed but not defined`);
    const supplied = this.supplied(link, level);
    return { link, level, supplied, needs: supplied.decided ? [] : this.neededAt(link, level).reverse() };
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

  private compile({ link, level, supplied }: Entered): number {
    const { formula } = this;
    const { decided, alone, beside } = supplied;
    if (decided) return alone;
    const needs = formula.all(link.groups.map((group) => this.group(link, group, level)));
    return formula.any([alone, formula.all([beside, needs])]);
  }

  private group(link: Link, group: Group, level: number): number {
    const { formula } = this;
    const parts = [
      ...group.members.map((member) =>
        isSpared(member, level)
          ? formula.constant(true)
          : this.has(link, member.link, level, (id, at) => this.known(at).get(id)!),
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

  /** "A link has what it needs of another", from the functions of what must serve for it. */
  private has(
    { id }: Link,
    needed: string,
    level: number,
    works: (link: string, level: number) => number,
  ): number {
    const reliefs = this.state.reliefs?.get(needed)?.filter(({ users }) => users?.has(id) ?? true);
    if (!reliefs || reliefs.length === 0) return works(needed, level);
    const { formula } = this;
    return served(needed, level, reliefs, {
      constant: (value) => formula.constant(value),
      all: (parts) => formula.all(parts),
      any: (parts) => formula.any(parts),
      works,
    });
  }

  /** The links, each at a level, whose functions that of a link at a level is made of, in their order. */
  private neededAt(link: Link, level: number): Asked[] {
    const asked: Asked[] = [];
    const visit = ({ members, groups }: Group): void => {
      for (const member of members) {
        if (isSpared(member, level)) continue;
        this.has(link, member.link, level, (id, at) => {
          asked.push({ id, level: at });
          return this.formula.constant(false);
        });
      }
      groups.forEach(visit);
    };
    link.groups.forEach(visit);
    return asked;
  }
}

/** True where so little of what a link does depends on another that the level holds without it. */
function isSpared({ share }: Member, level: number): boolean {
  return level <= 1 - share + TOLERANCE;
}
