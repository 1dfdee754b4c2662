import { evaluateExactly, simulate } from './evaluate.ts';
import { JointKey } from './joint-key.ts';
import type { JointModel } from './joint-model.ts';
import type { Surprise } from './path.ts';
import type { Performance } from './performance.ts';
import type { Policy } from './policy.ts';

export interface EvaluationLimits {
  /** Joint states that an exact evaluation may take; 0: always by simulation. */
  readonly evaluationStates: number;
  readonly trainingPaths: number;
  readonly valuePaths: number;
  readonly seed: number;
}

/** Values policies exactly while the reachable states allow; after the first that has too many, by simulation. */
export class Evaluator {
  private packing: JointKey | null;

  constructor(
    private readonly model: JointModel,
    private readonly limits: EvaluationLimits,
    readonly surprise: Surprise,
  ) {
    this.packing = limits.evaluationStates > 0 ? JointKey.of(model) : null;
  }

  /** Key of joint states while values are exact; else null. */
  get key(): JointKey | null {
    return this.packing;
  }

  training(policy: Policy): number {
    return this.evaluate(policy, this.limits.trainingPaths, this.limits.seed).value;
  }

  /** On luck that no choice was made on. */
  final(policy: Policy, paths = this.limits.valuePaths): Performance {
    return this.evaluate(policy, paths, this.limits.seed + 1);
  }

  private evaluate(policy: Policy, paths: number, seed: number): Performance {
    if (this.packing) {
      const exact = evaluateExactly(this.model, this.packing, policy, this.limits.evaluationStates);
      if (exact) return exact;
      this.packing = null;
    }
    return simulate(this.model, policy, paths, seed, this.surprise);
  }
}
