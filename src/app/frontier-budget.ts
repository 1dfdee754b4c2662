import type { FrontierPoint, RankingMoney, RankingName } from '../contract/frontier.ts';
import { MusterError } from '../kernel/errors.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { Evaluator } from '../portfolio/evaluator.ts';
import { JointModel } from '../portfolio/joint-model.ts';
import { Surprise } from '../portfolio/path.ts';
import type { Performance } from '../portfolio/performance.ts';
import { BasePolicies } from '../portfolio/policy-bases.ts';
import { Reach } from '../portfolio/reach.ts';
import { bindingOf, withBinding, withoutLockedOut } from '../programme/commitments.ts';
import { type PlanProblem, planProblem } from '../programme/plan-problem.ts';
import type { Programme } from '../programme/programme.ts';
import { withWhatIf } from '../programme/what-if.ts';
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
}

/** What came of one budget; without a plan where the commitments cannot all be met. */
export interface BudgetSolved {
  readonly factor: number;
  readonly plan: BudgetPlan | null;
}

/** The parts of the work, which an edge may do side by side; an answer that a stop cut short is null. */
export interface RunFrontier {
  budgets(factors: readonly number[]): Promise<(BudgetSolved | null)[]>;
  rankings(names: readonly RankingName[], target: number): Promise<(RankingMoney | null)[]>;
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
  const { problem, solution } = solved;
  if (solution.stopped || options.stop?.()) return null;
  const { performance, proof, policy, baselines } = solution;
  const { value, standardError, exact } = performance;
  const bound = boundOf(solution);
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
      value: own.value,
      standardError: own.standardError,
    })),
    funded: [...funded],
  };
  return { factor, plan: { point, chances } };
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
  target: number,
  solver: LinearSolver,
  options: PlanOptions,
): RankingMoney | null {
  const valued = rankingAtMoney(programme, name, solver);
  let best: Performance | null = null;
  let missed = 0;
  let reached = 1;
  let at = valued(reached);
  for (; at.value < target; at = valued(reached)) {
    if (options.stop?.()) return null;
    if (!best || at.value > best.value) best = at;
    const { value, standardError } = best;
    if (reached >= MOST_MONEY) return { name, target, factor: null, tried: reached, value, standardError };
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
  const { value, standardError } = at;
  return { name, target, factor: reached, tried: reached, value, standardError };
}

/** How a ranking fares at a factor on all money, on the luck that plans are valued on. */
function rankingAtMoney(
  programme: Programme,
  name: RankingName,
  solver: LinearSolver,
): (factor: number) => Performance {
  const problem = withBinding(planProblem(withoutLockedOut(programme)), bindingOf(programme, solver));
  const today = new JointModel(problem.spec, problem.value);
  return (factor) => {
    const model = withMoney(problem, today, factor);
    const reach = new Reach(model);
    const noRents = new Float64Array(model.plan.rows.length * model.periods);
    const { valuePerCost, chokepoint } = new BasePolicies(model, reach, noRents).rankings();
    const limits = { ...WORK_OF_BUDGETS, seed: programme.muster.seed };
    const evaluator = new Evaluator(model, limits, new Surprise(model, reach));
    return evaluator.final(name === 'chokepoint' ? chokepoint : valuePerCost, WORK_OF_BUDGETS.baselinePaths);
  };
}

/** The model with all money times a factor: what the projects can do stays the same. */
function withMoney({ spec, rows }: PlanProblem, today: JointModel, factor: number): JointModel {
  const scaled = spec.rows.map((row, r) =>
    rows[r].kind === 'money' ? { ...row, capacity: row.capacity.map((x) => x * factor) } : row,
  );
  return new JointModel(
    { ...spec, rows: scaled },
    today.chain,
    today.groups.map(({ process }) => process),
  );
}
