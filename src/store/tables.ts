import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Id, Json, Sha256, Timestamp } from '../app/workbench/ports/common.ts';
import type { LinkKind } from '../app/workbench/ports/people.ts';
import type { Role, VersionKind } from '../app/workbench/ports/programmes.ts';
import type { RunKind, RunProblem, RunStatus } from '../app/workbench/ports/runs.ts';

/** A column that has a default and is written by updates. */
type Defaulted<T> = ColumnType<T, T | undefined, T>;

/** jsonb: read as its value, written as its text. */
type JsonColumn = ColumnType<Json, string, string>;

/** The tables of the schema `muster`, as queries see them. */
export interface Tables {
  person: {
    id: Id;
    name: string;
    login: string;
    password: string | null;
    owner: boolean;
    created_at: Generated<Timestamp>;
    disabled_at: Timestamp | null;
    failures: Generated<number>;
    locked_until: Timestamp | null;
  };
  session: {
    token_hash: Sha256;
    person: Id;
    created_at: Timestamp;
    last_seen_at: Timestamp;
    expires_at: Timestamp;
  };
  one_time_link: {
    token_hash: Sha256;
    kind: LinkKind;
    person: Id | null;
    question: Id | null;
    expert: string | null;
    expires_at: Timestamp;
    used_at: Timestamp | null;
  };
  programme: { id: Id; name: string; created_at: Generated<Timestamp>; latest: Generated<number> };
  member: { programme: Id; person: Id; role: Role };
  blob: { sha256: Sha256; bytes: Buffer };
  version: {
    programme: Id;
    number: number;
    parent: number | null;
    author: Id | null;
    at: Generated<Timestamp>;
    reason: string;
    kind: VersionKind;
    content_hash: Sha256;
  };
  version_file: { programme: Id; number: number; path: string; blob: Sha256 };
  run: {
    id: Id;
    programme: Id;
    version: number;
    kind: RunKind;
    options: JsonColumn;
    seed: number;
    program_version: string;
    again_of: Id | null;
    status: Defaulted<RunStatus>;
    progress: ColumnType<Json, string | null | undefined, string | null>;
    requested_by: Id | null;
    requested_at: Generated<Timestamp>;
    started_at: Timestamp | null;
    finished_at: Timestamp | null;
    worker: string | null;
    lease_until: Timestamp | null;
    attempts: Generated<number>;
    cancel_requested: Generated<boolean>;
    stop_requested: Generated<boolean>;
    error: JSONColumnType<RunProblem & object> | null;
    result_hash: Sha256 | null;
  };
  computed: { content_hash: Sha256; kind: string; options_hash: Sha256; blob: Sha256 };
  question: {
    id: Id;
    programme: Id;
    run: Id | null;
    figure: string;
    label: string;
    unit: string;
    low: number | null;
    central: number | null;
    high: number | null;
    experts: string[];
    asked_by: Id | null;
    asked_at: Generated<Timestamp>;
    closed_at: Timestamp | null;
    version: number | null;
    plan_run: Id | null;
    outcome: number | null;
    outcome_reason: string | null;
    outcome_at: Timestamp | null;
  };
  answer: {
    question: Id;
    expert: string;
    low: number;
    central: number;
    high: number;
    comment: string;
    at: Generated<Timestamp>;
  };
  audit: {
    seq: Generated<number>;
    at: Generated<Timestamp>;
    person: Id | null;
    programme: Id | null;
    action: string;
    subject: string;
    detail: JsonColumn;
  };
  idempotency: {
    person: Id;
    key: string;
    route: string;
    request_hash: Sha256;
    status: number;
    body: ColumnType<Json, string, string>;
    at: Generated<Timestamp>;
  };
}
