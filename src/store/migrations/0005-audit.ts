import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { appendOnly } from './append-only.ts';

/** The audit trail, and requests that must not act twice. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await sql`
    create table muster.audit (
      seq bigint generated always as identity primary key,
      at timestamptz(3) not null default clock_timestamp(),
      person uuid references muster.person,
      programme uuid references muster.programme,
      action text not null,
      subject text not null,
      detail jsonb not null
    )`.execute(db);
  await sql`create index on muster.audit (programme, seq desc)`.execute(db);
  await appendOnly(db, 'audit');
  await sql`
    create table muster.idempotency (
      person uuid not null references muster.person,
      key text collate "C" not null,
      route text not null,
      request_hash text not null,
      status integer not null,
      body jsonb not null,
      at timestamptz(3) not null default now(),
      primary key (person, key)
    )`.execute(db);
  await sql`create index on muster.idempotency (at)`.execute(db);
}
