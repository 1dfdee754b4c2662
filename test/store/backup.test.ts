import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../src/store/backup/restore.ts';
import { TABLE_NAMES } from '../../src/store/backup/table-rows.ts';
import { writeBackup } from '../../src/store/backup/write.ts';
import { openStore } from '../../src/store/open.ts';
import { freshDatabase, type TestDatabase, useStore } from '../support/database.ts';
import { type Filled, fill } from './filled.ts';

const here = useStore();
let folder: string;
let file: string;
let filled: Filled;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-backup-'));
  file = join(folder, 'a.backup');
  filled = await fill(here.records);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const targets: TestDatabase[] = [];
/** A database where Muster has never been. */
async function empty(): Promise<string> {
  const database = await freshDatabase('empty');
  targets.push(database);
  return database.url;
}
afterEach(async () => {
  for (const database of targets.splice(0)) await database.drop();
});

describe('a backup', () => {
  it('restores every row of every table, and work goes on from there', async () => {
    const sums = await writeBackup(here.url, file);
    expect(sums.map(({ table }) => table).sort()).toEqual([...TABLE_NAMES].sort());
    for (const { table, rows } of sums) expect(rows, table).toBeGreaterThan(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const url = await empty();
    expect(await restoreBackup(url, file)).toEqual(sums);
    const store = await openStore({ databaseUrl: url });
    const { records } = store;
    expect(await records.runs.result(filled.run)).toBe(filled.result);
    for (const number of [1, 2]) {
      expect(await records.versions.files(filled.programme, number)).toEqual(
        await here.records.versions.files(filled.programme, number),
      );
    }
    expect(await records.questions.answers(filled.question)).toEqual(
      await here.records.questions.answers(filled.question),
    );
    const page = { limit: 100, after: null };
    expect(await records.audit.list(null, page)).toEqual(await here.records.audit.list(null, page));
    await records.transaction(filled.planner, (w) =>
      w.versions.add({
        ...{ programme: filled.programme, parent: 2, reason: '', kind: 'edit' },
        files: new Map([['a', 'b']]),
      }),
    );
    const [newest, before] = (await records.audit.list(null, page)).items;
    expect(newest).toMatchObject({ action: 'version.add', seq: before!.seq + 1 });
    await store.close();
    // A second backup of the same rows has the same sums.
    const second = await writeBackup(here.url, join(folder, 'b.backup'));
    expect(second).toEqual(sums);
  });

  it('shows one moment: what is written meanwhile is in all tables or in none', async () => {
    const path = join(folder, 'busy.backup');
    let stop = false;
    const writing = (async () => {
      for (let i = 0; !stop; i++) await here.records.transaction(null, (w) => w.programmes.add(`busy ${i}`));
    })();
    const sums = await writeBackup(here.url, path).finally(() => {
      stop = true;
    });
    await writing;
    const lines = gunzipSync(await readFile(path))
      .toString()
      .split('\n');
    const programmes = sums.find(({ table }) => table === 'programme')!.rows;
    expect(lines.filter((line) => line.includes('"programme.add"'))).toHaveLength(programmes);
    expect(await restoreBackup(await empty(), path)).toEqual(sums);
  });

  it('is not written over a file that is there, nor of a database without records', async () => {
    await expect(writeBackup(here.url, file)).rejects.toMatchObject({ code: 'OUT_FILE' });
    const other = join(folder, 'none.backup');
    await expect(writeBackup(await empty(), other)).rejects.toMatchObject({ code: 'NOTHING_TO_BACK_UP' });
    await expect(stat(other)).rejects.toThrow('ENOENT');
    await expect(writeBackup(here.url, join(folder, 'no', 'x'))).rejects.toMatchObject({ code: 'OUT_FILE' });
  });

  it('is not restored where records are', async () => {
    await expect(restoreBackup(here.url, file)).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
  });

  it('that is damaged restores nothing at all', async () => {
    const text = gunzipSync(await readFile(file)).toString();
    const lines = text.split('\n');
    const at = (part: string) => lines.findIndex((line) => line.includes(part));
    const without = (i: number) => lines.toSpliced(i, 1).join('\n');
    const damages: Readonly<Record<string, Buffer>> = {
      'a changed figure': gzipSync(text.replace('"central":0.3', '"central":0.4')),
      'a lost row': gzipSync(without(at('"version.add"'))),
      'a row that points nowhere': gzipSync(without(at('"login":"planner"'))),
      'rows of a wrong form': gzipSync(text.replaceAll(`"id":"${filled.run}"`, '"id":"x"')),
      'a lost end': gzipSync(lines.slice(0, -2).join('\n')),
      'a file cut off': (await readFile(file)).subarray(0, 2000),
      'a turned bit': Buffer.from((await readFile(file)).map((byte, i) => (i === 1500 ? byte ^ 4 : byte))),
    };
    const url = await empty();
    for (const [name, bytes] of Object.entries(damages)) {
      const path = join(folder, 'damaged.backup');
      await writeFile(path, bytes);
      await expect(restoreBackup(url, path), name).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    }
    // Nothing was left behind: the whole one still finds an empty database.
    await restoreBackup(url, file);
  });

  it('of something else, of a later Muster, or not there is refused', async () => {
    const url = await empty();
    const path = join(folder, 'other.backup');
    for (const [bytes, code] of [
      [Buffer.from('hello'), 'NOT_A_BACKUP'],
      [gzipSync('{"schema":"muster/backup@2"}\n'), 'NOT_A_BACKUP'],
      [gzipSync('{"schema":"muster/backup@1","steps":["0001-people","9999-later"]}\n'), 'DATABASE_IS_NEWER'],
    ] as const) {
      await writeFile(path, bytes);
      await expect(restoreBackup(url, path)).rejects.toMatchObject({ code });
    }
    await expect(restoreBackup(url, join(folder, 'absent'))).rejects.toMatchObject({ code: 'BACKUP_FILE' });
  });
});
