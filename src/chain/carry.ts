import { isBought, type Link } from './chain.ts';
import { pick, type Reading } from './supply.ts';
import type { ServiceLosses } from './supply-over-time.ts';

/** What carries a link on when its supply falls short: days of stock, and the days in which its installed base wears out. */
export interface Carry {
  /** Days of full need in stock. */
  readonly stockDays: number;
  /** Service life × (1 − service dependence × service lost); 0 for what is consumed. */
  readonly lifeDays: number;
}

/**
 * What carries a link; `losses`: what its suppliers withhold in service. Where neither stock nor life is stated of
 * something that is bought, it may be carried on for any time; where one is, the other does not apply.
 */
export function carryOf(link: Link, losses: ServiceLosses, reading: Reading): Carry {
  const adverse = reading.unknowns === 'adverse';
  if (!link.stockDays && !link.lifeDays) {
    return { stockDays: adverse || !isBought(link) ? 0 : Number.POSITIVE_INFINITY, lifeDays: 0 };
  }
  const stockDays = link.stockDays ? pick(link.stockDays, reading, 'better') : 0;
  if (!link.lifeDays) return { stockDays, lifeDays: 0 };
  const dependence = link.service ? pick(link.service, reading, 'worse') : adverse ? 1 : 0;
  const life = pick(link.lifeDays, reading, 'better');
  return { stockDays, lifeDays: life * (1 - dependence * serviceLost(losses, reading)) };
}

/**
 * Fraction of foreign service that is lost, weighted by the shares of those who give it. What nobody has stated may
 * be given by whoever is hit hardest, or by somebody who is not hit.
 */
function serviceLost({ stated, worst }: ServiceLosses, reading: Reading): number {
  let lost = 0;
  let total = 0;
  let rest = 1;
  for (const row of stated) {
    const share = pick(row.share, reading, row.lost > 0 ? 'worse' : 'better');
    rest = Math.max(0, rest - share);
    if (row.isHome) continue;
    total += share;
    lost += share * row.lost;
  }
  const known = total > 0 ? lost / total : 0;
  if (rest === 0) return known;
  return reading.unknowns === 'favourable'
    ? lost / (total + rest)
    : Math.max(known, (lost + rest * worst) / (total + rest));
}
