import type { SetFamily } from './set-family.ts';
import { EMPTY, UNIT } from './zdd.ts';

/** A variable of a family: a single member with its cost, or the sets that may stand for it. */
export type Variable = { readonly member: number; readonly cost: number } | { readonly sets: BestSets };

/** What is left to choose for one set: something from a node of one family, then the rest. */
interface Agenda {
  readonly family: BestSets;
  readonly node: number;
  readonly rest: Agenda | null;
  /** The least that all of it costs. */
  readonly cost: number;
}

/** Members chosen, the last first. */
interface Chosen {
  readonly member: number;
  readonly before: Chosen | null;
}

/** A set in the making. */
interface Draft {
  readonly chosen: Chosen | null;
  readonly spent: number;
  readonly agenda: Agenda | null;
}

/** No set at all has no cost; a set of events that never happen costs infinity. */
const NONE = Number.NaN;

/**
 * The sets of a family in the order of their cost, which is the sum of the costs of the members: nothing is
 * enumerated that is not asked for. The least cost below every node is known beforehand, so that a set in the making
 * is followed only along what it will cost in the end (best-first search with an exact estimate; Hart, Nilsson and
 * Raphael 1968). Variables that stand for families of their own are written out, so that a family of modules ranks
 * whole cut sets. Sets of equal cost come in the order of the diagram.
 */
export class BestSets {
  /** By node of the diagram, the cost of its cheapest set. */
  private readonly least: Float64Array;

  constructor(
    private readonly family: SetFamily,
    private readonly variables: readonly Variable[],
  ) {
    const { nodeCount, variables: tops, lows, highs } = family.diagram;
    this.least = new Float64Array(nodeCount);
    this.least[EMPTY] = NONE;
    for (let node = 2; node < nodeCount; node++) {
      const variable = variables[tops[node]];
      const own = 'sets' in variable ? variable.sets.cost : variable.cost;
      this.least[node] = lesser(own + this.least[highs[node]], this.least[lows[node]]);
    }
  }

  /** The cost of the cheapest set; not a number where there is none. */
  get cost(): number {
    return this.least[this.family.diagram.root];
  }

  /** The `limit` cheapest sets, each by its members in ascending order. */
  first(limit: number): number[][] {
    const sets: number[][] = [];
    const drafts = new Shortlist();
    if (!Number.isNaN(this.cost)) drafts.add({ chosen: null, spent: 0, agenda: this.before(null) }, limit);
    for (let draft = drafts.take(); draft && sets.length < limit; draft = drafts.take()) {
      sets.push(finish(draft, (other) => drafts.add(other, limit - sets.length - 1)));
    }
    return sets;
  }

  /** A set of this family, then the rest. */
  before(rest: Agenda | null): Agenda | null {
    return this.from(this.family.diagram.root, rest);
  }

  /** The draft with the top variable of a node, and without. */
  ways({ chosen, spent }: Draft, node: number, rest: Agenda | null): Draft[] {
    const { diagram } = this.family;
    const variable = this.variables[diagram.top(node)];
    const after = this.from(diagram.high(node), rest);
    const ways: Draft[] = [
      'sets' in variable
        ? { chosen, spent, agenda: variable.sets.before(after) }
        : {
            chosen: { member: variable.member, before: chosen },
            spent: spent + variable.cost,
            agenda: after,
          },
      { chosen, spent, agenda: this.from(diagram.low(node), rest) },
    ];
    return ways.filter((way) => !Number.isNaN(costOf(way)));
  }

  private from(node: number, rest: Agenda | null): Agenda | null {
    if (node === UNIT) return rest;
    return { family: this, node, rest, cost: this.least[node] + (rest?.cost ?? 0) };
  }
}

/** The cheapest set that a draft can become; the ways not taken are kept. */
function finish(draft: Draft, keep: (other: Draft) => void): number[] {
  let best = draft;
  while (best.agenda) {
    const { family, node, rest } = best.agenda;
    const [one, other] = family.ways(best, node, rest);
    best = other && costOf(other) < costOf(one) ? other : one;
    if (other) keep(best === one ? other : one);
  }
  const members: number[] = [];
  for (let { chosen } = best; chosen; chosen = chosen.before) members.push(chosen.member);
  return members.sort((a, b) => a - b);
}

/** The least that a draft will cost. */
function costOf({ spent, agenda }: Draft): number {
  return spent + (agenda?.cost ?? 0);
}

/** The smaller of two costs, the other where one is none. */
function lesser(a: number, b: number): number {
  return a <= b || Number.isNaN(b) ? a : b;
}

/** Drafts by descending cost, of equal ones the newest last; each becomes one set at least, so no more are kept than asked for. */
class Shortlist {
  private readonly drafts: Draft[] = [];

  add(draft: Draft, limit: number): void {
    const cost = costOf(draft);
    let low = 0;
    let high = this.drafts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (costOf(this.drafts[middle]) >= cost) low = middle + 1;
      else high = middle;
    }
    this.drafts.splice(low, 0, draft);
    if (this.drafts.length > limit) this.drafts.shift();
  }

  /** The cheapest. */
  take(): Draft | undefined {
    return this.drafts.pop();
  }
}
