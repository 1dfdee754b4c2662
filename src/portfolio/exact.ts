import { JointActions } from './joint-actions.ts';
import { JointKey } from './joint-key.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';
import type { PriceCeiling } from './price-ceiling.ts';
import { spentStates } from './spent-states.ts';
import { ValueTable } from './value-table.ts';

/** How much work an exact solution may take before it is given up. Counts, not seconds: the answer is reproducible. */
export interface ExactLimits {
  /** Joint states over all periods. */
  readonly states: number;
  /** State-to-state steps looked at. */
  readonly steps: number;
  /** Asked now and then; true gives up. */
  readonly stop?: () => boolean;
  readonly onStates?: (states: number) => void;
}

export interface ExactSolution {
  readonly value: number;
  readonly states: number;
  readonly policy: Policy;
}

/**
 * Joint dynamic programming over all groups, from the beginning downward: only states that can be reached are
 * valued, each once. With a ceiling on what an action can still bring, actions that cannot beat the best one found
 * are left out, which changes no value (branch and bound). Null when it would exceed the limits or is stopped.
 */
export function solveExactly(
  model: JointModel,
  limits: ExactLimits,
  ceiling: PriceCeiling | null = null,
): ExactSolution | null {
  const key = JointKey.of(model);
  if (!key) return null;
  const program = new ExactProgram(model, key, limits, ceiling);
  const value = program.value(0, key.pack(model.initial()));
  if (program.exhausted) return null;
  return {
    value,
    states: program.states,
    policy: { name: 'exact', decide: (t, state) => program.decide(t, state) },
  };
}

/** Relative difference that is taken for rounding. */
const ROUNDING = 1e-12;

/** Between two questions whether to stop. */
const STATES_PER_QUESTION = 1 << 14;

class ExactProgram {
  states = 0;
  exhausted = false;
  private steps = 0;
  private readonly known: ValueTable[];
  private readonly actions: JointActions[];
  private readonly at: JointState[];
  /** State that stands for a state, by group. */
  private readonly standsFor: readonly Int32Array[];
  /** What a state of each group adds to the packed joint state. */
  private readonly stride: readonly number[];

  constructor(
    private readonly model: JointModel,
    private readonly key: JointKey,
    private readonly limits: ExactLimits,
    private readonly ceiling: PriceCeiling | null,
  ) {
    const layers = Array.from({ length: model.periods }, (_, t) => t);
    this.known = layers.map(() => new ValueTable());
    this.actions = layers.map((t) => new JointActions(model, t, ceiling));
    this.at = layers.map(() => model.initial());
    this.standsFor = spentStates(model);
    this.stride = key.strides();
  }

  /** Best expected value from a packed state at the start of period t. */
  value(t: number, packed: number): number {
    if (t === this.model.periods || this.exhausted) return 0;
    const before = this.known[t].get(packed);
    if (!Number.isNaN(before)) return before;
    if (!this.spend()) return 0;
    const state = this.key.unpack(packed, this.at[t]);
    const chain = this.model.chainValue(t, state);
    const best = this.best(t, state).value + chain;
    this.known[t].set(packed, best);
    return best;
  }

  decide(t: number, state: JointState): JointAction {
    const standing = Int32Array.from(state, (s, g) => this.standsFor[g][s]);
    return this.actions[t].action(this.best(t, standing).choice);
  }

  private best(t: number, state: JointState): { value: number; choice: number } {
    const actions = this.actions[t];
    actions.list(state);
    let value = Number.NEGATIVE_INFINITY;
    let toBeat = value;
    let choice = 0;
    for (let i = 0; i < actions.count && actions.ceilingOf(i) >= toBeat; i++) {
      const q = this.worth(t, i, toBeat);
      if (q <= toBeat) continue;
      value = q;
      toBeat = value + ROUNDING * Math.abs(value);
      choice = i;
    }
    return { value, choice };
  }

  /** Expected value of the i-th action of period t; once it cannot exceed `toBeat`, any number not above that. */
  private worth(t: number, i: number, toBeat: number): number {
    const { ceiling } = this;
    const actions = this.actions[t];
    const reward = actions.rewardOf(i);
    let most = actions.ceilingOf(i);
    const descend = (g: number, packed: number, chance: number, above: number): number => {
      for (let h = g; h < this.model.groups.length; h++) {
        const { nextFrom, next, probability } = this.model.groups[h].process;
        const a = actions.of(i, h);
        const from = nextFrom[a];
        const to = nextFrom[a + 1];
        if (to - from === 1) {
          packed += this.standsFor[h][next[from]] * this.stride[h];
          if (ceiling) above += ceiling.ofState(t + 1, h, next[from]);
          continue;
        }
        let sum = 0;
        for (let n = from; n < to && most >= toBeat; n++) {
          const s = next[n];
          const below = packed + this.standsFor[h][s] * this.stride[h];
          const more = ceiling ? above + ceiling.ofState(t + 1, h, s) : above;
          sum += probability[n] * descend(h + 1, below, chance * probability[n], more);
        }
        return sum;
      }
      this.steps++;
      const value = this.value(t + 1, packed);
      if (ceiling) most -= chance * (above - value);
      return value;
    };
    const value = reward + descend(0, 0, 1, ceiling ? ceiling.base(t + 1) : 0);
    return most < toBeat ? Number.NEGATIVE_INFINITY : value;
  }

  /** Counts one more state; false once a limit is reached. */
  private spend(): boolean {
    const { limits } = this;
    this.states++;
    if (this.states > limits.states || this.steps > limits.steps) this.exhausted = true;
    if (this.states % STATES_PER_QUESTION === 0) {
      limits.onStates?.(this.states);
      if (limits.stop?.()) this.exhausted = true;
    }
    return !this.exhausted;
  }
}
