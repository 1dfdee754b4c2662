import type { Fund } from '../contract/folder/index.ts';
import type { Plan } from '../contract/plan.ts';
import { centralOf } from '../evidence/figure.ts';
import { costTo } from '../programme/capacity-offers.ts';
import type { Programme } from '../programme/programme.ts';
import type { BoughtCase } from './buy-capacity.ts';
import { dualOf } from './row-duals.ts';

/** Offers of capacity, what was decided on each and what that turns on. */
export function planCapacity({
  solved,
  bought,
  valueWithout,
  otherwiseAtMost,
}: BoughtCase): Plan['capacity'] {
  const { problem, solution } = solved;
  const { periods } = problem.spec;
  return problem.programme.capacity.map((offer) => {
    const { id, name, name_zh, resource, add, from, until = periods, cost, fund, reason } = offer;
    const dual = dualOf(problem, solution, (row) => row.kind === 'resource' && row.id === resource);
    return {
      id,
      name,
      nameZh: name_zh ?? null,
      resource,
      add,
      fromPeriod: from,
      untilPeriod: until,
      cost: centralOf(cost),
      fund,
      reason,
      bought: bought.includes(offer),
      worthAtPrices: dual.slice(from - 1, until).reduce((sum, price) => sum + price * add, 0),
      valueWithoutOffers: valueWithout,
      otherwiseAtMost: otherwiseAtMost(offer),
    };
  });
}

/** Money of a fund by period with what offers that were bought cost in the first. */
export function withOffers(byPeriod: readonly number[], fund: Fund, { bought }: BoughtCase): number[] {
  const [first, ...later] = byPeriod;
  return [first + costTo(fund, bought), ...later];
}

type Totals = Pick<Plan, 'publicCost' | 'privateCost' | 'publicReturns' | 'leverage'>;

/** Totals of money with what offers that were bought cost. */
export function withCapacityCost(totals: Totals, { funds }: Programme, { bought }: BoughtCase): Totals {
  const cost = (isPublic: boolean): number =>
    funds.reduce((sum, fund) => (fund.public === isPublic ? sum + costTo(fund, bought) : sum), 0);
  const publicCost = totals.publicCost + cost(true);
  const privateCost = totals.privateCost + cost(false);
  return { ...totals, publicCost, privateCost, leverage: publicCost > 0 ? privateCost / publicCost : null };
}

export function capacityNotes({ capacity }: Programme): string[] {
  if (capacity.length === 0) return [];
  return [
    'Capacity on offer is bought before the plan begins, not in answer to how projects fare, and looked for one step at a time; bound and proof are of plans with the same purchases.',
  ];
}
