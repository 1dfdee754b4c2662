import type { JointKey } from './joint-key.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';
import type { Policy } from './policy.ts';

/** Joint actions tried in a state when there are no more than this many; else base actions and their changes. */
const ACTIONS_ALL = 96;

/**
 * Parallel rollout with exact values: tries joint actions, follows each by every base policy to the end, and takes
 * the action whose best continuation is best. Never worse than any of the base policies.
 */
export class ExactRollout implements Policy {
  readonly name = 'parallel rollout';
  private readonly known: Map<number, number>[][];
  private readonly decided: Map<number, JointAction>[];
  private visited = 0;

  constructor(
    private readonly model: JointModel,
    private readonly key: JointKey,
    private readonly bases: readonly Policy[],
    private readonly statesMax: number,
  ) {
    const layers = () => Array.from({ length: model.periods + 1 }, () => new Map<number, number>());
    this.known = bases.map(layers);
    this.decided = Array.from({ length: model.periods }, () => new Map());
  }

  /** True once more states were looked at than allowed: values are no longer to be trusted to be affordable. */
  get exhausted(): boolean {
    return this.visited > this.statesMax;
  }

  decide(t: number, state: JointState): JointAction {
    const packed = this.key.pack(state);
    const before = this.decided[t].get(packed);
    if (before) return before;
    let best: JointAction | null = null;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const action of this.candidates(t, state)) {
      const value = this.model.reward(t, action) + this.bestContinuation(t + 1, action);
      if (best === null || value > bestValue + 1e-12 * Math.abs(bestValue)) {
        bestValue = value;
        best = action;
      }
    }
    this.decided[t].set(packed, best!);
    return best!;
  }

  private candidates(t: number, state: JointState): JointAction[] {
    const all: JointAction[] = [];
    const complete = this.model.forEachAction(t, state, (action) => {
      all.push(action.slice());
      return all.length <= ACTIONS_ALL;
    });
    return complete ? all : oneGroupChanges(this.model, t, state, this.bases);
  }

  private bestContinuation(t: number, action: JointAction): number {
    let best = Number.NEGATIVE_INFINITY;
    for (let b = 0; b < this.bases.length; b++) {
      let sum = 0;
      this.model.forEachNext(action, (next, probability) => {
        sum += probability * this.follow(b, t, next);
      });
      if (sum > best) best = sum;
    }
    return best;
  }

  /** Exact value of following base policy b from (t, state). */
  private follow(b: number, t: number, state: JointState): number {
    if (t === this.model.periods || this.exhausted) return 0;
    const packed = this.key.pack(state);
    const before = this.known[b][t].get(packed);
    if (before !== undefined) return before;
    this.visited++;
    const action = this.bases[b].decide(t, state);
    let value = this.model.chainValue(t, state) + this.model.reward(t, action);
    this.model.forEachNext(action, (next, probability) => {
      value += probability * this.follow(b, t + 1, next);
    });
    this.known[b][t].set(packed, value);
    return value;
  }
}

/** The actions of the base policies, and each with one group doing something else. */
export function oneGroupChanges(
  model: JointModel,
  t: number,
  state: JointState,
  bases: readonly Policy[],
): JointAction[] {
  const found = new Map<string, JointAction>();
  const add = (action: JointAction): void => {
    found.set(action.join(' '), action);
  };
  for (const base of bases) add(base.decide(t, state));
  for (const action of [...found.values()]) {
    const account = model.account();
    action.forEach((a, g) => {
      model.commit(account, t, g, a, 1);
    });
    action.forEach((a, g) => {
      const { actionsFrom } = model.groups[g].process;
      model.commit(account, t, g, a, -1);
      for (let b = actionsFrom[state[g]]; b < actionsFrom[state[g] + 1]; b++) {
        if (b === a || !model.fits(account, t, g, b) || !model.meetsRequirements(t, state, g, b)) continue;
        const changed = action.slice();
        changed[g] = b;
        add(changed);
      }
      model.commit(account, t, g, a, 1);
    });
  }
  return [...found.values()];
}
