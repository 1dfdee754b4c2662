import type { PlanSpec, Saving } from './spec.ts';

/** Most that a row can offer in each period if all that may be put by for it is: at `row * periods + t`. */
export function mostCapacity(plan: PlanSpec): Float64Array {
  const T = plan.periods;
  const most = Float64Array.from(plan.rows.flatMap(({ capacity }) => capacity.slice(0, T)));
  for (const { rows, money, until } of plan.savings ?? []) {
    let before = 0;
    for (let t = 0; t <= until; t++) {
      for (const row of rows) most[row * T + t] += before;
      before += money[t];
    }
  }
  return most;
}

/** The plan once it is decided how much each saving puts by at the end of every period. */
export function withSavings(plan: PlanSpec, saved: readonly Float64Array[]): PlanSpec {
  const capacity = plan.rows.map((row) => [...row.capacity]);
  plan.savings?.forEach(({ rows, until }, i) => {
    for (let t = 0; t < until; t++) {
      for (const row of rows) {
        capacity[row][t] -= saved[i][t];
        capacity[row][t + 1] += saved[i][t];
      }
    }
  });
  const { savings: _, ...rest } = plan;
  return {
    ...rest,
    rows: plan.rows.map((row, r) => ({ ...row, capacity: capacity[r].map((amount) => Math.max(0, amount)) })),
  };
}

/**
 * What putting by can add at given prices of the rows: each unit of money waits for the dearest period it may be
 * carried to. Rows are priced at `row * periods + t`.
 */
export function worthOfSaving(plan: PlanSpec, prices: Float64Array): number {
  const T = plan.periods;
  const priceIn = ({ rows }: Saving, t: number): number =>
    rows.reduce((sum, row) => sum + prices[row * T + t], 0);
  let worth = 0;
  for (const saving of plan.savings ?? []) {
    let dearest = Number.NEGATIVE_INFINITY;
    for (let t = saving.until; t >= 0; t--) {
      const now = priceIn(saving, t);
      dearest = Math.max(dearest, now);
      worth += saving.money[t] * (dearest - now);
    }
  }
  return worth;
}
