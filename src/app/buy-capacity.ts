import type { CapacityOffer } from '../contract/folder/index.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { affordable, costOfOffers, withCapacity } from '../programme/capacity-offers.ts';
import type { Programme } from '../programme/programme.ts';
import type { EvidenceCase } from '../programme/team-chances.ts';
import {
  boundOf,
  type PlanOptions,
  type SolvedCase,
  solveCase,
  type WORK,
  WORK_OF_CASES,
} from './solve-case.ts';

/** A plan with the capacity that was bought for it. */
export interface BoughtCase {
  readonly solved: SolvedCase;
  readonly bought: readonly CapacityOffer[];
  /** What that costs in the objective. */
  readonly cost: number;
  /** Value of the plan that buys nothing, over attempting nothing. */
  readonly valueWithout: number;
  /**
   * For an offer: what no plan with the decision on it turned round can exceed, the other offers as decided, its cost taken
   * off; null where that was not looked at (a stop, or money that is not there).
   */
  otherwiseAtMost(offer: CapacityOffer): number | null;
}

/** Changes of what is bought that are kept, at most. */
const ROUNDS_MAX = 4;

/**
 * Which offers of capacity to buy before the plan begins, by local search: one more, one less, or all of them. A change whose
 * bound is no more than the plan that is there cannot pay and is left out; the others are planned, the most promising
 * first, and kept where the value rises by more than its standard error.
 *
 * Prices of the rows would not do instead: a project that cannot run at all without more people is in no policy that the
 * prices are made from, so that they are zero.
 */
export function solveBuying(
  programme: Programme,
  evidence: EvidenceCase,
  solver: LinearSolver,
  options: PlanOptions,
  work: typeof WORK,
): BoughtCase {
  return new Purchase(programme, evidence, solver, options, work).run();
}

type Offers = readonly CapacityOffer[];

class Purchase {
  /** Bounds of what was bought, net of its cost, by the offers' ids. */
  private readonly ceilings = new Map<string, number>();
  private readonly planned = new Set<string>();

  constructor(
    private readonly programme: Programme,
    private readonly evidence: EvidenceCase,
    private readonly solver: LinearSolver,
    private readonly options: PlanOptions,
    private readonly work: typeof WORK,
  ) {}

  run(): BoughtCase {
    let bought: Offers = [];
    let solved = this.plan(bought);
    const valueWithout = this.valueOf(solved, bought);
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const better = this.better(solved, bought);
      if (!better) break;
      ({ solved, bought } = better);
    }
    return {
      solved,
      bought,
      cost: costOfOffers(this.programme, bought),
      valueWithout,
      otherwiseAtMost: (offer) => this.ceilings.get(keyOf(this.turned(bought, offer))) ?? null,
    };
  }

  private better(solved: SolvedCase, bought: Offers): { solved: SolvedCase; bought: Offers } | null {
    const value = this.valueOf(solved, bought);
    const promising = this.neighbours(bought)
      .map((next) => ({ next, ceiling: this.ceiling(next) }))
      .filter(({ next, ceiling }) => ceiling > value && !this.planned.has(keyOf(next)))
      .sort((a, b) => b.ceiling - a.ceiling);
    for (const { next } of promising) {
      if (this.options.stop?.()) return null;
      const tried = this.plan(next);
      const noise = Math.max(
        1e-9 * Math.max(1, Math.abs(value)),
        solved.solution.performance.standardError,
        tried.solution.performance.standardError,
      );
      if (this.valueOf(tried, next) > value + noise) return { solved: tried, bought: next };
    }
    return null;
  }

  /** Choices next to this one that the funds can pay: an offer more or less, and all. */
  private neighbours(bought: Offers): Offers[] {
    const { capacity } = this.programme;
    const choices = new Map(
      [...capacity.map((offer) => this.turned(bought, offer)), capacity].map((next) => [keyOf(next), next]),
    );
    choices.delete(keyOf(bought));
    return [...choices.values()].filter((next) => affordable(this.programme, next));
  }

  private turned(bought: Offers, offer: CapacityOffer): Offers {
    return this.programme.capacity.filter((one) => bought.includes(one) !== (one === offer));
  }

  /** No plan with these offers is worth more; −∞ after a stop. */
  private ceiling(next: Offers): number {
    const key = keyOf(next);
    const known = this.ceilings.get(key);
    if (known !== undefined) return known;
    if (this.options.stop?.()) return Number.NEGATIVE_INFINITY;
    const screened = this.solve(next, WORK_OF_CASES);
    const ceiling = boundOf(screened.solution) - screened.nothing.value - costOfOffers(this.programme, next);
    this.ceilings.set(key, ceiling);
    return ceiling;
  }

  private plan(offers: Offers): SolvedCase {
    this.planned.add(keyOf(offers));
    const solved = this.solve(offers, this.work);
    this.ceilings.set(
      keyOf(offers),
      boundOf(solved.solution) - solved.nothing.value - costOfOffers(this.programme, offers),
    );
    return solved;
  }

  private solve(offers: Offers, work: typeof WORK): SolvedCase {
    return solveCase(withCapacity(this.programme, offers), this.evidence, this.solver, this.options, work);
  }

  private valueOf({ solution, nothing }: SolvedCase, offers: Offers): number {
    return solution.performance.value - nothing.value - costOfOffers(this.programme, offers);
  }
}

const keyOf = (offers: Offers): string => offers.map(({ id }) => id).join(' ');
