import type { Random } from '../kernel/random.ts';
import type { Change } from './variations.ts';

/** What one change of the best plan does. */
export interface Effect {
  readonly change: Change;
  /** What it loses, as far as is known. */
  cost: number;
  /** What it adds to the chance of each project to start. */
  readonly shift: Float64Array;
}

export interface CombinationLimits {
  /** Least distance from every one of `others`, as far as it can be foreseen. */
  readonly apart: number;
  readonly mostLoss: number;
  readonly distance: (a: Float64Array, b: Float64Array) => number;
  /** Chances of start of the plans to be different from. */
  readonly others: readonly Float64Array[];
}

/** Combinations drawn, of which the most promising is returned. */
const DRAWN = 300;
/** Share of the allowed loss that a combination may be foreseen to take: losses hardly ever just add up. */
const COST_SHARE = 0.8;
/** A combination goes on until it is foreseen to be apart by this multiple of what is asked. */
const MARGIN = 1.15;

/**
 * Changes that together should be far enough from some plans and cost little, as if effects added up. Drawn at random:
 * one after another is taken that is affordable and brings it no nearer; null where none drawn is far enough.
 */
export function combination(
  effects: readonly Effect[],
  root: Float64Array,
  random: Random,
  limits: CombinationLimits,
): Change[] | null {
  const usable = effects.filter(({ cost, shift }) => cost <= limits.mostLoss && shift.some((x) => x !== 0));
  let best: Change[] | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < DRAWN; i++) {
    const { changes, nearest, cost } = drawn(shuffled(usable, random), root, limits);
    if (nearest < limits.apart || changes.length < 2) continue;
    const score = Math.min(MARGIN, nearest / limits.apart) - cost / limits.mostLoss;
    if (score > bestScore) [best, bestScore] = [changes, score];
  }
  return best;
}

function drawn(order: readonly Effect[], root: Float64Array, limits: CombinationLimits) {
  const { apart, mostLoss, distance, others } = limits;
  const nearestOf = (chances: Float64Array): number =>
    Math.min(...others.map((other) => distance(chances, other)));
  const changes: Change[] = [];
  const counted = new Set<number>();
  let chances = root;
  let nearest = nearestOf(root);
  let cost = 0;
  for (const one of order) {
    if (nearest >= MARGIN * apart) break;
    if (cost + one.cost > COST_SHARE * mostLoss) continue;
    if (one.change.kind === 'count' && counted.has(one.change.group)) continue;
    const shifted = chances.map((chance, i) => Math.min(1, Math.max(0, chance + one.shift[i])));
    const now = nearestOf(shifted);
    if (now < nearest) continue;
    [chances, nearest] = [shifted, now];
    cost += one.cost;
    changes.push(one.change);
    if (one.change.kind === 'count') counted.add(one.change.group);
  }
  return { changes, nearest, cost };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
