import type { Link } from './chain.ts';
import type { GateMaker, LinkSupply } from './structure-function.ts';
import type { Availability } from './supply.ts';

/** What an attained goal, or a link taken as mended, adds to a link; each is a leaf of the diagram. */
export interface LinkBoost {
  readonly leaf: number;
  /**
   * home: home capacity becomes at least `level` × need, if the link's requirements hold; foreign: adds `level` × need;
   * recycled: the same, but no more than `returned` of what is in use.
   */
  readonly route: 'home' | 'foreign' | 'recycled';
  readonly level: number;
  /** Of `recycled`: the fraction of what is in use that comes back. */
  readonly returned?: number;
}

/** Supply as it is available, raised by what is attained. */
export class BoostedSupply implements LinkSupply {
  constructor(
    private readonly formula: GateMaker,
    private readonly reading: 'home' | 'world',
    private readonly availability: (link: Link) => Availability,
    private readonly boosts: ReadonlyMap<string, readonly LinkBoost[]> = new Map(),
  ) {}

  bought(link: Link, level: number): number {
    const { formula, reading } = this;
    const { need, foreign, worldShare } = this.availability(link);
    const boosts = this.boosts.get(link.id) ?? [];
    if (reading === 'home') return this.reaches(foreign, need, boosts, level);
    const returns = boosts.filter(({ route }) => route === 'recycled');
    const others = boosts.filter(({ route }) => route !== 'recycled');
    return formula.any([
      this.enough(worldShare, need, returns, level, level),
      ...others.map((boost) => formula.leaf(boost.leaf)),
    ]);
  }

  made(link: Link, level: number): number {
    const { formula } = this;
    const { need, foreign, home } = this.availability(link);
    const boosts = this.boosts.get(link.id) ?? [];
    return formula.any([
      this.reaches(foreign + home, need, boosts, level),
      ...boosts
        .filter((boost) => boost.route === 'home' && boost.level * need > home)
        .map((boost) =>
          formula.all([
            formula.leaf(boost.leaf),
            this.reaches(foreign + boost.level * need, need, boosts, level),
          ]),
        ),
    ]);
  }

  /** True when base + Σ of the attained imports and returns reaches the level of the need. */
  private reaches(base: number, need: number, boosts: readonly LinkBoost[], level: number): number {
    const added = boosts.filter((boost) => boost.route !== 'home');
    return this.enough(base, need, added, level, level * need);
  }

  private enough(
    base: number,
    need: number,
    added: readonly LinkBoost[],
    level: number,
    minimum: number,
  ): number {
    const { formula } = this;
    return formula.threshold(
      [
        { node: formula.constant(true), weight: base },
        ...added.map((boost) => ({ node: formula.leaf(boost.leaf), weight: amountAt(boost, level) * need })),
      ],
      minimum,
    );
  }
}

/** What a boost adds where a link serves at a level, as a fraction of the need: as much is then in use. */
function amountAt({ route, level: capacity, returned = 1 }: LinkBoost, level: number): number {
  return route === 'recycled' ? Math.min(capacity, returned * level) : capacity;
}
