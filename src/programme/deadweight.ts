import type { Instrument, Mode } from '../contract/folder/index.ts';
import { centralOf } from '../evidence/figure.ts';

/**
 * Elasticities of private research in its cost to the user. meta: corrected for what gets published, CPB 2015, 0.13 to
 * 0.21; classic: the earlier literature, 1 to 1.5.
 */
const ELASTICITIES = { meta: 0.17, classic: 1.25 } as const;

/**
 * Chance that a project would go ahead without public money: as the mode says, else its instrument. A tax credit that
 * gives an elasticity e instead: at a credit of share s of its cost, research grows by (1 − s)^−e, so that of what is
 * then done (1 − s)^e would have been done anyway.
 */
export function deadweightOf(mode: Mode, instrument: Instrument): number {
  const stated = mode.deadweight ?? instrument.deadweight;
  if (stated !== undefined) return centralOf(stated);
  const { elasticity } = instrument;
  if (elasticity === undefined) return 0;
  const e = typeof elasticity === 'string' ? ELASTICITIES[elasticity] : centralOf(elasticity);
  return (1 - mode.publicShare) ** e;
}
