import type { Link } from './chain.ts';
import { pick, type Reading } from './supply.ts';
import type { ServiceLoss } from './supply-over-time.ts';

/** What carries a link on when its supply falls short: days of stock, and the days in which its installed base wears out. */
export interface Carry {
  /** Days of full need in stock; 0 where nobody has stated any. */
  readonly stockDays: number;
  /** Service life × (1 − service dependence × service lost); 0 for what is consumed. */
  readonly lifeDays: number;
}

/** What carries a link; `losses`: what its suppliers withhold in service. */
export function carryOf(link: Link, losses: readonly ServiceLoss[], reading: Reading): Carry {
  const stockDays = link.stockDays ? pick(link.stockDays, reading, 'better') : 0;
  if (!link.lifeDays) return { stockDays, lifeDays: 0 };
  const dependence = link.service ? pick(link.service, reading, 'worse') : 0;
  const life = pick(link.lifeDays, reading, 'better');
  return { stockDays, lifeDays: life * (1 - dependence * serviceLost(losses, reading)) };
}

/** Fraction of foreign service that is lost, weighted by the shares of those who give it. */
function serviceLost(losses: readonly ServiceLoss[], reading: Reading): number {
  let lost = 0;
  let total = 0;
  for (const loss of losses) {
    const share = pick(loss.share, reading, 'better');
    total += share;
    lost += share * loss.lost;
  }
  return total > 0 ? lost / total : 0;
}
