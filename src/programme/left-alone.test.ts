import { expect, test } from 'vitest';
import type { StageSpec } from '../portfolio/spec.ts';
import { leftAloneStage } from './left-alone.ts';

const stage = (part: Partial<StageSpec>): StageSpec => ({
  durationLaw: [1],
  success: 1,
  proves: false,
  costPerPeriod: 0,
  use: [],
  requires: [],
  ...part,
});

/** Begun at once: expected periods that begin after its end, and expected spending, by walking the periods. */
function walked(
  { durationLaw: [ends], costPerPeriod }: StageSpec,
  periods: number,
): [left: number, spent: number] {
  let running = 1;
  let left = 0;
  let spent = 0;
  for (let t = 0; t < periods; t++) {
    spent += running * costPerPeriod;
    left += running * ends! * (periods - t - 1);
    running *= 1 - ends!;
  }
  return [left, spent];
}

test('a year for sure is a year for sure', () => {
  const alone = leftAloneStage([stage({ success: 0.8, costPerPeriod: 7 })], 0.5, 4);
  expect(alone.durationLaw[0]).toBeCloseTo(1, 9);
  expect(alone.success).toBeCloseTo(0.4, 12);
  expect(alone.costPerPeriod).toBeCloseTo(3.5, 9);
});

test('as much is left of the horizon, and as much spent within it, as with the stages', () => {
  // Two periods or three at 10, passing with 0.5; then two at 20, of a horizon of six. It goes ahead with 0.4.
  const stages = [
    stage({ durationLaw: [0, 0.5, 0.5], success: 0.5, costPerPeriod: 10 }),
    stage({ durationLaw: [0, 1], success: 0.9, costPerPeriod: 20, proves: true }),
  ];
  const alone = leftAloneStage(stages, 0.4, 6);
  const [left, spent] = walked(alone, 6);
  // Ends after four or five periods: 2 or 1 are left. Spends 0.4 × 25 and, with 0.2, 40.
  expect(left).toBeCloseTo(1.5, 9);
  expect(spent).toBeCloseTo(0.4 * 25 + 0.2 * 40, 9);
  expect(alone.success).toBeCloseTo(0.4 * 0.5 * 0.9, 12);
  expect(alone.proves).toBe(true);
});

test('what cannot end within the horizon hardly ends, and spends what the horizon holds of it', () => {
  const alone = leftAloneStage([stage({ durationLaw: [0, 0, 0, 1], costPerPeriod: 5 })], 1, 3);
  const [left, spent] = walked(alone, 3);
  expect(left).toBeLessThan(1e-9);
  expect(spent).toBeCloseTo(15, 6);
});
