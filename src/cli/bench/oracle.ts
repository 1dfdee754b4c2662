import { performance } from 'node:perf_hooks';
import { WORK } from '../../app/solve-case.ts';
import { loadLinearSolver } from '../../compute/highs-solver.ts';
import type { LinearSolver } from '../../kernel/linear-program.ts';
import { type CoupledSize, coupledProgramme } from '../../portfolio/coupled-programme.ts';
import { evaluateExactly } from '../../portfolio/evaluate.ts';
import { solveExactly } from '../../portfolio/exact.ts';
import { JointKey } from '../../portfolio/joint-key.ts';
import { solvePlan } from '../../portfolio/solve.ts';
import { columns } from '../columns.ts';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

/** `muster bench oracle [COUNT]`: small programmes made by rule, planned as if they were large, against their exact optimum. */
export const oracleBench: Bench = {
  name: 'oracle',
  subject: 'small programmes against their exact optimum',
  run: ([count = '300']) => benchOracle(Number(count)),
};

/** Joint states and steps that the exact optimum of one programme may take; others are drawn instead. */
const EXACT = { states: 300_000, steps: 12_000_000 };
/** Relative error of a sum that is taken for rounding. */
const ROUNDING = 1e-9;

interface Compared {
  /** Lost against the optimum, a fraction. */
  readonly loss: number;
  /** Bound over the optimum, a fraction. */
  readonly slack: number;
  readonly brackets: boolean;
}

async function benchOracle(count: number): Promise<string> {
  const solver = await loadLinearSolver();
  const begun = performance.now();
  const exactValues: Compared[] = [];
  const simulated: Compared[] = [];
  let seed = 0;
  while (exactValues.length < count) {
    seed++;
    const model = coupledProgramme(sizeOf(seed), seed);
    const optimum = solveExactly(model, EXACT)?.value;
    if (optimum === undefined || optimum <= ROUNDING) continue;
    exactValues.push(compare(model, solver, optimum, WORK.evaluationStates));
    simulated.push(compare(model, solver, optimum, 0));
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const drawn = `${count} programmes of 3 to 5 goals; ${seed - count} of ${seed} drawn are worth nothing or too large for the exact optimum; ${seconds} s`;
  const rows = [summary('values exact', exactValues), summary('values by simulation', simulated)];
  const head = ['policies chosen by', 'loss: mean', '95 %', 'worst', 'bound over optimum: mean', 'brackets'];
  return `${machine()}\n${drawn}\n${columns(head, rows)}`;
}

/** Goals 3 to 5, every fourth programme with two projects a goal, everything else in turn. */
function sizeOf(seed: number): CoupledSize {
  const pairs = seed % 4 === 0;
  return {
    goals: pairs ? 3 : 3 + (seed % 3),
    projects: pairs ? 2 : 1,
    periods: 6 + (seed % 3),
    funds: 1 + (seed % 2),
    resources: seed % 5 === 0 ? 1 : 0,
    scenarios: 1 + (seed % 3),
  };
}

/** Plans without the exact route; the policy found is then valued exactly, whatever it was chosen by. */
function compare(
  model: ReturnType<typeof coupledProgramme>,
  solver: LinearSolver,
  optimum: number,
  evaluationStates: number,
): Compared {
  const limits = { ...WORK, exactStates: 0, evaluationStates, seed: 1, gapTarget: 0 };
  const { policy, bound } = solvePlan(model, solver, limits);
  const { value } = evaluateExactly(model, JointKey.of(model)!, policy, 1e7)!;
  const slack = ROUNDING * Math.abs(optimum);
  return {
    loss: 1 - value / optimum,
    slack: bound / optimum - 1,
    brackets: value <= optimum + slack && bound >= optimum - slack,
  };
}

function summary(route: string, compared: readonly Compared[]): string[] {
  const losses = compared.map(({ loss }) => loss).sort((a, b) => a - b);
  const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  const at95 = losses[Math.ceil(0.95 * losses.length) - 1];
  const percent = (x: number): string => `${(100 * x).toFixed(3)} %`;
  return [
    route,
    percent(mean(losses)),
    percent(at95),
    percent(losses[losses.length - 1]),
    percent(mean(compared.map(({ slack }) => slack))),
    `${compared.filter(({ brackets }) => brackets).length} of ${compared.length}`,
  ];
}
