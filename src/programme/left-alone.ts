import type { StageSpec } from '../portfolio/spec.ts';

/**
 * A project that is left to its performer, as one stage: there is nothing to decide in it. It passes where it goes ahead
 * and passes every stage. When it ends is told without memory of how long it has run, which keeps the states of a group
 * few; of a project begun at once, within the horizon as many periods are expected to be left after it, and as much is
 * expected to be spent, as with the stages themselves.
 */
export function leftAloneStage(stages: readonly StageSpec[], goesAhead: number, periods: number): StageSpec {
  const { success, spent, left } = courseAlone(stages, goesAhead, periods);
  const ends = steadyChance(left, periods);
  const running = (1 - (1 - ends) ** periods) / ends;
  return {
    durationLaw: [ends],
    memoryless: true,
    success,
    proves: stages.some(({ proves }) => proves),
    costPerPeriod: spent / running,
    use: [],
    requires: [],
  };
}

/**
 * Of all stages begun one after the other from the first period on: the chance of passing all, what is expected to be
 * spent within the horizon, and how many periods of it are expected to be left, were all to pass.
 */
function courseAlone(
  stages: readonly StageSpec[],
  goesAhead: number,
  periods: number,
): { success: number; spent: number; left: number } {
  let success = goesAhead;
  let spent = 0;
  let begins = [1];
  for (const stage of stages) {
    const next = new Array<number>(periods + 1).fill(0);
    begins.forEach((chance, t) => {
      let running = 1;
      stage.durationLaw.forEach((ends, k) => {
        if (t + k < periods) spent += success * chance * running * stage.costPerPeriod;
        if (t + k + 1 <= periods) next[t + k + 1] += chance * ends;
        running -= ends;
      });
    });
    begins = next;
    success *= stage.success;
  }
  return { success, spent, left: begins.reduce((sum, chance, t) => sum + chance * (periods - t), 0) };
}

/** The chance of ending in each period under which that many periods are left, by bisection; above 0. */
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
