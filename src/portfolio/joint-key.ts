import type { JointModel, JointState } from './joint-model.ts';

/** Packs a joint state into one exact number (mixed radix); null where the groups have too many states for it. */
export class JointKey {
  private readonly radix: number[];

  private constructor(model: JointModel) {
    this.radix = model.groups.map((group) => group.states);
  }

  static of(model: JointModel): JointKey | null {
    const product = model.groups.reduce((size, group) => size * group.states, 1);
    return product <= Number.MAX_SAFE_INTEGER ? new JointKey(model) : null;
  }

  /** What one more of each group's state number adds to the packed number. */
  strides(): number[] {
    const strides = this.radix.map(() => 1);
    for (let g = strides.length - 2; g >= 0; g--) strides[g] = strides[g + 1] * this.radix[g + 1];
    return strides;
  }

  pack(state: JointState): number {
    let key = 0;
    for (let g = 0; g < state.length; g++) key = key * this.radix[g] + state[g];
    return key;
  }

  unpack(key: number, state: JointState): JointState {
    let rest = key;
    for (let g = state.length - 1; g >= 0; g--) {
      const quotient = Math.floor(rest / this.radix[g]);
      state[g] = rest - quotient * this.radix[g];
      rest = quotient;
    }
    return state;
  }
}
