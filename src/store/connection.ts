import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

const { builtins } = pg.types;

/** Moments come as text in ISO 8601, and whole numbers as numbers: ours stay far below 2^53. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [builtins.INT8]: Number,
};

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => PARSERS[type] ?? pg.types.getTypeParser(type, format),
};

/** Connections of one process; with the others and the queue it stays below the limit of a default PostgreSQL. */
const CONNECTIONS_MAX = 10;

export interface Connection {
  /** Queries against the schema `muster`. */
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/** Opens a pool; nothing is sent before the first query. */
export function connect(databaseUrl: string): Connection {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    types: TYPES,
    max: CONNECTIONS_MAX,
    keepAlive: true,
    application_name: 'muster',
  });
  // A connection that breaks while nobody uses it is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db: db.withSchema('muster'), close: () => db.destroy() };
}

/** Whether an error is PostgreSQL's with this code, about the constraint if one is named. */
export function isPgError(error: unknown, code: string, constraint?: string): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === code &&
    (constraint === undefined || error.constraint === constraint)
  );
}

export const UNIQUE_VIOLATION = '23505';
export const FOREIGN_KEY_VIOLATION = '23503';
