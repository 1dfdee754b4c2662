import type { CapacityOffer, Fund, ResourceRow } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { periodStarts } from '../kernel/days.ts';
import { fundByPeriod } from './financing.ts';
import { resourceByPeriod } from './plan-problem.ts';
import type { Programme } from './programme.ts';

/** A programme with offers of capacity bought: more of their resources, less money of who pays in the first period. */
export function withCapacity(programme: Programme, bought: readonly CapacityOffer[]): Programme {
  const raised = new Set(bought.map(({ resource }) => resource));
  const { count } = programme.muster.periods;
  return {
    ...programme,
    resources: [
      ...programme.resources.filter(({ id }) => !raised.has(id)),
      ...[...raised].flatMap((id) =>
        rowsOf(programme.resources.find((row) => row.id === id)!, raisedBy(programme, id, bought)),
      ),
    ],
    funds: programme.funds.map((fund) => {
      const cost = costTo(fund, bought);
      if (cost === 0) return fund;
      const [first, ...later] = moneyOf(fund, count);
      return { ...fund, perPeriod: [Math.max(0, first - cost), ...later] };
    }),
  };
}

/** Whether the funds hold in the first period what the offers cost. */
export function affordable({ funds, muster }: Programme, bought: readonly CapacityOffer[]): boolean {
  const starts = periodStarts(muster.periods);
  return funds.every((fund) => costTo(fund, bought) <= fundByPeriod(fund, starts)[0]);
}

/** What offers cost a fund. */
export function costTo({ id }: Fund, bought: readonly CapacityOffer[]): number {
  return bought.reduce((sum, { fund, cost }) => (fund === id ? sum + centralOf(cost) : sum), 0);
}

/** What offers cost in the objective: public money at the marginal cost of public funds. */
export function costOfOffers({ funds, muster }: Programme, bought: readonly CapacityOffer[]): number {
  const marginal = centralOf(muster.marginalCostOfPublicFunds);
  return funds.reduce((sum, fund) => sum + costTo(fund, bought) * (fund.public ? marginal : 1), 0);
}

function raisedBy(programme: Programme, id: string, bought: readonly CapacityOffer[]): number[] {
  const { count } = programme.muster.periods;
  return resourceByPeriod(programme, id, count).map((amount, t) =>
    bought.reduce(
      (sum, { resource, add, from, until = count }) =>
        resource === id && from <= t + 1 && t + 1 <= until ? sum + add : sum,
      amount,
    ),
  );
}

/** Rows of a resource that say what there is of it in each period. */
function rowsOf(row: ResourceRow, amounts: readonly number[]): ResourceRow[] {
  return amounts.flatMap((amount, t) =>
    t > 0 && amount === amounts[t - 1] ? [] : [{ ...row, from_period: t + 1, amount }],
  );
}

function moneyOf({ perPeriod }: Fund, count: number): number[] {
  return Array.isArray(perPeriod) ? perPeriod : new Array<number>(count).fill(centralOf(perPeriod));
}
