import type { AuditReads, GivenReply, IdempotentRequest, KeptReply } from './ports/audit.ts';
import type { Id } from './ports/common.ts';
import type {
  LinkReads,
  LinkWrites,
  PeopleReads,
  PeopleWrites,
  SessionReads,
  SessionWrites,
} from './ports/people.ts';
import type { ProgrammeReads, ProgrammeWrites, VersionReads, VersionWrites } from './ports/programmes.ts';
import type { QuestionReads, QuestionWrites } from './ports/questions.ts';
import type { ComputedReads, ComputedWrites, RunReads, RunRecord, RunWrites } from './ports/runs.ts';

/** What is kept, to look at. */
export interface Reads {
  readonly people: PeopleReads;
  readonly sessions: SessionReads;
  readonly links: LinkReads;
  readonly programmes: ProgrammeReads;
  readonly versions: VersionReads;
  readonly runs: RunReads;
  readonly computed: ComputedReads;
  readonly questions: QuestionReads;
  readonly audit: AuditReads;
}

/** What is kept, to look at and to write, inside one transaction. */
export interface Writes extends Reads {
  readonly people: PeopleReads & PeopleWrites;
  readonly sessions: SessionReads & SessionWrites;
  readonly links: LinkReads & LinkWrites;
  readonly programmes: ProgrammeReads & ProgrammeWrites;
  readonly versions: VersionReads & VersionWrites;
  readonly runs: RunReads & RunWrites;
  readonly computed: ComputedReads & ComputedWrites;
  readonly questions: QuestionReads & QuestionWrites;
}

/** Who acts: a person, or null for Muster itself (a worker, first start, an expert with a link). */
export type Author = Id | null;

/**
 * The records of the workbench. Reads outside a transaction each see what is committed. Every write adds its row
 * to the audit trail in the same transaction, save where its description says `not audited`.
 */
export interface Records extends Reads {
  /**
   * All of the writes of `work`, or none where it throws. Not to be nested. Refuses with NUL_CHARACTER where a text
   * other than that of a file holds one.
   */
  transaction<Result>(author: Author, work: (writes: Writes) => Promise<Result>): Promise<Result>;
  /**
   * Acts once for an idempotency key; a reply that was kept is given again. What `act` does with these records and its
   * reply are kept together: after a crash both are there, or neither. Where it throws the key stays free, and what its
   * ended transactions wrote is kept. Refuses with KEY_IN_USE while another request with the key is under way, with
   * IDEMPOTENCY_KEY_REUSED where the key came with another one. Not audited.
   */
  once(request: IdempotentRequest, act: () => Promise<KeptReply>): Promise<GivenReply>;
  /** Acts when all that was written before is kept: now, or at the end of `once`. */
  afterwards(act: () => Promise<void>): Promise<void>;
  /** Whether an error of these records says that they cannot be reached now: asking again later may help. */
  isOutage(error: unknown): boolean;
  /**
   * A run as it is now, then at each change of progress or status (the last one where they come fast); ends with
   * the run, or by the signal. Yields nothing where there is no such run.
   */
  watch(run: Id, signal: AbortSignal): AsyncIterable<RunRecord>;
}

/**
 * The queue of runs. It carries ids only: what a run is and how far it has come stands in the records, and a run
 * that was sent twice is claimed once.
 */
export interface Queue {
  /**
   * Offers a waiting run to the workers, after the transaction that made it. Never rejects: workers look for runs that
   * wait without an offer.
   */
  send(run: Id): Promise<void>;
  /** Takes runs from now on, one at a time for each call; `signal` aborts where the worker is stopped. */
  work(handle: (run: Id, signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Takes no more runs, and waits for what is under way to end after its signal. */
  stop(): Promise<void>;
}
