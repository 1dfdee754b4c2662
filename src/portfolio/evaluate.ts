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
 * Draws what follows an action on one path. The k-th uncertain step of a group uses its k-th number whatever the
 * period, so that two policies meet the same luck with the same project (common random numbers).
 */
export class Path {
  private readonly counters: Uint16Array;

  constructor(
    private readonly model: JointModel,
    private readonly luck: Float64Array,
    private readonly drawsPerGroup: number,
  ) {
    this.counters = new Uint16Array(model.groups.length);
  }

  /** Luck of one path: `drawsPerGroup` numbers for each group. */
  static luck(model: JointModel, random: Random): Float64Array {
    return Float64Array.from({ length: model.groups.length * model.periods }, () => random.uniform());
  }

  restart(counters?: Uint16Array): void {
    if (counters) this.counters.set(counters);
    else this.counters.fill(0);
  }

  step(action: Int32Array, state: JointState): void {
    for (let g = 0; g < action.length; g++) {
      const { nextFrom, next, probability } = this.model.groups[g].process;
      const from = nextFrom[action[g]];
      const to = nextFrom[action[g] + 1];
      if (to - from === 1) {
        state[g] = next[from];
        continue;
      }
      let u = this.luck[g * this.drawsPerGroup + this.counters[g]++];
      let n = from;
      while (n < to - 1 && u >= probability[n]) u -= probability[n++];
      state[g] = next[n];
    }
  }
}

/** Value of one path under a policy from period t on; `visit` sees every state and action. */
export function follow(
  model: JointModel,
  policy: Policy,
  path: Path,
  from: number,
  state: JointState,
  visit?: PerformanceTally,
  weight = 1,
): number {
  let value = 0;
  for (let t = from; t < model.periods; t++) {
    const action = policy.decide(t, state);
    visit?.state(t, state, weight);
    visit?.action(t, action, weight);
    value += model.chainValue(t, state) + model.reward(t, action);
    path.step(action, state);
  }
  visit?.state(model.periods, state, weight);
  return value;
}

/** Performance of a policy by simulation of `paths` courses; path i of a seed is the same for every policy. */
export function simulate(model: JointModel, policy: Policy, paths: number, seed: number): Performance {
  const tally = new PerformanceTally(model);
  const values = pathValues(model, policy, paths, seed, tally);
  const { mean, standardError } = meanOf(values);
  return tally.finish(mean, standardError, false);
}

/** Value of each path under a policy. */
export function pathValues(
  model: JointModel,
  policy: Policy,
  paths: number,
  seed: number,
  tally?: PerformanceTally,
): Float64Array {
  const random = new Random(seed);
  return Float64Array.from({ length: paths }, (_, i) => {
    const path = new Path(model, Path.luck(model, random.fork(i)), model.periods);
    return follow(model, policy, path, 0, model.initial(), tally, 1 / paths);
  });
}

export function meanOf(values: Float64Array): { mean: number; standardError: number } {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, n - 1);
  return { mean, standardError: Math.sqrt(variance / n) };
}
