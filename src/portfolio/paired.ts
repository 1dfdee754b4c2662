import { evaluateExactly, followPaths, withoutLuck } from './evaluate.ts';
import { JointKey } from './joint-key.ts';
import type { JointModel } from './joint-model.ts';
import type { Surprise } from './path.ts';
import { type Performance, PerformanceTally } from './performance.ts';
import type { Policy } from './policy.ts';

export interface PairedLimits {
  /** Joint states that an exact evaluation may take; 0: always by simulation. */
  readonly states: number;
  /** Paths, the same for both policies. */
  readonly paths: number;
  readonly seed: number;
}

/** Two policies on the same luck. */
export interface Paired {
  /** What the other is worth over the one, path by path; one number where values are exact. */
  readonly gains: Float64Array;
  readonly one: Performance;
  readonly other: Performance;
}

/** Compares two policies exactly where the reachable states allow, else on common random numbers. */
export function paired(
  model: JointModel,
  one: Policy,
  other: Policy,
  surprise: Surprise,
  { states, paths, seed }: PairedLimits,
): Paired {
  const key = states > 0 ? JointKey.of(model) : null;
  const exact = key && [one, other].map((policy) => evaluateExactly(model, key, policy, states));
  if (exact?.[0] && exact[1]) {
    return { gains: Float64Array.of(exact[1].value - exact[0].value), one: exact[0], other: exact[1] };
  }
  const [before, after] = [one, other].map((policy) => {
    const tally = new PerformanceTally(model);
    const seen = followPaths(model, policy, { seed, from: 0, count: paths }, surprise, tally);
    const mean = seen.values.reduce((sum, x) => sum + x, 0) / paths;
    return { ...seen, performance: tally.finish(mean, 0, false) };
  });
  const difference = (x: Float64Array, y: Float64Array): Float64Array => x.map((a, i) => a - y[i]);
  const gains = withoutLuck({
    values: difference(after.values, before.values),
    surprises: difference(after.surprises, before.surprises),
  });
  return { gains, one: before.performance, other: after.performance };
}
