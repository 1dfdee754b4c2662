import { Random } from '../kernel/random.ts';
import { combination, type Effect } from './combination.ts';
import type { Tried } from './loss-trials.ts';
import { type Change, changed, changeKey, UNCHANGED, type Variation, variationKey } from './variations.ts';

/** A plan, how it was made and how it fares. */
export interface NearPlan extends Tried {
  readonly variation: Variation;
}

/** How different two plans are by their chances of start, in [0, 1]. */
export type Distance = (a: Float64Array, b: Float64Array) => number;

export interface NearSearchOptions {
  /** Least distance of plans that count as different. */
  readonly apart: number;
  /** Largest loss of a plan that counts as near. */
  readonly mostLoss: number;
  readonly distance: Distance;
  /** Changes to try of a plan with these chances of start. */
  readonly changes: (chances: Float64Array) => Change[];
  readonly seed: number;
}

/** A near plan, the changes of it that are still to be tried, and how far it is from the nearest plan already apart. */
interface Open {
  readonly plan: NearPlan;
  readonly changes: Change[];
  nearest: number;
}

/** What to try next: one more change of a near plan, or several changes of the best plan at once. */
export interface Attempt {
  readonly variation: Variation;
  readonly changes: readonly Change[];
  /** Null: several changes of the best plan. */
  readonly from: NearPlan | null;
}

/**
 * Looks for plans that lose little and differ. First every single change of the best plan is tried, for what it costs
 * and what it changes. Then, by turns: changes of the best plan are combined that together should be far enough from all
 * plans already apart and cost little, as if their effects added up; and one more change is made to a near plan, first to
 * the one that has come farthest for the least loss, by the change that has cost least so far.
 */
export class NearSearch {
  readonly near: NearPlan[] = [];
  /** Near plans that are far enough from each other, as they were found. */
  readonly apart: NearPlan[];
  tried = 0;
  private readonly root: Open;
  private open: Open[] = [];
  private readonly seen = new Set([variationKey(UNCHANGED)]);
  /** What each change has cost beyond the plan that was changed, when last tried, by its key. */
  private readonly costs = new Map<string, number>();
  /** Single changes of the best plan that change something and may be affordable. */
  private readonly effects: Effect[] = [];
  private readonly random: Random;
  private combine = false;

  constructor(
    root: NearPlan,
    private readonly asked: NearSearchOptions,
  ) {
    this.random = new Random(asked.seed);
    this.apart = [root];
    this.near.push(root);
    this.root = { plan: root, changes: asked.changes(root.chances), nearest: 0 };
    if (this.root.changes.length > 0) this.open.push(this.root);
  }

  /** True where nothing is left to try. */
  get exhausted(): boolean {
    return this.open.length === 0;
  }

  /** What to try next; null where nothing is left. */
  next(): Attempt | null {
    if (this.root.changes.length > 0) return this.step(this.root) ?? this.next();
    this.combine = !this.combine;
    const combined = this.combine ? this.combined() : null;
    if (combined) return combined;
    while (this.open.length > 0) {
      const scores = this.open.map((one) => this.score(one));
      const step = this.step(this.open[scores.indexOf(Math.max(...scores))]);
      if (step) return step;
    }
    return null;
  }

  /** Takes in what came of an attempt; null where it surely loses too much, or is no other plan. */
  learn({ variation, changes, from }: Attempt, found: Tried | null): void {
    const { mostLoss, distance } = this.asked;
    const before = from ?? this.root.plan;
    this.tried++;
    if (!from) this.correct(changes, found);
    else this.costs.set(changeKey(changes[0]), found ? found.loss - before.loss : Number.POSITIVE_INFINITY);
    if (!found) return;
    if (from === this.root.plan) this.effects.push(effectOf(changes[0], found, from));
    if (found.loss <= mostLoss && distance(found.chances, before.chances) > 0)
      this.add({ variation, ...found });
  }

  /** One more change of a near plan: the one that has cost least so far. Null where it was tried before. */
  private step(from: Open): Attempt | null {
    const costs = from.changes.map((change) => this.costs.get(changeKey(change)) ?? 0);
    const [change] = from.changes.splice(costs.indexOf(Math.min(...costs)), 1);
    if (from.changes.length === 0) this.open = this.open.filter((one) => one !== from);
    return this.attempt(changed(from.plan.variation, change), [change], from.plan);
  }

  private combined(): Attempt | null {
    const changes = combination(this.effects, this.root.plan.chances, this.random, {
      ...this.asked,
      others: this.apart.map(({ chances }) => chances),
    });
    return changes && this.attempt(changes.reduce(changed, UNCHANGED), changes, null);
  }

  private attempt(variation: Variation, changes: readonly Change[], from: NearPlan | null): Attempt | null {
    const key = variationKey(variation);
    if (this.seen.has(key)) return null;
    this.seen.add(key);
    return { variation, changes, from };
  }

  /** Spreads half of what a combination cost beyond what was foreseen over its changes: the rest is how they meet. */
  private correct(changes: readonly Change[], found: Tried | null): void {
    const keys = new Set(changes.map(changeKey));
    const members = this.effects.filter(({ change }) => keys.has(changeKey(change)));
    const foreseen = members.reduce((sum, { cost }) => sum + cost, 0);
    const loss = found ? found.loss : 2 * this.asked.mostLoss;
    for (const one of members) one.cost += (0.5 * (loss - foreseen)) / members.length;
  }

  /** How far a plan has come of the way, less the share of the allowed loss that it took. */
  private score({ plan, nearest }: Open): number {
    const { apart, mostLoss } = this.asked;
    return nearest / apart - (plan.loss > 0 ? plan.loss / mostLoss : 0);
  }

  private add(plan: NearPlan): void {
    const { apart, distance, changes } = this.asked;
    this.near.push(plan);
    const nearest = nearestOf(plan, this.apart, distance);
    const left = changes(plan.chances);
    if (left.length > 0) this.open.push({ plan, changes: left, nearest });
    if (nearest < apart) return;
    this.apart.push(plan);
    for (const one of this.open) {
      one.nearest = Math.min(one.nearest, distance(one.plan.chances, plan.chances));
    }
  }
}

/** Distance to the nearest of some plans. */
export function nearestOf(one: Tried, others: readonly Tried[], distance: Distance): number {
  return Math.min(...others.map((other) => distance(one.chances, other.chances)));
}

function effectOf(change: Change, found: Tried, root: NearPlan): Effect {
  const shift = found.chances.map((chance, i) => chance - root.chances[i]);
  return { change, cost: Math.max(0, found.loss - root.loss), shift };
}
