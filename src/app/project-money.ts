import type { ProjectPlace } from '../portfolio/course-problem.ts';
import { type Performance, startKey } from '../portfolio/performance.ts';
import type { StageSpec } from '../portfolio/spec.ts';
import { stageLaws } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import { type Payment, stagesMoney } from '../programme/stage-money.ts';
import type { PlanVariant } from '../programme/variants.ts';

/** Expected money of one project in one variant and period, from public and from private funds. */
export interface ProjectMoney extends ProjectPlace {
  readonly variant: PlanVariant;
  readonly period: number;
  /** Paid from public funds, and got back by them. */
  readonly publicMoney: number;
  readonly publicReturns: number;
  /** Net of what the performer gets from public funds; negative: it gets more than it pays. */
  readonly privateMoney: number;
}

/**
 * Expected money by project, variant and period: chance of each stage's start × its money in each period that it is
 * expected still to run, and on passing. What a group's success stops early is not taken off, and whether an approach
 * works is taken at its first chance, so that the sum is an upper estimate. What performers who are left alone spend is
 * no money of the programme.
 */
export function projectMoney(problem: PlanProblem, performance: Performance): ProjectMoney[] {
  return problem.groups.flatMap(({ projects }, group) =>
    projects.flatMap((entry, project) =>
      entry.variants.flatMap((variant, v) =>
        variant.instrument ? moneyOf(problem, performance, { group, project }, variant, v) : [],
      ),
    ),
  );
}

function moneyOf(
  problem: PlanProblem,
  performance: Performance,
  at: ProjectPlace,
  variant: PlanVariant,
  v: number,
): ProjectMoney[] {
  const account = new Account(problem.spec.periods);
  const spec = problem.spec.groups[at.group];
  const entry = problem.groups[at.group].projects[at.project];
  const { approach, variants } = spec.projects[at.project];
  const laws = stageLaws(entry, variant, problem.programme.muster.periods);
  stagesMoney(entry.option, entry.team, variant, laws).forEach((money, s) => {
    const starts = performance.starts.get(startKey(at.group, at.project, v, s));
    if (!starts) return;
    const stage = variants[v].stages[s];
    account.addRunning(starts, stage, money.running);
    const passes = stage.success * (stage.proves ? spec.approaches[approach] : 1);
    for (const payment of money.passed) {
      account.addPassed(starts, stage, scaled(payment, passes), payment.afterPeriods);
    }
  });
  return account.entries({ ...at, variant });
}

function scaled(payment: Payment, by: number): Payment {
  return { public: payment.public * by, private: payment.private * by };
}

/** Expected payments of one project in one variant, by period. */
class Account {
  private readonly paid: Float64Array;
  private readonly back: Float64Array;
  private readonly own: Float64Array;

  constructor(private readonly periods: number) {
    this.paid = new Float64Array(periods);
    this.back = new Float64Array(periods);
    this.own = new Float64Array(periods);
  }

  /** Paid in each period that a stage runs. */
  addRunning(starts: Float64Array, { durationLaw }: StageSpec, payment: Payment): void {
    let running = 1;
    durationLaw.forEach((chance, k) => {
      starts.forEach((begun, t) => {
        this.add(t + k, begun * running, payment);
      });
      running -= chance;
    });
  }

  /** Paid so many periods after the one in which a stage ends. */
  addPassed(starts: Float64Array, { durationLaw }: StageSpec, payment: Payment, after: number): void {
    durationLaw.forEach((chance, k) => {
      starts.forEach((begun, t) => {
        this.add(t + k + after, begun * chance, payment);
      });
    });
  }

  entries(of: Pick<ProjectMoney, 'group' | 'project' | 'variant'>): ProjectMoney[] {
    return Array.from(this.own, (privateMoney, period) => ({
      ...of,
      period,
      publicMoney: this.paid[period],
      publicReturns: this.back[period],
      privateMoney,
    })).filter((entry) => entry.publicMoney !== 0 || entry.publicReturns !== 0 || entry.privateMoney !== 0);
  }

  private add(period: number, chance: number, payment: Payment): void {
    if (period >= this.periods) return;
    if (payment.public < 0) this.back[period] -= chance * payment.public;
    else this.paid[period] += chance * payment.public;
    this.own[period] += chance * payment.private;
  }
}
