import type { Alternative, Alternatives } from '../contract/alternatives.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { IndexPolicy } from '../portfolio/index-policy.ts';
import { JointKey } from '../portfolio/joint-key.ts';
import type { JointModel } from '../portfolio/joint-model.ts';
import { LossTrials } from '../portfolio/loss-trials.ts';
import { type NearOptimal, nearOptimalPlans } from '../portfolio/near-optimal.ts';
import type { NearPlan } from '../portfolio/near-search.ts';
import { Surprise } from '../portfolio/path.ts';
import type { Performance } from '../portfolio/performance.ts';
import { chanceDistance, planDistance } from '../portfolio/plan-distance.ts';
import { BasePolicies } from '../portfolio/policy-bases.ts';
import { Race } from '../portfolio/race.ts';
import { Reach } from '../portfolio/reach.ts';
import { IndexVariations, ReplannedVariations, type VariationPlans } from '../portfolio/variations.ts';
import { projectId } from '../programme/plan-groups.ts';
import type { Programme } from '../programme/programme.ts';
import { expectedPayments } from './plan-payments.ts';
import { FUNDED_CHANCE } from './plan-projects.ts';
import { projectMoney } from './project-money.ts';
import { boundOf, type PlanOptions, type SolvedCase, solveCase, WORK } from './solve-case.ts';
import { type Started, startedProjects, startsDiffering } from './started-projects.ts';

/** What is asked for. */
export interface AlternativesAsked {
  readonly count: number;
  /** Largest loss, as a fraction of the value of the best plan. */
  readonly within: number;
  /** Least distance of any two plans, above 0. */
  readonly apart: number;
}

/** Work that the search may take: paths followed where values are simulated, else plans tried. */
const SEARCH_PATHS = 100_000;
const SEARCH_PLANS = 2_000;
/** Paths on which plans are tried, and on which those that are chosen are valued. */
const TRIAL_PATHS = 256;
const VALUE_PATHS = 2_000;

/** Plans that are nearly as good as the best one, and differ from it and among each other in what they start. */
export function alternatives(
  programme: Programme,
  asked: AlternativesAsked,
  solver: LinearSolver,
  options: PlanOptions & { readonly onTried?: (tried: number, near: number) => void },
): Alternatives {
  const solved = solveCase(programme, 'central', solver, options, WORK);
  const { model, solution } = solved;
  const { seed } = programme.muster;
  const surprise = new Surprise(model, new Reach(model));
  const { exact } = solution.performance;
  const limits = { ...WORK, seed, trialPaths: TRIAL_PATHS, valuePaths: VALUE_PATHS };
  const trials = new LossTrials(model, exact ? JointKey.of(model) : null, surprise, solution.policy, limits);
  const found = nearOptimalPlans(model, trials, variationPlans(solved, surprise, seed), {
    ...asked,
    nothing: solved.nothing.value,
    funded: FUNDED_CHANCE,
    seed,
    work: exact ? SEARCH_PLANS : SEARCH_PATHS,
    stop: options.stop,
    onProgress: options.onTried,
  });
  return report(solved, asked, found, options);
}

function variationPlans({ model, solution }: SolvedCase, surprise: Surprise, seed: number): VariationPlans {
  const { rows } = solution.lagrangian.prices;
  if (solution.performance.exact) return new ReplannedVariations(model, rows, { ...WORK, seed }, surprise);
  return new IndexVariations(model, bestIndex(solution.policy, model, rows, surprise, seed));
}

/** The index that the plan is; where it is none, the best of the base indices. */
function bestIndex(
  policy: SolvedCase['solution']['policy'],
  model: JointModel,
  rents: Float64Array,
  surprise: Surprise,
  seed: number,
): IndexPolicy {
  if (policy instanceof IndexPolicy) return policy;
  const { indices } = new BasePolicies(model, new Reach(model), rents);
  const race = new Race(model, surprise, seed, WORK.trainingPaths, indices[0]);
  return race.field(indices)[0].policy as IndexPolicy;
}

function report(
  solved: SolvedCase,
  asked: AlternativesAsked,
  { best, plans, tried, near, exhausted }: NearOptimal,
  options: PlanOptions,
): Alternatives {
  const { problem, solution, nothing } = solved;
  const { name, name_zh, seed, currency, priceYear } = problem.programme.muster;
  const stopped = options.stop?.() ?? false;
  const all = [best, ...plans];
  const bestStarts = startedProjects(problem, best.performance);
  return {
    schema: 'muster/alternatives@1',
    programme: name,
    programmeNameZh: name_zh ?? null,
    status: stopped ? 'stopped' : 'complete',
    reproducible: !stopped,
    seconds: options.seconds(),
    seed,
    currency,
    priceYear,
    asked: { count: asked.count, within: asked.within, apart: asked.apart },
    best: {
      ...factsOf(solved, best.performance, bestStarts),
      valueProof: best.performance.exact ? 'exact' : 'statistical',
      bound: boundOf(solution) - nothing.value,
      proof: solution.proof,
    },
    tried,
    near,
    exhausted,
    alternatives: plans
      .map((plan) => alternativeOf(solved, plan, all, bestStarts))
      .sort((a, b) => a.loss - b.loss),
    notes: notesOf(best.performance),
  };
}

function alternativeOf(
  solved: SolvedCase,
  plan: NearPlan,
  all: readonly NearPlan[],
  bestStarts: Started,
): Alternative {
  const { problem, nothing } = solved;
  const { performance, loss, lossError, variation } = plan;
  const [best] = all;
  const bestValue = best.performance.value - nothing.value;
  const distance = (other: NearPlan): number => planDistance(plan.chances, other.chances, FUNDED_CHANCE);
  const starts = startedProjects(problem, performance);
  return {
    ...factsOf(solved, performance, starts),
    loss,
    lossShare: bestValue === 0 ? null : loss / Math.abs(bestValue),
    lossError,
    distanceToBest: distance(best),
    distanceToNearest: Math.min(...all.filter((other) => other !== plan).map(distance)),
    distanceByChance: chanceDistance(plan.chances, best.chances),
    ...startsDiffering(bestStarts, starts),
    forcedOut: variation.barred.map(({ group, project }) =>
      projectId(problem.groups[group].projects[project]),
    ),
    favours: [...variation.factors].map(([g, factor]) => ({ goal: problem.spec.groups[g].id, factor })),
  };
}

function factsOf({ problem, nothing }: SolvedCase, performance: Performance, { funded }: Started) {
  const { byFund } = expectedPayments(problem, projectMoney(problem, performance));
  const T = problem.spec.periods;
  return {
    value: performance.value - nothing.value,
    standardError: performance.standardError,
    funded: [...funded],
    funds: problem.programme.funds.map(({ id }, f) => ({
      id,
      amount: byFund[f].reduce((sum, x) => sum + x, 0),
    })),
    goals: problem.spec.groups.map(({ id }, g) => ({
      goal: id,
      chance: performance.attained[g * (T + 1) + T],
    })),
  };
}

function notesOf({ exact }: Performance): string[] {
  return [
    'Two plans differ by the projects that only one of them funds, as a share of those that either funds; a project whose chance of start is less than five points apart counts as funded by both.',
    'Plans are sought by forcing out projects of plans already found and by counting goals for more or for nothing: there may be others that this search does not reach.',
    ...(exact
      ? []
      : [
          'Losses are taken on the same luck as the best plan and on luck that no choice was made on; the loss asked for holds of the estimate, give or take its standard error.',
        ]),
  ];
}
