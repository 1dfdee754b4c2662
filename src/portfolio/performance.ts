import { ATTAINED } from './group-process.ts';
import type { JointAction, JointModel, JointState } from './joint-model.ts';

/** How a policy fares: expectations over all courses the programme may take. */
export interface Performance {
  readonly value: number;
  /** Of the value; 0 where it is exact. */
  readonly standardError: number;
  readonly exact: boolean;
  /** Chance that group g is attained at the start of period t, at `g * (periods + 1) + t`, t = 0 … periods. */
  readonly attained: Float64Array;
  /** Expected use of row r in period t, at `r * periods + t`. */
  readonly use: Float64Array;
  /** By "group project variant stage": chance that it starts in each period. */
  readonly starts: ReadonlyMap<string, Float64Array>;
  /** Law of the set of attained groups at the start of each period, as seen: key → chance, t = 0 … periods. */
  readonly sets: readonly Map<string, number>[];
}

/** Key of a start in {@link Performance.starts}. */
export function startKey(group: number, project: number, variant: number, stage: number): string {
  return `${group} ${project} ${variant} ${stage}`;
}

/** Adds up a performance from weighted steps of courses. */
export class PerformanceTally {
  private readonly attained: Float64Array;
  private readonly use: Float64Array;
  private readonly starts = new Map<string, Float64Array>();
  private readonly sets: Map<string, number>[];
  private readonly flags: Uint8Array;

  constructor(private readonly model: JointModel) {
    const T = model.periods;
    this.attained = new Float64Array(model.groups.length * (T + 1));
    this.use = new Float64Array(model.plan.rows.length * T);
    this.sets = Array.from({ length: T + 1 }, () => new Map());
    this.flags = new Uint8Array(model.groups.length);
  }

  /** Where everything stands at the start of period t (t = periods: at the end). */
  state(t: number, state: JointState, weight: number): void {
    const T = this.model.periods;
    for (let g = 0; g < state.length; g++) {
      if (state[g] === ATTAINED) this.attained[g * (T + 1) + t] += weight;
    }
    const key = String.fromCharCode(...this.model.attained(state, this.flags));
    this.sets[t].set(key, (this.sets[t].get(key) ?? 0) + weight);
  }

  action(t: number, action: JointAction, weight: number): void {
    const T = this.model.periods;
    for (let g = 0; g < action.length; g++) {
      const { process } = this.model.groups[g];
      const a = action[g];
      for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
        if (process.useOffset[u] === 0) this.use[process.useRow[u] * T + t] += weight * process.useAmount[u];
      }
      for (const { project, variant, stage } of process.starts[a]) {
        const key = startKey(g, project, variant, stage);
        const byPeriod = this.starts.get(key) ?? new Float64Array(T);
        byPeriod[t] += weight;
        this.starts.set(key, byPeriod);
      }
    }
  }

  finish(value: number, standardError: number, exact: boolean): Performance {
    const { attained, use, starts, sets } = this;
    return { value, standardError, exact, attained, use, starts, sets };
  }
}
