import { MusterError } from '../kernel/errors.ts';

/** Requests allowed per minute. */
export interface Limits {
  /** Attempts to sign in or to use a link, by address. */
  readonly signIn: number;
  /** Requests of who is not signed in, by address. */
  readonly unknown: number;
  /** Writes of a person. */
  readonly writes: number;
  /** All requests of a person. */
  readonly all: number;
}

export const LIMITS: Limits = { signIn: 10, unknown: 1200, writes: 120, all: 6000 };

const WINDOW_MS = 60_000;
/** Callers counted at once; beyond, counting begins anew. */
const CALLERS_MAX = 100_000;

/** Counts requests by caller in windows of a minute. */
export class RateLimiter {
  readonly #counts = new Map<string, number>();
  readonly #now: () => Date;
  #window = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Counts one request; refuses with TOO_MANY_REQUESTS from one beyond the limit on. */
  count(kind: keyof Limits, caller: string, limits: Limits): void {
    const window = Math.floor(this.#now().getTime() / WINDOW_MS);
    if (window !== this.#window || this.#counts.size > CALLERS_MAX) {
      this.#counts.clear();
      this.#window = window;
    }
    const key = `${kind} ${caller}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count <= limits[kind]) return;
    throw new MusterError('TOO_MANY_REQUESTS', `At most ${limits[kind]} such requests a minute are taken.`, {
      hint: 'Wait a minute.',
    });
  }
}
