import type { Link } from './chain.ts';
import type { GateMaker, LinkSupply } from './structure-function.ts';
import type { Availability } from './supply.ts';

/** What an attained goal, or a link taken as mended, adds to a link; each is a leaf of the diagram. */
export interface LinkBoost {
  readonly leaf: number;
  /** home: home capacity becomes at least `level` × need, if the link's requirements hold; foreign: adds `level` × need. */
  readonly route: 'home' | 'foreign';
  readonly level: number;
}

const TOLERANCE = 1e-9;

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
    return formula.any([
      formula.constant(worldShare >= level - TOLERANCE),
      ...boosts.map((boost) => formula.leaf(boost.leaf)),
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

  /** True when base + Σ of the attained imports reaches the level of the need. */
  private reaches(base: number, need: number, boosts: readonly LinkBoost[], level: number): number {
    const { formula } = this;
    const imports = boosts.filter((boost) => boost.route === 'foreign');
    return formula.threshold(
      [
        { node: formula.constant(true), weight: base },
        ...imports.map((boost) => ({ node: formula.leaf(boost.leaf), weight: boost.level * need })),
      ],
      level * need,
    );
  }
}
