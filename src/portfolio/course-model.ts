import { LinearModel, type Term } from '../kernel/linear-model.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import {
  type Course,
  type CourseProblem,
  type Demand,
  type LockIn,
  memberKey,
  type ProjectPlace,
  placesConcerned,
} from './course-problem.ts';
import { CAPACITY_TOLERANCE, type VariantSpec } from './spec.ts';
import { periodsOfUse } from './stage-use.ts';

/** More of a source in a period, counted in units of the size of the source. */
interface ExtraColumn {
  readonly source: number;
  readonly period: number;
  readonly unit: number;
  readonly column: number;
}

/** What a schedule may buy beside what there is: more of the sources, time, or leave from a demand. */
export type Relief = 'none' | 'sources' | 'time' | 'demands';

/** Prices of the relief; zero where absent. */
export interface ReliefPrices {
  /** Of a unit of a source. */
  readonly source?: (source: number) => number;
  /** Most that a first objective may cost, where this one comes second. */
  readonly atMost?: { readonly source: (source: number) => number; readonly cost: number };
}

/** A schedule that meets the demands, and the relief it took. */
export interface Schedule {
  readonly courses: readonly Course[];
  /** More of a source, by source and period. */
  readonly extra: readonly (readonly number[])[];
  /** Periods by which a demand is met too early (below 0) or too late. */
  readonly shift: readonly number[];
  /** True where a demand is not met. */
  readonly waived: readonly boolean[];
  /** What the relief costs. */
  readonly cost: number;
}

/** A stage that may begin in a period. */
interface StartColumn extends ProjectPlace {
  readonly variant: number;
  readonly stage: number;
  readonly period: number;
  readonly column: number;
}

/**
 * The schedules of whole courses as an integer programme: one 0/1 column for each stage and period in which it may
 * begin. A course for which the horizon has room ends within it; a longer one may run past it, but no stage is put off
 * past it: it begins within the horizon if the one before ends within it.
 */
export class CourseModel {
  private readonly model = new LinearModel();
  private readonly starts: StartColumn[] = [];
  private readonly byStage = new Map<string, StartColumn[]>();
  private readonly extra: ExtraColumn[] = [];
  private readonly shifts: { demand: number; by: number; column: number }[] = [];
  private readonly waivers = new Map<number, number>();
  private readonly T: number;
  /** Weight of what decides among schedules of equal relief, less than 1 in all: early starts, then low cost. */
  private readonly tieWeight: number;
  private readonly allCost: number;

  constructor(
    private readonly problem: CourseProblem,
    private readonly relief: Relief = 'none',
    private readonly dropped: ReadonlySet<string> = new Set(),
    private readonly prices: ReliefPrices = {},
  ) {
    this.T = problem.spec.periods;
    const kept = (d: number): boolean => !dropped.has(memberKey({ kind: 'demand', demand: d }));
    const places = placesConcerned({ ...problem, demands: problem.demands.filter((_, d) => kept(d)) });
    const stages = places.flatMap(({ group, project }) =>
      problem.spec.groups[group].projects[project].variants.flatMap((variant) => variant.stages),
    );
    // With members dropped it is only asked whether there is a schedule.
    const indifferent = relief === 'sources' || dropped.size > 0;
    this.tieWeight = indifferent ? 0 : 0.5 / ((stages.length + 1) * (this.T + 1));
    this.allCost =
      1 + stages.reduce((sum, { costPerPeriod, durationLaw }) => sum + costPerPeriod * durationLaw.length, 0);
    for (const place of places) this.addCourses(place);
    for (const place of places) this.addPrecedence(place);
    this.addRows();
    problem.demands.forEach((demand, d) => {
      if (kept(d)) this.addDemand(demand, d);
    });
  }

  /** The cheapest relief, and with it the earliest schedule; null where there is none. */
  solve(solver: LinearSolver): Schedule | null {
    for (;;) {
      const x = this.model.solveIfFeasible(solver);
      if (!x) return null;
      const chosen = this.starts.filter(({ column }) => x[column] > 0.5);
      if (this.relief !== 'sources' && this.forbidOverload(chosen)) continue;
      return this.scheduleOf(x, chosen);
    }
  }

  private variant({ group, project, variant }: ProjectPlace & { variant: number }): VariantSpec {
    return this.problem.spec.groups[group].projects[project].variants[variant];
  }

  private stageStarts(place: ProjectPlace, variant: number, stage: number): StartColumn[] {
    return this.byStage.get(`${place.group} ${place.project} ${variant} ${stage}`) ?? [];
  }

  private addCourses(place: ProjectPlace): void {
    const { variants } = this.problem.spec.groups[place.group].projects[place.project];
    variants.forEach((variant, v) => {
      this.addCourse(place, v, variant);
    });
    const first = variants.flatMap((_, v) => this.stageStarts(place, v, 0));
    this.model.atMost(1, ones(first));
  }

