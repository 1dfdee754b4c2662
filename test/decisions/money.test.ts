import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fundRows } from '../../src/programme/financing.ts';
import { assignPayments, type Demand } from '../../src/programme/payments.ts';
import { fund } from './small-programme.ts';

const FUNDS = ['a', 'b', 'c', 'd', 'e'].map((id) => fund(id, 0));

/** Whether the rows of money hold: what may be paid only from within a row's funds is at most what they hold. */
function admitted(demands: readonly Demand[], money: readonly number[]): boolean {
  const rows = fundRows(
    demands.map(({ funds }) => funds),
    FUNDS,
    money.map((amount) => [amount]),
  );
  return rows.every(({ funds, capacity }) => {
    const within = demands.filter((demand) => demand.funds.every((f) => funds.includes(f)));
    return within.reduce((sum, { amount }) => sum + amount, 0) <= capacity[0]!;
  });
}

function payable(demands: readonly Demand[], money: readonly number[]): boolean {
  const paid = assignPayments(demands, money);
  return demands.every(({ amount }, d) => Math.abs(paid[d]!.reduce((a, b) => a + b, 0) - amount) < 1e-6);
}

test('two that may take from different funds and one that may take from either', () => {
  // a holds 10, b holds 5. 8 from a only, 4 from b only, and 3 from either: 2 + 1 are left, just enough.
  const demands = (either: number): Demand[] => [
    { amount: 8, funds: [0] },
    { amount: 4, funds: [1] },
    { amount: either, funds: [0, 1] },
  ];
  const money = [10, 5, 0, 0, 0];
  expect([admitted(demands(3), money), payable(demands(3), money)]).toEqual([true, true]);
  expect([admitted(demands(4), money), payable(demands(4), money)]).toEqual([false, false]);
});

test('the rows of money admit exactly the demands that can be paid', () => {
  const demand = fc.record({
    amount: fc.integer({ min: 1, max: 12 }),
    funds: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }),
  });
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(
      fc.array(demand, { minLength: 1, maxLength: 7 }),
      fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 5, maxLength: 5 }),
      (demands, money) => {
        const rows = admitted(demands, money);
        seen[rows ? 'yes' : 'no']++;
        expect(rows).toBe(payable(demands, money));
      },
    ),
    { numRuns: 1000, seed: 1 },
  );
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(100);
});
