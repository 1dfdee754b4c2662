import { Random } from '../kernel/random.ts';
import type { JointKey } from './joint-key.ts';
import type { JointModel } from './joint-model.ts';
import { follow, type Luck, Path, type Surprise } from './path.ts';
import { type Performance, PerformanceTally } from './performance.ts';
import type { Policy } from './policy.ts';

/**
 * Exact performance of a policy: the law of the joint state is carried forward. Null when more than `states`
 * joint states are met in all.
 */
export function evaluateExactly(
  model: JointModel,
  key: JointKey,
  policy: Policy,
  states: number,
): Performance | null {
  const tally = new PerformanceTally(model);
  let law = new Map<number, number>([[key.pack(model.initial()), 1]]);
  let value = 0;
  let met = 1;
  const state = new Int32Array(model.groups.length);
  for (let t = 0; t < model.periods; t++) {
    const after = new Map<number, number>();
    for (const [packed, weight] of law) {
      key.unpack(packed, state);
      const action = policy.decide(t, state);
      tally.state(t, state, weight);
      tally.action(t, action, weight);
      value += weight * (model.chainValue(t, state) + model.reward(t, action));
      model.forEachNext(action, (next, probability) => {
        const id = key.pack(next);
        after.set(id, (after.get(id) ?? 0) + weight * probability);
      });
    }
    met += after.size;
    if (met > states) return null;
    law = after;
  }
  for (const [packed, weight] of law) tally.state(model.periods, key.unpack(packed, state), weight);
  return tally.finish(value, 0, true);
}

/** Value and sum of surprises of each path. */
export interface PathValues {
  readonly values: Float64Array;
  readonly surprises: Float64Array;
}

/** Follows a policy on paths `from` … `from + count − 1` of a seed; path i of a seed is the same for every policy. */
export function followPaths(
  model: JointModel,
  policy: Policy,
  paths: { readonly seed: number; readonly from: number; readonly count: number },
  surprise: Luck,
  tally: PerformanceTally | null = null,
): PathValues {
  const random = new Random(paths.seed);
  const values = new Float64Array(paths.count);
  const surprises = new Float64Array(paths.count);
  for (let i = 0; i < paths.count; i++) {
    const path = new Path(model, random.fork(paths.from + i));
    const followed = follow(model, policy, path, surprise, tally, 1 / paths.count);
    values[i] = followed.value;
    surprises[i] = followed.surprise;
  }
  return { values, surprises };
}

/** Performance of a policy by simulation of `count` courses. */
export function simulate(
  model: JointModel,
  policy: Policy,
  count: number,
  seed: number,
  surprise: Surprise,
): Performance {
  const tally = new PerformanceTally(model);
  const paths = followPaths(model, policy, { seed, from: 0, count }, surprise, tally);
  const { mean, standardError } = meanOf(withoutLuck(paths));
  return tally.finish(mean, standardError, false);
}

/**
 * Values less the multiple of their surprises that regression suggests. The multiple of each half of the paths is
 * read off the other half, so that the mean stays unbiased.
 */
export function withoutLuck({ values, surprises }: PathValues): Float64Array {
  const half = values.length >> 1;
  const first = slope(values.subarray(0, half), surprises.subarray(0, half));
  const second = slope(values.subarray(half), surprises.subarray(half));
  return values.map((x, i) => x - (i < half ? second : first) * surprises[i]);
}

/** Least squares of y on x; 0 where x does not vary. */
export function slope(y: Float64Array, x: Float64Array): number {
  const centre = meanOf(x).mean;
  let xy = 0;
  let xx = 0;
  for (let i = 0; i < x.length; i++) {
    xy += (x[i] - centre) * y[i];
    xx += (x[i] - centre) ** 2;
  }
  return xx > 0 ? xy / xx : 0;
}

export function meanOf(values: Float64Array): { mean: number; standardError: number } {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, n - 1);
  return { mean, standardError: Math.sqrt(variance / n) };
}
