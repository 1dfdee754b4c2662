import { ATTAINED } from '../portfolio/group-process.ts';
import type { JointModel } from '../portfolio/joint-model.ts';
import type { PlanGroup } from '../programme/plan-groups.ts';
import type { PlanProblem } from '../programme/plan-problem.ts';

/** What comes of attempting nothing: performers go ahead without public money with the chances of deadweight. */
export interface Nothing {
  /** Some project may go ahead by itself. */
  readonly leaves: boolean;
  /** Net of what it costs the performers, discounted; 0 where none goes ahead by itself. */
  readonly value: number;
  /** Chance that each group is attained at the start of period t, t = 0 … periods, by group. */
  readonly attained: readonly Float64Array[];
}

/**
 * The world without a programme: every project that may go ahead by itself is left to its performer in the first
 * period, and goes on as soon as it can. Its people and its money are its own there, so no row limits it.
 */
export function attemptingNothing(problem: PlanProblem, model: JointModel): Nothing {
  const T = problem.spec.periods;
  const attained = problem.groups.map(() => new Float64Array(T + 1));
  let value = 0;
  problem.groups.forEach((group, g) => {
    const own = model.groups[g];
    const policy = policyLeftAlone(group, model, g);
    const law = own.occupancy(policy);
    for (let t = 0; t <= T; t++) {
      attained[g][t] = law[t * own.states + ATTAINED];
      if (t === T) continue;
      for (let s = 0; s < own.states; s++) {
        const at = t * own.states + s;
        if (law[at] > 0) value += law[at] * own.rewardAt(t, policy[at]);
      }
    }
  });
  const gradient = new Float64Array(problem.groups.length);
  for (let t = 0; t < T; t++) {
    const chances = Float64Array.from(attained, (own) => own[t]);
    value += problem.value.expected(t, chances, gradient);
  }
  const leaves = problem.groups.some((group) => group.projects.some(isLeft));
  return { leaves, value: leaves ? value : 0, attained };
}

function isLeft({ variants }: PlanGroup['projects'][number]): boolean {
  return variants.some(({ instrument }) => instrument === null);
}

/** By `t * states + s`: begins what may go ahead by itself in the first period, and every stage that waits later. */
function policyLeftAlone(group: PlanGroup, model: JointModel, g: number): Int32Array {
  const { process, states } = model.groups[g];
  const policy = new Int32Array(model.periods * states);
  const begunAlone = ({ project, variant, stage }: (typeof process.starts)[number][number]): boolean =>
    stage > 0 || group.projects[project].variants[variant].instrument === null;
  for (let s = 0; s < states; s++) {
    const first = process.actionsFrom[s];
    let atFirst = first;
    let later = first;
    for (let a = first; a < process.actionsFrom[s + 1]; a++) {
      const starts = process.starts[a];
      if (process.requires[a].length > 0 || !starts.every(begunAlone)) continue;
      if (starts.length > process.starts[atFirst].length) atFirst = a;
      if (starts.every(({ stage }) => stage > 0) && starts.length > process.starts[later].length) later = a;
    }
    for (let t = 0; t < model.periods; t++) policy[t * states + s] = t === 0 ? atFirst : later;
  }
  return policy;
}
