import type { ScenarioDiff } from '../contract/diff.ts';
import type { Difference } from '../programme/differences.ts';
import type { Programme } from '../programme/programme.ts';
import { COMBINATIONS_MAX, MAX_ORDER } from './diff-combinations.ts';

/** Sorts of things on which a plan rests and nothing that is assessed. */
const OF_PLANS: ReadonlySet<string> = new Set(['goal', 'option', 'instrument', 'fund', 'actor', 'resource']);

/** What a comparison leaves out or takes for granted, in words. */
export function diffNotes(
  before: Programme,
  after: Programme,
  differences: readonly Difference[],
  scenarios: readonly ScenarioDiff[],
  complete: boolean,
): string[] {
  const notes: string[] = [];
  const homes = [before, after].map(({ muster }) => [...muster.home].sort().join(', '));
  if (homes[0] !== homes[1]) {
    notes.push(
      `The two have different homes (${homes[0]} and ${homes[1]}): each is answered from its own point of view.`,
    );
  }
  const prices = [before, after].map(({ muster }) => `${muster.currency} of ${muster.priceYear}`);
  if (prices[0] !== prices[1]) {
    notes.push(`Money is in ${prices[0]} and in ${prices[1]}: sums of the two do not compare, ranks do.`);
  }
  for (const { id, name, in: where } of scenarios) {
    if (where === 'both') continue;
    notes.push(
      `${name} (${id}) is in ${where === 'after' ? 'the second' : 'the first'} programme only: there is nothing to compare.`,
    );
  }
  for (const { id, name, readingBefore, readingAfter } of scenarios) {
    if (readingBefore === null || readingAfter === null || readingBefore === readingAfter) continue;
    notes.push(`${name} (${id}) is read differently: ${readingBefore} before, ${readingAfter} after.`);
  }
  const ofPlans = differences.filter(({ sort }) => OF_PLANS.has(sort)).length;
  if (ofPlans > 0) {
    notes.push(
      `${ofPlans} of the changes are to goals, options, money, actors or resources: they change what is planned, not what stops.`,
    );
  }
  if (!complete) {
    notes.push(
      `Of some products more than ${COMBINATIONS_MAX} combinations of up to ${MAX_ORDER} members are critical; the others are not compared.`,
    );
  }
  return notes;
}
