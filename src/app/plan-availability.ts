import type { Plan } from '../contract/plan.ts';
import type { Performance } from '../portfolio/performance.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';
import { TRUE } from '../structure/bdd.ts';
import { minimalPathSets } from '../structure/cut-sets.ts';
import { CompiledTerms } from '../structure/probability.ts';
import type { Nothing } from './left-alone.ts';

/** A set of attained groups, as flags, with its chance. */
interface AttainedSet {
  readonly attained: Uint8Array;
  readonly chance: number;
}

/** Law of what is attained at the end of each period. */
function attainedByPeriod(problem: PlanProblem, performance: Performance): AttainedSet[][] {
  return Array.from({ length: problem.spec.periods }, (_, t) =>
    [...performance.sets[t + 1]].map(([key, chance]) => {
      const attained = new Uint8Array(problem.groups.length);
      for (let g = 0; g < attained.length; g++) attained[g] = key.charCodeAt(g);
      return { attained, chance };
    }),
  );
}

/** Chance of a condition on what is attained at the end of each period. */
function byPeriod(
  law: readonly AttainedSet[][],
  holds: (attained: Uint8Array, t: number) => number,
): number[] {
  return law.map((sets, t) => {
    const sum = sets.reduce((total, { attained, chance }) => total + chance * holds(attained, t), 0);
    return Math.min(1, sum);
  });
}

/** Groups of a goal that end its search: a stock only bridges. */
function groupsOfGoal(problem: PlanProblem, goal: string): number[] {
  return problem.groups.flatMap((group, g) => (group.goal.id === goal && group.route !== 'stock' ? [g] : []));
}

export function planGoals(problem: PlanProblem, performance: Performance): Plan['goals'] {
  const worth = marginalValues(problem, performance);
  const law = attainedByPeriod(problem, performance);
  return problem.programme.goals.map((goal) => {
    const groups = groupsOfGoal(problem, goal.id);
    return {
      goal: goal.id,
      link: goal.link,
      name: goal.name,
      nameZh: goal.name_zh ?? null,
      level: goal.level,
      availableByPeriod: byPeriod(law, (attained) => (groups.some((g) => attained[g]) ? 1 : 0)),
      marginalValue: Math.max(0, ...groups.map((g) => worth[g])),
    };
  });
}

export function planProducts(
  problem: PlanProblem,
  performance: Performance,
  { attained: leftAlone }: Nothing,
): Plan['products'] {
  const { bdd } = problem.value.formula;
  const law = attainedByPeriod(problem, performance);
  return problem.terms.products.map(({ product, level, byPeriod: functions }) => {
    const link = problem.chain.links.get(product)!;
    const chance = (attained: Uint8Array, t: number): number =>
      functions[t].reduce((sum, { node, weight }) => sum + (bdd.evaluate(node, attained) ? weight : 0), 0);
    return {
      id: product,
      name: link.name,
      nameZh: link.nameZh,
      level,
      availableByPeriod: byPeriod(law, chance),
      withoutPlanByPeriod: functions.map((terms, t) => {
        const chances = Float64Array.from(leftAlone, (own) => own[t + 1]);
        return Math.min(1, new CompiledTerms(bdd, terms, chances.length).value(chances));
      }),
    };
  });
}

/** Chances of the groups at the start of period t under the plan, as if they were independent. */
function chancesAt(problem: PlanProblem, performance: Performance, t: number): Float64Array {
  const T = problem.spec.periods;
  return Float64Array.from(problem.groups, (_, g) => performance.attained[g * (T + 1) + t]);
}

/** Value of one more unit of each group's chance in every period, given the chances of the others under the plan. */
function marginalValues(problem: PlanProblem, performance: Performance): Float64Array {
  const byPeriod = marginalByPeriod(problem, performance);
  return Float64Array.from(problem.groups, (_, g) =>
    byPeriod.reduce((sum, gradient) => sum + gradient[g], 0),
  );
}

/** The same by period: [t][group]. */
export function marginalByPeriod(problem: PlanProblem, performance: Performance): Float64Array[] {
  return Array.from({ length: problem.spec.periods }, (_, t) => {
    const gradient = new Float64Array(problem.groups.length);
    problem.value.expected(t, chancesAt(problem, performance, t), gradient);
    return gradient;
  });
}

/** Sets listed. */
const REPAIR_SETS_LISTED = 12;

/**
 * Minimal repair sets of goals with what they are worth together: a finite difference, all of them certain less none,
 * the rest at its chances under the plan. A broken series is so not worth zero, as it is in a derivative. Of each
 * function (a product at a level under a scenario) the smallest set is taken.
 */
export function planRepairSets(problem: PlanProblem, performance: Performance): Plan['repairSets'] {
  const { bdd } = problem.value.formula;
  const sets = new Map<string, number[]>();
  for (const node of new Set(problem.value.terms.map((term) => term.node))) {
    if (node === TRUE || bdd.support(node).length === 0) continue;
    for (const set of minimalPathSets(bdd, node, { increasing: true }).enumerate(1))
      sets.set(set.join(' '), set);
  }
  const valueWith = (set: readonly number[], chance: number): number => {
    let value = 0;
    const gradient = new Float64Array(problem.groups.length);
    for (let t = 0; t < problem.spec.periods; t++) {
      const chances = chancesAt(problem, performance, t);
      for (const g of set) chances[g] = chance;
      value += problem.value.expected(t, chances, gradient);
    }
    return value;
  };
  return [...sets.values()]
    .map((set) => ({
      members: set.map((g) => problem.spec.groups[g].id),
      names: set.map((g) => groupName(problem.groups[g])),
      value: valueWith(set, 1) - valueWith(set, 0),
    }))
    .sort((a, b) => b.value - a.value || (a.members.join() < b.members.join() ? -1 : 1))
    .slice(0, REPAIR_SETS_LISTED);
}

/** What a reader calls a group: its goal, and by which way where that is not home's own making. */
export function groupName({ goal, route, projects }: PlanProblem['groups'][number]): {
  name: string;
  nameZh: string | null;
} {
  if (route === 'home') return { name: goal.name, nameZh: goal.name_zh ?? null };
  const [{ option }] = projects;
  return { name: option.name, nameZh: option.name_zh ?? null };
}
