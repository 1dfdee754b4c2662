import type { PipelineResult } from '../contract/plan.ts';
import { type PipelineInstance, parsePipeline, pipelineSpec } from '../formats/rd-pipeline.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { gateBound } from '../portfolio/bound.ts';
import { ChainValue } from '../portfolio/chain-value.ts';
import { solveExactly } from '../portfolio/exact.ts';
import { JointModel } from '../portfolio/joint-model.ts';
import { PriceCeiling } from '../portfolio/price-ceiling.ts';
import { solveUncoupled, type UncoupledLimits, type UncoupledSolution } from '../portfolio/uncoupled.ts';
import { Bdd } from '../structure/bdd.ts';
import { FormulaBuilder } from '../structure/formula.ts';

/** Joint states that an R&D pipeline instance may take to be solved exactly: about 1.5 GB. */
const EXACT_STATES = 40_000_000;

export interface PipelineProgress {
  readonly phase: 'exact' | 'bound';
  readonly bound: number;
}

/** Work on an instance that is not solved exactly. */
const WORK: UncoupledLimits = {
  boundClusterStates: 200_000,
  policyClusterStates: 20_000,
  rounds: 30,
  candidates: 24,
  courses: 160,
  paths: 1500,
  seed: 1,
};

export interface PipelineOptions {
  /** False: by a bound and a simulated policy alone. */
  readonly exact: boolean;
  readonly seconds: () => number;
  readonly onProgress?: (progress: PipelineProgress) => void;
}

/** An instance as a plan: every drug is a group, and there is no chain. */
export function pipelineModel(instance: PipelineInstance): JointModel {
  const spec = pipelineSpec(instance);
  const count = spec.groups.length;
  const noChain = new ChainValue(spec.periods, count, new FormulaBuilder(new Bdd(count)), []);
  return new JointModel(spec, noChain);
}

/**
 * Solves one R&D pipeline instance with the plan engine: every drug is a group of its own, there is no chain, and
 * rewards depend on the period in which a trial starts.
 */
export function solvePipeline(
  name: string,
  text: string,
  solver: LinearSolver,
  { exact, seconds, onProgress }: PipelineOptions,
): PipelineResult {
  const instance = parsePipeline(name, text);
  const model = pipelineModel(instance);
  const report = (phase: PipelineProgress['phase'], bound: number): void => onProgress?.({ phase, bound });
  const solved = (exact ? exactly(model, solver, report) : null) ?? {
    ...solveUncoupled(model, solver, { ...WORK, onBound: (bound) => report('bound', bound) }),
    proof: 'bound' as const,
  };
  const { value, bound } = solved;
  return {
    schema: 'muster/pipeline@1',
    instance: instance.name,
    projects: instance.drugs.length,
    value,
    bound,
    gap: value === 0 ? null : (bound - value) / Math.abs(value),
    proof: solved.proof,
    standardError: solved.standardError,
    seconds: seconds(),
  };
}

/** By joint dynamic programming; null where there are too many states. */
function exactly(
  model: JointModel,
  solver: LinearSolver,
  report: (phase: PipelineProgress['phase'], bound: number) => void,
): (UncoupledSolution & { proof: 'exact' }) | null {
  const lagrangian = gateBound(model, solver, { rounds: WORK.rounds, tolerance: 0.002 });
  const limits = {
    states: EXACT_STATES,
    steps: EXACT_STATES * 100,
    onStates: () => report('exact', lagrangian.bound),
  };
  const exact = solveExactly(model, limits, PriceCeiling.of(model, lagrangian));
  return exact && { value: exact.value, bound: exact.value, standardError: 0, proof: 'exact' };
}
