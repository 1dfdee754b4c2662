import type { JointModel, JointState } from './joint-model.ts';

/** Largest chances of the groups, each alone, to be attained by a period, from where they stand. */
export class Reach {
  /** By group, at `(t * states + s) * periods + period`: what a state is asked lies together. */
  private readonly by: Float32Array[];

  /** Chances of groups whose process `known` has too are taken over from it. */
  constructor(
    private readonly model: JointModel,
    known: Reach | null = null,
  ) {
    const T = model.periods;
    this.by = model.groups.map((group, g) => {
      if (known?.model.groups[g].process === group.process) return known.by[g];
      const table = new Float32Array(T * group.states * T);
      for (let period = 0; period < T; period++) {
        const chances = group.attainable(period);
        const size = Math.min(chances.length, T * group.states);
        for (let at = 0; at < size; at++) table[at * T + period] = chances[at];
      }
      return table;
    });
  }

  /** Chance of group g in state s of period t to be attained before the last period. */
  byTheEnd(g: number, t: number, s: number): number {
    const T = this.model.periods;
    return this.by[g][(t * this.model.groups[g].states + s) * T + T - 1];
  }

  /**
   * Chances of some groups to be attained at the start of `period`, seen from period t, raised to a multiple of a half;
   * into `out`, at the number of the group.
   */
  read(
    period: number,
    t: number,
    state: JointState,
    exponent: number,
    which: Int32Array,
    out: Float64Array,
  ): void {
    const { groups, periods } = this.model;
    for (let i = 0; i < which.length; i++) {
      const g = which[i];
      out[g] = raised(this.by[g][(t * groups[g].states + state[g]) * periods + period], exponent);
    }
  }
}

/** x to a multiple of a half, by multiplication: much faster than the general power. */
function raised(x: number, exponent: number): number {
  let result = exponent % 1 === 0 ? 1 : Math.sqrt(x);
  for (let k = 1; k <= exponent; k++) result *= x;
  return result;
}
