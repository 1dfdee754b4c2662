import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { appendOnly } from './append-only.ts';

/** Questions to experts, their answers, and the links that open a page once. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await sql`
    create table muster.question (
      id uuid primary key,
      programme uuid not null references muster.programme,
      run uuid references muster.run,
      figure text not null,
      label text not null,
      unit text not null,
      low double precision,
      central double precision,
      high double precision,
      experts text[] not null,
      asked_by uuid references muster.person,
      asked_at timestamptz(3) not null default now(),
      closed_at timestamptz(3),
      version integer,
      plan_run uuid references muster.run,
      outcome double precision,
      outcome_reason text,
      outcome_at timestamptz(3),
      foreign key (programme, version) references muster.version
    )`.execute(db);
  await sql`create index on muster.question (programme, asked_at desc, id desc)`.execute(db);
  await sql`
    create table muster.answer (
      question uuid not null references muster.question,
      expert text collate "C" not null,
      low double precision not null,
      central double precision not null,
      high double precision not null,
      comment text not null,
      at timestamptz(3) not null default now(),
      primary key (question, expert),
      check (low <= central and central <= high)
    )`.execute(db);
  await appendOnly(db, 'answer');
  await sql`
    create table muster.one_time_link (
      token_hash text collate "C" primary key check (length(token_hash) = 64),
      kind text not null check (kind in ('owner', 'invitation', 'answer')),
      person uuid references muster.person,
      question uuid references muster.question,
      expert text,
      expires_at timestamptz(3) not null,
      used_at timestamptz(3),
      check ((kind = 'invitation') = (person is not null)),
      check ((kind = 'answer') = (question is not null and expert is not null))
    )`.execute(db);
  await sql`create index on muster.one_time_link (person)`.execute(db);
}
