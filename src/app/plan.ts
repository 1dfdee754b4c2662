import { linksBelow } from '../chain/chain.ts';
import type { Plan } from '../contract/plan.ts';
import { dayNumber, dayText, periodStarts } from '../kernel/days.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { replacementCosts } from '../portfolio/replacement.ts';
import type { Solution } from '../portfolio/solve.ts';
import { substituteLinks } from '../programme/option-effects.ts';
import { type PlanProblem, resourceByPeriod } from '../programme/plan-problem.ts';
import type { Programme } from '../programme/programme.ts';
import { ASK_WORK, figuresToAsk } from './ask.ts';
import { BasisCount } from './basis.ts';
import { type BoughtCase, solveBuying } from './buy-capacity.ts';
import { type CaseFacts, evidenceCases, survivals } from './evidence-cases.ts';
import { leadCost } from './lead-cost.ts';
import { marginalByPeriod, planGoals, planProducts, planRepairSets } from './plan-availability.ts';
import { capacityNotes, planCapacity, withCapacityCost, withOffers } from './plan-capacity.ts';
import { LikelyCourse } from './plan-course.ts';
import { planInstruments, totalsOf } from './plan-instruments.ts';
import { planLeads } from './plan-leads.ts';
import { expectedPayments } from './plan-payments.ts';
import { FUNDED_CHANCE, fundedProjects, unfundedProjects } from './plan-projects.ts';
import { planRisk, planTargets } from './plan-risk.ts';
import { projectStarts } from './plan-starts.ts';
import { planTeams } from './plan-teams.ts';
import { planVerification } from './plan-verification.ts';
import { pricedByPlan } from './plan-worth.ts';
import { projectMoney } from './project-money.ts';
import { dualOf } from './row-duals.ts';
import { type ScenarioBest, scenarioCases, withBest } from './scenario-cases.ts';
import { boundOf, type PlanOptions, WORK } from './solve-case.ts';
import { planCommitments } from './stated-commitments.ts';

/** Courses followed to see what the plan loses without each of its projects. */
export const REPLACEMENT_PATHS = 6000;

const BASELINES = {
  'value-per-cost': 'greedy by value per cost',
  chokepoint: 'ranking by chokepoint score',
} as const;

/** Plans a programme: which projects to attempt together, from when, who leads, with which money, and how good that is. */
export function makePlan(programme: Programme, solver: LinearSolver, given: PlanOptions): Plan {
  const { options, wasCut } = watched(given);
  const plan = planAlone(programme, solver, options);
  const tried = triedCases(programme, solver, options);
  return withCases(plan, tried, wasCut(), options.seconds());
}

/** The plan at central evidence, before its conclusions are tried at low and high evidence. */
export function planAlone(programme: Programme, solver: LinearSolver, given: PlanOptions): Plan {
  const { options, wasCut } = watched(given);
  const plan = describe(solveBuying(programme, 'central', solver, options, WORK), options);
  return { ...plan, reproducible: !wasCut() };
}

/** What a plan is tried at beside itself: low and high evidence, and each scenario alone. */
export interface TriedCases {
  readonly evidence: readonly CaseFacts[];
  readonly scenarios: readonly ScenarioBest[];
}

export function triedCases(programme: Programme, solver: LinearSolver, options: PlanOptions): TriedCases {
  return {
    evidence: evidenceCases(programme, solver, options),
    scenarios: scenarioCases(programme, solver, options),
  };
}

/** A plan with what the cases say to its conclusions and its risk. */
export function withCases(plan: Plan, tried: TriedCases, cut: boolean, seconds: number): Plan {
  return {
    ...plan,
    reproducible: plan.reproducible && !cut,
    survives: survivals(plan, tried.evidence),
    risk: withBest(plan.risk, tried.scenarios),
    seconds,
  };
}

/**
 * Options that remember whether they said stop: whatever a stop cuts short, be it only the bound behind the reasons or
 * a case of the evidence, makes the answer depend on the clock.
 */
