import {
  type Course,
  type CourseProblem,
  type Demand,
  type ProjectPlace,
  placesConcerned,
} from '../../src/portfolio/course-problem.ts';

/** Every course of a project, written from the definition: no order of enumeration or pruning of the engine. */
function coursesOf({ spec }: CourseProblem, { group, project }: ProjectPlace): Course[] {
  const T = spec.periods;
  return spec.groups[group].projects[project].variants.flatMap(({ stages }, variant) => {
    const lengths = stages.map(({ durationLaw }) => durationLaw.length);
    const fits = lengths.reduce((sum, length) => sum + length, 0) <= T;
    const extend = (starts: readonly number[]): number[][] => {
      const s = starts.length;
      if (s === stages.length) {
        const ends = starts[s - 1] + lengths[s - 1] <= T;
        return fits && !ends ? [] : [[...starts]];
      }
      const free = s === 0 ? 0 : starts[s - 1] + lengths[s - 1];
      if (free >= T) return s === 0 || fits ? [] : extend([...starts, T]);
      return Array.from({ length: T - free }, (_, k) => extend([...starts, free + k])).flat();
    };
    return extend([]).map((starts) => ({ group, project, variant, starts }));
  });
}

/** Every way to take each concerned project on one of its courses or none, precedence respected. */
export function* schedules(problem: CourseProblem): Generator<Course[]> {
  const places = placesConcerned(problem);
  const choices = places.map((place) => [null, ...coursesOf(problem, place)]);
  function* extend(i: number, taken: Course[]): Generator<Course[]> {
    if (i === choices.length) {
      if (waitsAreMet(problem, taken)) yield taken;
      return;
    }
    for (const course of choices[i]) yield* extend(i + 1, course ? [...taken, course] : taken);
  }
  yield* extend(0, []);
}

function endOf({ spec }: CourseProblem, { group, project, variant, starts }: Course): number {
  const { stages } = spec.groups[group].projects[project].variants[variant];
  return starts[starts.length - 1] + stages[stages.length - 1].durationLaw.length;
}

function waitsAreMet(problem: CourseProblem, courses: readonly Course[]): boolean {
  const T = problem.spec.periods;
  return courses.every(({ group, project, variant, starts }) =>
    problem.spec.groups[group].projects[project].variants[variant].stages.every(
      ({ requires }, s) =>
        starts[s] >= T ||
        requires.every((required) =>
          courses.some((other) => other.group === required && endOf(problem, other) <= starts[s]),
        ),
    ),
  );
}

/** How much each row is overdrawn, by period. */
export function overdrawn(
  { spec, sources, rowSources }: CourseProblem,
  courses: readonly Course[],
): number[][] {
  return rowSources.map((own, row) =>
    Array.from({ length: spec.periods }, (_, t) => {
      const used = courses.reduce((sum, { group, project, variant, starts }) => {
        const { stages } = spec.groups[group].projects[project].variants[variant];
        const running = stages.filter(
          (stage, s) => starts[s] <= t && t < starts[s] + stage.durationLaw.length,
        );
        const uses = running.flatMap(({ use }) => use.filter((one) => one.row === row));
        return sum + uses.reduce((total, { amount }) => total + amount, 0);
      }, 0);
      return Math.max(0, used - own.reduce((sum, s) => sum + sources[s].amount[t], 0));
    }),
  );
}

/** Periods by which a demand is missed; ∞ where no time would mend it. */
export function missedBy(problem: CourseProblem, demand: Demand, courses: readonly Course[]): number {
  if (demand.kind === 'lock-out') {
    const barred = courses.some((course) =>
      demand.places.some(({ group, project }) => course.group === group && course.project === project),
    );
    return barred ? Number.POSITIVE_INFINITY : 0;
  }
  if (demand.kind === 'deadline') {
    const ends = courses
      .filter(({ group }) => demand.groups.includes(group))
      .map((course) => endOf(problem, course));
    const first = Math.min(...ends);
    return first > problem.spec.periods ? Number.POSITIVE_INFINITY : Math.max(0, first - 1 - demand.by);
  }
  const { place, variants, from, by } = demand;
  const own = courses.find((course) => course.group === place?.group && course.project === place.project);
  if (!own || !variants.includes(own.variant)) return Number.POSITIVE_INFINITY;
  return Math.max(0, from - own.starts[0], own.starts[0] - by);
}

/** What the enumeration says of a problem. */
export interface BruteForce {
  readonly feasible: boolean;
  /** Least money beyond what there is; null where money does not help, or where rows share sources. */
  readonly money: number | null;
  readonly periods: number | null;
  /** The same, were there enough of every source. */
  readonly periodsWithMore: number | null;
  readonly givenUp: number;
}

export function bruteForce(problem: CourseProblem): BruteForce {
  const shares = problem.rowSources.some((own) => own.length > 1);
  let feasible = false;
  let money = Number.POSITIVE_INFINITY;
  let periods = Number.POSITIVE_INFINITY;
  let periodsWithMore = Number.POSITIVE_INFINITY;
  let givenUp = Number.POSITIVE_INFINITY;
  for (const courses of schedules(problem)) {
    const missed = problem.demands.map((demand) => missedBy(problem, demand, courses));
    const over = overdrawn(problem, courses);
    const fits = over.every((byPeriod) => byPeriod.every((x) => x === 0));
    const late = missed.reduce((sum, x) => sum + x, 0);
    periodsWithMore = Math.min(periodsWithMore, late);
    if (late === 0) {
      feasible ||= fits;
      const cost = over.reduce((sum, byPeriod, row) => {
        const price = problem.sources[problem.rowSources[row][0]].price ?? 0;
        return sum + price * byPeriod.reduce((total, x) => total + x, 0);
      }, 0);
      money = Math.min(money, cost);
    }
    if (!fits) continue;
    periods = Math.min(periods, late);
    givenUp = Math.min(givenUp, missed.filter((x) => x > 0).length);
  }
  const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);
  return {
    feasible,
    money: shares ? null : finite(money),
    periods: finite(periods),
    periodsWithMore: finite(periodsWithMore),
    givenUp,
  };
}
