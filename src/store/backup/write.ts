import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { MusterError } from '../../kernel/errors.ts';
import { connect } from '../connection.ts';
import { stepsOf } from '../migrate.ts';
import { eachRow, fixFormats, type TableSum, tablesIn } from './table-rows.ts';

/** Format of a backup; its name is the first thing in the file. */
export const BACKUP_SCHEMA = 'muster/backup@1';

/** First line of a backup. */
export interface BackupHead {
  readonly schema: typeof BACKUP_SCHEMA;
  /** Steps of the schema that the rows belong to. */
  readonly steps: readonly string[];
}

/**
 * Writes all records of a database to a file: one moment, however long it takes and whatever is written meanwhile.
 * Gzipped lines of JSON: the head, then for each table a line `["table", name]`, its rows as objects, and its
 * sum `["sum", rows, sha256]`; a last line `["end"]`. The file appears under its name when it is whole; one that is
 * there already is refused (OUT_FILE). Refuses with NOTHING_TO_BACK_UP where Muster was never there.
 */
export async function writeBackup(databaseUrl: string, file: string): Promise<readonly TableSum[]> {
  const aside = `${file}.part`;
  await reserve(file, aside);
  try {
    const sums = await exportTo(databaseUrl, aside);
    await rename(aside, file);
    return sums;
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** Makes the file aside, readable by this user only: it holds what people entered and hashes of passwords. */
async function reserve(file: string, aside: string): Promise<void> {
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    throw outFile(`${file} is there already`);
  await rm(aside, { force: true });
  const made = await open(aside, 'wx', 0o600).catch((error: Error) => {
    throw outFile(`${file} cannot be written: ${error.message}`);
  });
  await made.close();
}

function outFile(what: string): MusterError {
  return new MusterError('OUT_FILE', `${what}.`, {
    hint: 'Give --out a new file in a folder that exists and may be written.',
  });
}

async function exportTo(databaseUrl: string, file: string): Promise<readonly TableSum[]> {
  const out = createGzip();
  const written = finished(out.pipe(createWriteStream(file, { flush: true })));
  const write = async (lines: readonly string[]) => {
    for (const line of lines) if (!out.write(`${line}\n`)) await Promise.race([once(out, 'drain'), written]);
  };
  const { db, close } = await connect(databaseUrl);
  try {
    const sums = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (inside) => {
        await fixFormats(inside);
        const steps = await stepsOf(inside);
        if (steps.length === 0) throw nothing();
        const head: BackupHead = { schema: BACKUP_SCHEMA, steps };
        await write([JSON.stringify(head)]);
        const all: TableSum[] = [];
        for (const table of await tablesIn(inside)) {
          await write([JSON.stringify(['table', table])]);
          const sum = await eachRow(inside, table, write);
          await write([JSON.stringify(['sum', sum.rows, sum.sha256])]);
          all.push(sum);
        }
        await write([JSON.stringify(['end'])]);
        return all;
      });
    out.end();
    await written;
    return sums;
  } finally {
    written.catch(() => {});
    out.destroy();
    await close();
  }
}

function nothing(): MusterError {
  return new MusterError('NOTHING_TO_BACK_UP', 'This database holds no records of Muster.');
}
