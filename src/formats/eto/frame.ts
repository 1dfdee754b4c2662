import type { ProviderRow, Scenario, SupplyRow } from '../../contract/folder/index.ts';
import { cutAllForeign, supplyingJurisdictions } from '../imported-folder/frame.ts';
import type { Findings } from './findings.ts';
import type { EtoRelease } from './release.ts';
import { sourceDays } from './supply-findings.ts';

/** The scenario to start from; a home that supplies nothing is worth a note. */
export function firstScenarios(
  release: EtoRelease,
  supply: readonly SupplyRow[],
  providers: readonly ProviderRow[],
  home: readonly string[],
  latestYear: number,
  findings: Findings,
): Scenario[] {
  const bases = supplyingJurisdictions(supply, providers);
  const named = home.join(', ');
  if (!home.some((jurisdiction) => bases.includes(jurisdiction))) {
    findings.add('HOME_WITHOUT_SUPPLY', 'provision.csv', null, named, `Home is ${named}.`);
  }
  const foreign = bases.filter((jurisdiction) => !home.includes(jurisdiction));
  return cutAllForeign(foreign, sourceDays(release).at(-1) ?? `${latestYear}-12-31`, 'home');
}
