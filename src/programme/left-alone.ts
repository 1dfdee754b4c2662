import type { StageSpec } from '../portfolio/spec.ts';
import { meanOf } from './durations.ts';

/**
 * A project that is left to its performer, as one stage: there is nothing to decide in it. It passes where it goes ahead
 * and passes every stage, and costs what the stages that it reaches do. When it ends is told without memory of how long
 * it has run, which keeps the states of a group few; of a project begun at once, as many periods are expected to be left
 * after it within the horizon as with the durations of its stages.
 */
export function leftAloneStage(stages: readonly StageSpec[], goesAhead: number, periods: number): StageSpec {
  let reached = goesAhead;
  let cost = 0;
  for (const { durationLaw, costPerPeriod, success } of stages) {
    cost += reached * costPerPeriod * meanOf(durationLaw);
    reached *= success;
  }
  const ends = steadyChance(periodsLeft(stages, periods), periods);
  return {
    durationLaw: [ends],
    memoryless: true,
    success: reached,
    proves: stages.some(({ proves }) => proves),
    costPerPeriod: cost * ends,
    use: [],
    requires: [],
  };
}

/** Expected number of periods of the horizon that begin after the last stage has ended, all stages begun at once. */
function periodsLeft(stages: readonly StageSpec[], periods: number): number {
  let ended = [1];
  for (const { durationLaw } of stages) {
    const next = new Array<number>(periods + 1).fill(0);
    ended.forEach((chance, t) => {
      durationLaw.forEach((ends, k) => {
        if (t + k + 1 <= periods) next[t + k + 1] += chance * ends;
      });
    });
    ended = next;
  }
  return ended.reduce((sum, chance, t) => sum + chance * (periods - t), 0);
}

/** The chance of ending in each period under which that many periods are left, by bisection. */
function steadyChance(left: number, periods: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const chance = (low + high) / 2;
    let expected = 0;
    for (let t = 1; t < periods; t++) expected += 1 - (1 - chance) ** t;
    if (expected < left) low = chance;
    else high = chance;
  }
  return high;
}

const HALVINGS = 50;
