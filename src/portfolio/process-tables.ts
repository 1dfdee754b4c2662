import type { Start } from './group-state.ts';
import { NOTHING_AHEAD, type Outlook } from './outlook.ts';

/**
 * One group as a tabular Markov decision process: every reachable joint state of its projects, every set of
 * starts in it, and what follows. Arrays are flat: the actions of state s are `actionsFrom[s] … actionsFrom[s+1]−1`,
 * the first of them starts nothing. State 0 is the beginning, state 1 is "attained" (absorbing).
 */
export interface GroupProcess {
  readonly id: string;
  /** Number of states. */
  readonly states: number;
  readonly actionsFrom: Int32Array;
  /** Reward of an action in any period (minus the cost of what runs), before discounting. */
  readonly reward: Float64Array;
  /** Rewards that depend on the period, by action; null where there are none. */
  readonly timedReward: readonly (Float64Array | null)[];
  readonly nextFrom: Int32Array;
  readonly next: Int32Array;
  readonly probability: Float64Array;
  /** Committed use of an action: rows, periods from now (0 = this one), amounts, at the longest remaining times. */
  readonly useFrom: Int32Array;
  readonly useRow: Int32Array;
  readonly useOffset: Int32Array;
  readonly useAmount: Float64Array;
  readonly starts: readonly (readonly Start[])[];
  /** Groups that must be attained before the action can be taken. */
  readonly requires: readonly (readonly number[])[];
  /** Stages of bound courses that are not begun once the action is taken, by action. */
  readonly pending: readonly (readonly PendingStage[])[];
  /** Number of the outlook after each action. */
  readonly outlook: Int32Array;
  readonly outlooks: readonly Outlook[];
}

/** The next stage of a bound course that has not begun. */
export interface PendingStage {
  readonly project: number;
  readonly stage: number;
  /** It could have begun: the stage before it is over. */
  readonly ready: boolean;
}

/** One action of one state of a process. */
export interface ActionRow {
  starts: Start[];
  reward: number;
  timed: Float64Array | null;
  use: { row: number; offset: number; amount: number }[];
  requires: number[];
  pending: readonly PendingStage[];
  outlook: number;
  next: { state: number; probability: number }[];
}

/** Collects the rows of a process and packs them into flat arrays. */
export class ProcessTables {
  private readonly actionsFrom: number[] = [];
  private readonly rows: ActionRow[] = [];

  openState(): void {
    this.actionsFrom.push(this.rows.length);
  }

  addIdle(state: number): void {
    this.addAction({
      starts: [],
      reward: 0,
      timed: null,
      use: [],
      requires: [],
      pending: [],
      outlook: 0,
      next: [{ state, probability: 1 }],
    });
  }

  addAction(row: ActionRow): void {
    this.rows.push(row);
  }

  finish(id: string, states: number, outlooks: readonly Outlook[] = [NOTHING_AHEAD]): GroupProcess {
    this.actionsFrom.push(this.rows.length);
    const nextFrom = offsets(this.rows.map((row) => row.next.length));
    const useFrom = offsets(this.rows.map((row) => row.use.length));
    const next = new Int32Array(nextFrom[this.rows.length]);
    const probability = new Float64Array(next.length);
    const useRow = new Int32Array(useFrom[this.rows.length]);
    const useOffset = new Int32Array(useRow.length);
    const useAmount = new Float64Array(useRow.length);
    this.rows.forEach((row, a) => {
      row.next.forEach((to, i) => {
        next[nextFrom[a] + i] = to.state;
        probability[nextFrom[a] + i] = to.probability;
      });
      row.use.forEach((used, i) => {
        useRow[useFrom[a] + i] = used.row;
        useOffset[useFrom[a] + i] = used.offset;
        useAmount[useFrom[a] + i] = used.amount;
      });
    });
    return {
      id,
      states,
      actionsFrom: Int32Array.from(this.actionsFrom),
      reward: Float64Array.from(this.rows, (row) => row.reward),
      timedReward: this.rows.map((row) => row.timed),
      nextFrom,
      next,
      probability,
      useFrom,
      useRow,
      useOffset,
      useAmount,
      starts: this.rows.map((row) => row.starts),
      requires: this.rows.map((row) => row.requires),
      pending: this.rows.map((row) => row.pending),
      outlook: Int32Array.from(this.rows, (row) => row.outlook),
      outlooks,
    };
  }
}

function offsets(lengths: readonly number[]): Int32Array {
  const from = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) from[i + 1] = from[i] + lengths[i];
  return from;
}
