import { MusterError } from '../../kernel/errors.ts';
import type { Computed } from './computed.ts';
import type { KeptTexts } from './kept-texts.ts';
import type { LayOutChain } from './layout.ts';
import type { Queue, Records } from './ports.ts';
import type { WorldCache } from './world-cache.ts';

/** What the use cases of the server work with. */
export interface Workbench {
  readonly records: Records;
  readonly queue: Queue;
  readonly computed: Computed;
  /** Of contents and results, which are asked for again and again. */
  readonly texts: KeptTexts;
  readonly worlds: WorldCache;
  readonly layOut: LayOutChain;
  readonly now: () => Date;
  /** Cost of new passwords; see passwords.ts. */
  readonly passwordCost: number;
  /** Folder of the examples. */
  readonly examples: string;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A moment so many milliseconds from now, as records write it. */
export function later({ now }: Workbench, ms: number): string {
  return new Date(now().getTime() + ms).toISOString();
}

/** Refuses for want of a thing; the same words whether it is not there or not to be seen. */
export function notFound(what: string): MusterError {
  return new MusterError('NOT_FOUND', `There is no such ${what}, or you may not see it.`);
}
