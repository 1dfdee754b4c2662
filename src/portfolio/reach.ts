import type { GroupModel } from './group-dp.ts';
import type { JointModel, JointState } from './joint-model.ts';

/** Largest chances of the groups, each alone, to be attained by a period, from where they stand. */
export class Reach {
  /** By group, at `(t * states + s) * periods + period`: what a state is asked lies together. */
  private readonly by: Float32Array[];
  /** The same of groups on which nothing scarce is spent; filled as asked for, null where they are never attained. */
  private readonly unpaid: (Float32Array | null | undefined)[];

  /** Chances of groups whose process `known` has too are taken over from it. */
  constructor(
    private readonly model: JointModel,
    known: Reach | null = null,
  ) {
    const same = model.groups.map(({ process }, g) => known?.model.groups[g].process === process);
    this.by = model.groups.map((group, g) => (same[g] ? known!.by[g] : tableOf(group)));
    this.unpaid = same.map((taken, g) => (taken ? known!.unpaid[g] : undefined));
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
    for (let i = 0; i < which.length; i++) {
      const g = which[i];
      out[g] = raised(this.by[g][this.at(g, period, t, state)], exponent);
    }
  }

  /** As {@link read}, if nothing scarce is spent on these groups. */
  readUnpaid(
    period: number,
    t: number,
    state: JointState,
    exponent: number,
    which: Int32Array,
    out: Float64Array,
  ): void {
    for (const g of which) {
      if (this.unpaid[g] === undefined) {
        const { unpaid } = this.model.groups[g];
        this.unpaid[g] = unpaid && tableOf(unpaid);
      }
      const table = this.unpaid[g];
      out[g] = table ? raised(table[this.at(g, period, t, state)], exponent) : 0;
    }
  }

  private at(g: number, period: number, t: number, state: JointState): number {
    const { groups, periods } = this.model;
    return (t * groups[g].states + state[g]) * periods + period;
  }
}

function tableOf(group: GroupModel): Float32Array {
  const T = group.plan.periods;
  const table = new Float32Array(T * group.states * T);
  for (let period = 0; period < T; period++) {
    const chances = group.attainable(period);
    const size = Math.min(chances.length, T * group.states);
    for (let at = 0; at < size; at++) table[at * T + period] = chances[at];
  }
  return table;
}

/** x to a multiple of a half, by multiplication: much faster than the general power. */
function raised(x: number, exponent: number): number {
  let result = exponent % 1 === 0 ? 1 : Math.sqrt(x);
  for (let k = 1; k <= exponent; k++) result *= x;
  return result;
}
