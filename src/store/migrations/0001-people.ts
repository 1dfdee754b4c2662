import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** People, their sessions, and the rule for tables that only grow. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await sql`
    create table muster.person (
      id uuid primary key,
      name text not null,
      login text collate "C" not null unique check (login = lower(login)),
      password text,
      owner boolean not null,
      created_at timestamptz(3) not null default now(),
      disabled_at timestamptz(3),
      failures integer not null default 0,
      locked_until timestamptz(3)
    )`.execute(db);
  await sql`
    create table muster.session (
      token_hash text collate "C" primary key check (length(token_hash) = 64),
      person uuid not null references muster.person,
      created_at timestamptz(3) not null,
      last_seen_at timestamptz(3) not null,
      expires_at timestamptz(3) not null
    )`.execute(db);
  await sql`create index on muster.session (person)`.execute(db);
  await sql`
    create function muster.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
    end $$`.execute(db);
}
