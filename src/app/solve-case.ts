import { MusterError } from '../kernel/errors.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { JointModel } from '../portfolio/joint-model.ts';
import { type Solution, type SolveOptions, type SolveProgress, solvePlan } from '../portfolio/solve.ts';
import { moneyAfterSaving } from '../programme/carry-over.ts';
import { type Binding, bindingOf, withBinding, withoutLockedOut } from '../programme/commitments.ts';
import { type PlanProblem, planProblem } from '../programme/plan-problem.ts';
import type { Programme } from '../programme/programme.ts';
import type { EvidenceCase } from '../programme/team-chances.ts';
import { attemptingNothing, type Nothing } from './left-alone.ts';

export interface PlanOptions {
  /** Stop looking for better once the gap is this small, a fraction. */
  readonly gap: number;
  readonly onProgress?: (progress: PlanProgress) => void;
  /** True to stop with the best answer so far; the plan then says it is not reproducible. */
  readonly stop?: () => boolean;
  /** Seconds since the plan was begun, for the report of time; the cores know no clock. */
  readonly seconds: () => number;
}

export interface PlanProgress extends SolveProgress {
  readonly evidence: EvidenceCase;
}

/** Work that a plan may take. Counts, so that the same programme and seed give the same plan on every machine. */
export const WORK: Omit<SolveOptions, 'seed' | 'gapTarget' | 'onProgress' | 'stop'> = {
  exactStates: 60_000,
  evaluationStates: 200_000,
  boundRounds: 60,
  listTrials: 40,
  trainingPaths: 512,
  searchPaths: 12_000,
  valuePaths: 4000,
  baselinePaths: 1000,
};

/** Work for the plans at low and high evidence, which only ask whether conclusions hold. */
export const WORK_OF_CASES: typeof WORK = {
  ...WORK,
  boundRounds: 25,
  listTrials: 0,
  trainingPaths: 64,
  searchPaths: 0,
  valuePaths: 400,
  baselinePaths: 400,
};

/** A programme solved at one case of the evidence. */
export interface SolvedCase {
  readonly problem: PlanProblem;
  readonly binding: Binding;
  readonly model: JointModel;
  readonly solution: Solution;
  /** What comes of attempting nothing; values are counted over it. */
  readonly nothing: Nothing;
}

export function solveCase(
  programme: Programme,
  evidence: EvidenceCase,
  solver: LinearSolver,
  options: PlanOptions,
  work: typeof WORK,
): SolvedCase {
  const binding = bindingOf(programme, solver);
  if (binding.kind === 'infeasible') throw commitmentsInfeasible();
  const problem = withBinding(planProblem(withoutLockedOut(programme), evidence), binding);
  if (problem.groups.length === 0) {
    throw new MusterError('NOTHING_TO_PLAN', 'No option of this programme can be chosen.', {
      exitCode: 3,
      hint: 'Write goals into options.yaml, or see in `muster check` why its teams and funds do not fit.',
    });
  }
  const model = new JointModel(problem.spec, problem.value);
  const solution = solvePlan(model, solver, {
    ...work,
    seed: programme.muster.seed,
    gapTarget: options.gap,
    onProgress: (progress) => options.onProgress?.({ ...progress, evidence }),
    stop: options.stop,
  });
  const settled = {
    ...problem,
    spec: solution.model.plan,
    money: moneyAfterSaving(problem.money, problem.savings, solution.saved),
  };
  return {
    problem: settled,
    binding,
    model: solution.model,
    solution,
    nothing: attemptingNothing(settled, solution.model),
  };
}

/** What a plan is refused with whose commitments cannot all be met; `infeasibility` tells why. */
function commitmentsInfeasible(): MusterError {
  return new MusterError('INFEASIBLE', 'The commitments of this programme cannot all be met.', {
    exitCode: 3,
    hint: 'Run `muster plan` to see which exclude each other, and what would mend it.',
  });
}

/** The bound; where the value is proven to be the optimum, the value itself: they differ by rounding only. */
export function boundOf({ bound, proof, performance }: Solution): number {
  const { value, exact } = performance;
  const rounding = Math.abs(bound - value) <= 1e-9 * Math.max(1, Math.abs(value));
  return proof === 'exact' && exact && rounding ? value : bound;
}
