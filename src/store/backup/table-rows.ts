import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Sha256 } from '../../app/workbench/ports/common.ts';
import type { Tables } from '../tables.ts';

/** Every table, so that rows come after those they point to, with the columns of its primary key. */
const TABLES: Readonly<Record<keyof Tables, readonly string[]>> = {
  person: ['id'],
  session: ['token_hash'],
  programme: ['id'],
  member: ['programme', 'person'],
  blob: ['sha256'],
  version: ['programme', 'number'],
  version_file: ['programme', 'number', 'path'],
  run: ['id'],
  computed: ['content_hash', 'kind', 'options_hash'],
  question: ['id'],
  answer: ['question', 'expert'],
  one_time_link: ['token_hash'],
  audit: ['seq'],
  idempotency: ['person', 'key'],
};

export type TableName = keyof Tables;

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Rows fetched at once: blobs can be large. */
const BATCH_ROWS = { blob: 8, other: 500 } as const;

/** How many rows a table has, and SHA-256 over them: each as its JSON and a line end, by primary key. */
export interface TableSum {
  readonly table: TableName;
  readonly rows: number;
  readonly sha256: Sha256;
}

/** The tables that a database has; earlier steps of the schema have fewer. */
export async function tablesIn(db: Kysely<Tables>): Promise<readonly TableName[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'muster'`.execute(db);
  const names = new Set(rows.map(({ name }) => name));
  return TABLE_NAMES.filter((name) => names.has(name));
}

/** One way of writing moments and bytes, whatever the server's settings. */
export async function fixFormats(db: Transaction<Tables>): Promise<void> {
  await sql`set local timezone to 'UTC'`.execute(db);
  await sql`set local bytea_output to 'hex'`.execute(db);
  await sql`set local extra_float_digits to 1`.execute(db);
}

/** Hands every row of a table, as JSON text, to `take`; returns their sum. */
export async function eachRow(
  db: Transaction<Tables>,
  table: TableName,
  take: (rows: readonly string[]) => Promise<void>,
): Promise<TableSum> {
  const hash = createHash('sha256');
  let count = 0;
  const order = sql.join(TABLES[table].map((column) => sql.ref(column)));
  const batch = table === 'blob' ? BATCH_ROWS.blob : BATCH_ROWS.other;
  await sql`
    declare all_rows no scroll cursor for
    select row_to_json(t)::text as row from ${sql.id('muster', table)} as t order by ${order}`.execute(db);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(batch)} from all_rows`.execute(db);
    if (rows.length === 0) break;
    for (const { row } of rows) hash.update(row).update('\n');
    count += rows.length;
    await take(rows.map(({ row }) => row));
  }
  await sql`close all_rows`.execute(db);
  return { table, rows: count, sha256: hash.digest('hex') };
}
