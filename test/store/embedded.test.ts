import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningDatabase } from '../../src/store/embedded/embedded.ts';
import { lockFolder } from '../../src/store/embedded/lock.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { MUSTER, requireBuild } from '../support/run-muster.ts';

let root: string;
/** One data folder for all tests of this file, in their order: making one takes longest. */
let dataDir: string;

beforeAll(async () => {
  requireBuild();
  root = await mkdtemp(join(tmpdir(), 'muster-embedded-'));
  // Where the tests run as root, PostgreSQL runs as another user, who has to pass.
  await chmod(root, 0o711);
  dataDir = join(root, 'data');
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Adds a programme of that name; told only when the database has acknowledged it. */
async function add(store: Store, name: string): Promise<string> {
  await store.records.transaction(null, (writes) => writes.programmes.add(name));
  return name;
}

/** Names of all programmes, as told by the audit trail and held against the table. */
async function names(store: Store): Promise<readonly string[]> {
  const owner = await store.records.transaction(null, (writes) =>
    writes.people.add({ name: 'o', login: `o${Math.random()}`, password: 'x', owner: true }),
  );
  const { items } = await store.records.programmes.listFor(owner.id, { limit: 10_000, after: null });
  return items.map(({ name }) => name);
}

async function serverPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('the PostgreSQL of a data folder', () => {
  it('keeps what was written from one start to the next, and nothing of it can be read by others', async () => {
    const first = await openStore({ dataDir });
    await add(first, 'kept');
    await first.close();
    const again = await openStore({ dataDir });
    expect(await names(again)).toEqual(['kept']);
    await again.close();
    expect((await stat(join(dataDir, 'password'))).mode & 0o077).toBe(0);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o077).toBe(0);
    expect((await readdir(dataDir)).sort()).toEqual(['password', 'postgres', 'postgres.log']);
  });

  it('is held by one process: a second is told who has it, and may join for reading', async () => {
    const store = await openStore({ dataDir });
    const second = await openInChild('await store.close();').ended;
    expect(second.stderr).toContain('DATA_FOLDER_IN_USE');
    expect(second.stderr).toContain(`process ${process.pid}`);
    await expect(openStore({ dataDir })).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
    expect(await runningDatabase(dataDir)).toBe(store.databaseUrl);
    await add(store, 'still at work');
    await store.close();
    expect(await runningDatabase(dataDir)).toBeNull();
  });

  it('keeps every acknowledged write when the database is killed, and takes writes again', async () => {
    const store = await openStore({ dataDir });
    const run = await request(store);
    const watched = statuses(store, run);
    const acknowledged: string[] = [];
    let refused = 0;
    for (let i = 0; i < 50; i++) {
      if (i === 25) process.kill(await serverPid(), 'SIGKILL');
      const done = await add(store, `database killed ${i}`).catch(() => null);
      if (done !== null) acknowledged.push(done);
      else {
        refused++;
        await sleep(50);
      }
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    expect(refused).toBeGreaterThan(0);
    await untilAnswers(store);
    await add(store, 'after the kill');
    const kept = await names(store);
    expect(kept).toEqual(expect.arrayContaining([...acknowledged, 'after the kill']));
    // Who watched a run before the kill still hears of its end.
    await store.records.transaction(null, (writes) => writes.runs.requestCancel(run));
    expect(await watched).toEqual(expect.arrayContaining(['waiting', 'cancelled']));
    await store.close();
    const again = await openStore({ dataDir });
    expect(await names(again)).toEqual(expect.arrayContaining([...kept]));
    await again.close();
  });

  it('keeps every acknowledged write when Muster itself is killed; what it left running is stopped', async () => {
    const child = openInChild(`
      for (let i = 0; ; i++) {
        await store.records.transaction(null, (writes) => writes.programmes.add('muster killed ' + i));
        console.log('muster killed ' + i);
      }`);
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: child.process.stdout })) {
      acknowledged.push(line);
      if (acknowledged.length === 50) child.process.kill('SIGKILL');
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(50);
    const orphan = await serverPid();
    expect(() => process.kill(orphan, 0)).not.toThrow();
    const store = await openStore({ dataDir });
    expect(() => process.kill(orphan, 0)).toThrow('ESRCH');
    expect(await names(store)).toEqual(expect.arrayContaining(acknowledged));
    await store.close();
  });

  it('stops with a program that ends without closing it', async () => {
    await openInChild('process.exit(0);').ended;
    for (let i = 0; (await runningDatabase(dataDir)) !== null && i < 200; i++) await sleep(50);
    expect(await runningDatabase(dataDir)).toBeNull();
  });

  it('of another major version is refused with the way out', async () => {
    const other = join(root, 'other');
    await mkdir(join(other, 'postgres'), { recursive: true });
    await writeFile(join(other, 'postgres', 'PG_VERSION'), '17\n');
    const refused = openStore({ dataDir: other });
    await expect(refused).rejects.toMatchObject({
      code: 'DATA_FOLDER_VERSION',
      hint: expect.stringContaining('muster backup'),
    });
    await unlink(join(other, 'postgres', 'PG_VERSION'));
    await expect(runningDatabase(join(root, 'nowhere'))).rejects.toMatchObject({ code: 'NO_DATA_FOLDER' });
  });
});

describe('the lock of a data folder', () => {
  it('left by a process that is gone, or unreadable after a power cut, is taken by exactly one of many', async () => {
    for (const left of [JSON.stringify({ pid: 2 ** 22 + 1, birth: null, nonce: '' }), '']) {
      const folder = await mkdtemp(join(root, 'lock-'));
      await writeFile(join(folder, 'muster.lock'), left);
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
      const won = tries.filter((one) => one.status === 'fulfilled');
      expect(won).toHaveLength(1);
      await won[0]!.value.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('is not believed where the number of the process is another one by now', async () => {
    const folder = await mkdtemp(join(root, 'lock-'));
    await writeFile(
      join(folder, 'muster.lock'),
      JSON.stringify({ pid: process.pid, birth: 'long ago', nonce: '' }),
    );
    await (await lockFolder(folder)).release();
  });
});

/** A waiting run. */
async function request({ records }: Store): Promise<string> {
  return records.transaction(null, async ({ programmes, versions, runs }) => {
    const { id: programme } = await programmes.add('watched');
    const files = new Map([['a', 'b']]);
    await versions.add({ programme, parent: null, reason: '', kind: 'create', files });
    const pins = { programme, version: 1, kind: 'plan', options: {}, seed: 1, programVersion: '' } as const;
    return (await runs.request(pins)).id;
  });
}

/** What a watcher sees of a run, until its end. */
async function statuses({ records }: Store, run: string): Promise<readonly string[]> {
  const seen: string[] = [];
  for await (const { status } of records.watch(run, AbortSignal.timeout(60_000))) seen.push(status);
  return seen;
}

async function untilAnswers(store: Store): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const answer = await store.records.people.anyOwner().catch(() => null);
    if (answer !== null) return;
    await sleep(50);
  }
  throw new Error('The database did not come back.');
}

/** Another process that opens the data folder, then runs the code with `store`. */
function openInChild(code: string) {
  const module = pathToFileURL(join(MUSTER, '..', '..', 'dist', 'store', 'open.js')).href;
  const script = `
    import { openStore } from ${JSON.stringify(module)};
    const store = await openStore({ dataDir: ${JSON.stringify(dataDir)} }).catch((error) => {
      console.error(error.code, error.message);
      process.exit(2);
    });
    ${code}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<{ stderr: string }>((resolve) => child.once('close', () => resolve({ stderr })));
  return { process: child, ended };
}
