import type { Risk } from '../contract/risk.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { JointModel } from '../portfolio/joint-model.ts';
import { givenCases } from '../programme/changed-problem.ts';
import type { Programme } from '../programme/programme.ts';
import { attemptingNothing } from './left-alone.ts';
import { type PlanOptions, poseCase, solvePosed, WORK_OF_CASES } from './solve-case.ts';

/** What the best plan found for one scenario alone is worth in it. */
export interface ScenarioBest {
  readonly scenario: string;
  readonly value: number;
}

/** Plans for each scenario as if it were sure to come, with reduced work; what a stop left out is missing. */
export function scenarioCases(
  programme: Programme,
  solver: LinearSolver,
  options: PlanOptions,
): ScenarioBest[] {
  const { scenarios } = programme;
  if (scenarios.length < 2) return [];
  const posed = poseCase(programme, 'central', solver);
  const processes = posed.model.groups.map(({ process }) => process);
  return scenarios.flatMap(({ id, weight }) => {
    if (weight === 0 || options.stop?.()) return [];
    const { timed } = posed.problem.terms;
    const problem = givenCases(posed.problem, (c) => timed[c].scenario.id === id);
    const model = new JointModel(problem.spec, problem.value, processes);
    const { gap, stop } = options;
    const { performance } = solvePosed({ problem, model }, solver, { gap, stop }, WORK_OF_CASES);
    return [{ scenario: id, value: performance.value - attemptingNothing(problem, model).value }];
  });
}

/** The risk of a plan with its regret in each scenario. The plan itself is one that could be made for it. */
export function withBest(risk: Risk | null, best: readonly ScenarioBest[]): Risk | null {
  if (!risk) return null;
  const [only] = risk.scenarios;
  const known = risk.scenarios.length === 1 ? [{ scenario: only.id, value: only.value }] : best;
  return {
    ...risk,
    scenarios: risk.scenarios.map((scenario) => {
      const own = known.find((one) => one.scenario === scenario.id);
      if (!own) return scenario;
      const most = Math.max(own.value, scenario.value);
      return { ...scenario, best: most, regret: most - scenario.value };
    }),
  };
}
