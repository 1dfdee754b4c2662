import { performance } from 'node:perf_hooks';
import { WORK } from '../../app/solve-case.ts';
import { loadLinearSolver } from '../../compute/highs-solver.ts';
import type { LinearSolver } from '../../kernel/linear-program.ts';
import { type CoupledSize, coupledProgramme } from '../../portfolio/coupled-programme.ts';
import { solvePlan } from '../../portfolio/solve.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

/** `muster bench coupled [GOALS ...]`: plans of programmes made by rule, coupled by money, people and the chain. */
export const coupledBench: Bench = {
  name: 'coupled',
  subject: 'plans of programmes made by rule, by number of goals',
  run: (targets) => benchCoupled(targets.length > 0 ? targets.map(Number) : [20, 40, 80]),
};

const SEED = 1;

async function benchCoupled(goals: readonly number[]): Promise<string> {
  const solver = await loadLinearSolver();
  const rows = goals.map((count) => solveOne(solver, count));
  const head = [
    'goals',
    'periods',
    'funds',
    'resources',
    'scenarios',
    'value',
    'bound',
    'gap',
    'proof',
    'time',
  ];
  return `${machine()}\n${columns(head, rows)}`;
}

/** Three projects a goal; periods, funds, resources and scenarios grow with the number of goals. */
function sizeOf(goals: number): CoupledSize {
  const large = goals >= 100;
  return {
    goals,
    projects: 3,
    periods: large ? 20 : 12,
    funds: large ? 6 : Math.max(2, Math.round(goals / 14)),
    resources: large ? 4 : 2,
    scenarios: large ? 5 : 3,
  };
}

function solveOne(solver: LinearSolver, goals: number): string[] {
  const size = sizeOf(goals);
  const begun = performance.now();
  const model = coupledProgramme(size, SEED);
  const solution = solvePlan(model, solver, { ...WORK, seed: SEED, gapTarget: 0 });
  const seconds = (performance.now() - begun) / 1000;
  const { value, standardError } = solution.performance;
  return [
    ...[goals, size.periods, size.funds, size.resources, size.scenarios].map(String),
    `${value.toFixed(2)} ± ${standardError.toFixed(2)}`,
    solution.bound.toFixed(2),
    `${(100 * (solution.bound / value - 1)).toFixed(1)} %`,
    solution.proof,
    `${seconds.toFixed(0)} s`,
  ];
}
