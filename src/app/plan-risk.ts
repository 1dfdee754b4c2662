import type { Plan } from '../contract/plan.ts';
import type { PlanTarget, Risk } from '../contract/risk.ts';
import { dayNumber, periodStarts } from '../kernel/days.ts';
import { simulateCourses } from '../portfolio/courses.ts';
import { tailOf } from '../portfolio/tail.ts';
import { CaseValues } from '../programme/case-values.ts';
import { givenCases } from '../programme/changed-problem.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import { attemptingNothing } from './left-alone.ts';
import type { SolvedCase } from './solve-case.ts';

/** Worst share of all courses that is looked at. */
const SHARE = 0.1;
const COURSES = 1000;

/**
 * How the plan does in each scenario and on the worst courses, less what was bought before it; null where the programme
 * has no scenario.
 */
export function planRisk(solved: SolvedCase, bought: number): Risk | null {
  const { problem } = solved;
  const { scenarios } = problem.programme;
  if (scenarios.length === 0) return null;
  const cases = new CaseValues(problem);
  const nothing = nothingByCase(solved, cases);
  const values = valueByScenario(solved, cases, nothing);
  const total = scenarios.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const worst = values.indexOf(Math.min(...values));
  return {
    scenarios: scenarios.map(({ id, name, name_zh, weight }, s) => ({
      id,
      name,
      nameZh: name_zh ?? null,
      weight: weight / total,
      value: values[s] - bought,
      best: null,
      regret: null,
    })),
    worst: scenarios[worst].id,
    tail: { share: SHARE, ...worstShare(solved, cases, nothing, bought), courses: COURSES },
  };
}

/** Expected value of attempting nothing in each case: 0 where no project goes ahead by itself. */
function nothingByCase({ problem, model, nothing }: SolvedCase, { weights }: CaseValues): Float64Array {
  return Float64Array.from(weights, (weight, case_) =>
    nothing.leaves && weight > 0
      ? attemptingNothing(
          givenCases(problem, (c) => c === case_),
          model,
        ).value
      : 0,
  );
}

/** Value of the plan given each scenario. The plan does not see which one comes: what it does costs the same in all. */
function valueByScenario(
  { problem, solution }: SolvedCase,
  cases: CaseValues,
  nothing: Float64Array,
): number[] {
  const { value, sets } = solution.performance;
  const { scenarios } = problem.programme;
  const kept = new Float64Array(cases.weights.length);
  for (let t = 0; t < problem.spec.periods; t++) {
    for (const [attained, chance] of sets[t]) {
      cases.of(t, attained).forEach((x, c) => {
        kept[c] += chance * x;
      });
    }
  }
  const mean = kept.reduce((sum, x, c) => sum + cases.weights[c] * x, 0);
  return scenarios.map((_, s) => {
    let weight = 0;
    let own = 0;
    cases.scenarios.forEach((scenario, c) => {
      if (scenario !== s) return;
      weight += cases.weights[c];
      own += cases.weights[c] * (kept[c] - nothing[c]);
    });
    return value - mean + (weight > 0 ? own / weight : 0);
  });
}

function worstShare(
  { problem, model, solution }: SolvedCase,
  cases: CaseValues,
  nothing: Float64Array,
  bought: number,
): ReturnType<typeof tailOf> {
  const seed = problem.programme.muster.seed + 2;
  const values = simulateCourses(model, solution.policy, COURSES, seed).map(({ reward, attained }) => {
    const byCase = nothing.map((x) => reward - x - bought);
    attained.forEach((set, t) => {
      cases.of(t, set).forEach((x, c) => {
        byCase[c] += x;
      });
    });
    return byCase;
  });
  return tailOf(values, cases.weights, SHARE);
}

/** The dated targets of the products, and whether the plan meets them. */
export function planTargets({ programme }: PlanProblem, products: Plan['products']): PlanTarget[] {
  const starts = periodStarts(programme.muster.periods);
  return programme.muster.products.flatMap(({ link, target }): PlanTarget[] => {
    const own = products.find(({ id, level }) => id === link && level === target?.level);
    if (!target || !own) return [];
    const over = starts.findLastIndex((day) => day <= dayNumber(target.by) + 1);
    const chance = over > 0 ? own.availableByPeriod[over - 1] : own.withoutPlanByPeriod[0];
    return [
      {
        product: link,
        name: own.name,
        nameZh: own.nameZh,
        level: target.level,
        by: target.by,
        asked: target.chance,
        chance,
        met: chance >= target.chance,
      },
    ];
  });
}
