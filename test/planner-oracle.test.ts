import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearSolver } from '../src/compute/highs-solver.ts';
import type { LinearSolver } from '../src/kernel/linear-program.ts';
import { solveExactly } from '../src/portfolio/exact.ts';
import { type Solution, solvePlan } from '../src/portfolio/solve.ts';
import { type SolvedProgramme, solvedProgrammes } from './oracle/random-programmes.ts';
import { plannerModel } from './planner-model.ts';

/** Programmes compared; every tenth is also solved by the engine's own exact method. */
const PROGRAMMES = 200;
const EXACT_EVERY = 10;

interface Compared {
  readonly seed: number;
  readonly optimum: number;
  readonly solution: Solution;
  /** Value by the engine's exact method, where it was asked. */
  readonly exact: number | null;
}

let compared: Compared[] = [];

/** Solves a programme as if it were too large for exact dynamic programming. */
function compare(solver: LinearSolver, programme: SolvedProgramme, n: number): Compared {
  const model = plannerModel(programme.spec, programme.terms);
  const solution = solvePlan(model, solver, {
    exactStates: 0,
    evaluationStates: 200_000,
    boundRounds: 60,
    listTrials: 40,
    trainingPaths: 200,
    valuePaths: 200,
    seed: 1,
    gapTarget: 0,
  });
  const exact = n % EXACT_EVERY === 0 ? solveExactly(model, { states: 1e6, steps: 1e9 })!.value : null;
  return { seed: programme.seed, optimum: programme.optimum.value, solution, exact };
}

/** Relative to the optimum, of the programmes that are worth anything. */
function relative(of: (x: Compared) => number): number[] {
  return compared.filter((x) => x.optimum > 1e-9).map((x) => of(x) / x.optimum);
}

const losses = () => relative((x) => x.optimum - x.solution.performance.value);
const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const percent = (x: number): string => `${(100 * x).toFixed(2)} %`;

function summary(name: string, values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(0.95 * (sorted.length - 1))];
  return `${name}: mean ${percent(mean(values))}, 95 % ${percent(p95)}, worst ${percent(sorted[sorted.length - 1])}`;
}

describe(`the planner on ${PROGRAMMES} random programmes with a known optimum`, () => {
  beforeAll(async () => {
    const solver = await loadLinearSolver();
    compared = [...solvedProgrammes(PROGRAMMES)].map((programme, n) => compare(solver, programme, n));
    const lines = [summary('loss of the policy', losses())];
    compared[0].solution.baselines.forEach(({ name }, i) => {
      const baseline = (x: Compared) => x.optimum - x.solution.baselines[i].performance.value;
      lines.push(summary(`loss of ${name}`, relative(baseline)));
    });
    lines.push(
      summary(
        'bound over the optimum',
        relative((x) => x.solution.bound - x.optimum),
      ),
    );
    console.info(lines.join('\n'));
  }, 480_000);

  it('never puts the bound below the optimum', () => {
    const below = compared.filter((x) => x.solution.bound < x.optimum - 1e-9 * Math.abs(x.optimum));
    expect(below.map((x) => x.seed)).toEqual([]);
  });

  it('never values a policy above the optimum, beyond the luck of simulation', () => {
    const above = compared.filter(({ optimum, solution: { performance } }) => {
      const luck = performance.exact ? 1e-9 * Math.abs(optimum) : 5 * performance.standardError;
      return performance.value > optimum + luck;
    });
    expect(above.map((x) => x.seed)).toEqual([]);
  });

  it('loses at most a tenth of a per cent in the mean and two at worst', () => {
    expect(mean(losses())).toBeLessThan(0.001);
    expect(Math.max(...losses())).toBeLessThan(0.02);
  });

  it('finds the optimum where it solves exactly', () => {
    for (const { exact, optimum } of compared) {
      if (exact !== null) expect(Math.abs(exact - optimum)).toBeLessThan(1e-7 * Math.max(1e-9, optimum));
    }
  });
});
