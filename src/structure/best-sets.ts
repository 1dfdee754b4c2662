import type { SetFamily } from './set-family.ts';
import { EMPTY, UNIT } from './zdd.ts';

/** A set in the making: the cost of it, one member or the sets that make it up. */
interface Entry {
  readonly cost: number;
  readonly member: number;
  readonly parts: readonly Entry[];
}

/** Entries by ascending cost, found one after another as they are asked for. */
interface Ranking {
  /** The i-th cheapest, or null where there are not so many; asked for in ascending i. */
  at(i: number): Entry | null;
}

/** A variable of a family: a single member with its cost, or the sets that may stand for it. */
export type Variable = { readonly member: number; readonly cost: number } | { readonly sets: BestSets };

/**
 * The sets of a family in the order of their cost, which is the sum of the costs of the members: nothing is
 * enumerated that is not asked for (k shortest paths of an acyclic graph, each list extended lazily; Huang and
 * Chiang 2005). Variables that stand for families of their own are written out, so that a family of modules ranks
 * whole cut sets. Members of equal cost come in the order of the diagram.
 */
export class BestSets implements Ranking {
  private readonly rankings = new Map<number, Ranking>();

  constructor(
    private readonly family: SetFamily,
    private readonly variables: readonly Variable[],
  ) {}

  at(i: number): Entry | null {
    return this.rankingOf(this.family.diagram.root).at(i);
  }

  /** The `limit` cheapest sets, each by its members in ascending order. */
  first(limit: number): number[][] {
    const sets: number[][] = [];
    for (let i = 0; i < limit; i++) {
      const entry = this.at(i);
      if (!entry) break;
      sets.push(membersOf(entry));
    }
    return sets;
  }

  private rankingOf(node: number): Ranking {
    let ranking = this.rankings.get(node);
    if (!ranking) {
      ranking = this.make(node);
      this.rankings.set(node, ranking);
    }
    return ranking;
  }

  private make(node: number): Ranking {
    if (node === EMPTY) return new Given([]);
    if (node === UNIT) return new Given([{ cost: 0, member: -1, parts: [] }]);
    const { diagram } = this.family;
    const variable = this.variables[diagram.top(node)];
    const own =
      'sets' in variable
        ? variable.sets
        : new Given([{ cost: variable.cost, member: variable.member, parts: [] }]);
    const later = <T>(make: () => T): (() => T) => {
      let made: T | undefined;
      return () => (made ??= make());
    };
    const rest = later(() => this.rankingOf(diagram.high(node)));
    const without = later(() => this.rankingOf(diagram.low(node)));
    return new Either(new Both(own, { at: (i) => rest().at(i) }), { at: (i) => without().at(i) });
  }
}

function membersOf(entry: Entry): number[] {
  const members: number[] = [];
  const open = [entry];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.member >= 0) members.push(next.member);
    open.push(...next.parts);
  }
  return members.sort((a, b) => a - b);
}

class Given implements Ranking {
  constructor(private readonly entries: readonly Entry[]) {}

  at(i: number): Entry | null {
    return this.entries[i] ?? null;
  }
}

/** The entries of two rankings, merged. */
class Either implements Ranking {
  private readonly found: Entry[] = [];
  private fromOne = 0;
  private fromOther = 0;

  constructor(
    private readonly one: Ranking,
    private readonly other: Ranking,
  ) {}

  at(i: number): Entry | null {
    while (this.found.length <= i) {
      const a = this.one.at(this.fromOne);
      const b = this.other.at(this.fromOther);
      if (!a && !b) return null;
      if (a && (!b || a.cost <= b.cost)) {
        this.found.push(a);
        this.fromOne += 1;
      } else {
        this.found.push(b as Entry);
        this.fromOther += 1;
      }
    }
    return this.found[i];
  }
}

/** Every entry of one ranking with every entry of another. */
class Both implements Ranking {
  private readonly found: Entry[] = [];
  /** Pairs that may come next: at most one for each entry of the first ranking. */
  private readonly open: { i: number; j: number; entry: Entry }[] = [];
  private entered = 0;

  constructor(
    private readonly one: Ranking,
    private readonly other: Ranking,
  ) {}

  at(k: number): Entry | null {
    while (this.found.length <= k) {
      const next = this.next();
      if (!next) return null;
      this.found.push(next);
    }
    return this.found[k];
  }

  private next(): Entry | null {
    if (this.entered === 0) this.enter();
    let best = -1;
    for (let p = 0; p < this.open.length; p++) {
      if (best < 0 || this.open[p].entry.cost < this.open[best].entry.cost) best = p;
    }
    if (best < 0) return null;
    const { i, j, entry } = this.open[best];
    if (i === this.entered - 1) this.enter();
    const following = this.pair(i, j + 1);
    if (following) this.open[best] = { i, j: j + 1, entry: following };
    else this.open.splice(best, 1);
    return entry;
  }

  /** Opens the next entry of the first ranking, with the cheapest of the second. */
  private enter(): void {
    const i = this.entered++;
    const entry = this.pair(i, 0);
    if (entry) this.open.push({ i, j: 0, entry });
  }

  private pair(i: number, j: number): Entry | null {
    const a = this.one.at(i);
    const b = a && this.other.at(j);
    return a && b && { cost: a.cost + b.cost, member: -1, parts: [a, b] };
  }
}
