import type { JointModel } from './joint-model.ts';
import type { LossTrials, Tried } from './loss-trials.ts';
import { type Distance, type NearPlan, NearSearch, nearestOf } from './near-search.ts';
import { planDistance } from './plan-distance.ts';
import { changesOf, UNCHANGED, type VariationPlans } from './variations.ts';

export interface NearOptimalOptions {
  /** Plans asked for, beside the best. */
  readonly count: number;
  /** Largest loss, as a fraction of the value of the best plan over attempting nothing. */
  readonly within: number;
  /** Value of attempting nothing. */
  readonly nothing: number;
  /** Least distance of any two plans (see {@link planDistance}), above 0. */
  readonly apart: number;
  /** Chance of start from which on a project counts as funded. */
  readonly funded: number;
  /** Work that the search may take, as {@link LossTrials} counts it. */
  readonly work: number;
  readonly seed: number;
  readonly stop?: () => boolean;
  readonly onProgress?: (tried: number, near: number) => void;
}

export interface NearOptimal {
  readonly best: NearPlan;
  /** In the order in which they were chosen. */
  readonly plans: readonly NearPlan[];
  /** Plans tried beside the best, and those of them that lost no more than allowed on the luck of the search. */
  readonly tried: number;
  readonly near: number;
  /** True where every change of every near plan was tried; else enough was found or the work was used up. */
  readonly exhausted: boolean;
}

/** So many times the plans asked for are sought, as some fall short on other luck. */
const SPARE = 1.5;

/**
 * Plans that are nearly as good as the best and differ from it and among each other: found by {@link NearSearch}. Of all
 * plans that lose little those are chosen, one after another, that are farthest from the chosen (max-min), and valued on
 * luck that no choice was made on.
 */
export function nearOptimalPlans(
  model: JointModel,
  trials: LossTrials,
  plans: VariationPlans,
  options: NearOptimalOptions,
): NearOptimal {
  const { count, apart, funded, work, stop, onProgress } = options;
  const mostLoss = ({ performance }: Tried): number =>
    options.within * Math.abs(performance.value - options.nothing);
  const root = { variation: UNCHANGED, ...trials.search(trials.best, Number.POSITIVE_INFINITY)! };
  const distance: Distance = (a, b) => planDistance(a, b, funded);
  const search = new NearSearch(root, {
    apart,
    mostLoss: mostLoss(root),
    distance,
    changes: (chances) => changesOf(model, chances, funded, plans.countsGoals),
    seed: options.seed,
  });
  while (search.apart.length <= SPARE * count && trials.work < work && !stop?.()) {
    const next = search.next();
    if (!next) break;
    search.learn(next, trials.search(plans.policyOf(next.variation), mostLoss(root)));
    onProgress?.(search.tried, search.near.length - 1);
  }
  const [best, ...chosen] = confirmed(search.near, trials, plans, distance, { apart, count, mostLoss });
  const { tried, near, exhausted } = search;
  return { best, plans: chosen, tried, near: near.length - 1, exhausted };
}

/** Which of the plans that are far enough from those taken is taken next. */
type Rule = (nearest: readonly number[]) => number;

const farthest: Rule = (nearest) => nearest.indexOf(Math.max(...nearest));
const closest: Rule = (nearest) => nearest.indexOf(Math.min(...nearest));

/**
 * The best plan and, one after another, others that are far enough from those taken, and lose little on other luck too:
 * the farthest first, or where that gives too few, the closest first, which packs more of them.
 */
function confirmed(
  near: readonly NearPlan[],
  trials: LossTrials,
  plans: VariationPlans,
  distance: Distance,
  asked: { readonly apart: number; readonly count: number; readonly mostLoss: (best: Tried) => number },
): NearPlan[] {
  const { apart, count } = asked;
  const best: NearPlan = { ...near[0], ...trials.final(trials.best)! };
  const known = new Map<NearPlan, NearPlan | null>();
  const finalOf = (plan: NearPlan): NearPlan | null => {
    const before = known.get(plan);
    if (before !== undefined) return before;
    const final = trials.final(plans.policyOf(plan.variation));
    const lasting = final && final.loss <= asked.mostLoss(best) ? { ...plan, ...final } : null;
    known.set(plan, lasting);
    return lasting;
  };
  const by = (rule: Rule): NearPlan[] => {
    const taken = [near[0]];
    const found = [best];
    let rest = near.slice(1);
    while (found.length <= count) {
      rest = rest.filter((one) => nearestOf(one, taken, distance) >= apart);
      if (rest.length === 0) break;
      const [next] = rest.splice(rule(rest.map((one) => nearestOf(one, taken, distance))), 1);
      const final = finalOf(next);
      if (!final || nearestOf(final, found, distance) < apart) continue;
      taken.push(next);
      found.push(final);
    }
    return found;
  };
  const spread = by(farthest);
  if (spread.length > count) return spread;
  const packed = by(closest);
  return packed.length > spread.length ? packed : spread;
}
