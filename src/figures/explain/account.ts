import type { Explanation } from '../../contract/explain.ts';

/** What is said of a subject. */
export type Account = Pick<Explanation, 'sentences' | 'flips' | 'figures' | 'related'>;
