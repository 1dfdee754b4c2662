import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignPayments } from './payments.ts';

describe('assignPayments', () => {
  it('moves an earlier payee on to its other fund where a later one has no choice', () => {
    const paid = assignPayments(
      [
        { amount: 5, funds: [0, 1] },
        { amount: 5, funds: [0] },
      ],
      [5, 5],
    );
    expect(paid).toEqual([
      [0, 5],
      [5, 0],
    ]);
  });

  it('meets all demands exactly when every union of eligible funds holds enough, and never overdraws', () => {
    const demand = fc.record({
      amount: fc.integer({ min: 0, max: 20 }),
      funds: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(demand, { maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 4, maxLength: 4 }),
        (demands, money) => {
          const paid = assignPayments(demands, money);
          const met = paid.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);
          money.forEach((m, f) => {
            expect(paid.reduce((sum, row) => sum + row[f], 0)).toBeLessThanOrEqual(m + 1e-6);
          });
          let most = Number.POSITIVE_INFINITY;
          for (let cut = 0; cut < 16; cut++) {
            const inside = demands.filter(({ funds }) => funds.every((f) => cut & (1 << f)));
            const outside =
              demands.reduce((s, x) => s + x.amount, 0) - inside.reduce((s, x) => s + x.amount, 0);
            const held = money.reduce((sum, m, f) => sum + (cut & (1 << f) ? m : 0), 0);
            most = Math.min(most, outside + held);
          }
          expect(met).toBeCloseTo(
            Math.min(
              most,
              demands.reduce((s, x) => s + x.amount, 0),
            ),
            6,
          );
        },
      ),
    );
  });
});
