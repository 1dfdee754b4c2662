import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Runs, and what can be computed again. A finished run is never changed; each change of one is told to listeners. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await sql`
    create table muster.run (
      id uuid primary key,
      programme uuid not null,
      version integer not null,
      kind text not null check (kind in ('assess', 'plan', 'frontier', 'alternatives')),
      options jsonb not null,
      seed bigint not null,
      program_version text not null,
      again_of uuid references muster.run deferrable,
      status text not null default 'waiting'
        check (status in ('waiting', 'running', 'done', 'stopped', 'failed', 'cancelled')),
      progress jsonb,
      requested_by uuid references muster.person,
      requested_at timestamptz(3) not null default now(),
      started_at timestamptz(3),
      finished_at timestamptz(3),
      worker text,
      lease_until timestamptz(3),
      attempts integer not null default 0,
      cancel_requested boolean not null default false,
      stop_requested boolean not null default false,
      error jsonb,
      result_hash text collate "C" references muster.blob,
      foreign key (programme, version) references muster.version,
      check ((status = 'running') = (lease_until is not null)),
      check ((status in ('waiting', 'running')) = (finished_at is null)),
      check (status <> 'done' or result_hash is not null)
    )`.execute(db);
  await sql`create index on muster.run (programme, requested_at desc, id desc)`.execute(db);
  await sql`create index on muster.run (requested_at) where status in ('waiting', 'running')`.execute(db);
  await sql`
    create trigger finished_for_ever before update or delete on muster.run
    for each row when (old.finished_at is not null) execute function muster.refuse_change()`.execute(db);
  await sql`
    create function muster.tell_run() returns trigger language plpgsql as $$
    begin
      perform pg_notify('muster_run', new.id::text);
      return null;
    end $$`.execute(db);
  await sql`
    create trigger told after insert or update of status, progress, cancel_requested, stop_requested on muster.run
    for each row execute function muster.tell_run()`.execute(db);
  await sql`
    create table muster.computed (
      content_hash text collate "C" not null,
      kind text collate "C" not null,
      options_hash text collate "C" not null,
      blob text collate "C" not null references muster.blob,
      primary key (content_hash, kind, options_hash)
    )`.execute(db);
}
