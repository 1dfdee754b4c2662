import type { Id, Json, Page, PageRequest, Sha256, Timestamp } from './common.ts';

export type RunKind = 'assess' | 'plan' | 'frontier' | 'alternatives';

/** `stopped`: a limit ended it, with or without a result. */
export type RunStatus = 'waiting' | 'running' | 'done' | 'stopped' | 'failed' | 'cancelled';

/** What went wrong, in the words of the error. */
export interface RunProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** What pins a run: the same pins give the same bytes. */
export interface RunPins {
  readonly programme: Id;
  readonly version: number;
  readonly kind: RunKind;
  readonly options: Json;
  readonly seed: number;
  readonly programVersion: string;
}

export interface RunRecord extends RunPins {
  readonly id: Id;
  /** The run this one repeats. */
  readonly againOf: Id | null;
  readonly status: RunStatus;
  /** The last progress that was told; null before the first. */
  readonly progress: Json;
  readonly requestedBy: Id | null;
  readonly requestedAt: Timestamp;
  /** Start of the last attempt. */
  readonly startedAt: Timestamp | null;
  readonly finishedAt: Timestamp | null;
  /** Name of the worker that has it. */
  readonly worker: string | null;
  readonly leaseUntil: Timestamp | null;
  /** How often a worker has claimed it and not handed it back. */
  readonly attempts: number;
  readonly cancelRequested: boolean;
  /** Somebody asked for the best so far. */
  readonly stopRequested: boolean;
  readonly error: RunProblem | null;
  /** Of the canonical bytes of the result; null where there is none. */
  readonly resultHash: Sha256 | null;
}

export interface RunReads {
  get(id: Id): Promise<RunRecord | null>;
  /** Newest first; `kind` null for all. */
  list(programme: Id, kind: RunKind | null, page: PageRequest): Promise<Page<RunRecord>>;
  /** Canonical text of the result; null where there is none. */
  result(id: Id): Promise<string | null>;
  /** Runs a worker could claim now, oldest first: waiting, or running with a lease that has lapsed. */
  claimable(): Promise<readonly Id[]>;
}

/** How a run ended. `result` is the canonical text, kept as it is. */
export type RunOutcome =
  | { readonly status: 'done'; readonly result: string }
  | { readonly status: 'stopped'; readonly result: string | null; readonly error: RunProblem | null }
  | { readonly status: 'failed'; readonly error: RunProblem }
  | { readonly status: 'cancelled' };

/**
 * What the worker is to do after a sign of life: go on, end with nothing or with the best so far because a person
 * asked, or drop what it lost.
 */
export type RunOrder = 'go-on' | 'cancel' | 'stop' | 'lost';

/** Leases are counted by the clock of the database, which all workers share. */
export interface RunWrites {
  /** A waiting run, asked for by the author of the transaction. Refuses with NO_SUCH_VERSION. */
  request(pins: RunPins, againOf?: Id): Promise<RunRecord>;
  /** Null where it is finished, or another worker has a lease that still holds. */
  claim(id: Id, worker: string, leaseSeconds: number): Promise<RunRecord | null>;
  /** Renews the lease and tells progress (null: as before). Not audited. */
  progress(id: Id, worker: string, leaseSeconds: number, progress: Json): Promise<RunOrder>;
  /** Writes the outcome once; false where the worker no longer has the run, and nothing is written then. */
  finish(id: Id, worker: string, outcome: RunOutcome): Promise<boolean>;
  /**
   * Back to waiting, for a worker that is stopped; that attempt no longer counts. False where it no longer has the
   * run.
   */
  release(id: Id, worker: string): Promise<boolean>;
  /** A waiting run is cancelled at once, a running one at its worker's next sign of life; a finished one stays. */
  requestCancel(id: Id): Promise<RunRecord | null>;
  /** A running run is to end with the best so far; any other stays as it is. */
  requestStop(id: Id): Promise<RunRecord | null>;
}

/** Cache of what can be computed again from a content: assessments, layouts, differences. Not audited. */
export interface ComputedKey {
  readonly contentHash: Sha256;
  readonly kind: string;
  readonly optionsHash: Sha256;
}

export interface ComputedReads {
  get(key: ComputedKey): Promise<string | null>;
}

export interface ComputedWrites {
  /** The first one stays. */
  put(key: ComputedKey, text: string): Promise<void>;
}
