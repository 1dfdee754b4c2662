import type { BoundResult } from '../portfolio/bound.ts';
import { INITIAL } from '../portfolio/group-process.ts';
import type { JointModel } from '../portfolio/joint-model.ts';

/** Worth of starting a project at the prices of the bound: expected value of what it attains, less cost and rents. */
export interface StartWorth {
  readonly value: number;
  /** Row whose rent weighs most on it, by index, and that rent; null where nothing scarce is charged. */
  readonly dearest: { readonly row: number; readonly rent: number } | null;
}

/** A project of a group begun in one of its variants, by index. */
export interface FirstStart {
  readonly project: number;
  readonly variant: number;
}

/** Prices of the groups, and their solutions under them. */
export type GroupsPriced = Pick<BoundResult, 'groupPrices' | 'solutions'>;

/**
 * Groups priced with the rest of the plan left as it is: what each attains earns its marginal value at the chances of
 * the others, scarce rows cost what they cost at the bound. The prices of the bound alone do not tell variants apart:
 * where they are not unique, they are those at which the best variant is only just chosen.
 */
export function pricedByPlan(
  model: JointModel,
  { groupPrices }: GroupsPriced,
  marginal: readonly Float64Array[],
): GroupsPriced {
  const prices = groupPrices.map(({ rows, action }, g) => ({
    rows,
    action,
    attained: Float64Array.from(marginal, (gradient) => gradient[g]),
  }));
  return {
    groupPrices: prices,
    solutions: model.groups.map((group, g) => group.solve(prices[g])),
  };
}

/** Worth of starting these first stages, and nothing else, from the beginning in period t; null where it is not allowed. */
export function worthOfStarts(
  model: JointModel,
  priced: GroupsPriced,
  g: number,
  starts: readonly FirstStart[],
  t: number,
): StartWorth | null {
  const group = model.groups[g];
  const { process, states } = group;
  const a = findStarts(model, g, starts);
  if (a < 0 || !group.allowed[t * group.actions + a]) return null;
  const prices = priced.groupPrices[g];
  let value = group.rewardAt(t, a);
  if (prices.action) value -= prices.action[t * group.actions + a];
  let dearest: StartWorth['dearest'] = null;
  const rents = new Map<number, number>();
  for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
    const period = t + process.useOffset[u];
    if (period >= model.periods) continue;
    const row = process.useRow[u];
    const rent = process.useAmount[u] * prices.rows[row * model.periods + period];
    if (process.useOffset[u] === 0) value -= rent;
    rents.set(row, (rents.get(row) ?? 0) + rent);
  }
  for (const [row, rent] of rents) if (rent > 0 && (!dearest || rent > dearest.rent)) dearest = { row, rent };
  for (let n = process.nextFrom[a]; n < process.nextFrom[a + 1]; n++) {
    value += process.probability[n] * priced.solutions[g].values[(t + 1) * states + process.next[n]];
  }
  return { value, dearest };
}

/** The action that starts these projects and nothing else, from the beginning; −1 if there is none. */
function findStarts(model: JointModel, g: number, wanted: readonly FirstStart[]): number {
  const { actionsFrom, starts } = model.groups[g].process;
  for (let a = actionsFrom[INITIAL]; a < actionsFrom[INITIAL + 1]; a++) {
    const begun = starts[a];
    const all = wanted.every(({ project, variant }) =>
      begun.some((start) => start.project === project && start.variant === variant),
    );
    if (all && begun.length === wanted.length) return a;
  }
  return -1;
}

/** Best period to start a project in a variant, of the first so many, at the prices of the bound. */
export function bestStart(
  model: JointModel,
  priced: GroupsPriced,
  g: number,
  project: number,
  variant: number,
  periods = model.periods,
): (StartWorth & { period: number }) | null {
  let best: (StartWorth & { period: number }) | null = null;
  for (let t = 0; t < periods; t++) {
    const worth = worthOfStarts(model, priced, g, [{ project, variant }], t);
    if (worth && (!best || worth.value > best.value)) best = { ...worth, period: t };
  }
  return best;
}
