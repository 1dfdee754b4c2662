import type { JointAction, JointState } from './joint-model.ts';

/** A rule that says what to start, given where everything stands at the start of period t. */
export interface Policy {
  readonly name: string;
  /** A feasible joint action, freshly made. */
  decide(t: number, state: JointState): JointAction;
}
