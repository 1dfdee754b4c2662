import { MusterError } from '../kernel/errors.ts';
import { type Bdd, FALSE, TRUE } from '../structure/bdd.ts';
import type { WeightedNode } from '../structure/threshold.ts';
import type { Chain, Group, Link } from './chain.ts';
import type { Availability } from './supply.ts';

/** What an attained goal, or a link taken as mended, adds to a link; each is a leaf of the diagram. */
export interface LinkBoost {
  readonly leaf: number;
  /** home: home capacity becomes at least `level` × need, if the link's requirements hold; foreign: adds `level` × need. */
  readonly route: 'home' | 'foreign';
  readonly level: number;
}

/** What gates are made with: a formula that remembers them, or a bare diagram. Functions are numbered. */
export interface GateMaker {
  constant(value: boolean): number;
  leaf(variable: number): number;
  all(parts: readonly number[]): number;
  any(parts: readonly number[]): number;
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
    threshold: (parts, minimum) => bdd.threshold(parts, minimum),
  };
}

/** How unknown gates are read; `ignored` drops them (the data as it came, without its types). */
export type UnknownGates = 'all' | 'any' | 'ignored';

/** Everything the structure function of a chain rests on, for one state of the world. */
export interface ChainState {
  readonly reading: 'home' | 'world';
  readonly unknownGates: UnknownGates;
  /** What home has of a link, before any boost. */
  availability(link: Link): Availability;
  /** True where stocks or service life still carry the link at a level. */
  carried(link: Link, level: number): boolean;
  readonly boosts: ReadonlyMap<string, readonly LinkBoost[]>;
  /** Own supply as a function of leaves, where these are suppliers; null: decided by `availability`. */
  ownSupply?(link: Link, level: number): number;
}

const TOLERANCE = 1e-9;

/**
 * Compiles "this link works at this service level" into one diagram over the leaves.
 *
 * home: a link works at level ℓ when foreign ≥ ℓ·need, or its own requirements hold at ℓ and foreign + home
 * capacity ≥ ℓ·need, or stocks still carry it. world: its own supply AND all that it needs.
 * A `category` works when its requirements do.
 */
export class StructureFunction {
  private readonly nodes = new Map<string, number>();
  private readonly open = new Set<string>();

  constructor(
    private readonly chain: Chain,
    private readonly formula: GateMaker,
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

  /** All requirements of a link at a level. */
  requirements(link: Link, level: number): number {
    return this.formula.all(link.groups.map((group) => this.group(group, level)));
  }

  private compile(link: Link, level: number): number {
    const { formula, state } = this;
    if (link.kind === 'category') return this.requirements(link, level);
    if (state.carried(link, level)) return formula.constant(true);
    if (state.reading === 'world') {
      return formula.all([this.ownSupply(link, level), this.requirements(link, level)]);
    }
    if (state.ownSupply) return this.bySuppliers(link, level);
    const { need, foreign, home } = state.availability(link);
    const boosts = state.boosts.get(link.id) ?? [];
    const imported = boosts.filter((boost) => boost.route === 'foreign');
    const wanted = level * need;
    const bought = this.reaches(foreign, need, imported, wanted);
    const made = formula.any([
      this.reaches(foreign + home, need, imported, wanted),
      ...boosts
        .filter((boost) => boost.route === 'home' && boost.level * need > home)
        .map((boost) =>
          formula.all([
            formula.leaf(boost.leaf),
            this.reaches(foreign + boost.level * need, need, imported, wanted),
          ]),
        ),
    ]);
    if (bought === formula.constant(true) || made === formula.constant(false)) return bought;
    return formula.any([bought, formula.all([made, this.requirements(link, level)])]);
  }

  private ownSupply(link: Link, level: number): number {
    const { formula, state } = this;
    const boosts = (state.boosts.get(link.id) ?? []).map((boost) => formula.leaf(boost.leaf));
    if (state.ownSupply) return formula.any([state.ownSupply(link, level), ...boosts]);
    const enough = state.availability(link).worldShare >= level - TOLERANCE;
    return formula.any([formula.constant(enough), ...boosts]);
  }

  /** Home reading with suppliers as leaves: `ownSupply` says "import alone suffices at this level". */
  private bySuppliers(link: Link, level: number): number {
    const { formula, state } = this;
    const { need, home } = state.availability(link);
    if (need <= 0) return formula.constant(true);
    const bought = state.ownSupply!(link, level);
    const made = state.ownSupply!(link, level - home / need);
    return formula.any([bought, formula.all([made, this.requirements(link, level)])]);
  }

  /** True when base + Σ of the attained boosts reaches what is wanted. */
  private reaches(base: number, need: number, boosts: readonly LinkBoost[], wanted: number): number {
    const { formula } = this;
    const parts = boosts.map(({ leaf, level }) => ({ node: formula.leaf(leaf), weight: level * need }));
    return formula.threshold([{ node: formula.constant(true), weight: base }, ...parts], wanted);
  }

  private group(group: Group, level: number): number {
    const { formula, state } = this;
    const parts = [
      ...group.members.map(({ link, share }) =>
        level <= 1 - share + TOLERANCE ? formula.constant(true) : this.works(link, level),
      ),
      ...group.groups.map((inner) => this.group(inner, level)),
    ];
    const gate = group.gate === 'unknown' ? state.unknownGates : group.gate;
    if (gate === 'ignored') return formula.constant(true);
    if (gate === 'any') return formula.any(parts);
    if (gate === 'all') return formula.all(parts);
    return formula.threshold(
      parts.map((node) => ({ node, weight: 1 })),
      group.k ?? parts.length,
    );
  }
}
