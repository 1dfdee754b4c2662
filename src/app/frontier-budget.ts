import type { FrontierPoint, RankingMoney, RankingName } from '../contract/frontier.ts';
import { MusterError } from '../kernel/errors.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { Evaluator } from '../portfolio/evaluator.ts';
import { JointModel } from '../portfolio/joint-model.ts';
import { Surprise } from '../portfolio/path.ts';
import type { Performance } from '../portfolio/performance.ts';
import { BasePolicies } from '../portfolio/policy-bases.ts';
import { Reach } from '../portfolio/reach.ts';
import { withSavings } from '../portfolio/savings.ts';
import { bindingOf, withBinding, withoutLockedOut } from '../programme/commitments.ts';
import { type PlanProblem, planProblem } from '../programme/plan-problem.ts';
import type { Programme } from '../programme/programme.ts';
import { withWhatIf } from '../programme/what-if.ts';
import { attemptingNothing } from './left-alone.ts';
import { boundOf, type PlanOptions, solveCase, WORK } from './solve-case.ts';
import { startedProjects } from './started-projects.ts';

/** Work for the plan at each budget: about a third of that of `muster plan`. */
const WORK_OF_BUDGETS: typeof WORK = {
  ...WORK,
  boundRounds: 25,
  trainingPaths: 96,
  searchPaths: 1500,
  valuePaths: 1000,
};

/** Most money at which a ranking is looked at, times that of today. */
const MOST_MONEY = 16;
/** Two factors nearer than this share of the larger are not told apart. */
const PRECISION = 0.01;

/** The plan at one budget, and the chance of every project it ever starts, by its id. */
export interface BudgetPlan {
  readonly point: FrontierPoint;
  readonly chances: Readonly<Record<string, number>>;
  /** What each fund that may save puts by at the end of every period; empty where none does. */
  readonly saved: readonly (readonly number[])[];
}

/** What came of one budget; without a plan where the commitments cannot all be met. */
export interface BudgetSolved {
  readonly factor: number;
  readonly plan: BudgetPlan | null;
}

/** What a ranking is to reach: the value of a plan, which puts money by or not. */
export interface RankingTarget {
  readonly value: number;
  readonly saved: BudgetPlan['saved'];
}

/** The parts of the work, which an edge may do side by side; an answer that a stop cut short is null. */
export interface RunFrontier {
  budgets(factors: readonly number[]): Promise<(BudgetSolved | null)[]>;
  rankings(names: readonly RankingName[], today: RankingTarget): Promise<(RankingMoney | null)[]>;
}

/** The plan where all funds offer `factor` times as much; null where a stop cut it short. */
export function budgetPlan(
  programme: Programme,
  factor: number,
  solver: LinearSolver,
  options: PlanOptions,
): BudgetSolved | null {
  if (options.stop?.()) return null;
  const budgets = programme.funds.map(({ id }) => ({ fund: id, factor }));
  const scaled = withWhatIf(programme, { with: [], without: [], budgets });
  const solved = solvedUnlessInfeasible(scaled, solver, options);
  if (!solved) return { factor, plan: null };
  const { problem, solution, nothing } = solved;
  if (solution.stopped || options.stop?.()) return null;
  const { performance, proof, policy, baselines } = solution;
  const { standardError, exact } = performance;
  const value = performance.value - nothing.value;
  const bound = boundOf(solution) - nothing.value;
  const { funded, chances } = startedProjects(problem, performance);
  const point: FrontierPoint = {
    factor,
    money: problem.money.flat().reduce((sum, x) => sum + x, 0),
    value,
    standardError,
    valueProof: exact ? 'exact' : 'statistical',
    bound,
    gap: value === 0 ? null : (bound - value) / Math.abs(value),
    proof,
    planOf: factor,
    policy: policy.name,
    rankings: baselines.map(({ name, performance: own }) => ({
      name,
      value: own.value - nothing.value,
      standardError: own.standardError,
    })),
    funded: [...funded],
  };
  return { factor, plan: { point, chances, saved: solution.saved.map((byPeriod) => [...byPeriod]) } };
}

