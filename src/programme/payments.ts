/** Money asked for in one period, payable by any of `funds` (indices). */
export interface Demand {
  readonly amount: number;
  readonly funds: readonly number[];
}

/**
 * Assigns demands to funds within what each holds: a maximum flow by shortest augmenting paths (Edmonds–Karp).
 * Returns paid[demand][fund]. Where the rows of money hold, every demand is met in full; what cannot be met stays
 * unpaid.
 */
export function assignPayments(demands: readonly Demand[], money: readonly number[]): number[][] {
  const paid = demands.map(() => new Array<number>(money.length).fill(0));
  const left = [...money];
  demands.forEach(({ amount }, d) => {
    let open = amount;
    while (open > EPSILON * Math.max(1, amount)) {
      const shifts = findShifts(demands, paid, left, d);
      if (!shifts) break;
      open -= carryOut(paid, left, shifts, open);
    }
  });
  return paid;
}

const EPSILON = 1e-9;

/** One demand takes over money of a fund; the next shift, if any, makes up for the demand that gave it up. */
interface Shift {
  readonly demand: number;
  readonly fund: number;
}

/** Shortest row of shifts that ends at a fund with money left; the first is by demand `d`. */
function findShifts(
  demands: readonly Demand[],
  paid: readonly number[][],
  left: readonly number[],
  d: number,
): Shift[] | null {
  const byFund = new Map<number, { shift: Shift; before: number | null }>();
  const gaveUp = new Map<number, number | null>([[d, null]]);
  for (const demand of gaveUp.keys()) {
    for (const fund of demands[demand].funds) {
      if (byFund.has(fund)) continue;
      byFund.set(fund, { shift: { demand, fund }, before: gaveUp.get(demand)! });
      if (left[fund] > EPSILON) return shiftsTo(byFund, fund);
      paid.forEach((row, other) => {
        if (row[fund] > EPSILON && !gaveUp.has(other)) gaveUp.set(other, fund);
      });
    }
  }
  return null;
}

function shiftsTo(
  byFund: ReadonlyMap<number, { shift: Shift; before: number | null }>,
  last: number,
): Shift[] {
  const shifts: Shift[] = [];
  for (let fund: number | null = last; fund !== null; ) {
    const { shift, before }: { shift: Shift; before: number | null } = byFund.get(fund)!;
    shifts.unshift(shift);
    fund = before;
  }
  return shifts;
}

function carryOut(paid: number[][], left: number[], shifts: readonly Shift[], wanted: number): number {
  const last = shifts[shifts.length - 1];
  let amount = Math.min(wanted, left[last.fund]);
  for (let i = 0; i + 1 < shifts.length; i++) {
    amount = Math.min(amount, paid[shifts[i + 1].demand][shifts[i].fund]);
  }
  shifts.forEach(({ demand, fund }, i) => {
    paid[demand][fund] += amount;
    if (i > 0) paid[demand][shifts[i - 1].fund] -= amount;
  });
  left[last.fund] -= amount;
  return amount;
}
