import type { Link } from './chain.ts';
import { coverages, ownCoverages } from './coverage.ts';
import type { OrderedChain } from './ordered-chain.ts';
import { availabilityOfLeft, type Reading, type SuppliersLeft } from './supply.ts';
import { SupplyColumns } from './supply-columns.ts';
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
  private columns: SupplyColumns | undefined;
  private covered: Float64Array | undefined;
  private coveredAlone: Float64Array | undefined;
  private readonly working = new Map<number, Float64Array>();

  constructor(
    private readonly chain: OrderedChain,
    private readonly left: (link: Link) => SuppliersLeft,
    private readonly question: EndQuestion,
  ) {}

  /** What home has of each link. */
  get supply(): SupplyColumns {
    const { links } = this.chain;
    this.columns ??= new SupplyColumns(links.length, (number) =>
      availabilityOfLeft(links[number], this.left(links[number]), this.question.figures),
    );
    return this.columns;
  }

  /** Fraction of need that is still supplied, 0 to 1. */
  get coverage(): Float64Array {
    const { asks, unknownGates } = this.question;
    this.covered ??= coverages(this.chain, this.supply, asks, unknownGates);
    return this.covered;
  }

  /** The same of a link's own supply alone, as if everything it needs were there. */
  get own(): Float64Array {
    this.coveredAlone ??= ownCoverages(this.chain, this.supply, this.question.asks);
    return this.coveredAlone;
  }

  works(number: number, level: number): boolean {
    let working = this.working.get(level);
    if (!working) {
      const { asks, unknownGates } = this.question;
      working = worksAt(this.chain, this.supply, asks, unknownGates, level);
      this.working.set(level, working);
    }
    return working[number] === 1;
  }
}