  private addCourse(place: ProjectPlace, variant: number, { stages }: VariantSpec): void {
    const { T } = this;
    const lengths = stages.map(({ durationLaw }) => durationLaw.length);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const runsPast = total > T;
    let before = 0;
    stages.forEach((stage, s) => {
      const latest = runsPast ? (s === 0 ? T - 1 : T) : T - (total - before);
      const own: StartColumn[] = [];
      for (let period = Math.min(before, T); period <= latest; period++) {
        const cost = (0.5 * stage.costPerPeriod * lengths[s]) / this.allCost;
        const column = this.model.column(this.tieWeight * (period + cost), 0, 1, true);
        own.push({ ...place, variant, stage: s, period, column });
      }
      this.byStage.set(`${place.group} ${place.project} ${variant} ${s}`, own);
      this.starts.push(...own);
      before += lengths[s];
      if (s > 0) this.addOrder(this.stageStarts(place, variant, s - 1), own, lengths[s - 1]);
    });
  }

  /** Each stage as often as the one before, never before that ends, and not put off past the horizon. */
  private addOrder(before: readonly StartColumn[], after: readonly StartColumn[], length: number): void {
    const { model, T } = this;
    model.atMost(0, [...ones(after), ...ones(before, -1)]);
    model.atMost(0, [...ones(before), ...ones(after, -1)]);
    for (let t = 0; t < T; t++) {
      const begun = after.filter(({ period }) => period <= t);
      const ended = before.filter(({ period }) => period + length <= t);
      if (begun.length > 0) model.atMost(0, [...ones(begun), ...ones(ended, -1)]);
    }
    const past = after.filter(({ period }) => period === T);
    const endsPast = before.filter(({ period }) => period + length >= T);
    if (past.length > 0) model.atMost(0, [...ones(past), ...ones(endsPast, -1)]);
  }

  private addPrecedence(place: ProjectPlace): void {
    const { variants } = this.problem.spec.groups[place.group].projects[place.project];
    variants.forEach(({ stages }, v) => {
      stages.forEach(({ requires }, stage) => {
        for (const required of requires) {
          const precedence = { ...place, stage, requires: required };
          if (this.dropped.has(memberKey({ kind: 'precedence', precedence }))) continue;
          const own = this.stageStarts(place, v, stage);
          for (let t = 0; t < this.T; t++) {
            const begun = own.filter(({ period }) => period <= t);
            if (begun.length > 0)
              this.model.atMost(0, [...ones(begun), ...ones(this.attainedBy([required], t), -1)]);
          }
        }
      });
    });
  }

  /** Last stages of the groups that end before period t. */
  private attainedBy(groups: readonly number[], t: number): StartColumn[] {
    return groups.flatMap((group) =>
      this.problem.spec.groups[group].projects.flatMap(({ variants }, project) =>
        variants.flatMap(({ stages }, v) =>
          this.stageStarts({ group, project }, v, stages.length - 1).filter(
            ({ period }) => period + stages[stages.length - 1].durationLaw.length <= t,
          ),
        ),
      ),
    );
  }

  /** Use of every row and period by the starts that may be made. */
  private uses(starts: readonly StartColumn[]): Map<number, Term[]> {
    const uses = new Map<number, Term[]>();
    for (const start of starts) {
      const stage = this.variant(start).stages[start.stage];
      for (const use of stage.use) {
        for (const k of periodsOfUse(stage, use)) {
          if (start.period + k >= this.T) continue;
          const at = use.row * this.T + start.period + k;
          const terms = uses.get(at);
          if (terms) terms.push([start.column, use.amount]);
          else uses.set(at, [[start.column, use.amount]]);
        }
      }
    }
    return uses;
  }

  private addRows(): void {
    const { sources, rowSources } = this.problem;
    for (const [at, terms] of this.uses(this.starts)) {
      const [row, period] = [Math.floor(at / this.T), at % this.T];
      const own = rowSources[row];
      if (own.some((source) => this.dropped.has(memberKey({ kind: 'source', source, period })))) continue;
      const bought = this.relief === 'sources' ? own.map((s) => this.extraColumn(s, period)) : [];
      const capacity = own.reduce((sum, s) => sum + sources[s].amount[period], 0);
      const scale = Math.max(...terms.map(([, amount]) => amount));
      this.model.atMost(capacity / scale, [
        ...terms.map(([column, amount]): Term => [column, amount / scale]),
        ...bought.map(({ unit, column }): Term => [column, -unit / scale]),
      ]);
    }
    const { atMost } = this.prices;
    if (atMost) {
      const bill = this.extra.map(({ source, unit, column }): Term => [column, unit * atMost.source(source)]);
      this.model.atMost(atMost.cost, bill);
    }
  }

