import type { JointModel, JointState } from './joint-model.ts';

/** Largest chances of the groups, each alone, to be attained before the last period, by where they stand. */
export class Reach {
  private readonly byGroup: Float64Array[];
  private readonly raised = new Map<number, Float64Array[]>();

  constructor(private readonly model: JointModel) {
    this.byGroup = model.groups.map((group) => group.attainable(model.periods - 1));
  }

  /** The chances raised to an exponent, at `t * states + s` of each group. */
  to(exponent: number): readonly Float64Array[] {
    let tables = this.raised.get(exponent);
    if (!tables) {
      tables = this.byGroup.map((chances) => chances.map((x) => x ** exponent));
      this.raised.set(exponent, tables);
    }
    return tables;
  }

  /** Chances in a state, from a table of {@link to}. */
  read(tables: readonly Float64Array[], t: number, state: JointState, out: Float64Array): void {
    for (let g = 0; g < out.length; g++) out[g] = tables[g][t * this.model.groups[g].states + state[g]];
  }
}
