import { GroupModel, type GroupPrices } from '../portfolio/group-dp.ts';
import { compileGroup } from '../portfolio/group-process.ts';
import { sameCourse, valueOfKept } from '../portfolio/kept-policy.ts';
import type { GroupSpec } from '../portfolio/spec.ts';
import { type ChangedProblem, changedProblem } from '../programme/changed-problem.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import type { UncertainFigure } from '../programme/uncertain-figures.ts';
import { marginalByPeriod } from './plan-availability.ts';
import { bestStart, type GroupsPriced, pricedByPlan } from './plan-worth.ts';
import type { SolvedCase } from './solve-case.ts';

/** A figure with what knowing it to be at an end would gain at the prices of the plan, where that is anything. */
export interface Screened {
  readonly uncertain: UncertainFigure;
  readonly ends: readonly { readonly end: 'low' | 'high'; readonly gain: number }[];
}

/** Gains below this share of the value of the plan are rounding. */
const ROUNDING = 1e-9;

/** A group with some variants of its projects, and its best policy at the central figures. */
interface Narrowed {
  readonly variants: readonly (readonly number[])[];
  readonly group: GroupModel;
  readonly policy: Int32Array;
}

/**
 * Tries figures group by group, the rest of the plan left as it is: what the best policy of the groups that a figure
 * touches is worth over the policy that is best at the central figures, at the prices of the plan.
 */
export class Screen {
  private readonly priced: GroupsPriced;
  private readonly smallest: number;
  private readonly narrowed = new Map<number, Narrowed>();

  constructor(private readonly solved: SolvedCase) {
    const { problem, model, solution } = solved;
    const { performance, lagrangian } = solution;
    this.priced = pricedByPlan(model, lagrangian, marginalByPeriod(problem, performance));
    this.smallest = ROUNDING * Math.abs(performance.value);
  }

  of(uncertain: UncertainFigure): Screened {
    const ends = (['low', 'high'] as const).flatMap((end) => {
      const gain = this.gain(changedProblem(this.solved.problem, uncertain, end));
      return gain > this.smallest ? [{ end, gain }] : [];
    });
    return { uncertain, ends };
  }

  private gain({ problem, groups }: ChangedProblem): number {
    if (groups.length === 0) return this.gainByWorth(problem);
    return groups.reduce((sum, g) => {
      const narrowed = this.narrow(g);
      const group = groupOf(problem, g, narrowed.variants);
      // Where the ends let happen what the central figure does not, only the whole plan tells.
      if (!sameCourse(group.process, narrowed.group.process)) return Number.POSITIVE_INFINITY;
      return sum + gainOf(group, narrowed.policy, this.priced.groupPrices[g]);
    }, 0);
  }

  /** The same where only what is attained is worth more or less. */
  private gainByWorth(problem: PlanProblem): number {
    const marginal = marginalByPeriod(problem, this.solved.solution.performance);
    return this.solved.model.groups.reduce((sum, group, g) => {
      const own = this.priced.groupPrices[g];
      const attained = Float64Array.from(marginal, (gradient) => gradient[g]);
      if (attained.every((x, t) => x === own.attained[t])) return sum;
      return sum + gainOf(group, this.priced.solutions[g].policy, { ...own, attained });
    }, 0);
  }

  private narrow(g: number): Narrowed {
    const known = this.narrowed.get(g);
    if (known) return known;
    const { problem, model } = this.solved;
    const variants = this.variants(g);
    const whole = variants.every(
      (own, p) => own.length === problem.spec.groups[g].projects[p].variants.length,
    );
    const group = whole ? model.groups[g] : groupOf(problem, g, variants);
    const narrowed = { variants, group, policy: group.solve(this.priced.groupPrices[g]).policy };
    this.narrowed.set(g, narrowed);
    return narrowed;
  }

  /** By project, the variant worth most at its best start; all where courses or what comes first bind the group. */
  private variants(g: number): number[][] {
    const { problem, model } = this.solved;
    const { projects } = problem.spec.groups[g];
    const all = projects.map(({ variants }) => variants.map((_, v) => v));
    if (this.priced.groupPrices[g].action || projects.some(({ bound }) => bound)) return all;
    return all.map((own, p) => {
      const worth = own.map((v) => bestStart(model, this.priced, g, p, v)?.value ?? Number.NEGATIVE_INFINITY);
      return [own[worth.indexOf(Math.max(...worth))]];
    });
  }
}

function groupOf({ spec }: PlanProblem, g: number, variants: Narrowed['variants']): GroupModel {
  const group: GroupSpec = {
    ...spec.groups[g],
    projects: spec.groups[g].projects.map((project, p) => ({
      ...project,
      variants: variants[p].map((v) => project.variants[v]),
    })),
  };
  return new GroupModel(spec, compileGroup(spec, group), group);
}

function gainOf(group: GroupModel, kept: Int32Array, prices: GroupPrices): number {
  return Math.max(0, group.solve(prices).value - valueOfKept(group, kept, prices));
}
