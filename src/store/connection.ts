import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { MusterError } from '../kernel/errors.ts';
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

/** Opens a pool. Refuses with DATABASE_UNREACHABLE where no query can be made. */
export async function connect(databaseUrl: string): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    types: TYPES,
    max: CONNECTIONS_MAX,
    keepAlive: true,
    application_name: 'muster',
  });
  // A connection that breaks fails the query that waits on it, and is replaced at the next one. Without listeners,
  // one that breaks between two queries would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select`.execute(db);
  } catch (error) {
    await db.destroy();
    throw unreachable(error as Error & { code?: string });
  }
  return { db: db.withSchema('muster'), close: () => db.destroy() };
}

/** Says what is wrong without the address, which holds a password. */
export function unreachable({ message, code }: Error & { readonly code?: string }): MusterError {
  return new MusterError('DATABASE_UNREACHABLE', `The database cannot be used: ${message || code}.`, {
    hint: 'Look at the address of the server (--database, DATABASE_URL), its user, its password and its database.',
  });
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

/** Whether PostgreSQL refused the data themselves: of a wrong form, or against a constraint. */
export function isBadData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');
}

const OUTAGE_CODES = /^(ECONN|EPIPE|ETIMEDOUT|08|53300|57P0)/;
const OUTAGE_WORDS = /^Connection terminated|connection error and is not queryable|trying to connect/;

/** Whether an error says that the database cannot be reached now, and nothing of what was asked. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return OUTAGE_CODES.test(code) || code === 'DATABASE_UNREACHABLE' || OUTAGE_WORDS.test(error.message);
}
