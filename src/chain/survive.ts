import { type Carry, carryOf } from './carry.ts';
import { availabilityOfLeft, type Reading } from './supply.ts';
import type { SupplyOverTime } from './supply-over-time.ts';
import { type Node, neededParts, type WiredGroup } from './wiring.ts';

/** Longest time that is told apart from for ever: a hundred years. */
export const SURVIVAL_DAYS_MAX = 36_500;

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
 * Time-to-survive in the home reading (Simchi-Levi, Schmidt & Wei 2014; Simchi-Levi et al. 2015): the longest time for which the chain meets a
 * product's demand at a level once all measures hold, if stocks are spread over that time. Of a plan of constant rates
 * over T days a link serves, as a fraction of its need,
 *
 *   1 − w (1 − imported − min(homeMade, level of its needs)) + stock / max(T, L),   w = min(1, T / L) worn out of a base
 *
 * of service life L (what is consumed has no base: L = 0 and w = 1), at most 1. A gate that needs k of its parts gives the
 * largest g with Σ min(part, g) ≥ k g: the least of all, the sum of substitutes; for k between these the parts take turns,
 * which is the most that can be hoped for. Every user of a link keeps its part of the flow and of the stock of it, so
 * nothing competes, and passing levels along the chain gives the optimum of the linear programme of `survive-stock.ts`.
 * A plan of constant rates asks of a base at every moment what it can give at the last: for what wears out the time is safe.
 */
export class Survival {
  private readonly endurances: (LinkEndurance | undefined)[] = [];
  private readonly levels = new Map<number, Float64Array>();

  constructor(
    private readonly overTime: SupplyOverTime,
    private readonly question: SurvivalQuestion,
  ) {}

  /** The level at which a link can serve throughout a number of days, 0 to 1. */
  level(id: string, days: number): number {
    let known = this.levels.get(days);
    if (!known) {
      known = new Float64Array(this.overTime.nodes.size).fill(Number.NaN);
      this.levels.set(days, known);
    }
    return this.at(this.overTime.nodes.get(id)!, days, known);
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
    const path: string[] = [];
    let node: Node | null = this.overTime.nodes.get(id)!;
    this.level(id, days);
    const known = this.levels.get(days)!;
    while (node) {
      path.push(node.link.id);
      const least: number = this.needs(node, days, known);
      const limited: boolean =
        least < 1 && (node.link.kind === 'category' || least < this.endurance(node).homeMade);
      const group: WiredGroup | undefined = limited
        ? node.groups.find((one) => this.group(one, days, known) === least)
        : undefined;
      node = group ? this.decisive(group, days, known) : null;
    }
    return path;
  }

  /** What is left of a link in the end, and what carries it. */
  endurance({ index, link }: Node): LinkEndurance {
    let found = this.endurances[index];
    if (!found) {
      const { figures } = this.question;
      const now = availabilityOfLeft(link, this.overTime.of(link).at(-1)!, figures);
      const carry = carryOf(link, this.overTime.serviceLosses(link), figures);
      found =
        now.need > 0
          ? { imported: now.foreign / now.need, homeMade: now.home / now.need, ...carry }
          : { imported: 1, homeMade: 0, ...carry };
      this.endurances[index] = found;
    }
    return found;
  }

  private at(node: Node, days: number, known: Float64Array): number {
    const before = known[node.index];
    if (!Number.isNaN(before)) return before;
    const needs = this.needs(node, days, known);
    const level = node.link.kind === 'category' ? needs : served(this.endurance(node), needs, days);
    known[node.index] = level;
    return level;
  }

  /** Level of all that a link needs. */
  private needs({ groups }: Node, days: number, known: Float64Array): number {
    return groups.reduce((least, group) => Math.min(least, this.group(group, days, known)), 1);
  }

  private group(group: WiredGroup, days: number, known: Float64Array): number {
    const parts = this.parts(group, days, known);
    return gateLevel(parts, neededParts(group, parts.length, this.question.unknownGates));
  }

  private parts(group: WiredGroup, days: number, known: Float64Array): number[] {
    return [
      ...group.members.map(({ node, share }) => 1 - share * (1 - this.at(node, days, known))),
      ...group.groups.map((inner) => this.group(inner, days, known)),
    ];
  }

  /** The part at which a gate opens or not: the k-th best. */
  private decisive(group: WiredGroup, days: number, known: Float64Array): Node | null {
    const parts = this.parts(group, days, known);
    const order = parts.map((_, i) => i).sort((a, b) => parts[b] - parts[a]);
    const at = order[neededParts(group, parts.length, this.question.unknownGates) - 1];
    if (at === undefined) return null;
    if (at < group.members.length) return group.members[at].node;
    return this.decisive(group.groups[at - group.members.length], days, known);
  }
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
