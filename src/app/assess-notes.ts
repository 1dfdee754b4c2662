import type { Group } from '../chain/chain.ts';
import type { Threat } from '../chain/threat.ts';
import type { Scenario } from '../contract/folder/index.ts';
import type { ChainWorld } from './scenario-world.ts';

/** What an assessment leaves out or takes for granted, in words. */
export function assessNotes(
  world: ChainWorld,
  scenario: Scenario,
  threat: Threat,
  options: { readonly gates: 'all' | 'any' | 'unknown' },
  openProducts: readonly string[],
): string[] {
  const { programme } = world;
  const notes: string[] = [];
  if (scenario.hypothetical) notes.push('The scenario is hypothetical.');
  if (scenario.hazardPerPeriod !== undefined) {
    notes.push(
      `It starts with a chance of ${scenario.hazardPerPeriod} in each period; days count from its start, whenever that is.`,
    );
  }
  const uncounted = threat.measures.filter(
    ({ covers }) => !covers.includes('goods') && !covers.includes('service'),
  );
  if (uncounted.length > 0) {
    notes.push(
      `${uncounted.length} measures on technology or people alone are recorded but do not change supply: ${uncounted.map(({ id }) => id).join(', ')}.`,
    );
  }
  const unknown = [...world.below].filter((id) => world.chain.links.get(id)!.groups.some(hasUnknownGate));
  if (unknown.length > 0 && options.gates === 'unknown') {
    notes.push(
      `The gates of ${unknown.length} links are not stated; answers range from all needed to any suffices.`,
    );
  }
  if (scenario.exportLoss.length > 0) {
    notes.push('The loss of export markets is recorded but not yet counted in any figure.');
  }
  if (programme.overlay.depth) notes.push(`The data ends here: ${programme.overlay.depth}`);
  if (openProducts.length > 0) {
    const names = openProducts.map((id) => world.chain.links.get(id)!.name).join(', ');
    notes.push(
      `With missing figures adverse, ${names} would not reach full service even with nobody lost: combinations are listed at favourable figures, and more may be critical.`,
    );
  }
  notes.push(
    'Critical combinations count the loss of suppliers from a world with nothing cut, at the highest service level.',
    'A case-by-case licence lets the stated fraction of trade through. Once lost, a link stays lost: later relief is not counted in days.',
  );
  return notes;
}

function hasUnknownGate(group: Group): boolean {
  return group.gate === 'unknown' || group.groups.some(hasUnknownGate);
}
