import type { JointModel } from './joint-model.ts';
import type { LossTrials, Tried } from './loss-trials.ts';
import { planDistance } from './plan-distance.ts';
import { type Change, changesOf, type Variation, type VariationPlans, variationKey } from './variations.ts';

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
  readonly stop?: () => boolean;
  readonly onProgress?: (tried: number, near: number) => void;
}

/** A plan, how it was made and how it fares. */
export interface NearPlan extends Tried {
  readonly variation: Variation;
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
 * Plans that are nearly as good as the best and differ from it and among each other. From the best plan on, a near plan
 * is changed in one more way: a project forced out, a goal left alone or counted for more; first the plan that has come
 * farthest from those already apart for the least loss, and the change that has cost least so far. Of all plans that lose
 * little those are chosen, one after another, that are farthest from the chosen (max-min), and valued on luck that no
 * choice was made on.
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
  const tried = trials.search(trials.best, Number.POSITIVE_INFINITY)!;
  const root: NearPlan = { variation: { barred: [], favour: null }, ...tried };
  const most = mostLoss(root);
  const distance: Distance = (a, b) => planDistance(a.chances, b.chances, funded);
  const search = new Search(root, distance, { apart, mostLoss: most }, (plan) =>
    changesOf(model, plans, plan.variation, plan.chances, funded),
  );
  while (search.apart.length <= SPARE * count && trials.work < work && !stop?.()) {
    const next = search.next();
    if (!next) break;
    const { variation } = next.change;
    const found = trials.search(plans.policyOf(variation), most);
    search.learn(next, found && { variation, ...found });
    onProgress?.(search.tried, search.near.length - 1);
  }
  const [best, ...chosen] = confirmed(search.near, trials, plans, distance, { apart, count, mostLoss });
  return {
    best,
    plans: chosen,
    tried: search.tried,
    near: search.near.length - 1,
    exhausted: search.exhausted,
  };
}

/** A near plan, the changes of it that are still to be tried, and how far it is from the nearest plan already apart. */
interface Open {
  readonly plan: NearPlan;
  readonly changes: Change[];
  nearest: number;
}

interface Next {
  readonly from: Open;
  readonly change: Change;
}

/** Near plans and what is still to be tried of them: best first. */
class Search {
  readonly near: NearPlan[] = [];
  /** Near plans that are far enough from each other, as they were found. */
  readonly apart: NearPlan[];
  tried = 0;
  private readonly open: Open[] = [];
  private readonly seen: Set<string>;
  /** What each change has cost, by what it changes: its last loss beyond that of the plan that was changed. */
  private readonly costs = new Map<string, number>();

  constructor(
    root: NearPlan,
    private readonly distance: Distance,
    private readonly asked: { readonly apart: number; readonly mostLoss: number },
    private readonly changes: (plan: NearPlan) => Change[],
  ) {
    this.apart = [root];
    this.seen = new Set([variationKey(root.variation)]);
    this.add(root);
  }

  /** True where nothing is left to try. */
  get exhausted(): boolean {
    return this.open.length === 0;
  }

  /** What to try next; null where nothing is left. */
  next(): Next | null {
    for (;;) {
      if (this.open.length === 0) return null;
      const scores = this.open.map((one) => this.score(one));
      const at = scores.indexOf(Math.max(...scores));
      const from = this.open[at];
      const costs = from.changes.map(({ what }) => this.costs.get(what) ?? 0);
      const [change] = from.changes.splice(costs.indexOf(Math.min(...costs)), 1);
      if (from.changes.length === 0) this.open.splice(at, 1);
      const key = variationKey(change.variation);
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      return { from, change };
    }
  }

  /** Takes in what came of a change; null where it surely loses too much. */
  learn({ from, change }: Next, plan: NearPlan | null): void {
    const { mostLoss } = this.asked;
    this.tried++;
    this.costs.set(change.what, plan ? plan.loss - from.plan.loss : Number.POSITIVE_INFINITY);
    if (!plan || plan.loss > mostLoss || this.distance(plan, from.plan) === 0) return;
    this.add(plan);
  }

  /** How far a plan has come of the way, less the share of the allowed loss that it took. */
  private score({ plan, nearest }: Open): number {
    const { apart, mostLoss } = this.asked;
    return nearest / apart - (plan.loss > 0 ? plan.loss / mostLoss : 0);
  }

  private add(plan: NearPlan): void {
    this.near.push(plan);
    const changes = this.changes(plan);
    const nearest = nearestOf(plan, this.apart, this.distance);
    if (changes.length > 0) this.open.push({ plan, changes, nearest });
    if (nearest < this.asked.apart) return;
    this.apart.push(plan);
    for (const one of this.open) one.nearest = Math.min(one.nearest, this.distance(one.plan, plan));
  }
}

type Distance = (a: Tried, b: Tried) => number;

/** Place of the one whose nearest of `others` is farthest; the first where there are none. */
function farthest(among: readonly Tried[], others: readonly Tried[], distance: Distance): number {
  const nearest = among.map((one) => nearestOf(one, others, distance));
  return nearest.indexOf(Math.max(...nearest));
}

const nearestOf = (one: Tried, others: readonly Tried[], distance: Distance): number =>
  Math.min(...others.map((other) => distance(one, other)));

/**
 * The best plan and, one after another, the one farthest from those taken, while they are far enough apart and lose
 * little on other luck too.
 */
function confirmed(
  near: readonly NearPlan[],
  trials: LossTrials,
  plans: VariationPlans,
  distance: Distance,
  asked: { readonly apart: number; readonly count: number; readonly mostLoss: (best: Tried) => number },
): NearPlan[] {
  const { apart, count } = asked;
  const best = { ...near[0], ...trials.final(trials.best)! };
  const mostLoss = asked.mostLoss(best);
  const taken = [near[0]];
  const found: NearPlan[] = [best];
  const rest = near.slice(1);
  while (rest.length > 0 && found.length <= count) {
    const next = rest.splice(farthest(rest, taken, distance), 1)[0];
    if (nearestOf(next, taken, distance) < apart) break;
    const valued = trials.final(plans.policyOf(next.variation));
    if (!valued || valued.loss > mostLoss || nearestOf(valued, found, distance) < apart) continue;
    taken.push(next);
    found.push({ variation: next.variation, ...valued });
  }
  return found;
}
