import { type Performance, startKey } from '../portfolio/performance.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { ProjectStarts } from './plan-starts.ts';

/** A stage on the most likely course. Periods from 0. */
export interface StageOnCourse {
  readonly stage: number;
  readonly from: number;
  /** Last period of it, cut at the horizon. */
  readonly to: number;
  /** Group attained only just when it begins; null: it waits for the stage before alone, or for what is scarce. */
  readonly heldBy: number | null;
}

/** A project on the most likely course: the stages that begin within the horizon. */
export interface ProjectOnCourse extends ProjectStarts {
  readonly stages: readonly StageOnCourse[];
  /** First period in which it is through; null: not within the horizon. */
  readonly through: number | null;
}

/**
 * The most likely course of projects: every stage passes and takes its most likely time, and begins once the one before
 * is over, what it requires is attained, and it begins on any course of the plan at all. Of the projects of a group the
 * first that is through attains it.
 */
export class LikelyCourse {
  readonly projects: readonly ProjectOnCourse[];
  private readonly attained = new Map<number, number | null>();

  constructor(
    private readonly problem: PlanProblem,
    private readonly performance: Performance,
    private readonly starts: readonly ProjectStarts[],
  ) {
    this.projects = starts.map((start) => this.follow(start));
  }

  /** First period in which a group is attained; null: not within the horizon. */
  attainedIn(group: number): number | null {
    const known = this.attained.get(group);
    if (known !== undefined) return known;
    const ends = this.starts.flatMap((start) =>
      start.group === group ? (this.follow(start).through ?? []) : [],
    );
    const first = ends.length > 0 ? Math.min(...ends) : null;
    this.attained.set(group, first);
    return first;
  }

  private follow(start: ProjectStarts): ProjectOnCourse {
    const { spec } = this.problem;
    const { group, project, variant } = start;
    const stages: StageOnCourse[] = [];
    let next: number | null = start.period;
    for (const [s, { durationLaw, requires }] of spec.groups[group].projects[project].variants[
      variant
    ].stages.entries()) {
      const held = this.heldUntil(requires);
      if (held === null || next === null) return { ...start, stages, through: null };
      const earliest: number = Math.max(next, held.period);
      const law = this.performance.starts.get(startKey(group, project, variant, s));
      const from = s === 0 ? earliest : (law?.findIndex((chance, t) => t >= earliest && chance > 0) ?? -1);
      const begins = from < 0 ? earliest : from;
      if (begins >= spec.periods) return { ...start, stages, through: null };
      const end = begins + durationLaw.indexOf(Math.max(...durationLaw)) + 1;
      const heldBy = begins === held.period ? held.group : null;
      stages.push({ stage: s, from: begins, to: Math.min(spec.periods, end) - 1, heldBy });
      next = end;
    }
    return { ...start, stages, through: next !== null && next <= spec.periods ? next : null };
  }

  /** The required group attained last, and when; null where one is not within the horizon. */
  private heldUntil(requires: readonly number[]): { group: number | null; period: number } | null {
    let last: { group: number | null; period: number } = { group: null, period: 0 };
    for (const group of requires) {
      const period = this.attainedIn(group);
      if (period === null) return null;
      if (period > last.period) last = { group, period };
    }
    return last;
  }
}
