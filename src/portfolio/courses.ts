import { Random } from '../kernel/random.ts';
import type { JointModel } from './joint-model.ts';
import { Path } from './path.ts';
import type { Policy } from './policy.ts';

/** One course of a programme. */
export interface Course {
  /** Discounted reward of all that is done, the chain's value not included. */
  readonly reward: number;
  /** Set of groups attained at the start of each period: a letter for each group, its code 1 or 0. */
  readonly attained: readonly string[];
}

/** Courses of a policy by simulation; course i of a seed meets the luck of path i. */
export function simulateCourses(model: JointModel, policy: Policy, count: number, seed: number): Course[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => {
    const path = new Path(model, random.fork(i));
    const state = model.initial();
    const attained: string[] = [];
    let reward = 0;
    for (let t = 0; t < model.periods; t++) {
      attained.push(String.fromCharCode(...model.attained(state)));
      const action = policy.decide(t, state);
      reward += model.reward(t, action);
      path.step(action, state);
    }
    return { reward, attained };
  });
}
