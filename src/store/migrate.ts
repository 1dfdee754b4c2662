import { type Kysely, sql, type Transaction } from 'kysely';
import { MusterError } from '../kernel/errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the schema up to date, all of it or nothing; several processes may start at once. Refuses with
 * DATABASE_IS_NEWER where a later Muster has been here.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute((inside) => migrateTo(inside, Object.keys(MIGRATIONS).at(-1)!));
}

/** Takes the steps up to one and including it, as far as the database does not have them yet. */
export async function migrateTo(db: Transaction<Tables>, last: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('muster migrations'))`.execute(db);
  const done = await stepsOf(db);
  refuseUnknown(done);
  if (done.length === 0) {
    await sql`create schema if not exists muster`.execute(db);
    await sql`create table muster.migration (name text collate "C" primary key, at timestamptz(3) default now())`.execute(
      db,
    );
  }
  for (const [name, step] of Object.entries(MIGRATIONS)) {
    if (name > last || done.includes(name)) continue;
    await step(db);
    await sql`insert into muster.migration (name) values (${name})`.execute(db);
  }
}

/** Refuses steps that a later Muster took. */
export function refuseUnknown(steps: readonly string[]): void {
  const unknown = steps.find((name) => !(name in MIGRATIONS));
  if (unknown === undefined) return;
  throw new MusterError(
    'DATABASE_IS_NEWER',
    `This was made by a later Muster: step ${unknown} of its schema is not known here.`,
    { hint: 'Use the Muster that made it, or a later one.' },
  );
}

/** Steps of the schema that a database has, in order; none where Muster was never there. */
export async function stepsOf(db: Kysely<Tables>): Promise<readonly string[]> {
  const found = await sql<{
    here: boolean;
  }>`select to_regclass('muster.migration') is not null as here`.execute(db);
  if (!found.rows[0]!.here) return [];
  const steps = await sql<{ name: string }>`select name from muster.migration order by name`.execute(db);
  return steps.rows.map(({ name }) => name);
}
