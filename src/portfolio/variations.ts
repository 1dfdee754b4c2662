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
  /** Factor on the worth of each group; null: as in the plan itself. */
  readonly favour: Float64Array | null;
}

/** Same variations have the same key. */
export function variationKey({ barred, favour }: Variation): string {
  return `${placesKey(barred)} | ${favour ? favour.join(' ') : ''}`;
}

const placesKey = (places: readonly ProjectPlace[]): string =>
  places
    .map(({ group, project }) => `${group} ${project}`)
    .sort()
    .join(', ');

/** How much more a goal counts that is to be tried. */
const MORE = 3;

/** A variation with one change more. */
export interface Change {
  readonly variation: Variation;
  /** What is changed: the same from whatever variation. */
  readonly what: string;
}

/**
 * Changes of a variation: a project that it funds is forced out; where goals can be counted for more and less, one that
 * it funds projects of is left alone, or any is counted for more. Bound projects stay.
 */
export function changesOf(
  { plan }: JointModel,
  plans: VariationPlans,
  variation: Variation,
  chances: Float64Array,
  funded: number,
): Change[] {
  const places = plan.groups.flatMap(({ projects }, group) =>
    projects.map(({ bound }, project) => ({ group, project, bound: bound !== undefined })),
  );
  const isFunded = places.map((_, i) => chances[i] >= funded);
  const forcedOut = places.flatMap(({ group, project, bound }, i): Change[] => {
    if (!isFunded[i] || bound) return [];
    const barred = [...variation.barred, { group, project }];
    return [{ variation: { ...variation, barred }, what: `without ${group} ${project}` }];
  });
  if (!plans.favours) return forcedOut;
  const counted = (g: number, factor: number): Change => {
    const favour = plans.favourOf(variation);
    favour[g] = factor === 0 ? 0 : (favour[g] || 1) * factor;
    return { variation: { ...variation, favour }, what: `${g} × ${factor}` };
  };
  const groups = plan.groups.map((_, g) => g);
  const pursued = groups.filter((g) => places.some(({ group }, i) => group === g && isFunded[i]));
  return [...forcedOut, ...pursued.map((g) => counted(g, 0)), ...groups.map((g) => counted(g, MORE))];
}

/** Makes the plans of variations, as policies that can be followed in the model itself. */
export interface VariationPlans {
  /** Whether goals can be counted for less and more. */
  readonly favours: boolean;
  /** Favours of the plan itself. */
  favourOf(variation: Variation): Float64Array;
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
  readonly favours = false;

  constructor(
    private readonly model: JointModel,
    private readonly rents: Float64Array,
    private readonly limits: ReplanLimits,
    private readonly surprise: Surprise,
  ) {}

  favourOf(): Float64Array {
    return new Float64Array(this.model.groups.length).fill(1);
  }

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
  readonly favours = true;
  private readonly kept = new Map<string, IndexPolicy>();

  constructor(
    private readonly model: JointModel,
    private readonly index: IndexPolicy,
  ) {}

  favourOf({ favour }: Variation): Float64Array {
    return favour?.slice() ?? this.index.favour();
  }

  policyOf(variation: Variation): Policy {
    return this.without(variation.barred).withFavour(this.favourOf(variation));
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
