import { minimalPathSets } from '../structure/cut-sets.ts';
import { admit, hasChoice, type Wish } from './admission.ts';
import { INITIAL } from './group-process.ts';
import { type GroupTables, tablesIn } from './group-tables.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';
import type { Reach } from './reach.ts';

/** A fixed order of the groups. `gated`: skip what the chain has no use for as things stand. */
export class ListPolicy implements Policy {
  private readonly rank: Float64Array;
  private readonly all: Int32Array;
  private readonly chances: Float64Array;
  private readonly gradient: Float64Array;

  constructor(
    readonly name: string,
    private readonly model: JointModel,
    private readonly tables: readonly GroupTables[],
    readonly reach: Reach,
    readonly order: readonly number[],
    private readonly gated: boolean,
    /** As in {@link admit}. */
    readonly foresight: number,
  ) {
    this.rank = new Float64Array(order.length);
    order.forEach((g, i) => {
      this.rank[g] = -i;
    });
    this.all = Int32Array.from(tables, (_, g) => g);
    this.chances = new Float64Array(tables.length);
    this.gradient = new Float64Array(tables.length);
  }

  /** The same list in another model of the same groups; tables are taken over where the process is the same. */
  in(model: JointModel, reach: Reach): ListPolicy {
    const tables = tablesIn(this.tables, model);
    const { name, order, gated, foresight } = this;
    return new ListPolicy(name, model, tables, reach, order, gated, foresight);
  }

  decide(t: number, state: JointState): JointAction {
    const { model, tables, chances, gradient } = this;
    if (this.gated) {
      this.reach.read(model.periods - 1, t, state, 1, this.all, chances);
      model.chain.expectedLater(t, chances, gradient);
    }
    const wishes: Wish[] = [];
    for (let g = 0; g < tables.length; g++) {
      if (!hasChoice(model, g, state[g])) continue;
      if (this.gated && gradient[g] <= 0) continue;
      const multiplier = this.gated ? gradient[g] / tables[g].credited(t) : 1;
      const { actions } = tables[g].at(multiplier).preference(t, state[g]);
      wishes.push({ group: g, actions, rank: this.rank[g] });
    }
    return admit(model, t, state, wishes, this.foresight);
  }
}

/** Order by value per cost, the whole value of every product in whose chain it stands credited to each group. */
export function valuePerCostOrder(tables: readonly GroupTables[]): number[] {
  return orderBy(tables.map((table) => table.at(1).preference(0, INITIAL).steps[0]?.gainPerUse ?? 0));
}

/** Order by what stops while the link alone is broken: the derivative with every partner mended. */
export function chokepointOrder(model: JointModel, tables: readonly GroupTables[]): number[] {
  const gradient = new Float64Array(tables.length);
  model.chain.expectedLater(0, new Float64Array(tables.length).fill(1), gradient);
  return orderBy([...gradient]);
}

/**
 * Orders that put one minimal repair set first: the groups that together, and none of them alone, let a product reach
 * a level. Up to `perTerm` sets for each function among the terms, at most `most` in all, what is worth most first.
 */
export function repairSetOrders(
  model: JointModel,
  after: readonly number[],
  perTerm: number,
  most: number,
): number[][] {
  const { bdd } = model.chain.formula;
  const worth = new Map<number, number>();
  for (const { node, weight } of model.chain.terms) worth.set(node, (worth.get(node) ?? 0) + weight);
  const orders = new Map<string, number[]>();
  for (const [node] of [...worth].sort((a, b) => b[1] - a[1])) {
    if (orders.size >= most) break;
    if (bdd.support(node).length === 0) continue;
    for (const set of minimalPathSets(bdd, node, { increasing: true }).enumerate(perTerm)) {
      const order = [...after.filter((g) => set.includes(g)), ...after.filter((g) => !set.includes(g))];
      orders.set(order.join(' '), order);
    }
  }
  return [...orders.values()];
}

function orderBy(score: readonly number[]): number[] {
  return score.map((_, g) => g).sort((a, b) => score[b] - score[a] || a - b);
}

/** Starts nothing any more; what runs goes on. */
export class IdlePolicy implements Policy {
  readonly name = 'start nothing';

  constructor(private readonly model: JointModel) {}

  decide(t: number, state: JointState): JointAction {
    return this.model.idle(t, state);
  }
}
