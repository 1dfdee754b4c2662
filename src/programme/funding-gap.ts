import type { Instrument, Mode, Option } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';
import { periodYears } from '../kernel/days.ts';
import { durationLaw, meanOf } from './durations.ts';
import type { Programme } from './programme.ts';

/** Instruments that are aid: bought at a price, or held as a share, money is none. */
const AID: ReadonlySet<Instrument['kind']> = new Set([
  'grant',
  'lump-sum-grant',
  'matched-grant',
  'repayable-advance',
  'tax-credit',
  'park-or-facility',
]);

/**
 * Largest public share that aid may have: funding gap over cost, both as present values. The gap is what the project
 * lacks to be worth to its performer what it would do instead; 1 where the option does not say, or it is no aid. The
 * cost is that of every stage passing, each in its mean time.
 */
export function fundingGapShare(
  { muster }: Programme,
  { privateNpv, stages }: Option,
  { factors }: Mode,
  { kind }: Instrument,
): number {
  if (privateNpv === undefined || !AID.has(kind)) return 1;
  const years = periodYears(muster.periods.length);
  const factor = (1 + muster.discountRate) ** -years;
  let begins = 0;
  let cost = 0;
  for (const stage of stages) {
    const slower = (stage.name === 'deal' ? factors.dealTime : factors.duration) ?? 1;
    const length = meanOf(durationLaw(stage.periods, slower, years * 12, muster.periods.count));
    const perPeriod = centralOf(stage.costPerPeriod) * (factors.cost ?? 1);
    for (let k = 0; k < length; k++) cost += perPeriod * Math.min(1, length - k) * factor ** (begins + k);
    begins += length;
  }
  const gap = Math.max(0, -centralOf(privateNpv));
  return cost > 0 ? Math.min(1, gap / cost) : 1;
}