export function watched(given: PlanOptions): { options: PlanOptions; wasCut: () => boolean } {
  let cut = false;
  const stop = (): boolean => {
    cut ||= given.stop?.() ?? false;
    return cut;
  };
  return { options: { ...given, stop }, wasCut: () => cut };
}

function describe(capacity: BoughtCase, options: PlanOptions): Plan {
  const { solved, cost } = capacity;
  const { problem, binding, model, solution, nothing } = solved;
  const { programme } = problem;
  const { performance, lagrangian } = solution;
  const starts = projectStarts(problem, performance);
  const course = new LikelyCourse(
    problem,
    performance,
    starts.filter(({ chance }) => chance >= FUNDED_CHANCE),
  );
  const products = planProducts(problem, performance, nothing);
  const resources = resourcesOf(problem, solution);
  const money = projectMoney(problem, performance);
  const payments = expectedPayments(problem, money);
  const names = rowNames(problem);
  const priced = pricedByPlan(model, lagrangian, marginalByPeriod(problem, performance));
  const value = performance.value - nothing.value - cost;
  const bound = boundOf(solution) - nothing.value - cost;
  const days = periodStarts(programme.muster.periods);
  const below = linksBelow(
    (id) => problem.chain.links.get(id)?.groups ?? [],
    [...programme.muster.products.map(({ link }) => link), ...substituteLinks(programme.goals)],
  );
  return {
    schema: 'muster/plan@1',
    programme: programme.muster.name,
    status: solution.stopped ? 'stopped' : solution.proof === 'exact' ? 'optimal' : 'feasible',
    value,
    bound,
    gap: value === 0 ? null : (bound - value) / Math.abs(value),
    proof: solution.proof,
    valueProof: performance.exact ? 'exact' : 'statistical',
    standardError: performance.standardError,
    reproducible: !solution.stopped,
    seconds: options.seconds(),
    seed: programme.muster.seed,
    gapSplit: splitOf(solution),
    baselines: solution.baselines.map(({ name, performance: own }) => ({
      name,
      label: BASELINES[name],
      value: own.value - nothing.value - cost,
      standardError: own.standardError,
    })),
    policy: solution.policy.name,
    periods: days.slice(0, -1).map((day, t) => ({ start: dayText(day), end: dayText(days[t + 1] - 1) })),
    currency: programme.muster.currency,
    priceYear: programme.muster.priceYear,
    funded: fundedProjects(problem, model, priced, course, payments, (projects) =>
      replacementCosts(model, solution, projects, {
        ...WORK,
        paths: REPLACEMENT_PATHS,
        seed: programme.muster.seed,
        stop: options.stop,
      }),
    ),
    unfunded: unfundedProjects(problem, model, priced, starts, names),
    goals: planGoals(problem, performance),
    teams: planTeams(problem, model, priced, performance, starts),
    commitments: planCommitments(programme, binding, (project) => leadCost(problem, model, priced, project)),
    repairSets: planRepairSets(problem, performance),
    products,
    funds: programme.funds.map((fund, f) => ({
      id: fund.id,
      name: fund.name,
      nameZh: fund.name_zh ?? null,
      type: fund.type,
      byPeriod: withOffers(payments.byFund[f], fund, capacity),
      availableByPeriod: withOffers(problem.money[f], fund, capacity),
      savedByPeriod: savedByPeriod(problem, solution, f),
      dualByPeriod: dualOf(problem, solution, (row) => row.kind === 'money' && row.funds.includes(f)),
    })),
    resources,
    leads: planLeads(problem, model, priced, performance, course.projects),
    capacity: planCapacity(capacity),
    verification: planVerification(problem, course, products, resources),
    scenarios: scenariosOf(problem, days),
    leftAloneValue: nothing.value,
    instruments: planInstruments(problem, money),
    ...withCapacityCost(totalsOf(money), programme, capacity),
    basis: new BasisCount(programme).addLinks(problem.chain, below).addGroups(problem.groups).finish(),
    survives: [],
    ask: figuresToAsk(solved, ASK_WORK, () => options.stop?.() ?? false),
    risk: planRisk(solved, cost),
    targets: planTargets(problem, products),
    notes: [...planNotes(problem, nothing.leaves), ...capacityNotes(programme)],
  };
}

