import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Records } from '../../src/app/workbench/ports.ts';
import { findBinaries } from '../../src/store/embedded/binaries.ts';
import { freePort, initialise, startServer } from '../../src/store/embedded/cluster.ts';
import { urlOf } from '../../src/store/embedded/embedded.ts';
import { databaseUser } from '../../src/store/embedded/os-user.ts';
import { openStore, type Store } from '../../src/store/open.ts';

const PASSWORD = 'only-for-tests';
const TEMPLATE = 'muster_template';

/** A database of its own on the PostgreSQL that the test files share. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database with the newest schema, or an empty one. */
export async function freshDatabase(from: 'newest' | 'empty' = 'newest'): Promise<TestDatabase> {
  const port = await sharedServer();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await command(port, `create database ${name} template ${from === 'newest' ? TEMPLATE : 'template0'}`);
  return {
    url: urlOf(port, PASSWORD, name),
    drop: () => command(port, `drop database ${name} with (force)`),
  };
}

/** What the tests of a file work on. */
export interface TestStore {
  readonly store: Store;
  readonly records: Records;
  readonly url: string;
}

/** An empty store for the tests of this file: opened before the first of them, closed and dropped after the last. */
export function useStore(): TestStore {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await freshDatabase();
    store = await openStore({ databaseUrl: database.url });
  });
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });
  return {
    get store() {
      return store;
    },
    get records() {
      return store.records;
    },
    get url() {
      return database.url;
    },
  };
}

/** Port of the shared server; the first test file that asks starts it, the others wait. */
async function sharedServer(): Promise<number> {
  const folder = inject('databaseFolder');
  const note = join(folder, 'port');
  const first = await mkdir(join(folder, 'started')).then(
    () => true,
    () => false,
  );
  if (first) {
    const port = await start(folder);
    await writeFile(`${note}.new`, String(port));
    await rename(`${note}.new`, note);
    return port;
  }
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    const port = await readFile(note, 'utf8').catch(() => null);
    if (port !== null) return Number(port);
  }
  throw new Error('The PostgreSQL of the tests did not start; the file that started it says why.');
}

async function start(folder: string): Promise<number> {
  const cluster = {
    binaries: await findBinaries(),
    user: await databaseUser(),
    folder: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
  };
  await initialise(cluster, PASSWORD, ['--no-sync']);
  const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((flag) => [
    '-c',
    flag,
  ]);
  const { port, process } = await startServer(cluster, await freePort(), flags);
  // It outlives this file; the end of the whole run stops it.
  process.unref();
  await command(port, `create database ${TEMPLATE}`);
  const store = await openStore({ databaseUrl: urlOf(port, PASSWORD, TEMPLATE) });
  await store.close();
  return port;
}

async function command(port: number, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, PASSWORD, 'postgres') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
