import type { GroupModel } from './group-dp.ts';
import { ATTAINED } from './group-process.ts';

/** A policy of one group as the master problem sees it: what it is expected to use, attain and earn. */
export interface GroupColumn {
  readonly group: number;
  /** Discounted reward. */
  readonly reward: number;
  /** Expected use at `row * periods + t`. */
  readonly use: Float64Array;
  /** Chance of being attained at the start of period t. */
  readonly attained: Float64Array;
  /** Chance that precedence row i of the group (see {@link Precedence}) has started by period t, at `i * periods + t`. */
  readonly started: Float64Array;
}

/** Stage `stage` of project `project` of `group` needs group `requires` attained before it starts. */
export interface Precedence {
  readonly group: number;
  readonly project: number;
  readonly stage: number;
  readonly requires: number;
}

export function precedences(models: readonly GroupModel[]): Precedence[] {
  const found = new Map<string, Precedence>();
  models.forEach((model, group) => {
    const spec = model.plan.groups[group];
    spec.projects.forEach((project, p) => {
      for (const variant of project.variants) {
        variant.stages.forEach((stage, s) => {
          for (const requires of stage.requires) {
            found.set(`${group} ${p} ${s} ${requires}`, { group, project: p, stage: s, requires });
          }
        });
      }
    });
  });
  return [...found.values()];
}

/** True if action `a` starts the stage of a precedence. */
export function startsStage(model: GroupModel, a: number, precedence: Precedence): boolean {
  return (
    model.process.requires[a].includes(precedence.requires) &&
    model.process.starts[a].some((s) => s.project === precedence.project && s.stage === precedence.stage)
  );
}

/** Follows a policy of a group through time and adds up what the master problem needs. */
export function columnOf(
  model: GroupModel,
  group: number,
  policy: Int32Array,
  own: readonly Precedence[],
): GroupColumn {
  const { process, plan, states } = model;
  const T = plan.periods;
  const law = model.occupancy(policy);
  const use = new Float64Array(plan.rows.length * T);
  const attained = new Float64Array(T);
  const started = new Float64Array(own.length * T);
  let reward = 0;
  for (let t = 0; t < T; t++) {
    attained[t] = law[t * states + ATTAINED];
    for (let s = 0; s < states; s++) {
      const mass = law[t * states + s];
      if (mass === 0) continue;
      const a = policy[t * states + s];
      reward += mass * model.rewardAt(t, a);
      for (let u = process.useFrom[a]; u < process.useFrom[a + 1]; u++) {
        if (process.useOffset[u] === 0) use[process.useRow[u] * T + t] += mass * process.useAmount[u];
      }
      own.forEach((precedence, i) => {
        if (startsStage(model, a, precedence)) for (let u = t; u < T; u++) started[i * T + u] += mass;
      });
    }
  }
  return { group, reward, use, attained, started };
}
