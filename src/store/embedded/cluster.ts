import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  access,
  chmod,
  chown,
  constants,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { MusterError } from '../../kernel/errors.ts';
import type { Binaries } from './binaries.ts';
import type { OsUser } from './os-user.ts';
import { servesCluster, waitForEnd } from './processes.ts';

const run = promisify(execFile);

/** Superuser of the cluster; nobody but Muster knows its password. */
export const SUPERUSER = 'muster';

/** Longest waits for a server to be ready (it may have to recover first) and to stop. */
const READY_MS = 120_000;
const STOP_MS = 30_000;

/** Log files larger than this are begun anew at a start; one old one is kept. */
const LOG_BYTES_MAX = 10_000_000;

export interface Cluster {
  readonly binaries: Binaries;
  readonly user: OsUser | null;
  /** Folder of PostgreSQL itself. */
  readonly folder: string;
  readonly logFile: string;
}

/** Makes the cluster: aside, then renamed, so that a folder under its name is whole. */
export async function initialise(
  cluster: Cluster,
  password: string,
  flags: readonly string[] = [],
): Promise<void> {
  const { binaries, user, folder } = cluster;
  const aside = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { mode: 0o700 });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [aside, passwordFile]) await chown(path, user.uid, user.gid);
  const options = [
    `--pgdata=${aside}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--locale=C', '--no-instructions'],
  ];
  try {
    await run(binaries.initdb, [...options, ...flags], { ...asUser(user), cwd: aside, env: environment() });
  } catch (error) {
    throw notAbleToRun(cluster, (error as { stderr?: string }).stderr || String(error));
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(aside, folder);
}

/** Major version that the cluster belongs to; null where there is none. */
export async function versionOf(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  return text?.trim() ?? null;
}

/** A running server. */
export interface Server {
  readonly process: ChildProcess;
  /** On the loopback address. */
  readonly port: number;
}

/** Starts the server and waits until it takes connections, recovery after a crash included. */
export async function startServer(
  cluster: Cluster,
  port: number,
  flags: readonly string[] = [],
): Promise<Server> {
  await trimLog(cluster.logFile);
  const log = await open(cluster.logFile, 'a', 0o600);
  const options = [
    ...['-D', cluster.folder, '-p', String(port)],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=60'],
    ...flags,
  ];
  const child = spawn(cluster.binaries.postgres, options, {
    ...asUser(cluster.user),
    cwd: cluster.folder,
    env: environment(),
    stdio: ['ignore', log.fd, log.fd],
    // A group of its own: Ctrl-C in a terminal is for Muster, which stops the server when its own work is done.
    detached: true,
  });
  await log.close();
  const failure = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `code ${code}`}`));
  });
  const outcome = await Promise.race([failure, ready(cluster.folder, child)]);
  if (outcome === null) return { process: child, port };
  child.kill('SIGINT');
  throw notAbleToRun(cluster, `${outcome}\n${await tail(cluster.logFile)}`);
}

/** Ends the work under way in the server and stops it cleanly. */
export async function stopServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  if (await waitForEnd(pid, STOP_MS)) return;
  // An immediate stop: the next start recovers from the log, as after a power cut.
  process.kill(pid, 'SIGQUIT');
  await waitForEnd(pid, STOP_MS);
}

/** The server that runs on a cluster: its process and port, from the file that PostgreSQL keeps; null where none does. */
export async function runningServer(folder: string): Promise<{ pid: number; port: number } | null> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && (await servesCluster(pid, folder)) ? { pid, port } : null;
}

/**
 * The port that a cluster was last started on, as PostgreSQL notes it: whoever joined it then finds it again there.
 * Any free one where it has none yet, or another program listens on it.
 */
export async function portOf(folder: string): Promise<number> {
  const options = await readFile(join(folder, 'postmaster.opts'), 'utf8').catch(() => '');
  const last = Number(/"-p" "(\d+)"/.exec(options)?.[1] ?? 0);
  return freePort(last).catch(() => freePort());
}

/** A port of the loopback address that nobody listens on now; rejects where that is not so of the one asked for. */
export function freePort(asked = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(asked, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Null once PostgreSQL notes in its own file that it takes connections. */
async function ready(folder: string, child: ChildProcess): Promise<string | null> {
  const file = join(folder, 'postmaster.pid');
  for (const end = Date.now() + READY_MS; Date.now() < end; await sleep(20)) {
    if (child.exitCode !== null || child.signalCode !== null) return 'it ended';
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return null;
  }
  return `it was not ready within ${READY_MS / 1000} seconds`;
}

/** Messages in English, whatever the user's language: they are for the log. Nothing of libpq's environment. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

function asUser(user: OsUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

async function trimLog(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES_MAX) await rename(file, `${file}.1`);
}

async function tail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}

function notAbleToRun({ user, folder, binaries }: Cluster, why: string): MusterError {
  const hint = user
    ? `It runs as the user ${user.name}, who must be able to enter ${folder} and to run ${binaries.postgres}.`
    : 'Look at postgres.log in the data folder.';
  return new MusterError('POSTGRES_NOT_STARTED', `The database of Muster did not start: ${why.trim()}`, {
    hint,
  });
}

/** The data folder. Where the database runs as another user than Muster, that one may pass through, and no more. */
export async function makeFolder(folder: string, user: OsUser | null): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: user ? 0o711 : 0o700 });
    if (user) await chmod(folder, (await stat(folder)).mode | 0o111);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new MusterError('DATA_FOLDER', `The data folder cannot be used: ${(error as Error).message}.`, {
      hint: 'Name another one with --data, or give it to the user who runs Muster.',
    });
  }
}