/** What a fund puts by at the end of each period; empty where its money lapses. */
function savedByPeriod({ savings }: PlanProblem, { saved }: Solution, fund: number): number[] {
  return savings.flatMap((saving, i) => (saving.fund === fund ? [...saved[i]] : []));
}

function scenariosOf({ programme }: PlanProblem, days: readonly number[]): Plan['scenarios'] {
  const total = programme.scenarios.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return programme.scenarios.map((scenario) => {
    const start = scenario.start ? dayNumber(scenario.start) : days[0];
    const byHazard = scenario.hazardPerPeriod !== undefined;
    return {
      id: scenario.id,
      name: scenario.name,
      nameZh: scenario.name_zh ?? null,
      weight: scenario.weight / total,
      startsInPeriod:
        byHazard || start >= days[days.length - 1]
          ? null
          : Math.max(1, days.findLastIndex((day) => day <= start) + 1),
      hazardPerPeriod: scenario.hazardPerPeriod ?? null,
    };
  });
}

function splitOf(solution: Solution): Plan['gapSplit'] {
  if (solution.proof === 'exact') return { policy: 0, relaxation: 0, note: 'The plan is proven optimal.' };
  return {
    policy: null,
    relaxation: null,
    note: 'Not split: how much of the gap a better policy could gain, and how much is the bound, is not known.',
  };
}

function resourcesOf(problem: PlanProblem, solution: Solution): Plan['resources'] {
  const { programme, spec } = problem;
  const seen = new Map(programme.resources.map((row) => [row.id, row]));
  return [...seen.values()].map((row) => {
    const at = problem.rows.findIndex((r) => r.kind === 'resource' && r.id === row.id);
    return {
      id: row.id,
      name: row.name,
      nameZh: row.name_zh ?? null,
      unit: row.unit,
      byPeriod: [...solution.performance.use.subarray(at * spec.periods, (at + 1) * spec.periods)],
      availableByPeriod: resourceByPeriod(programme, row.id, spec.periods),
      dualByPeriod: dualOf(problem, solution, (r) => r.kind === 'resource' && r.id === row.id),
    };
  });
}

/** Rows as a reader would call them. */
function rowNames(problem: PlanProblem): string[] {
  const { funds, resources } = problem.programme;
  return problem.rows.map((row) =>
    row.kind === 'money'
      ? `the money of ${row.funds.map((f) => funds[f].name).join(', ')}`
      : row.kind === 'award'
        ? 'the time in which funds take on projects'
        : (resources.find((r) => r.id === row.id)?.name ?? row.id),
  );
}

function planNotes({ groups, savings, notes: ofMoney }: PlanProblem, leftAlone: boolean): string[] {
  const notes = [
    'Value counts from the period after a goal is reached, and ends with the horizon.',
    'The plan reacts to how its projects fare; it does not yet react to the start of a cut-off, which it takes as its average over the scenarios.',
    savings.length === 0
      ? 'Money not spent in its period lapses. Expected payments do not take off what an early success saves.'
      : 'How much each fund with carry-over puts by is settled beforehand; what is left by luck lapses. Expected payments do not take off what an early success saves.',
    'Marginal values take the chances of the goals under the plan as independent.',
  ];
  if (groups.some(({ effect }) => effect.route === 'relief' && !effect.substitute)) {
    notes.push(
      'A redesign, and a substitute that names no link, is taken to need nothing in place of the link.',
    );
  }
  if (leftAlone) {
    notes.push(
      'Projects with a deadweight may be left to their performers, who then go ahead with that chance; value counts over leaving all of them.',
    );
  }
  notes.push(...ofMoney);
  return notes;
}
