import { Random } from '../kernel/random.ts';
import type { JointKey } from './joint-key.ts';
import type { JointModel, JointState } from './joint-model.ts';
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

/**
 * The luck of one path. The k-th uncertain step of a group uses its k-th number whatever the period, so that two
 * policies meet the same luck with the same project (common random numbers).
 */
class Path {
  private readonly counters: Uint16Array;

  private constructor(
    private readonly model: JointModel,
    private readonly luck: Float64Array,
  ) {
    this.counters = new Uint16Array(model.groups.length);
  }

  static draw(model: JointModel, random: Random): Path {
    return new Path(
      model,
      Float64Array.from({ length: model.groups.length * model.periods }, () => random.uniform()),
    );
  }

  /** Moves every group to where the action takes it. */
  step(action: Int32Array, state: JointState): void {
    for (let g = 0; g < action.length; g++) {
      const { nextFrom, next, probability } = this.model.groups[g].process;
      const from = nextFrom[action[g]];
      const to = nextFrom[action[g] + 1];
      if (to - from === 1) {
        state[g] = next[from];
        continue;
      }
      let u = this.luck[g * this.model.periods + this.counters[g]++];
      let n = from;
      while (n < to - 1 && u >= probability[n]) u -= probability[n++];
      state[g] = next[n];
    }
  }
}

/**
 * A martingale of mean zero under every policy, to take the luck out of a simulated value: for each group the value
 * to go (under the prices of the bound) of where it went, less its expectation when the action was taken.
 */
export interface Martingale {
  /** Value to go of group g from (t, state), at `t * states + s`. */
  readonly values: readonly Float64Array[];
}

function surprise(
  model: JointModel,
  martingale: Martingale,
  t: number,
  action: Int32Array,
  state: JointState,
): number {
  let sum = 0;
  for (let g = 0; g < action.length; g++) {
    const { process, states } = model.groups[g];
    const from = process.nextFrom[action[g]];
    const to = process.nextFrom[action[g] + 1];
    if (to - from === 1) continue;
    const values = martingale.values[g];
    const at = (t + 1) * states;
    sum += values[at + state[g]];
    for (let n = from; n < to; n++) sum -= process.probability[n] * values[at + process.next[n]];
  }
  return sum;
}

/** Value of one path under a policy, less its surprises; the tally sees every state and action. */
function follow(
  model: JointModel,
  policy: Policy,
  path: Path,
  martingale: Martingale | null,
  tally: PerformanceTally | null,
  weight: number,
): number {
  const state = model.initial();
  let value = 0;
  for (let t = 0; t < model.periods; t++) {
    const action = policy.decide(t, state);
    tally?.state(t, state, weight);
    tally?.action(t, action, weight);
    value += model.chainValue(t, state) + model.reward(t, action);
    path.step(action, state);
    if (martingale) value -= surprise(model, martingale, t, action, state);
  }
  tally?.state(model.periods, state, weight);
  return value;
}

/** Performance of a policy by simulation of `paths` courses; path i of a seed is the same for every policy. */
export function simulate(
  model: JointModel,
  policy: Policy,
  paths: number,
  seed: number,
  martingale: Martingale | null,
): Performance {
  const tally = new PerformanceTally(model);
  const { mean, standardError } = meanOf(pathValues(model, policy, paths, seed, martingale, tally));
  return tally.finish(mean, standardError, false);
}

/** Value of each path under a policy. */
export function pathValues(
  model: JointModel,
  policy: Policy,
  paths: number,
  seed: number,
  martingale: Martingale | null,
  tally: PerformanceTally | null = null,
): Float64Array {
  const random = new Random(seed);
  return Float64Array.from({ length: paths }, (_, i) =>
    follow(model, policy, Path.draw(model, random.fork(i)), martingale, tally, 1 / paths),
  );
}

function meanOf(values: Float64Array): { mean: number; standardError: number } {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, n - 1);
  return { mean, standardError: Math.sqrt(variance / n) };
}
