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

/** Value and bound are counted over attempting nothing, as in the plan. */
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

/** A programme at one case of the evidence, ready to be solved. */
export interface PosedCase {
  readonly problem: PlanProblem;
  readonly binding: Binding;
  readonly model: JointModel;
}

export interface SolvedCase extends PosedCase {
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
  const posed = poseCase(programme, evidence, solver);
  const nothing = attemptingNothing(posed.problem, posed.model);
  const over = (value: number | null): number | null => (value === null ? null : value - nothing.value);
  const onProgress: SolveOptions['onProgress'] = ({ phase, value, bound }) =>
    options.onProgress?.({ phase, value: over(value), bound: over(bound), evidence });
  const solution = solvePosed(posed, solver, { ...options, onProgress }, work);
  const { problem, binding } = posed;
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
    nothing,
  };
}

/** Refuses commitments that cannot all be met, and a programme of which nothing can be chosen. */
export function poseCase(programme: Programme, evidence: EvidenceCase, solver: LinearSolver): PosedCase {
  const binding = bindingOf(programme, solver);
  if (binding.kind === 'infeasible') throw commitmentsInfeasible();
  const problem = withBinding(planProblem(withoutLockedOut(programme), evidence), binding);
  if (problem.groups.length === 0) {
    throw new MusterError('NOTHING_TO_PLAN', 'No option of this programme can be chosen.', {
      exitCode: 3,
      hint: 'Write goals into options.yaml, or see in `muster check` why its teams and funds do not fit.',
    });
  }
  return { problem, binding, model: new JointModel(problem.spec, problem.value) };
}

export function solvePosed(
  { problem, model }: Pick<PosedCase, 'problem' | 'model'>,
  solver: LinearSolver,
  { gap, stop, onProgress }: Pick<PlanOptions, 'gap' | 'stop'> & Pick<SolveOptions, 'onProgress'>,
  work: typeof WORK,
): Solution {
  return solvePlan(model, solver, {
    ...work,
    seed: problem.programme.muster.seed,
    gapTarget: gap,
    onProgress,
    stop,
  });
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
