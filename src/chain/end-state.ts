import type { Link } from './chain.ts';
import { coverages, ownCoverage } from './coverage.ts';
import type { OrderedChain } from './ordered-chain.ts';
import { type Availability, availabilityOfLeft, type Reading, type SuppliersLeft } from './supply.ts';
import { worksAt } from './works.ts';

/** How a chain is asked what is left of it. */
export interface EndQuestion {
  readonly asks: 'home' | 'world';
  readonly figures: Reading;
  readonly unknownGates: 'all' | 'any';
}

/**
 * A chain when stocks and service lives have run out, with what is left of the suppliers of each link, read in one
 * way. Worked out where it is asked for, once. Links go by number.
 */
export class EndState {
  private supplied: readonly Availability[] | undefined;
  private covered: Float64Array | undefined;
  private readonly working = new Map<number, Float64Array>();

  constructor(
    private readonly chain: OrderedChain,
    private readonly left: (link: Link) => SuppliersLeft,
    private readonly question: EndQuestion,
  ) {}

  /** What home has of each link. */
  get available(): readonly Availability[] {
    const { figures } = this.question;
    this.supplied ??= this.chain.links.map((link) => availabilityOfLeft(link, this.left(link), figures));
    return this.supplied;
  }

  /** Fraction of need that is still supplied, 0 to 1. */
  get coverage(): Float64Array {
    const { asks, unknownGates } = this.question;
    this.covered ??= coverages(this.chain, this.available, asks, unknownGates);
    return this.covered;
  }

  /** The same of a link's own supply alone, as if everything it needs were there. */
  own(number: number): number {
    return ownCoverage(this.chain.links[number], this.available[number], this.question.asks);
  }

  works(number: number, level: number): boolean {
    let working = this.working.get(level);
    if (!working) {
      const { asks, unknownGates } = this.question;
      working = worksAt(this.chain, this.available, asks, unknownGates, level);
      this.working.set(level, working);
    }
    return working[number] === 1;
  }
}
