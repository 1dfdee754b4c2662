import { followPaths, meanOf, slope } from './evaluate.ts';
import type { IndexPolicy } from './index-policy.ts';
import type { JointModel } from './joint-model.ts';
import type { Surprise } from './path.ts';
import type { Policy } from './policy.ts';

export interface FavourSearch {
  /** The policy at given favours of the groups. */
  readonly policy: (favour: Float64Array) => IndexPolicy;
  readonly seed: number;
  /** Paths on which a change must prove itself. */
  readonly paths: number;
  /** Paths to be followed in all, at most. */
  readonly budget: number;
  readonly onBetter?: (value: number) => void;
}

/** Paths of the first comparison; each later one doubles them. */
const FIRST_PATHS = 64;
/** What a change does to the favour of a group: leave it alone, or count it for less or for more. */
const CHANGES = [0, 1 / 3, 3];
/** A change is taken when it is better by this many standard errors of the paired difference, over all paths. */
const PROOF = 1;

/**
 * Local search over the favours of an index policy, on common paths: one group at a time is left out or counted for
 * less or more, so that money is not spread over chains that cannot be finished. A change that falls behind on
 * the first paths is dropped there. Work is counted in paths.
 */
export function tuneFavours(model: JointModel, surprise: Surprise, search: FavourSearch): IndexPolicy {
  const race = new Race(model, surprise, search.seed, search.paths);
  let favour = new Float64Array(model.groups.length).fill(1);
  let best = search.policy(favour);
  race.lead(best);
  for (let still = 0, g = 0; still < model.groups.length; g = (g + 1) % model.groups.length) {
    still++;
    for (const change of CHANGES) {
      if (race.followed >= search.budget) return best;
      const tried = favour.slice();
      tried[g] = favour[g] === 0 ? (change === 0 ? 1 : change) : favour[g] * change;
      const policy = search.policy(tried);
      if (!race.beats(policy)) continue;
      favour = tried;
      best = policy;
      still = 0;
      search.onBetter?.(race.value);
    }
  }
  return best;
}

/** Compares policies with the best so far on the same luck. */
class Race {
  followed = 0;
  private leader: Float64Array = new Float64Array(0);
  private luckShare = 0;

  constructor(
    private readonly model: JointModel,
    private readonly surprise: Surprise,
    private readonly seed: number,
    private readonly paths: number,
  ) {}

  get value(): number {
    return meanOf(this.leader).mean;
  }

  lead(policy: Policy): void {
    const { values, surprises } = this.follow(policy, 0, this.paths);
    this.luckShare = slope(values, surprises);
    this.leader = this.reduced({ values, surprises });
  }

  /** True if the policy is better on all paths; it then leads. */
  beats(policy: Policy): boolean {
    const values = new Float64Array(this.paths);
    for (let from = 0, to = Math.min(FIRST_PATHS, this.paths); ; to = Math.min(2 * to, this.paths)) {
      values.set(this.reduced(this.follow(policy, from, to - from)), from);
      const { mean, standardError } = meanOf(values.subarray(0, to).map((x, i) => x - this.leader[i]));
      const last = to === this.paths;
      if (mean <= (last ? PROOF * standardError : 0)) return false;
      if (last) break;
      from = to;
    }
    this.leader = values;
    return true;
  }

  private follow(policy: Policy, from: number, count: number) {
    this.followed += count;
    return followPaths(this.model, policy, { seed: this.seed, from, count }, this.surprise);
  }

  private reduced({ values, surprises }: { values: Float64Array; surprises: Float64Array }): Float64Array {
    return values.map((x, i) => x - this.luckShare * surprises[i]);
  }
}
