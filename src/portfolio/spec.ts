/**
 * The plan problem as it is meant, before it is compiled into tables: groups of projects with stages, scarce
 * rows per period, and the value of what is attained. Periods count from 0.
 *
 * Timing. In period t the planner sees every state, starts stages, the period passes, and outcomes are seen at
 * its end. A stage begun in t that takes d periods occupies t … t+d−1; the next can begin in t+d. What is
 * attained at the start of t (by outcomes up to the end of t−1) earns the value of period t.
 */
export interface PlanSpec {
  readonly periods: number;
  /** Discount factor of each period, length `periods`; applied to rewards and costs alike. */
  readonly discount: readonly number[];
  readonly rows: readonly CapacityRow[];
  readonly savings?: readonly Saving[];
  readonly groups: readonly GroupSpec[];
}

/** Money of one fund that may be put by: what is left by choice in a period is offered in the next instead. */
export interface Saving {
  /** Rows that the money counts in. */
  readonly rows: readonly number[];
  /** What the fund adds in each period, length `periods`; part of the capacity of its rows. */
  readonly money: readonly number[];
  /** Last period that money may be carried to. */
  readonly until: number;
}

/** Something scarce: what a period offers of it cannot be used in another period, but by a {@link Saving}. */
export interface CapacityRow {
  readonly id: string;
  /** Length `periods`. */
  readonly capacity: readonly number[];
}

/**
 * Projects towards one goal by one route. The first that passes its last stage attains the group and stops the
 * rest at once (what still runs is dropped at no further cost or use).
 */
export interface GroupSpec {
  readonly id: string;
  /** Chance that each approach works; approaches are independent, also across groups. */
  readonly approaches: readonly number[];
  /** How the teams of each approach bear on each other; absent or null: only by what they show of it. */
  readonly races?: readonly (Race | null)[];
  readonly projects: readonly ProjectSpec[];
}

/** How parallel teams on one approach bear on each other, beside what they show of it. */
export interface Race {
  /** Share of its chance that a team loses for each rival that runs the same stage in the period in which it ends. */
  readonly effortLoss: number;
  /** Share of the chance to fail that each team of this approach, once over, takes off the stages of other approaches. */
  readonly reuse: number;
  /** Most teams that may run stage s at a time, by s; without limit beyond the end of the list. */
  readonly cuts: readonly number[];
}

/** A team on an approach. The variant (lead mode) is chosen when it first starts, for good. */
export interface ProjectSpec {
  readonly id: string;
  readonly approach: number;
  readonly variants: readonly VariantSpec[];
  /** Course that the plan is bound to; absent: none. */
  readonly bound?: BoundCourse;
}

/**
 * A course that a project is bound to: it starts in this variant, not before `from`, and each stage begins in its period
 * of `starts` at the latest (`periods` where that lies past the horizon). Until then no other start may take what the
 * stages not yet begun use at those periods, each at its longest. The bond ends when the group is attained or the project
 * over, when its approach is known not to work, and when a stage could not begin in time because what it requires was
 * not attained.
 */
export interface BoundCourse {
  readonly variant: number;
  readonly from: number;
  readonly starts: readonly number[];
}

export interface VariantSpec {
  readonly id: string;
  readonly stages: readonly StageSpec[];
}

/**
 * One stage. A project whose stage fails is over. If the approach does not work, its proving stage fails surely;
 * if it works, each stage passes with chance `success`, independently. A variant has exactly one proving stage
 * unless its approach works with certainty. Teams on one approach learn from each other: a pass at a proving
 * stage shows that the approach works, a failure lowers its chance (Bayes).
 */
export interface StageSpec {
  /** `durationLaw[k]` = chance that it takes k+1 periods; sums to 1. The time left is not seen before the end. */
  readonly durationLaw: readonly number[];
  /** True: it ends in every period with the one chance of its law, however long it has run; it then uses no row. */
  readonly memoryless?: boolean;
  readonly success: number;
  readonly proves: boolean;
  /** What each period of it costs in the objective (money units, before discounting). */
  readonly costPerPeriod: number;
  /** Use of rows in the periods that it runs. */
  readonly use: readonly RowUse[];
  /** Indices of groups that must be attained before it starts. */
  readonly requires: readonly number[];
  /** Further reward, before discounting, for starting it in period t (length `periods`). */
  readonly startReward?: readonly number[];
  /** Further reward, before discounting, for waiting in period t while it could be started. */
  readonly waitReward?: readonly number[];
  /** Further reward, before discounting, for passing it at the end of period t (length `periods`). */
  readonly passReward?: readonly number[];
}

export interface RowUse {
  readonly row: number;
  readonly amount: number;
  /** Only in the period in which the stage starts, or in those in which it may end; absent: in all that it runs. */
  readonly when?: 'start' | 'end';
}

/**
 * Feasible starts. In period t a set of starts is allowed when for every row and every period u ≥ t within the
 * horizon the use committed for u (all running and newly started stages, each at its longest remaining time, and the
 * stages of bound courses not yet begun) does not exceed the capacity of u (tolerance 1e-9 relative to the capacity),
 * and when no stage of a bound course is left that could begin now and no later.
 */
export const CAPACITY_TOLERANCE = 1e-9;
