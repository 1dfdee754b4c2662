import { performance } from 'node:perf_hooks';
import { REPLACEMENT_PATHS } from '../../app/plan.ts';
import { WORK } from '../../app/solve-case.ts';
import { loadLinearSolver } from '../../compute/highs-solver.ts';
import { coupledProgramme } from '../../portfolio/coupled-programme.ts';
import type { ProjectPlace } from '../../portfolio/course-problem.ts';
import type { JointModel } from '../../portfolio/joint-model.ts';
import { startChances } from '../../portfolio/plan-distance.ts';
import { replacementCosts } from '../../portfolio/replacement.ts';
import { type Solution, solvePlan } from '../../portfolio/solve.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

/** `muster bench replacement [GOALS]`: what the plan loses without each of its projects, against the time of the plan. */
export const replacementBench: Bench = {
  name: 'replacement',
  subject: 'replacement costs of a hundred projects against one solve',
  run: ([goals = '60']) => benchReplacement(Number(goals)),
};

const SEED = 1;
/** Projects asked for: those most likely to start. */
const ASKED = 100;
/** Standard errors by which a cost differs from nothing: 95 %, one-sided. */
const SURELY = 1.645;

async function benchReplacement(goals: number): Promise<string> {
  const solver = await loadLinearSolver();
  const size = { goals, projects: 3, periods: 12, funds: Math.round(goals / 14), resources: 2, scenarios: 3 };
  const model = coupledProgramme(size, SEED);
  const begun = performance.now();
  const solution = solvePlan(model, solver, { ...WORK, seed: SEED, gapTarget: 0 });
  const solved = performance.now();
  const asked = mostLikely(model, solution);
  const limits = { ...WORK, paths: REPLACEMENT_PATHS, seed: SEED };
  const costs = replacementCosts(model, solution, asked, limits).flatMap((found) => found ?? []);
  const told = performance.now();
  const sure = costs.filter(({ cost, standardError }) => cost > SURELY * standardError);
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`;
  const row = [
    String(goals),
    solution.performance.value.toFixed(2),
    seconds(begun, solved),
    String(costs.length),
    seconds(solved, told),
    ((told - solved) / (solved - begun)).toFixed(2),
    String(sure.length),
  ];
  const head = ['goals', 'value', 'one solve', 'projects', 'their costs', 'of one solve', 'surely above 0'];
  return `${machine()}\n${columns(head, [row])}`;
}

function mostLikely(model: JointModel, { performance: plan }: Solution): ProjectPlace[] {
  const chances = startChances(model, plan);
  const places = model.plan.groups.flatMap(({ projects }, group) =>
    projects.map((_, project) => ({ group, project })),
  );
  return places
    .map((place, i) => ({ place, chance: chances[i] }))
    .filter(({ chance }) => chance > 0)
    .sort((a, b) => b.chance - a.chance)
    .slice(0, ASKED)
    .map(({ place }) => place);
}
