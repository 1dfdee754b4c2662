import type { Id, Json, Page, PageRequest, Sha256, Timestamp } from './common.ts';

/** One write, by whom and to what. The store adds a row to every write of its own accord, in its transaction. */
export interface AuditEntry {
  /** Rises with time; numbers may be missing. */
  readonly seq: number;
  readonly at: Timestamp;
  readonly person: Id | null;
  readonly personName: string | null;
  readonly programme: Id | null;
  /** `subject.verb`: `version.add`, `run.finish`, … */
  readonly action: string;
  /** Id, number or name of what was written. */
  readonly subject: string;
  readonly detail: Json;
}

export interface AuditReads {
  /** Newest first; `programme` null for all of the installation. */
  list(programme: Id | null, page: PageRequest): Promise<Page<AuditEntry>>;
}

/** A request that must not act twice. Keys belong to a person; they are forgotten after 24 hours. */
export interface IdempotentRequest {
  readonly key: string;
  readonly person: Id;
  /** Key of the route table. */
  readonly route: string;
  readonly requestHash: Sha256;
}

export interface KeptReply {
  readonly status: number;
  readonly body: Json;
}

/** A reply, and whether it was given before. */
export interface GivenReply {
  readonly reply: KeptReply;
  readonly again: boolean;
}
