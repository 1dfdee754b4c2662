import { chokepointOrder, ListPolicy, repairSetOrders, valuePerCostOrder } from './base-policies.ts';
import { creditInFull, GroupTables } from './group-tables.ts';
import { IndexPolicy } from './index-policy.ts';
import type { JointModel } from './joint-model.ts';
import type { Policy } from './policy.ts';
import type { Reach } from './reach.ts';

/** Degrees of optimism, and shares of the rents of scarce things charged, of the indices tried. */
const OPTIMISM = [0, 0.5, 1, 2, 3, 4, 5];
const RENT_SHARES = [0, 0.5];
/** Shares of what begun projects may still use that room is left for. */
const FORESIGHT = [0, 1];
/** Minimal repair sets of each product and level whose order is tried. */
const REPAIR_SETS_PER_TERM = 3;

/** The base policies of a model: indices at several degrees of optimism, rents and foresight, and priority lists. */
export class BasePolicies {
  readonly indices: readonly IndexPolicy[];
  /** Tables at no rents. */
  readonly free: readonly GroupTables[];
  private readonly byCost: readonly number[];
  private readonly byChokepoint: readonly number[];

  constructor(
    readonly model: JointModel,
    readonly reach: Reach,
    rents: Float64Array,
  ) {
    const tables = RENT_SHARES.map((share) =>
      tablesOf(
        model,
        rents.map((rent) => rent * share),
      ),
    );
    this.free = tables[0];
    this.indices = OPTIMISM.flatMap((optimism) =>
      RENT_SHARES.flatMap((share, i) =>
        FORESIGHT.map((foresight) => {
          const name = `index, optimism ${optimism}, ${100 * share} % of the rents${suffix(foresight)}`;
          return new IndexPolicy(model, tables[i], reach, { name, optimism, foresight });
        }),
      ),
    );
    this.byCost = valuePerCostOrder(this.free);
    this.byChokepoint = chokepointOrder(model, this.free);
  }

  /** The two rankings in common use, to compare with: value per cost, and chokepoints first. */
  rankings(): { readonly valuePerCost: Policy; readonly chokepoint: Policy } {
    return {
      valuePerCost: this.list('value-per-cost', this.byCost, 0, false),
      chokepoint: this.list('chokepoint', this.byChokepoint, 0, false),
    };
  }

  /** Orders worth trying as lists, at most `most`: the two rankings, then repair sets of what is worth most first. */
  orders(most: number): (readonly number[])[] {
    const sets = repairSetOrders(this.model, this.byCost, REPAIR_SETS_PER_TERM, most);
    return [this.byCost, this.byChokepoint, ...sets].slice(0, most);
  }

  /** Lists of some orders, with and without foresight. */
  lists(orders: readonly (readonly number[])[]): ListPolicy[] {
    return orders.flatMap((order, i) =>
      FORESIGHT.map((foresight) => this.list(`list ${i + 1}${suffix(foresight)}`, order, foresight)),
    );
  }

  /** A priority list; gated, it skips what the chain has no use for. */
  list(name: string, order: readonly number[], foresight: number, gated = true): ListPolicy {
    return new ListPolicy(name, this.model, this.free, this.reach, order, gated, foresight);
  }
}

function suffix(foresight: number): string {
  return foresight > 0 ? ', with foresight' : '';
}

function tablesOf(model: JointModel, rowPrices: Float64Array): GroupTables[] {
  const { chain, periods } = model;
  const credit = creditInFull(periods, model.groups.length, chain.terms, (node) =>
    chain.formula.bdd.support(node),
  );
  return model.groups.map(
    (group, g) => new GroupTables(group, credit.subarray(g * periods, (g + 1) * periods), rowPrices),
  );
}
