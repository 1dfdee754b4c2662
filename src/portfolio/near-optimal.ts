import type { JointModel } from './joint-model.ts';
import type { LossTrials, Tried } from './loss-trials.ts';
import { planDistance } from './plan-distance.ts';
import { changesOf, type Variation, type VariationPlans, variationKey } from './variations.ts';

export interface NearOptimalOptions {
  /** Plans asked for, beside the best. */
  readonly count: number;
  /** Largest loss, as a fraction of the value of the best plan. */
  readonly within: number;
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
 * Plans that are nearly as good as the best and differ from it and among each other. From the best plan on, one change
 * after another is made to the near plan that is farthest from those already changed: a project forced out, a goal left
 * alone or counted for more. Of all plans that lose little those are chosen, one after another, that are farthest from
 * the chosen (max-min), and valued on luck that no choice was made on.
 */
export function nearOptimalPlans(
  model: JointModel,
  trials: LossTrials,
  plans: VariationPlans,
  options: NearOptimalOptions,
): NearOptimal {
  const { count, within, apart, funded, work, stop, onProgress } = options;
  const root: Variation = { barred: [], favour: null };
  const bestTried = trials.search(trials.best, Number.POSITIVE_INFINITY)!;
  const mostLoss = within * Math.abs(bestTried.performance.value);
  const distance = (a: Tried, b: Tried): number => planDistance(a.chances, b.chances, funded);
  const near: NearPlan[] = [{ variation: root, ...bestTried }];
  const waiting = [...near];
  const changed: NearPlan[] = [];
  const seen = new Set([variationKey(root)]);
  const goOn = (): boolean => trials.work < work && !stop?.();
  let tried = 0;
  let enough = false;
  while (waiting.length > 0 && !enough && goOn()) {
    const parent = waiting.splice(farthest(waiting, changed, distance), 1)[0];
    changed.push(parent);
    for (const variation of changesOf(model, plans, parent.variation, parent.chances, funded)) {
      if (!goOn()) break;
      if (seen.has(variationKey(variation))) continue;
      seen.add(variationKey(variation));
      tried++;
      const found = trials.search(plans.policyOf(variation), mostLoss);
      if (!found || found.loss > mostLoss || distance(found, parent) === 0) continue;
      const plan = { variation, ...found };
      near.push(plan);
      waiting.push(plan);
      onProgress?.(tried, near.length - 1);
    }
    enough = spread(near, distance, apart, SPARE * count).length > SPARE * count;
  }
  const [best, ...chosen] = confirmed(near, trials, plans, distance, { apart, count, within });
  return { best, plans: chosen, tried, near: near.length - 1, exhausted: waiting.length === 0 };
}

type Distance = (a: Tried, b: Tried) => number;

/** Place of the one whose nearest of `others` is farthest; the first where there are none. */
function farthest(among: readonly Tried[], others: readonly Tried[], distance: Distance): number {
  const nearest = among.map((one) => nearestOf(one, others, distance));
  return nearest.indexOf(Math.max(...nearest));
}

const nearestOf = (one: Tried, others: readonly Tried[], distance: Distance): number =>
  Math.min(...others.map((other) => distance(one, other)));

/** The first plan and, one after another, the one farthest from those taken, while far enough; at most `most` more. */
function spread(near: readonly NearPlan[], distance: Distance, apart: number, most: number): NearPlan[] {
  const taken = [near[0]];
  const rest = near.slice(1);
  while (rest.length > 0 && taken.length <= most) {
    const next = rest.splice(farthest(rest, taken, distance), 1)[0];
    if (nearestOf(next, taken, distance) < apart) break;
    taken.push(next);
  }
  return taken;
}

/** As {@link spread}, of plans that on other luck too lose little and are far enough from each other. */
function confirmed(
  near: readonly NearPlan[],
  trials: LossTrials,
  plans: VariationPlans,
  distance: Distance,
  asked: { readonly apart: number; readonly count: number; readonly within: number },
): NearPlan[] {
  const { apart, count, within } = asked;
  const best = { ...near[0], ...trials.final(trials.best)! };
  const mostLoss = within * Math.abs(best.performance.value);
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
