import { evaluateExactly, followPaths, meanOf, type PathValues, slope } from './evaluate.ts';
import type { JointKey } from './joint-key.ts';
import type { JointModel } from './joint-model.ts';
import type { Surprise } from './path.ts';
import { type Performance, PerformanceTally } from './performance.ts';
import { startChances } from './plan-distance.ts';
import type { Policy } from './policy.ts';

/** How a plan fares, and what it loses against the best one. */
export interface Tried {
  readonly performance: Performance;
  /** Chance of each project to start (see {@link startChances}). */
  readonly chances: Float64Array;
  /** Value of the best plan less its own: on common luck, where values are simulated. */
  readonly loss: number;
  /** Standard error of the loss; 0 where values are exact. */
  readonly lossError: number;
}

export interface TrialLimits {
  /** Joint states that an exact evaluation may take. */
  readonly evaluationStates: number;
  /** Paths on which plans are tried, and on which those that are chosen are valued (other paths). */
  readonly trialPaths: number;
  readonly valuePaths: number;
  readonly seed: number;
}

/** Paths of a first look at a plan. */
const FIRST_PATHS = 32;
/** A plan is dropped at the first look where its loss is too large by this many standard errors. */
const SURE = 2;

/** Tries plans against the best one on common luck. Work is counted in paths. */
export class LossTrials {
  /** Paths followed so far; plans tried where values are exact. */
  work = 0;
  private readonly luckShare: number;
  private readonly bestTried: Float64Array;
  private bestFinal: Float64Array | null = null;
  private readonly exactBest: Performance | null;

  constructor(
    private readonly model: JointModel,
    /** Null: values are simulated. */
    private readonly key: JointKey | null,
    private readonly surprise: Surprise,
    readonly best: Policy,
    private readonly limits: TrialLimits,
  ) {
    this.exactBest = key && evaluateExactly(model, key, best, limits.evaluationStates);
    const seen = this.exactBest ? null : this.follow(best, limits.seed, limits.trialPaths, null);
    this.luckShare = seen ? slope(seen.values, seen.surprises) : 0;
    this.bestTried = seen ? this.withoutLuck(seen) : new Float64Array(0);
  }

  /** True where values are exact. */
  get exact(): boolean {
    return this.exactBest !== null;
  }

  /**
   * A plan on the luck of the search; null where it surely loses more than `mostLoss`, is no other plan
   * as far as the first look shows, or exact values take too much.
   */
  search(policy: Policy, mostLoss: number): Tried | null {
    if (this.exactBest) {
      this.work++;
      return this.exactly(policy, this.exactBest);
    }
    const { seed, trialPaths } = this.limits;
    const first = this.withoutLuck(this.follow(policy, seed, FIRST_PATHS, null));
    const { mean, standardError } = meanOf(first.map((x, i) => this.bestTried[i] - x));
    const isBest = policy !== this.best && first.every((x, i) => x === this.bestTried[i]);
    if (isBest || mean - SURE * standardError > mostLoss) return null;
    return this.simulated(policy, seed, trialPaths, this.bestTried);
  }

  /** A plan on luck that no choice was made on. */
  final(policy: Policy): Tried | null {
    if (this.exactBest) return this.exactly(policy, this.exactBest);
    const { seed, valuePaths } = this.limits;
    this.bestFinal ??= this.withoutLuck(this.follow(this.best, seed + 1, valuePaths, null));
    return this.simulated(policy, seed + 1, valuePaths, this.bestFinal);
  }

  private exactly(policy: Policy, best: Performance): Tried | null {
    const performance = evaluateExactly(this.model, this.key!, policy, this.limits.evaluationStates);
    if (!performance) return null;
    const chances = startChances(this.model, performance);
    return { performance, chances, loss: best.value - performance.value, lossError: 0 };
  }

  private simulated(policy: Policy, seed: number, count: number, best: Float64Array): Tried {
    const tally = new PerformanceTally(this.model);
    const values = this.withoutLuck(this.follow(policy, seed, count, tally));
    const own = meanOf(values);
    const lost = meanOf(values.map((x, i) => best[i] - x));
    const performance = tally.finish(own.mean, own.standardError, false);
    const chances = startChances(this.model, performance);
    return { performance, chances, loss: lost.mean, lossError: lost.standardError };
  }

  private follow(policy: Policy, seed: number, count: number, tally: PerformanceTally | null): PathValues {
    this.work += count;
    return followPaths(this.model, policy, { seed, from: 0, count }, this.surprise, tally);
  }

  /** The same multiple of the surprises, of which none has a mean, for all plans. */
  private withoutLuck({ values, surprises }: PathValues): Float64Array {
    return values.map((x, i) => x - this.luckShare * surprises[i]);
  }
}
