import { type Kysely, Migrator, sql } from 'kysely';
import { MusterError } from '../kernel/errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Tables } from './tables.ts';

const TABLE = 'migration';

/**
 * Brings the schema up to a step (the newest where none is named), all of it or nothing; several processes may
 * start at once. Refuses with DATABASE_IS_NEWER where a later Muster has been here.
 */
export async function migrate(db: Kysely<Tables>, step?: string): Promise<void> {
  const known = Object.keys(MIGRATIONS);
  const unknown = (await stepsOf(db)).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new MusterError(
      'DATABASE_IS_NEWER',
      `The database was made by a later Muster: step ${unknown[0]} of its schema is not known here.`,
      { hint: 'Run the Muster that made it, or a later one.' },
    );
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    migrationTableSchema: 'muster',
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
  });
  const { error } = step === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(step);
  if (error) throw error;
}

/** Steps of the schema that a database has, in order; none where Muster was never there. */
export async function stepsOf(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{
    here: boolean;
  }>`select to_regclass('muster.migration') is not null as here`.execute(db);
  if (!rows[0]!.here) return [];
  const steps = await sql<{ name: string }>`select name from muster.migration order by name`.execute(db);
  return steps.rows.map(({ name }) => name);
}
