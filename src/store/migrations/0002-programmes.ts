import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { appendOnly } from './append-only.ts';

/** Programmes, who works in them, and their versions as texts by path. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await sql`
    create table muster.programme (
      id uuid primary key,
      name text not null,
      created_at timestamptz(3) not null default now(),
      latest integer not null default 0
    )`.execute(db);
  await sql`
    create table muster.member (
      programme uuid not null references muster.programme,
      person uuid not null references muster.person,
      role text not null check (role in ('director', 'planner', 'auditor', 'guest')),
      primary key (programme, person)
    )`.execute(db);
  await sql`create index on muster.member (person)`.execute(db);
  await sql`
    create table muster.blob (
      sha256 text collate "C" primary key check (length(sha256) = 64),
      bytes bytea not null
    )`.execute(db);
  await sql`alter table muster.blob alter column bytes set storage external`.execute(db);
  await sql`
    create table muster.version (
      programme uuid not null references muster.programme,
      number integer not null check (number >= 1),
      parent integer check (parent < number),
      author uuid references muster.person,
      at timestamptz(3) not null default now(),
      reason text not null,
      kind text not null check (kind in ('create', 'edit', 'import', 'undo', 'answers')),
      content_hash text not null check (length(content_hash) = 64),
      primary key (programme, number),
      foreign key (programme, parent) references muster.version
    )`.execute(db);
  await sql`
    create table muster.version_file (
      programme uuid not null,
      number integer not null,
      path text collate "C" not null,
      blob text collate "C" not null references muster.blob,
      primary key (programme, number, path),
      foreign key (programme, number) references muster.version
    )`.execute(db);
  for (const table of ['blob', 'version', 'version_file']) await appendOnly(db, table);
}
