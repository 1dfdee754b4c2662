import type { PipelineResult } from '../contract/plan.ts';
import { parsePipeline, pipelineSpec } from '../formats/rd-pipeline.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { ChainValue } from '../portfolio/chain-value.ts';
import { JointModel } from '../portfolio/joint-model.ts';
import { type SolveProgress, solvePlan } from '../portfolio/solve.ts';
import { Bdd } from '../structure/bdd.ts';
import { FormulaBuilder } from '../structure/formula.ts';
import { boundOf, WORK } from './solve-case.ts';

/** Joint states that an R&D pipeline instance may take to be solved exactly: about 1.5 GB. */
const EXACT_STATES = 40_000_000;

export interface PipelineOptions {
  /** False: by a bound and a simulated policy alone. */
  readonly exact: boolean;
  readonly seconds: () => number;
  readonly onProgress?: (progress: SolveProgress) => void;
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
  const spec = pipelineSpec(instance);
  const noChain = new ChainValue(
    spec.periods,
    spec.groups.length,
    new FormulaBuilder(new Bdd(spec.groups.length)),
    [],
  );
  const model = new JointModel(spec, noChain);
  const solution = solvePlan(model, solver, {
    ...WORK,
    exactStates: exact ? EXACT_STATES : 0,
    baselinePaths: 0,
    onProgress,
    seed: 1,
    gapTarget: 0,
  });
  const { performance, proof } = solution;
  const { value } = performance;
  const bound = boundOf(solution);
  return {
    schema: 'muster/pipeline@1',
    instance: instance.name,
    projects: instance.drugs.length,
    value,
    bound,
    gap: value === 0 ? null : (bound - value) / Math.abs(value),
    proof,
    standardError: performance.standardError,
    seconds: seconds(),
  };
}
