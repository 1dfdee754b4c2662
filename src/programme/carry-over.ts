import type { Fund } from '../contract/folder/index.ts';
import type { Saving } from '../portfolio/spec.ts';
import { fundByPeriod } from './financing.ts';

/** The saving of a fund whose money does not lapse at the end of a period. */
export interface CarriedOver extends Saving {
  readonly fund: number;
}

/**
 * What funds with carry-over may put by: their money counts in every row of money that they are part of. It can be
 * carried to the last period in which the fund may pay at all: the end of its window, or its day of cancellation.
 */
export function carriedOver(
  funds: readonly Fund[],
  starts: readonly number[],
  rows: readonly { readonly funds?: readonly number[] }[],
): CarriedOver[] {
  return funds.flatMap((fund, f): CarriedOver[] => {
    const counted = rows.flatMap((row, r) => (row.funds?.includes(f) ? [r] : []));
    if (!fund.carryOver || counted.length === 0) return [];
    const open = fundByPeriod({ ...fund, perPeriod: 1 }, starts);
    return [{ fund: f, rows: counted, money: fundByPeriod(fund, starts), until: open.lastIndexOf(1) }];
  });
}

/** Money of each fund by period once it is settled what is put by; `saved` by saving and period. */
export function moneyAfterSaving(
  money: readonly (readonly number[])[],
  savings: readonly CarriedOver[],
  saved: readonly Float64Array[],
): number[][] {
  const after = money.map((byPeriod) => [...byPeriod]);
  savings.forEach(({ fund, until }, i) => {
    for (let t = 0; t < until; t++) {
      after[fund][t] -= saved[i]?.[t] ?? 0;
      after[fund][t + 1] += saved[i]?.[t] ?? 0;
    }
  });
  return after;
}