function solvedUnlessInfeasible(programme: Programme, solver: LinearSolver, options: PlanOptions) {
  try {
    return solveCase(programme, 'central', solver, options, WORK_OF_BUDGETS);
  } catch (error) {
    if (error instanceof MusterError && error.code === 'INFEASIBLE') return null;
    throw error;
  }
}

/**
 * The least money, as a factor on all of today's, with which a ranking reaches a value: doubled until it does, then
 * halved in between. A ranking may do worse with more money, so that still less might do where the search did not look.
 * Null where a stop cut it short.
 */
export function rankingMoney(
  programme: Programme,
  name: RankingName,
  today: RankingTarget,
  solver: LinearSolver,
  options: PlanOptions,
): RankingMoney | null {
  const valued = rankingAtMoney(programme, name, today.saved, solver);
  const target = today.value;
  let best: Valued | null = null;
  let missed = 0;
  let reached = 1;
  let at = valued(reached);
  for (; at.value < target; at = valued(reached)) {
    if (options.stop?.()) return null;
    if (!best || at.value > best.value) best = at;
    if (reached >= MOST_MONEY) return { name, target, factor: null, tried: reached, ...best };
    missed = reached;
    reached *= 2;
  }
  while (missed > 0 && reached - missed > PRECISION * reached) {
    if (options.stop?.()) return null;
    const factor = (missed + reached) / 2;
    const tried = valued(factor);
    if (tried.value >= target) [reached, at] = [factor, tried];
    else missed = factor;
  }
  return { name, target, factor: reached, tried: reached, ...at };
}

interface Valued {
  readonly value: number;
  readonly standardError: number;
}

/**
 * How a ranking fares at a factor on all money, over attempting nothing and on the luck that plans are valued on. It puts
 * nothing by, or the same share as the plan, whichever does better.
 */
function rankingAtMoney(
  programme: Programme,
  name: RankingName,
  saved: RankingTarget['saved'],
  solver: LinearSolver,
): (factor: number) => Valued {
  const problem = withBinding(planProblem(withoutLockedOut(programme)), bindingOf(programme, solver));
  const today = new JointModel(problem.spec, problem.value);
  const nothing = attemptingNothing(problem, today).value;
  const ways = saved.some((byPeriod) => byPeriod.some((x) => x > 0))
    ? [saved.map((byPeriod) => byPeriod.map(() => 0)), saved]
    : [saved];
  return (factor) =>
    ways
      .map((way) => rankingIn(withMoney(problem, today, way, factor), name, programme.muster.seed))
      .map(({ value, standardError }) => ({ value: value - nothing, standardError }))
      .reduce((a, b) => (b.value > a.value ? b : a));
}

function rankingIn(model: JointModel, name: RankingName, seed: number): Performance {
  const reach = new Reach(model);
  const noRents = new Float64Array(model.plan.rows.length * model.periods);
  const { valuePerCost, chokepoint } = new BasePolicies(model, reach, noRents).rankings();
  const evaluator = new Evaluator(model, { ...WORK_OF_BUDGETS, seed }, new Surprise(model, reach));
  const policy = name === 'chokepoint' ? chokepoint : valuePerCost;
  return evaluator.final(policy, WORK_OF_BUDGETS.baselinePaths);
}

/** The model with all money times a factor, some of it put by: what the projects can do stays the same. */
function withMoney(
  { spec, rows }: PlanProblem,
  today: JointModel,
  saved: RankingTarget['saved'],
  factor: number,
): JointModel {
  const none = (spec.savings ?? []).map(() => new Float64Array(spec.periods));
  const settled = withSavings(spec, saved.length > 0 ? saved.map((x) => Float64Array.from(x)) : none);
  const scaled = settled.rows.map((row, r) =>
    rows[r].kind === 'money' ? { ...row, capacity: row.capacity.map((x) => x * factor) } : row,
  );
  return new JointModel(
    { ...settled, rows: scaled },
    today.chain,
    today.groups.map(({ process }) => process),
  );
}
