import { type Carry, carryOf } from './carry.ts';
import type { Group, Link } from './chain.ts';
import { OrderedChain } from './ordered-chain.ts';
import { availabilityOfLeft, type Reading } from './supply.ts';
import type { SupplyOverTime } from './supply-over-time.ts';

/** Longest time that is told apart from for ever: a hundred years. */
const SURVIVAL_DAYS_MAX = 36_500;

const TOLERANCE = 1e-9;

/** What is left of a link once all measures hold, in fractions of its need, and what carries it on. */
export interface LinkEndurance extends Carry {
  /** What can still be imported; at least 1 where nothing is needed. */
  readonly imported: number;
  /** What home can make, if its own requirements hold. */
  readonly homeMade: number;
}

/** How a chain is read when it is asked how long it survives. */
export interface SurvivalQuestion {
  readonly figures: Reading;
  readonly unknownGates: 'all' | 'any';
}

/**
 * Time-to-survive in the home reading (Simchi-Levi, Schmidt & Wei 2014; Simchi-Levi et al. 2015): the longest time for
 * which the chain meets a product's demand at a level once all measures hold, if stocks are spread over that time. Of a
 * plan of constant rates over T days a link serves, as a fraction of its need,
 *
 *   1 − w (1 − imported − min(homeMade, level of its needs)) + stock / max(T, L),   w = min(1, T / L) worn out of a base
 *
 * of service life L (what is consumed has no base: L = 0 and w = 1), at most 1. A gate that needs k of its parts gives the
 * largest g with Σ min(part, g) ≥ k g: the least of all, the sum of substitutes; for k between these the parts take turns,
 * which is the most that can be hoped for. Every user of a link keeps its part of the flow and of the stock of it, so
 * nothing competes, and passing levels along the chain gives the optimum of the linear programme of `survive-stock.ts`.
 * A plan of constant rates asks of a base at every moment what it can give at the last: for what wears out the time is
 * safe, and in odd chains of short lives a little less than the time to stop.
 */
export class Survival {
  private readonly chain: OrderedChain;
  private readonly endurances: readonly LinkEndurance[];
  private readonly levels = new Map<number, Float64Array>();

  constructor(
    overTime: SupplyOverTime,
    private readonly question: SurvivalQuestion,
  ) {
    this.chain = OrderedChain.of(overTime.chain);
    this.endurances = this.chain.links.map((link) => enduranceOf(link, overTime, question.figures));
  }

  /** The level at which a link can serve throughout a number of days, 0 to 1. */
  level(id: string, days: number): number {
    return this.over(days)[this.chain.numberOf(id)];
  }

  /** Whole days for which a link serves at a level; Infinity: for ever, or longer than can be told. */
  days(id: string, level: number): number {
    const survives = (days: number): boolean => this.level(id, days) >= level - TOLERANCE;
    if (survives(SURVIVAL_DAYS_MAX)) return Number.POSITIVE_INFINITY;
    let holds = 0;
    let fails = 1;
    while (survives(fails)) {
      holds = fails;
      fails *= 2;
    }
    while (fails - holds > 1) {
      const middle = Math.floor((holds + fails) / 2);
      if (survives(middle)) holds = middle;
      else fails = middle;
    }
    return holds;
  }

  /** Link ids from a link down to the one that limits it over a number of days. */
  bottleneck(id: string, days: number): string[] {
    const levels = this.over(days);
    const path: string[] = [];
    let next: string | null = id;
    while (next !== null) {
      path.push(next);
      next = this.limiting(this.link(next), levels);
    }
    return path;
  }

  link(id: string): Link {
    return this.chain.links[this.chain.numberOf(id)];
  }

  /** What is left of a link in the end, and what carries it. */
  endurance(id: string): LinkEndurance {
    return this.endurances[this.chain.numberOf(id)];
  }

  /** How many parts of a group must hold. */
  needed({ gate, k, members, groups }: Group): number {
    const parts = members.length + groups.length;
    const read = gate === 'unknown' ? this.question.unknownGates : gate;
    return read === 'all' ? parts : read === 'any' ? 1 : (k ?? parts);
  }

  /** Levels of all links, by number, over a number of days. */
  private over(days: number): Float64Array {
    let levels = this.levels.get(days);
    if (!levels) {
      levels = new Float64Array(this.chain.links.length);
      for (const number of this.chain.order) {
        const link = this.chain.links[number];
        const needs = this.needs(link, levels);
        levels[number] = link.kind === 'category' ? needs : served(this.endurances[number], needs, days);
      }
      this.levels.set(days, levels);
    }
    return levels;
  }

  /** Level of all that a link needs. */
  private needs({ groups }: Link, levels: Float64Array): number {
    return groups.reduce((least, group) => Math.min(least, this.group(group, levels)), 1);
  }

  private group(group: Group, levels: Float64Array): number {
    return gateLevel(this.parts(group, levels), this.needed(group));
  }

  private parts({ members, groups }: Group, levels: Float64Array): number[] {
    return [
      ...members.map(({ link, share }) => 1 - share * (1 - levels[this.chain.numberOf(link)])),
      ...groups.map((inner) => this.group(inner, levels)),
    ];
  }

  /** The needed link that limits a link; null: its own supply does, or nothing. */
  private limiting(link: Link, levels: Float64Array): string | null {
    const least = this.needs(link, levels);
    if (least >= 1) return null;
    if (link.kind !== 'category' && least >= this.endurance(link.id).homeMade) return null;
    const group = link.groups.find((one) => this.group(one, levels) === least)!;
    return this.decisive(group, levels);
  }

  /** The part at which a gate opens or not: the k-th best. */
  private decisive(group: Group, levels: Float64Array): string | null {
    const parts = this.parts(group, levels);
    const order = parts.map((_, i) => i).sort((a, b) => parts[b] - parts[a]);
    const at = order[this.needed(group) - 1];
    if (at === undefined) return null;
    return at < group.members.length
      ? group.members[at].link
      : this.decisive(group.groups[at - group.members.length], levels);
  }
}

function enduranceOf(link: Link, overTime: SupplyOverTime, figures: Reading): LinkEndurance {
  const { need, foreign, home } = availabilityOfLeft(link, overTime.of(link).at(-1)!, figures);
  const carry = carryOf(link, overTime.serviceLosses(link), figures);
  return need > 0
    ? { imported: foreign / need, homeMade: home / need, ...carry }
    : { imported: 1, homeMade: 0, ...carry };
}

/** Level at which a link serves throughout `days` when what it needs does at `needs`. */
function served(
  { imported, homeMade, stockDays, lifeDays }: LinkEndurance,
  needs: number,
  days: number,
): number {
  if (stockDays === Number.POSITIVE_INFINITY) return 1;
  const worn = lifeDays > 0 ? Math.min(1, days / lifeDays) : 1;
  const level = 1 - worn * (1 - imported - Math.min(homeMade, needs)) + stockDays / Math.max(days, lifeDays);
  return Math.min(1, Math.max(0, level));
}

/** The largest g up to 1 with Σ min(part, g) ≥ k g: the k − m parts beside the m best carry it, for some m < k. */
function gateLevel(parts: readonly number[], k: number): number {
  const rising = [...parts].sort((a, b) => a - b);
  let best = 1;
  let sum = 0;
  rising.forEach((part, i) => {
    sum += part;
    const better = rising.length - 1 - i;
    if (better < k) best = Math.min(best, sum / (k - better));
  });
  return best;
}
