import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BackupReport } from '../../src/contract/backup.ts';
import { openStore } from '../../src/store/open.ts';
import { freshDatabase } from '../support/database.ts';
import { requireBuild, runMuster } from '../support/run-muster.ts';
import { type Filled, fill } from './filled.ts';

let root: string;
let dataDir: string;
let filled: Filled;

beforeAll(async () => {
  requireBuild();
  root = await mkdtemp(join(tmpdir(), 'muster-backup-cli-'));
  // Where the tests run as root, PostgreSQL runs as another user, who has to pass.
  await chmod(root, 0o711);
  dataDir = join(root, 'data');
});
afterAll(() => rm(root, { recursive: true, force: true }));

function reportOf(stdout: string): BackupReport {
  return BackupReport.parse(JSON.parse(stdout));
}

it('records go from a data folder that is at work to a server, and from there to a new data folder', async () => {
  const store = await openStore({ dataDir });
  filled = await fill(store.records);
  const first = await runMuster(root, 'backup', '--out', 'a', '--data', dataDir, '--json');
  await store.close();
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const { tables } = reportOf(first.stdout);
  // At rest the same records give the same sums.
  const atRest = await runMuster(root, 'backup', '--out', 'b', '--data', dataDir, '--json');
  expect(reportOf(atRest.stdout).tables).toEqual(tables);

  const server = await freshDatabase('empty');
  const restored = await runMuster(root, 'restore', 'a', '--database', server.url, '--json');
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(reportOf(restored.stdout)).toMatchObject({ done: 'restore', file: 'a', tables });
  const again = await runMuster(root, 'restore', 'a', '--database', server.url);
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('DATABASE_NOT_EMPTY') });

  const back = await runMuster(root, 'backup', '--out', 'c', '--database', server.url);
  expect(back).toMatchObject({ code: 0, stderr: '' });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  expect(back.stdout).toContain(`Wrote c: ${rows} rows in ${tables.length} tables.`);
  const second = join(root, 'second');
  expect(await runMuster(root, 'restore', 'c', '--data', second)).toMatchObject({ code: 0 });
  const opened = await openStore({ dataDir: second });
  expect(await opened.records.runs.result(filled.run)).toBe(filled.result);
  await opened.close();
  await server.drop();
});

it('a backup of a folder that is none makes none', async () => {
  const nothing = await runMuster(root, 'backup', '--out', 'd', '--data', join(root, 'nowhere'));
  expect(nothing).toMatchObject({ code: 2, stderr: expect.stringContaining('NO_DATA_FOLDER') });
  const unreachable = await runMuster(
    root,
    'backup',
    '--out',
    'd',
    '--database',
    'postgres://x:secret@127.0.0.1:1/x',
  );
  expect(unreachable.code).toBe(2);
  expect(unreachable.stderr).toContain('DATABASE_UNREACHABLE');
  expect(unreachable.stderr).not.toContain('secret');
});
