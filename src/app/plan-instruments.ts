import type { Plan } from '../contract/plan.ts';
import { centralOf } from '../evidence/figure.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { ProjectMoney } from './project-money.ts';

/** Expected money of funded projects by instrument; those that the plan does not use are left out. */
export function planInstruments(
  { programme }: PlanProblem,
  money: readonly ProjectMoney[],
): Plan['instruments'] {
  return programme.instruments.flatMap((instrument) => {
    const { id, name, name_zh, kind, leverage } = instrument;
    const own = money.filter(({ variant }) => variant.instrument === instrument);
    if (own.length === 0) return [];
    const announcedLeverage = leverage === undefined ? null : centralOf(leverage);
    return [{ id, name, nameZh: name_zh ?? null, kind, ...totalsOf(own), announcedLeverage }];
  });
}

/** Sums of expected money, and what private money comes to a unit of public money. */
export function totalsOf(
  money: readonly ProjectMoney[],
): Pick<Plan, 'publicCost' | 'privateCost' | 'publicReturns' | 'leverage'> {
  const sum = (of: (entry: ProjectMoney) => number): number =>
    money.reduce((total, entry) => total + of(entry), 0);
  const publicCost = sum((entry) => entry.publicMoney);
  const privateCost = sum((entry) => entry.privateMoney);
  return {
    publicCost,
    privateCost,
    publicReturns: sum((entry) => entry.publicReturns),
    leverage: publicCost > 0 ? privateCost / publicCost : null,
  };
}
