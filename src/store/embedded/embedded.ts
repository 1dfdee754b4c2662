import { randomBytes } from 'node:crypto';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { MusterError } from '../../kernel/errors.ts';
import { findBinaries, MAJOR } from './binaries.ts';
import {
  type Cluster,
  initialise,
  makeFolder,
  portOf,
  runningServer,
  type Server,
  SUPERUSER,
  startServer,
  stopServer,
  versionOf,
} from './cluster.ts';
import { lockFolder } from './lock.ts';
import { databaseUser } from './os-user.ts';

const DATABASE = 'muster';

/** Starts tried where a server that died leaves processes behind, which hold its memory until they notice. */
const STARTS_MAX = 5;
const RETRY_MS = 1000;

/** A private PostgreSQL in a data folder. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** Resolves where the server ended and cannot be started again: with why. */
  readonly failed: Promise<Error>;
  /** Stops the server, then gives the folder free. */
  close(): Promise<void>;
}

/**
 * Starts the private PostgreSQL of a data folder, made there the first time. One process at a time holds a folder
 * (DATA_FOLDER_IN_USE). A server that a killed Muster left running is stopped first; one that dies is started again.
 * Refuses with DATA_FOLDER_VERSION where the folder belongs to another major version of PostgreSQL.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const user = await databaseUser();
  await makeFolder(dataDir, user);
  const folder = await realpath(dataDir);
  const lock = await lockFolder(folder);
  try {
    const cluster = {
      binaries: await findBinaries(),
      user,
      folder: join(folder, 'postgres'),
      logFile: join(folder, 'postgres.log'),
    };
    const password = await passwordOf(folder);
    await prepare(cluster, password);
    const supervised = await supervise(cluster);
    const url = (database: string) => urlOf(supervised.port, password, database);
    await createDatabase(url('postgres'));
    return {
      url: url(DATABASE),
      failed: supervised.failed,
      async close() {
        await supervised.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * Address of the private PostgreSQL of a data folder that another process runs; null where none runs. For what may
 * join in: a backup, a worker. Refuses with NO_DATA_FOLDER where Muster never kept anything there.
 */
export async function runningDatabase(dataDir: string): Promise<string | null> {
  const folder = await realpath(dataDir).catch(() => dataDir);
  const password = await readFile(join(folder, 'password'), 'utf8').catch(() => null);
  if (password === null || (await versionOf(join(folder, 'postgres'))) === null) {
    throw new MusterError(
      'NO_DATA_FOLDER',
      `${dataDir} is no data folder of Muster, or not readable by this user.`,
    );
  }
  const server = await runningServer(join(folder, 'postgres'));
  return server && urlOf(server.port, password, DATABASE);
}

/** Address of a database of the private server. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** The password of the folder, made the first time. Only the user who runs Muster can read it. */
async function passwordOf(folder: string): Promise<string> {
  const file = join(folder, 'password');
  const made = randomBytes(32).toString('base64url');
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}

/** A cluster of the right version on which no server runs. */
async function prepare(cluster: Cluster, password: string): Promise<void> {
  const version = await versionOf(cluster.folder);
  if (version === null) return initialise(cluster, password);
  if (version !== MAJOR) {
    throw new MusterError(
      'DATA_FOLDER_VERSION',
      `The data folder was made with PostgreSQL ${version}; this Muster carries PostgreSQL ${MAJOR}.`,
      {
        hint: 'Run `muster backup` with the Muster that made it, then `muster restore` into a new folder with this one.',
      },
    );
  }
  const orphan = await runningServer(cluster.folder);
  if (orphan) await stopServer(orphan.pid);
}

interface Supervised {
  readonly port: number;
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
}

/** Keeps a server running on one port until it is stopped, or cannot be started again. */
async function supervise(cluster: Cluster): Promise<Supervised> {
  const port = await portOf(cluster.folder);
  let stopping = false;
  let server: Server;
  let restart: Promise<void> = Promise.resolve();
  let fail: (error: Error) => void;
  const failed = new Promise<Error>((resolve) => {
    fail = resolve;
  });

  async function start(): Promise<void> {
    server = await startPatiently(cluster, port);
    if (stopping) return;
    server.process.once('exit', () => {
      if (!stopping) restart = start().catch(fail);
    });
  }
  // Where this process ends without closing, the server is told to stop as well.
  const onExit = () => server?.process.kill('SIGINT');

  await start();
  process.once('exit', onExit);
  return {
    port,
    failed,
    async stop() {
      stopping = true;
      process.off('exit', onExit);
      await restart;
      const { pid, exitCode, signalCode } = server.process;
      if (exitCode === null && signalCode === null) await stopServer(pid!);
    },
  };
}

async function startPatiently(cluster: Cluster, port: number): Promise<Server> {
  for (let tried = 1; ; tried++) {
    try {
      return await startServer(cluster, port);
    } catch (error) {
      if (tried === STARTS_MAX) throw error;
      await sleep(RETRY_MS);
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
