import { followPaths, meanOf, type PathValues, slope } from './evaluate.ts';
import type { JointModel } from './joint-model.ts';
import type { Surprise } from './path.ts';
import type { Policy } from './policy.ts';

/** Paths of the first comparison. */
const FIRST_PATHS = 32;
/** How many policies for each that goes on to the next, longer comparison. */
const FIELD = 4;
/** A challenger wins when it is better by this many standard errors of the paired difference, over all paths. */
const PROOF = 1;

/**
 * Compares policies on common luck, a few paths first and more for those that do well. Values are taken with the
 * same share of their surprises off. Work is counted in paths.
 */
export class Race {
  /** Paths followed so far. */
  followed = 0;
  private leader: Float64Array;
  private readonly luckShare: number;

  constructor(
    private readonly model: JointModel,
    private readonly surprise: Surprise,
    private readonly seed: number,
    private readonly paths: number,
    first: Policy,
  ) {
    const seen = this.follow(first, 0, paths);
    this.luckShare = slope(seen.values, seen.surprises);
    this.leader = this.withoutLuck(seen);
  }

  /** Value of the policy in the lead, on the paths of the race. */
  get value(): number {
    return meanOf(this.leader).mean;
  }

  /** The best of some policies, best first: those that were followed on all paths. */
  field(policies: readonly Policy[]): { policy: Policy; value: number }[] {
    let field = policies.map((policy) => ({ policy, values: new Float64Array(this.paths), value: 0 }));
    for (let from = 0, to = Math.min(FIRST_PATHS, this.paths); ; to = Math.min(FIELD * to, this.paths)) {
      for (const runner of field) {
        runner.values.set(this.withoutLuck(this.follow(runner.policy, from, to - from)), from);
        runner.value = meanOf(runner.values.subarray(0, to)).mean;
      }
      field.sort((a, b) => b.value - a.value);
      if (to === this.paths) return field;
      field = field.slice(0, Math.ceil(field.length / FIELD));
      from = to;
    }
  }

  /** Puts a policy in the lead, unproved. */
  lead(policy: Policy): void {
    this.leader = this.withoutLuck(this.follow(policy, 0, this.paths));
  }

  /** True if the policy is better than the one in the lead, and then it leads. It is dropped where it falls behind. */
  beats(policy: Policy): boolean {
    const values = new Float64Array(this.paths);
    for (let from = 0, to = Math.min(FIRST_PATHS, this.paths); ; to = Math.min(2 * to, this.paths)) {
      values.set(this.withoutLuck(this.follow(policy, from, to - from)), from);
      const { mean, standardError } = meanOf(values.subarray(0, to).map((x, i) => x - this.leader[i]));
      const last = to === this.paths;
      if (mean <= (last ? PROOF * standardError : 0)) return false;
      if (last) break;
      from = to;
    }
    this.leader = values;
    return true;
  }

  private follow(policy: Policy, from: number, count: number): PathValues {
    this.followed += count;
    return followPaths(this.model, policy, { seed: this.seed, from, count }, this.surprise);
  }

  private withoutLuck({ values, surprises }: PathValues): Float64Array {
    return values.map((x, i) => x - this.luckShare * surprises[i]);
  }
}
