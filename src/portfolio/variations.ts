import { barredModel } from './barred.ts';
import type { ProjectPlace } from './course-problem.ts';
import { Evaluator } from './evaluator.ts';
import { solveExactly } from './exact.ts';
import type { IndexPolicy } from './index-policy.ts';
import type { JointModel } from './joint-model.ts';
import type { Surprise } from './path.ts';
import type { Policy } from './policy.ts';
import { BasePolicies } from './policy-bases.ts';
import { choosePolicy } from './policy-choice.ts';
import { Reach } from './reach.ts';

/** A way to plan differently: projects forced out, and goals counted for less or for more by the index. */
export interface Variation {
  readonly barred: readonly ProjectPlace[];
  /** By group: factor on what it counts for in the plan itself; 0 leaves it alone. */
  readonly factors: ReadonlyMap<number, number>;
}

/** The plan itself. */
export const UNCHANGED: Variation = { barred: [], factors: new Map() };

/** One more way to plan differently. */
export type Change =
  | { readonly kind: 'without'; readonly place: ProjectPlace }
  | { readonly kind: 'count'; readonly group: number; readonly factor: number };

export function changed({ barred, factors }: Variation, change: Change): Variation {
  if (change.kind === 'without') return { barred: [...barred, change.place], factors };
  const { group, factor } = change;
  return { barred, factors: new Map([...factors, [group, (factors.get(group) || 1) * factor]]) };
}

/** Same changes have the same key, and so have same variations in whatever order they were made. */
export function changeKey(change: Change): string {
  return change.kind === 'without' ? placesKey([change.place]) : `${change.group} × ${change.factor}`;
}

export function variationKey({ barred, factors }: Variation): string {
  const counted = [...factors].map(([group, factor]) => `${group} × ${factor}`).sort();
  return `${placesKey(barred)} | ${counted.join(', ')}`;
}

const placesKey = (places: readonly ProjectPlace[]): string =>
  places
    .map(({ group, project }) => `${group} ${project}`)
    .sort()
    .join(', ');

/** How much more a goal counts that is to be tried. */
const MORE = 3;

/**
 * Changes to try of a plan with these chances of start: a project that it funds is forced out; where goals can be
 * counted for more and less, one that it funds projects of is left alone, or any is counted for more. Bound projects
 * stay.
 */
export function changesOf(
  { plan }: JointModel,
  chances: Float64Array,
  funded: number,
  countsGoals: boolean,
): Change[] {
  const places = plan.groups.flatMap(({ projects }, group) =>
    projects.map(({ bound }, project) => ({ place: { group, project }, bound: bound !== undefined })),
  );
  const isFunded = places.filter((_, i) => chances[i] >= funded);
  const without = isFunded
    .filter(({ bound }) => !bound)
    .map(({ place }): Change => ({ kind: 'without', place }));
  if (!countsGoals) return without;
  const pursued = new Set(isFunded.map(({ place }) => place.group));
  return [
    ...without,
    ...[...pursued].map((group): Change => ({ kind: 'count', group, factor: 0 })),
    ...plan.groups.map((_, group): Change => ({ kind: 'count', group, factor: MORE })),
  ];
}

/** Makes the plans of variations, as policies that can be followed in the model itself. */
export interface VariationPlans {
  /** Whether goals can be counted for less and more. */
  readonly countsGoals: boolean;
  policyOf(variation: Variation): Policy;
}

/** Work that planning anew without some projects may take, where values are exact. */
export interface ReplanLimits {
  readonly exactStates: number;
  readonly evaluationStates: number;
  readonly listTrials: number;
  readonly seed: number;
}

/** Plans anew without the barred projects: exactly where that is possible, else by rollout. */
export class ReplannedVariations implements VariationPlans {
  readonly countsGoals = false;

  constructor(
    private readonly model: JointModel,
    private readonly rents: Float64Array,
    private readonly limits: ReplanLimits,
    private readonly surprise: Surprise,
  ) {}

  policyOf({ barred }: Variation): Policy {
    const model = barredModel(this.model, barred);
    const { exactStates, seed } = this.limits;
    const exact =
      exactStates > 0 ? solveExactly(model, { states: exactStates, steps: exactStates * 40 }) : null;
    if (exact) return exact.policy;
    const limits = {
      ...this.limits,
      trainingPaths: 1,
      valuePaths: 1,
      searchPaths: 0,
      seed,
      enough: () => false,
    };
    const bases = new BasePolicies(model, new Reach(model), this.rents);
    return choosePolicy(bases, new Evaluator(model, limits, this.surprise), limits, () => {});
  }
}

/** Models with barred projects that are kept at a time: each holds tables of its own. */
const KEPT = 3;

/** Follows the index of the plan with other favours, in models without the barred projects. */
export class IndexVariations implements VariationPlans {
  readonly countsGoals = true;
  private readonly kept = new Map<string, IndexPolicy>();

  constructor(
    private readonly model: JointModel,
    private readonly index: IndexPolicy,
  ) {}

  policyOf({ barred, factors }: Variation): Policy {
    const favour = this.index.favour();
    for (const [group, factor] of factors) favour[group] = (favour[group] || 1) * factor;
    return this.without(barred).withFavour(favour);
  }

  private without(barred: readonly ProjectPlace[]): IndexPolicy {
    if (barred.length === 0) return this.index;
    const key = placesKey(barred);
    const index = this.kept.get(key) ?? this.in(barredModel(this.model, barred));
    this.kept.delete(key);
    this.kept.set(key, index);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return index;
  }

  private in(model: JointModel): IndexPolicy {
    return this.index.in(model, new Reach(model, this.index.reach));
  }
}
