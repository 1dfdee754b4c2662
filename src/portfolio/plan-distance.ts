import type { JointModel } from './joint-model.ts';
import { type Performance, startKey } from './performance.ts';

/** Chance of each project to start, group by group in the order of their projects. */
export function startChances({ plan }: JointModel, { starts }: Pick<Performance, 'starts'>): Float64Array {
  const chances = plan.groups.flatMap(({ projects }, g) =>
    projects.map(({ variants }, p) =>
      variants.reduce((sum, _, v) => {
        const law = starts.get(startKey(g, p, v, 0));
        return law ? law.reduce((total, chance) => total + chance, sum) : sum;
      }, 0),
    ),
  );
  return Float64Array.from(chances);
}

/**
 * How different two plans are by what they start, in [0, 1]: the smaller of two distances of Jaccard, so that plans
 * apart are so by either. One minus the projects that both fund, of those that either funds, where funded is what starts
 * with at least the chance `funded`; and the same with each project counted by its chances, one minus Σ min / Σ max.
 */
export function planDistance(a: Float64Array, b: Float64Array, funded: number): number {
  let both = 0;
  let either = 0;
  let least = 0;
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const low = Math.min(a[i], b[i]);
    const high = Math.max(a[i], b[i]);
    if (low >= funded) both++;
    if (high >= funded) either++;
    least += low;
    most += high;
  }
  const bySets = either === 0 ? 0 : 1 - both / either;
  const byChance = most === 0 ? 0 : 1 - least / most;
  return Math.min(bySets, byChance);
}
