import { expect, test } from 'vitest';
import { ScenarioView } from '../../src/app/scenario-view.ts';
import { ChainWorld } from '../../src/app/scenario-world.ts';
import type { AssessedProduct } from '../../src/contract/assess.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { type Completing, completion } from './random-completions.ts';
import { Draw, randomUnknowns } from './random-unknowns.ts';

const SYSTEMS = 3000;
const SEED = 20_260_801;

function answer(programme: Programme): AssessedProduct {
  const view = new ScenarioView(new ChainWorld(programme), programme.scenarios[0], { gates: 'unknown' });
  return view.products()[0];
}

const HOWS: Completing[] = [
  { settled: 1, draws: false },
  { settled: 0.5, draws: false },
  { settled: 1, draws: true },
];

/** What of the answer to a completion lies outside the answer before it. */
function outside(before: AssessedProduct, after: AssessedProduct, drawn: boolean): string[] {
  const found: string[] = [];
  const slack = 1e-9;
  if (after.coverageLow < before.coverageLow - slack) found.push('coverageLow');
  if (after.coverageHigh > before.coverageHigh + slack) found.push('coverageHigh');
  // The verdict and the days rest on central figures: a figure drawn from its range may change them.
  if (drawn) return found;
  before.levels.forEach((was, i) => {
    const is = after.levels[i];
    const day = (x: number | null): number => x ?? Number.POSITIVE_INFINITY;
    if (was.works !== 'unknown' && is.works !== was.works) found.push(`works at ${was.level}`);
    if (day(is.stopsOnDay) < day(was.stopsOnDay)) found.push(`earliest day at ${was.level}`);
    if (day(is.stopsOnDayLatest) > day(was.stopsOnDayLatest)) found.push(`latest day at ${was.level}`);
  });
  return found;
}

test('every completion of what is unknown lies inside the answer before it', () => {
  const counts = { systems: 0, completions: 0, open: 0, closed: 0, moved: 0 };
  const missed: string[] = [];
  for (let i = 0; i < SYSTEMS; i++) {
    const programme = randomUnknowns(SEED + i);
    const before = answer(programme);
    counts.systems++;
    if (before.works === 'unknown') counts.open++;
    HOWS.forEach((how, h) => {
      const draw = new Draw(SEED + 31 * i + h);
      const after = answer(completion(programme, draw, how));
      counts.completions++;
      if (before.works === 'unknown' && after.works !== 'unknown') counts.closed++;
      if (after.coverageLow > before.coverageLow || after.coverageHigh < before.coverageHigh) counts.moved++;
      for (const what of outside(before, after, how.draws))
        missed.push(`${what} (system ${i}, completion ${h})`);
    });
  }
  console.info(JSON.stringify({ ...counts, outside: missed.length }));
  expect(missed.slice(0, 10)).toEqual([]);
  expect(counts.systems).toBe(SYSTEMS);
  // The test would be idle if little were unknown or little were settled.
  expect(counts.open).toBeGreaterThan(SYSTEMS / 3);
  expect(counts.closed).toBeGreaterThan(SYSTEMS / 4);
  expect(counts.moved).toBeGreaterThan(SYSTEMS / 2);
});
