import { chmod, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeFolder } from '../../src/app/workbench/take-files.ts';
import { runningServer } from '../../src/store/embedded/cluster.ts';
import { type Caller, must } from '../support/api.ts';
import { VALID_FOLDER } from '../support/folders.ts';
import { MusterProcess } from '../support/muster-process.ts';
import { requireBuild, runMuster } from '../support/run-muster.ts';
import {
  callerAt,
  databaseProcesses,
  ownerOf,
  type ServerProcess,
  startServerProcess,
} from '../support/server-process.ts';

requireBuild();

const PATIENCE_MS = 280_000;

let root: string;
let dataDir: string;
let server: ServerProcess;
let worker: MusterProcess;
let owner: Caller;
let programme: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'muster-outage-'));
  // Where the tests run as root, PostgreSQL runs as another user, who has to pass.
  await chmod(root, 0o711);
  dataDir = join(root, 'data');
  server = await startServerProcess('--data', dataDir, '--port', '0', '--no-worker');
  owner = await ownerOf(server);
  const { files } = await takeFolder(VALID_FOLDER);
  const body = { name: 'Outage', files: Object.fromEntries(files) };
  programme = (await must(owner, 'POST /programmes', { body })).id;
  worker = new MusterProcess('worker', '--data', dataDir);
  await worker.told(/"event":"started"/);
}, PATIENCE_MS);

afterAll(async () => {
  await worker?.end('SIGTERM');
  await server?.process.end('SIGTERM');
  await rm(root, { recursive: true, force: true });
});

async function killDatabase(): Promise<number> {
  const { pid } = (await runningServer(join(dataDir, 'postgres')))!;
  process.kill(pid, 'SIGKILL');
  return pid;
}

/** Until the server answers so; its reply. */
async function answers(status: number): Promise<Response> {
  for (;;) {
    const reply = await server.request('/api/programmes', { headers: { Cookie: owner.cookie! } });
    if (reply.status === status) return reply;
    await sleep(50);
  }
}

async function planned(): Promise<string> {
  const params = { programme };
  const body = { version: 1, kind: 'plan' as const };
  const { id: run } = await must(owner, 'POST /programmes/{programme}/runs', { params, body });
  for (;;) {
    const got = await must(owner, 'GET /programmes/{programme}/runs/{run}', { params: { programme, run } });
    if (got.finishedAt !== null) return got.status;
    await sleep(50);
  }
}

it('a second server on the data folder is refused, and the first goes on', {
  timeout: PATIENCE_MS,
}, async () => {
  const second = await runMuster(root, 'serve', '--data', dataDir, '--port', '0');
  expect(second).toMatchObject({ code: 2, stdout: '' });
  expect(second.stderr).toMatch(
    /^DATA_FOLDER_IN_USE: Another Muster \(process \d+\) is using the data folder/m,
  );
  expect(second.stderr).toContain(String(server.process.pid));
  const renamed = await must(owner, 'PATCH /programmes/{programme}', {
    params: { programme },
    body: { name: 'Goes on' },
  });
  expect(renamed.name).toBe('Goes on');
});

it('a worker of a data folder that nobody serves is refused', async () => {
  const nowhere = await runMuster(root, 'worker', '--data', join(root, 'nowhere'));
  expect(nowhere.code).toBe(2);
  expect(nowhere.stderr).toMatch(/^NO_DATA_FOLDER: /m);
});

it('server and worker outlive a killed database, again and again', { timeout: PATIENCE_MS }, async () => {
  for (let i = 0; i < 3; i++) {
    const killed = await killDatabase();
    while ((await runningServer(join(dataDir, 'postgres')))?.pid === killed) await sleep(20);
    await answers(200);
    expect(await planned()).toBe('done');
  }
});

it('a database that cannot be started again is told: 503, then the server ends; a worker can be stopped', {
  timeout: PATIENCE_MS,
}, async () => {
  const control = join(dataDir, 'postgres', 'global', 'pg_control');
  await rename(control, `${control}.away`);
  await killDatabase();
  const away = await answers(503);
  expect(await away.json()).toMatchObject({ type: '/problems/unavailable' });
  expect(away.headers.get('retry-after')).toBe('1');
  expect(await server.process.ended).toMatchObject({ code: 2 });
  expect(server.process.text).toMatch(/^POSTGRES_NOT_STARTED: /m);
  expect(await worker.end('SIGTERM')).toMatchObject({ code: 0 });
  expect(await databaseProcesses(dataDir)).toEqual([]);

  const early = await runMuster(root, 'worker', '--data', dataDir);
  expect(early).toMatchObject({ code: 2 });
  expect(early.stderr).toMatch(/^DATABASE_NOT_RUNNING: /m);

  await rename(`${control}.away`, control);
  server = await startServerProcess('--data', dataDir, '--port', '0');
  owner = callerAt(server, owner);
  expect(await planned()).toBe('done');
  expect(await server.process.end('SIGTERM')).toMatchObject({ code: 0 });
  expect(await databaseProcesses(dataDir)).toEqual([]);
  expect((await readdir(dataDir)).sort()).toEqual(['password', 'postgres', 'postgres.log']);
});
