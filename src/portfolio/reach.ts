import type { JointModel, JointState } from './joint-model.ts';

/** Largest chances of the groups, each alone, to be attained by a period, from where they stand. */
export class Reach {
  /** By period and group, at `t * states + s`. */
  private readonly by: Float32Array[][];

  constructor(private readonly model: JointModel) {
    this.by = Array.from({ length: model.periods }, (_, period) =>
      model.groups.map((group) => Float32Array.from(group.attainable(period))),
    );
  }

  /** Chances of group g at the start of `period`, at `t * states + s`. */
  table(period: number, g: number): Float32Array {
    return this.by[period][g];
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
    const tables = this.by[period];
    const { groups } = this.model;
    for (let i = 0; i < which.length; i++) {
      const g = which[i];
      out[g] = raised(tables[g][t * groups[g].states + state[g]], exponent);
    }
  }
}

/** x to a multiple of a half, by multiplication: much faster than the general power. */
function raised(x: number, exponent: number): number {
  let result = exponent % 1 === 0 ? 1 : Math.sqrt(x);
  for (let k = 1; k <= exponent; k++) result *= x;
  return result;
}