  private extraColumn(source: number, period: number): ExtraColumn {
    const known = this.extra.find((e) => e.source === source && e.period === period);
    if (known) return known;
    const unit = Math.max(1, ...this.problem.sources[source].amount);
    const price = unit * (this.prices.source?.(source) ?? 0);
    const column = this.model.column(price, 0, Number.POSITIVE_INFINITY);
    const extra = { source, period, unit, column };
    this.extra.push(extra);
    return extra;
  }

  private addDemand(demand: Demand, d: number): void {
    const waiver: Term[] = [];
    if (this.relief === 'demands') {
      const column = this.model.column(1, 0, 1, true);
      this.waivers.set(d, column);
      waiver.push([column, -1]);
    }
    if (demand.kind === 'lock-in') this.addLockIn(demand, d, waiver);
    else if (demand.kind === 'lock-out') {
      for (const place of demand.places) this.model.atMost(0, [...ones(this.firstStarts(place)), ...waiver]);
    } else {
      const latest = this.relief === 'time' ? this.T - 1 : demand.by;
      const met: Term[] = [];
      for (let by = demand.by; by <= latest; by++) {
        const column = this.model.column(by - demand.by, 0, 1, true);
        this.shifts.push({ demand: d, by: by - demand.by, column });
        this.model.atMost(0, [[column, 1], ...ones(this.attainedBy(demand.groups, by + 1), -1)]);
        met.push([column, -1]);
      }
      this.model.atMost(-1, [...met, ...waiver]);
    }
  }

  private addLockIn({ place, variants, from, by }: LockIn, d: number, waiver: readonly Term[]): void {
    const eligible = place ? variants.flatMap((v) => this.stageStarts(place, v, 0)) : [];
    const outside = (period: number): number => (period < from ? period - from : Math.max(0, period - by));
    if (this.relief !== 'time') {
      const within = eligible.filter(({ period }) => outside(period) === 0);
      this.model.atMost(-1, [...ones(within, -1), ...waiver]);
      return;
    }
    this.model.atMost(-1, ones(eligible, -1));
    for (const { period, column } of eligible) {
      if (outside(period) === 0) continue;
      const moved = this.model.column(Math.abs(outside(period)), 0, 1, true);
      this.model.atMost(0, [
        [column, 1],
        [moved, -1],
      ]);
      this.shifts.push({ demand: d, by: outside(period), column: moved });
    }
  }

  private firstStarts(place: ProjectPlace): StartColumn[] {
    return this.problem.spec.groups[place.group].projects[place.project].variants.flatMap((_, v) =>
      this.stageStarts(place, v, 0),
    );
  }

  /**
   * Forbids starts that exceed a row by more than its tolerance, together, as the solver's own tolerance may have let
   * them pass; true where it forbade any.
   */
  private forbidOverload(chosen: readonly StartColumn[]): boolean {
    const { sources, rowSources } = this.problem;
    let found = false;
    for (const [at, terms] of this.uses(chosen)) {
      const [row, period] = [Math.floor(at / this.T), at % this.T];
      const own = rowSources[row];
      if (own.some((source) => this.dropped.has(memberKey({ kind: 'source', source, period })))) continue;
      const capacity = own.reduce((sum, s) => sum + sources[s].amount[period], 0);
      const used = terms.reduce((sum, [, amount]) => sum + amount, 0);
      if (used <= capacity * (1 + CAPACITY_TOLERANCE) + CAPACITY_TOLERANCE) continue;
      this.model.atMost(
        terms.length - 1,
        terms.map(([column]): Term => [column, 1]),
      );
      found = true;
    }
    return found;
  }

  private scheduleOf(x: Float64Array, chosen: readonly StartColumn[]): Schedule {
    const { demands, sources } = this.problem;
    const extra = sources.map(() => new Array<number>(this.T).fill(0));
    for (const { source, period, unit, column } of this.extra) {
      extra[source][period] = Math.max(0, x[column]) * unit;
    }
    const shift = demands.map(() => 0);
    for (const { demand, by, column } of this.shifts) if (x[column] > 0.5) shift[demand] = by;
    const waived = demands.map((_, d) => x[this.waivers.get(d) ?? -1] > 0.5);
    const courses = chosen
      .filter(({ stage }) => stage === 0)
      .map(({ group, project, variant }): Course => {
        const own = chosen.filter((s) => s.group === group && s.project === project && s.variant === variant);
        return { group, project, variant, starts: own.map(({ period }) => period) };
      });
    const bill = this.extra.reduce(
      (sum, e) => sum + (this.prices.source?.(e.source) ?? 0) * extra[e.source][e.period],
      0,
    );
    const moved = shift.reduce((sum, by) => sum + Math.abs(by), 0);
    return { courses, extra, shift, waived, cost: bill + moved + waived.filter(Boolean).length };
  }
}

function ones(starts: readonly StartColumn[], sign: 1 | -1 = 1): Term[] {
  return starts.map(({ column }): Term => [column, sign]);
}
