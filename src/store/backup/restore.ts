import { sql, type Transaction } from 'kysely';
import { MusterError } from '../../kernel/errors.ts';
import { connect, isBadData } from '../connection.ts';
import { migrateTo, refuseUnknown, stepsOf } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import type { Tables } from '../tables.ts';
import { BackupLines, damaged } from './lines.ts';
import { eachRow, fixFormats, type TableName, type TableSum } from './table-rows.ts';
import type { BackupHead } from './write.ts';

/**
 * Puts all records of a backup into a database where Muster has kept nothing yet, then brings the schema up to date:
 * one transaction, so all or nothing. Counts and hashes are checked twice: of what the file holds, and of what the
 * database gives back. Refuses with NOT_A_BACKUP, BACKUP_DAMAGED, DATABASE_NOT_EMPTY and DATABASE_IS_NEWER.
 */
export async function restoreBackup(databaseUrl: string, file: string): Promise<readonly TableSum[]> {
  const { db, close } = await connect(databaseUrl);
  try {
    return await db.transaction().execute(async (inside) => {
      await fixFormats(inside);
      const lines = new BackupLines(file);
      await prepare(inside, await lines.head());
      const sums: TableSum[] = [];
      for (let table = await lines.table(); table !== null; table = await lines.table()) {
        const sum = await lines.rows(table, (rows) => insert(inside, table, rows));
        const back = await eachRow(inside, table, async () => {});
        if (back.rows !== sum.rows || back.sha256 !== sum.sha256)
          throw damaged(`table ${table} came out different`);
        sums.push(sum);
      }
      if (sums.some(({ table }) => table === 'audit')) await continueNumbers(inside);
      await migrateTo(inside, Object.keys(MIGRATIONS).at(-1)!);
      return sums;
    });
  } finally {
    await close();
  }
}

async function prepare(db: Transaction<Tables>, { steps }: BackupHead): Promise<void> {
  refuseUnknown(steps);
  if ((await stepsOf(db)).length > 0) {
    throw new MusterError('DATABASE_NOT_EMPTY', 'Muster has kept records in this database already.', {
      hint: 'Restore into a new data folder, or a new database.',
    });
  }
  await migrateTo(db, steps.at(-1) ?? '');
  await sql`set constraints all deferred`.execute(db);
}

async function insert(db: Transaction<Tables>, table: TableName, rows: readonly string[]): Promise<void> {
  const name = sql.id('muster', table);
  await sql`
    insert into ${name} overriding system value
    select * from json_populate_recordset(null::${name}, ${`[${rows.join(',')}]`}::json)`
    .execute(db)
    .catch((error: Error) => {
      throw isBadData(error) ? damaged(`table ${table} does not fit: ${error.message}`) : error;
    });
}

/** The next row of the audit trail follows the last one restored. */
async function continueNumbers(db: Transaction<Tables>): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence('muster.audit', 'seq'), coalesce(max(seq), 0) + 1, false)
    from muster.audit`.execute(db);
}
