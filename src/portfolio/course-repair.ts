import type { LinearSolver } from '../kernel/linear-program.ts';
import { membersOf } from './conflict.ts';
import { CourseModel, type Schedule } from './course-model.ts';
import { type Course, type CourseProblem, type Demand, memberKey } from './course-problem.ts';
import { CAPACITY_TOLERANCE } from './spec.ts';
import { periodsOfUse } from './stage-use.ts';

/** The cheapest change of one kind after which a schedule exists, and that schedule. */
export type Repair = MoreOfSources | Shifted | ShiftedWithMore | GivenUp;

interface Repaired {
  readonly courses: readonly Course[];
}

/** More of the sources: the least at their prices; then the least, as a share of what there is, of those without. */
export interface MoreOfSources extends Repaired {
  readonly kind: 'more';
  /** By source and period. */
  readonly extra: readonly (readonly number[])[];
  readonly cost: number;
}

/** Windows and deadlines moved by the fewest periods in all. */
export interface Shifted extends Repaired {
  readonly kind: 'later';
  /** By demand; below 0 where a window opens earlier. */
  readonly shift: readonly number[];
}

/** Where neither suffices alone: windows and deadlines moved by the fewest periods, then more of the sources for that. */
export interface ShiftedWithMore extends Repaired {
  readonly kind: 'later-and-more';
  readonly shift: Shifted['shift'];
  readonly extra: MoreOfSources['extra'];
  readonly cost: number;
}

/** The fewest demands given up. */
export interface GivenUp extends Repaired {
  readonly kind: 'give-up';
  readonly demands: readonly number[];
}

/** The cheapest repair of each kind, where there is one, in the order in which they are preferred. */
export function repairs(problem: CourseProblem, solver: LinearSolver): Repair[] {
  const alone = [moreOfSources(problem, solver), shifted(problem, solver)].filter(
    (repair) => repair !== null,
  );
  const kept = alone.length > 0 ? alone : [shiftedWithMore(problem, solver)];
  return [...kept, givenUp(problem, solver)].filter((repair) => repair !== null);
}

/** The problem with a repair made. */
export function repaired(problem: CourseProblem, repair: Repair): CourseProblem {
  if (repair.kind === 'give-up') {
    return { ...problem, demands: problem.demands.filter((_, d) => !repair.demands.includes(d)) };
  }
  const later = repair.kind === 'more' ? problem : withShift(problem, repair.shift);
  return repair.kind === 'later' ? later : withMore(later, repair.extra);
}

function withShift(problem: CourseProblem, shift: Shifted['shift']): CourseProblem {
  return { ...problem, demands: problem.demands.map((demand, d) => moved(demand, shift[d])) };
}

function withMore(problem: CourseProblem, extra: MoreOfSources['extra']): CourseProblem {
  return {
    ...problem,
    sources: problem.sources.map((source, s) => ({
      ...source,
      amount: source.amount.map((amount, t) => amount + extra[s][t]),
    })),
  };
}

function moved(demand: Demand, by: number): Demand {
  if (demand.kind === 'lock-out' || by === 0) return demand;
  if (demand.kind === 'lock-in' && by < 0) return { ...demand, from: demand.from + by };
  return { ...demand, by: demand.by + by };
}

function moreOfSources(problem: CourseProblem, solver: LinearSolver): MoreOfSources | null {
  const { sources } = problem;
  const largest = Math.max(1, ...sources.flatMap(({ amount, price }) => (price === null ? [] : amount)));
  const priced = (s: number): number => (sources[s].price ?? 0) / largest;
  const first = new CourseModel(problem, 'sources', new Set(), { source: priced }).solve(solver);
  if (!first) return null;
  const second = sources.some(({ price }) => price === null)
    ? leastUnpriced(problem, solver, priced, first.cost)
    : null;
  const { courses, extra } = trimmed(problem, second ?? first);
  const cost = sources.reduce(
    (sum, { price }, s) => sum + (price ?? 0) * extra[s].reduce((more, x) => more + x, 0),
    0,
  );
  return { kind: 'more', courses, extra, cost };
}

/** Of the schedules that cost no more than the cheapest, one that takes least of the sources without a price. */
function leastUnpriced(
  problem: CourseProblem,
  solver: LinearSolver,
  priced: (source: number) => number,
  cost: number,
): Schedule | null {
  const { sources } = problem;
  const unpriced = (s: number): number =>
    sources[s].price === null ? 1 / Math.max(1, ...sources[s].amount) : 0;
  const atMost = { source: priced, cost: cost * (1 + CAPACITY_TOLERANCE) + CAPACITY_TOLERANCE };
  return new CourseModel(problem, 'sources', new Set(), { source: unpriced, atMost }).solve(solver);
}

/** Decimal digits, counted from the largest amount of a source, that the solver gets right. */
const DIGITS = 9;

/** The schedule with what its courses need: rounded, and what is short by that added. */
function trimmed(problem: CourseProblem, { courses, extra }: Schedule): Pick<Schedule, 'courses' | 'extra'> {
  const { sources, rowSources } = problem;
  const T = problem.spec.periods;
  const exact = extra.map((byPeriod, s) => {
    const grain = 10 ** (Math.floor(Math.log10(Math.max(1, ...sources[s].amount))) - DIGITS);
    return byPeriod.map((x) =>
      x <= 100 * grain ? 0 : Number((Math.round(x / grain) * grain).toPrecision(12)),
    );
  });
  for (const [at, used] of usesOf(problem, courses)) {
    const [row, period] = [Math.floor(at / T), at % T];
    const own = rowSources[row];
    const offered = own.reduce((sum, s) => sum + sources[s].amount[period] + exact[s][period], 0);
    if (used > offered * (1 + CAPACITY_TOLERANCE)) exact[own[0]][period] += used - offered;
  }
  return { courses, extra: exact };
}

/** Use of every row and period by whole courses, at `row * periods + t`. */
export function usesOf({ spec }: CourseProblem, courses: readonly Course[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { group, project, variant, starts } of courses) {
    spec.groups[group].projects[project].variants[variant].stages.forEach((stage, s) => {
      for (const use of stage.use) {
        for (const k of periodsOfUse(stage, use)) {
          if (starts[s] + k >= spec.periods) continue;
          const at = use.row * spec.periods + starts[s] + k;
          uses.set(at, (uses.get(at) ?? 0) + use.amount);
        }
      }
    });
  }
  return uses;
}

function shifted(problem: CourseProblem, solver: LinearSolver): Shifted | null {
  const schedule = new CourseModel(problem, 'time').solve(solver);
  return schedule && { kind: 'later', courses: schedule.courses, shift: schedule.shift };
}

function shiftedWithMore(problem: CourseProblem, solver: LinearSolver): ShiftedWithMore | null {
  const limits = membersOf(problem).filter(({ kind }) => kind === 'source');
  const schedule = new CourseModel(problem, 'time', new Set(limits.map(memberKey))).solve(solver);
  const more = schedule && moreOfSources(withShift(problem, schedule.shift), solver);
  return more && { ...more, kind: 'later-and-more', shift: schedule.shift };
}

function givenUp(problem: CourseProblem, solver: LinearSolver): GivenUp | null {
  const schedule = new CourseModel(problem, 'demands').solve(solver);
  if (!schedule) return null;
  const demands = schedule.waived.flatMap((waived, d) => (waived ? [d] : []));
  return { kind: 'give-up', courses: schedule.courses, demands };
}
