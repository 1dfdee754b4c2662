import type { Commitment } from '../contract/folder/index.ts';

/** Kind and subject of a commitment in one word, such as `lock-in:OPTION/TEAM`. */
export function commitmentId(commitment: Commitment): string {
  if ('lockIn' in commitment) return `lock-in:${commitment.lockIn}`;
  if ('lead' in commitment) return `lead:${commitment.lead}`;
  return 'lockOut' in commitment ? `lock-out:${commitment.lockOut}` : `deadline:${commitment.deadline}`;
}
