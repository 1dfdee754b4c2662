import { minimalPathSets } from '../structure/cut-sets.ts';
import { ATTAINED, INITIAL } from './group-process.ts';
import type { GroupTables, LevelTable } from './group-tables.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';

/** A start that a group would like to make, with how good it is. */
interface Wish {
  readonly group: number;
  readonly table: LevelTable;
  readonly rank: number;
}

/** Starts what the wishes ask for, best first, as far as capacities and requirements let it. */
function admit(model: JointModel, t: number, state: JointState, wishes: Wish[]): JointAction {
  const action = model.idle(state);
  if (wishes.length === 0) return action;
  const account = model.account();
  for (let g = 0; g < action.length; g++) model.commit(account, t, g, action[g], 1);
  wishes.sort((a, b) => b.rank - a.rank || a.group - b.group);
  for (const { group, table } of wishes) {
    const idle = action[group];
    model.commit(account, t, group, idle, -1);
    const chosen = table
      .preference(t, state[group])
      .actions.find((a) => model.fits(account, t, group, a) && model.meetsRequirements(state, group, a));
    action[group] = chosen ?? idle;
    model.commit(account, t, group, action[group], 1);
  }
  return action;
}

/** True if the group has anything to decide. */
function hasChoice(model: JointModel, g: number, s: number): boolean {
  const { actionsFrom } = model.groups[g].process;
  return s !== ATTAINED && actionsFrom[s + 1] - actionsFrom[s] > 1;
}

export interface IndexOptions {
  readonly name: string;
  /** Exponent on the chances of the partners: 0 takes them as certain, 1 as they could be, more as doubtful. */
  readonly optimism: number;
  /** Rank by advantage per share of the capacities used, or by advantage alone. */
  readonly perUse: boolean;
}

/**
 * Optimistic Birnbaum index: a group is worth the derivative of the chain in it while its partners have the chances
 * they could attain, raised to `optimism`; re-read in every period from where everything stands. A group whose
 * derivative is zero is not started (relevance gate).
 */
export class IndexPolicy implements Policy {
  readonly name: string;
  private readonly chances: Float64Array;
  private readonly gradient: Float64Array;

  constructor(
    private readonly model: JointModel,
    private readonly tables: readonly GroupTables[],
    private readonly options: IndexOptions,
  ) {
    this.name = options.name;
    this.chances = new Float64Array(tables.length);
    this.gradient = new Float64Array(tables.length);
  }

  decide(t: number, state: JointState): JointAction {
    const { model, tables, chances, gradient } = this;
    for (let g = 0; g < tables.length; g++) {
      chances[g] = tables[g].reach(t, state[g]) ** this.options.optimism;
    }
    model.chain.expectedLater(t, chances, gradient);
    const wishes: Wish[] = [];
    for (let g = 0; g < tables.length; g++) {
      if (!hasChoice(model, g, state[g]) || gradient[g] <= 0) continue;
      const multiplier = gradient[g] / tables[g].credited(t);
      const table = tables[g].at(multiplier);
      const { gain, gainPerUse } = table.preference(t, state[g]);
      const advantage = this.options.perUse ? gainPerUse : gain;
      if (advantage > 0) wishes.push({ group: g, table, rank: (advantage * multiplier) / table.level });
    }
    return admit(model, t, state, wishes);
  }
}

/** A fixed order of the groups. `gated`: skip what the chain has no use for as things stand. */
export class ListPolicy implements Policy {
  private readonly rank: Float64Array;
  private readonly chances: Float64Array;
  private readonly gradient: Float64Array;

  constructor(
    readonly name: string,
    private readonly model: JointModel,
    private readonly tables: readonly GroupTables[],
    readonly order: readonly number[],
    private readonly gated: boolean,
  ) {
    this.rank = new Float64Array(order.length);
    order.forEach((g, i) => {
      this.rank[g] = -i;
    });
    this.chances = new Float64Array(tables.length);
    this.gradient = new Float64Array(tables.length);
  }

  decide(t: number, state: JointState): JointAction {
    const { model, tables, chances, gradient } = this;
    if (this.gated) {
      for (let g = 0; g < tables.length; g++) chances[g] = tables[g].reach(t, state[g]);
      model.chain.expectedLater(t, chances, gradient);
    }
    const wishes: Wish[] = [];
    for (let g = 0; g < tables.length; g++) {
      if (!hasChoice(model, g, state[g])) continue;
      if (this.gated && gradient[g] <= 0) continue;
      const multiplier = this.gated ? gradient[g] / tables[g].credited(t) : 1;
      wishes.push({ group: g, table: tables[g].at(multiplier), rank: this.rank[g] });
    }
    return admit(model, t, state, wishes);
  }
}

/** Order by value per cost, the whole value of every product in whose chain it stands credited to each group. */
export function valuePerCostOrder(tables: readonly GroupTables[]): number[] {
  return orderBy(tables.map((table) => table.at(1).preference(0, INITIAL).gainPerUse));
}

/** Order by what stops while the link alone is broken: the derivative with every partner mended. */
export function chokepointOrder(model: JointModel, tables: readonly GroupTables[]): number[] {
  const gradient = new Float64Array(tables.length);
  model.chain.expectedLater(0, new Float64Array(tables.length).fill(1), gradient);
  return orderBy([...gradient]);
}

/**
 * Orders that put one minimal repair set first: the groups that together, and none of them alone, let a product reach
 * a level. Up to `perTerm` sets for each function among the terms.
 */
export function repairSetOrders(model: JointModel, after: readonly number[], perTerm: number): number[][] {
  const { bdd } = model.chain.formula;
  const orders = new Map<string, number[]>();
  for (const node of new Set(model.chain.terms.map((term) => term.node))) {
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

  decide(_t: number, state: JointState): JointAction {
    return this.model.idle(state);
  }
}
