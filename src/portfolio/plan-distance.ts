import type { JointModel } from './joint-model.ts';
import { type Performance, startKey } from './performance.ts';

/** Chance that the plan starts each project, group by group in their order; what is left to performers does not count. */
export function startChances({ plan }: JointModel, { starts }: Pick<Performance, 'starts'>): Float64Array {
  const chances = plan.groups.flatMap(({ projects }, g) =>
    projects.map(({ variants }, p) =>
      variants.reduce((sum, { stages }, v) => {
        if (stages[0].memoryless) return sum;
        const law = starts.get(startKey(g, p, v, 0));
        return law ? law.reduce((total, chance) => total + chance, sum) : sum;
      }, 0),
    ),
  );
  return Float64Array.from(chances);
}

/** Chances of start less far apart than this do not tell two plans apart: a project may just have crossed the mark. */
const CHANGE_LEAST = 0.05;

/**
 * How different two plans are by what they fund, in [0, 1]: of the projects that either funds, the share that only one
 * does (distance of Jaccard). Funded is what starts with at least the chance `funded`; what only one plan funds with
 * chances hardly apart counts as funded by both.
 */
export function planDistance(a: Float64Array, b: Float64Array, funded: number): number {
  let either = 0;
  let one = 0;
  for (let i = 0; i < a.length; i++) {
    const low = Math.min(a[i], b[i]);
    const high = Math.max(a[i], b[i]);
    if (high < funded) continue;
    either++;
    if (low < funded && high - low >= CHANGE_LEAST) one++;
  }
  return either === 0 ? 0 : one / either;
}

/** The same with every project counted by its chances of start: 1 − Σ min / Σ max. */
export function chanceDistance(a: Float64Array, b: Float64Array): number {
  let least = 0;
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    least += Math.min(a[i], b[i]);
    most += Math.max(a[i], b[i]);
  }
  return most === 0 ? 0 : 1 - least / most;
}
