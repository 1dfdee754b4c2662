import { GroupModel, type GroupPrices } from '../portfolio/group-dp.ts';
import { compileGroup } from '../portfolio/group-process.ts';
import type { JointModel } from '../portfolio/joint-model.ts';
import { sameCourse, valueOfKept } from '../portfolio/kept-policy.ts';
import type { GroupProcess } from '../portfolio/process-tables.ts';
import { type ChangedProblem, changedProblem, type End } from '../programme/changed-problem.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { UncertainFigure } from '../programme/uncertain-figures.ts';
import { marginalByPeriod } from './plan-availability.ts';
import { type GroupsPriced, pricedByPlan } from './plan-worth.ts';
import type { SolvedCase } from './solve-case.ts';

/** A figure at one value of its range: the problem, and the processes of all of its groups. */
export interface Changed extends ChangedProblem {
  readonly processes: readonly GroupProcess[];
}

/** A figure with what knowing it to be at an end would gain at the prices of the plan. */
export interface Screened {
  readonly uncertain: UncertainFigure;
  readonly ends: readonly {
    readonly end: 'low' | 'high';
    readonly gain: number;
    readonly changed: Changed;
  }[];
}

/** Gains below this share of the value of the plan are rounding. */
const ROUNDING = 1e-9;

/**
 * Tries figures group by group, the rest of the plan left as it is: what the best policy of the groups that a figure
 * touches is worth over the policy that is best at the central figures, at the prices of the plan.
 */
export class Screen {
  private readonly priced: GroupsPriced;
  private readonly smallest: number;

  constructor(private readonly solved: SolvedCase) {
    const { problem, model, solution } = solved;
    const { performance, lagrangian } = solution;
    this.priced = pricedByPlan(model, lagrangian, marginalByPeriod(problem, performance));
    this.smallest = ROUNDING * Math.abs(performance.value);
  }

  /** The ends at which something would be gained. */
  of(uncertain: UncertainFigure): Screened {
    const ends = (['low', 'high'] as const).flatMap((end) => {
      const changed = changedAt(this.solved, uncertain, end);
      const gain = this.gain(changed);
      return gain > this.smallest ? [{ end, gain, changed }] : [];
    });
    return { uncertain, ends };
  }

  private gain({ problem, groups, processes }: Changed): number {
    if (groups.length === 0) return this.gainByWorth(problem);
    return groups.reduce((sum, g) => {
      if (!sameCourse(processes[g], this.solved.model.groups[g].process)) return Number.POSITIVE_INFINITY;
      const group = new GroupModel(problem.spec, processes[g], problem.spec.groups[g]);
      return sum + this.gainOf(group, g, this.priced.groupPrices[g]);
    }, 0);
  }

  /** The same where only what is attained is worth more or less. */
  private gainByWorth(problem: PlanProblem): number {
    const marginal = marginalByPeriod(problem, this.solved.solution.performance);
    return this.solved.model.groups.reduce((sum, group, g) => {
      const own = this.priced.groupPrices[g];
      const attained = Float64Array.from(marginal, (gradient) => gradient[g]);
      const same = attained.every((x, t) => x === own.attained[t]);
      return same ? sum : sum + this.gainOf(group, g, { ...own, attained });
    }, 0);
  }

  private gainOf(group: GroupModel, g: number, prices: GroupPrices): number {
    const kept = valueOfKept(group, this.priced.solutions[g].policy, prices);
    return Math.max(0, group.solve(prices).value - kept);
  }
}

/** The problem with a figure at a value of its range, its touched groups compiled anew. */
export function changedAt(
  { problem, model }: { readonly problem: PlanProblem; readonly model: JointModel },
  uncertain: UncertainFigure,
  end: End,
): Changed {
  const changed = changedProblem(problem, uncertain, end);
  const { spec } = changed.problem;
  const processes = model.groups.map(({ process }, g) =>
    changed.groups.includes(g) ? compileGroup(spec, spec.groups[g]) : process,
  );
  return { ...changed, processes };
}
