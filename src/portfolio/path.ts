import type { Random } from '../kernel/random.ts';
import type { JointModel, JointState } from './joint-model.ts';
import type { PerformanceTally } from './performance.ts';
import type { Policy } from './policy.ts';
import type { Reach } from './reach.ts';

/**
 * The luck of one path. The k-th uncertain step of a group uses its k-th number whatever the period, so that two
 * policies meet the same luck with the same project (common random numbers).
 */
export class Path {
  private readonly counters: Uint16Array;
  private readonly luck: Float64Array;

  constructor(
    private readonly model: JointModel,
    random: Random,
  ) {
    this.counters = new Uint16Array(model.groups.length);
    this.luck = new Float64Array(model.groups.length * model.periods);
    for (let i = 0; i < this.luck.length; i++) this.luck[i] = random.uniform();
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

/** What the luck of a step is worth, with mean zero under every policy (a martingale, for a control variate). */
export interface Luck {
  /** Of moving from period t to `state` after `action`, discounted. */
  of(t: number, action: Int32Array, state: JointState): number;
}

/** Exponent on the chances behind the surprise: what is really attained falls short of what could be. */
const DOUBT = 2;

/**
 * What the luck of a step is worth: the later value of the chain at the chances that the states reached leave, less
 * its expectation when the action was taken. As groups move independently given the action and the value is
 * multilinear, that expectation is the value at the expected chances. Its mean is zero under every policy, so that
 * any multiple of it may be taken off a simulated value (martingale control variate).
 */
export class Surprise implements Luck {
  private readonly chances: readonly Float64Array[];
  private readonly foreseen: Float64Array;
  private readonly found: Float64Array;

  constructor(
    private readonly model: JointModel,
    reach: Reach,
  ) {
    this.chances = model.groups.map(({ states }, g) =>
      Float64Array.from({ length: model.periods * states }, (_, at) => {
        return reach.byTheEnd(g, Math.floor(at / states), at % states) ** DOUBT;
      }),
    );
    this.foreseen = new Float64Array(model.groups.length);
    this.found = new Float64Array(model.groups.length);
  }

  /** Surprise of moving from period t to `state` after `action`, discounted. */
  of(t: number, action: Int32Array, state: JointState): number {
    const { model, foreseen, found } = this;
    if (t + 1 >= model.periods) return 0;
    let moved = false;
    for (let g = 0; g < action.length; g++) {
      const { process, states } = model.groups[g];
      const chances = this.chances[g];
      const base = (t + 1) * states;
      const from = process.nextFrom[action[g]];
      const to = process.nextFrom[action[g] + 1];
      found[g] = chances[base + state[g]];
      if (to - from === 1) foreseen[g] = found[g];
      else {
        let mean = 0;
        for (let n = from; n < to; n++) mean += process.probability[n] * chances[base + process.next[n]];
        foreseen[g] = mean;
        moved = true;
      }
    }
    return moved ? model.chain.laterValue(t, found) - model.chain.laterValue(t, foreseen) : 0;
  }
}

/** Value of one path under a policy, and the sum of its surprises; the tally sees every state and action. */
export function follow(
  model: JointModel,
  policy: Policy,
  path: Path,
  surprise: Luck,
  tally: PerformanceTally | null,
  weight: number,
): { value: number; surprise: number } {
  const state = model.initial();
  let value = 0;
  let luck = 0;
  for (let t = 0; t < model.periods; t++) {
    const action = policy.decide(t, state);
    tally?.state(t, state, weight);
    tally?.action(t, action, weight);
    value += model.chainValue(t, state) + model.reward(t, action);
    path.step(action, state);
    luck += surprise.of(t, action, state);
  }
  tally?.state(model.periods, state, weight);
  return { value, surprise: luck };
}
