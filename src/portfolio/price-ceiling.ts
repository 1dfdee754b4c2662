import type { BoundResult } from './bound.ts';
import type { JointModel, JointState } from './joint-model.ts';
import { CAPACITY_TOLERANCE } from './spec.ts';

/**
 * What an action can bring at most, at prices of the scarce rows: Σ λ·capacity from now on + Σ over the groups of
 * the best each could do alone when it pays the prices (Lagrangian relaxation at a later state). Holds for plans
 * whose groups are coupled by capacities alone: the prices of the chain's gates hold for the beginning only.
 */
export class PriceCeiling {
  /** Per group, at `t * actions + a`. */
  private readonly ofAction: readonly Float64Array[];
  /** Per group, at `t * states + s`. */
  private readonly ofStates: readonly Float64Array[];
  private readonly capacity: Float64Array;
  private readonly prices: Float64Array;

  private constructor(
    private readonly model: JointModel,
    lagrangian: BoundResult,
  ) {
    const T = model.periods;
    this.prices = lagrangian.prices.rows;
    this.capacity = new Float64Array(T + 1);
    for (let t = T - 1; t >= 0; t--) {
      this.capacity[t] = this.capacity[t + 1];
      model.plan.rows.forEach((row, r) => {
        const allowed = row.capacity[t] * (1 + CAPACITY_TOLERANCE) + CAPACITY_TOLERANCE;
        this.capacity[t] += allowed * lagrangian.prices.rows[r * T + t];
      });
    }
    this.ofStates = lagrangian.solutions.map(({ values }) => values);
    this.ofAction = model.groups.map((group, g) =>
      group.actionValues(lagrangian.groupPrices[g], lagrangian.solutions[g]),
    );
  }

  /** Null where the chain or precedence couples the groups too. */
  static of(model: JointModel, lagrangian: BoundResult): PriceCeiling | null {
    const coupled =
      model.chain.terms.length > 0 ||
      model.groups.some(({ process }) => process.requires.some((list) => list.length > 0));
    return coupled ? null : new PriceCeiling(model, lagrangian);
  }

  /** Part that no action changes, from period t on. */
  base(t: number): number {
    return this.capacity[t];
  }

  /** Part of state s of group g at the start of period t. */
  ofState(t: number, g: number, s: number): number {
    return this.ofStates[g][t * this.model.groups[g].states + s];
  }

  /** Part of action a of group g in period t. */
  of(t: number, g: number, a: number): number {
    const values = this.ofAction[g];
    return values[t * this.model.groups[g].actions + a];
  }

  /** What action a of group g pays for its use of the rows in period t. */
  rent(t: number, g: number, a: number): number {
    const { useFrom, useRow, useOffset, useAmount } = this.model.groups[g].process;
    let sum = 0;
    for (let u = useFrom[a]; u < useFrom[a + 1]; u++) {
      if (useOffset[u] === 0) sum += useAmount[u] * this.prices[useRow[u] * this.model.periods + t];
    }
    return sum;
  }

  /** Ceiling of the state reached in period t + 1 less its mean when the action was taken in period t. */
  ofLuck(t: number, action: Int32Array, state: JointState): number {
    let sum = 0;
    for (let g = 0; g < action.length; g++) {
      const { nextFrom, next, probability } = this.model.groups[g].process;
      const from = nextFrom[action[g]];
      const to = nextFrom[action[g] + 1];
      if (to - from === 1) continue;
      sum += this.ofState(t + 1, g, state[g]);
      for (let n = from; n < to; n++) sum -= probability[n] * this.ofState(t + 1, g, next[n]);
    }
    return sum;
  }
}
