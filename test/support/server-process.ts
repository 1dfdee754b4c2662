import { readdir, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answering, Caller, must, PASSWORD } from './api.ts';
import { MusterProcess } from './muster-process.ts';

/** A server of the workbench in a process of its own. */
export interface ServerProcess extends Answering {
  readonly process: MusterProcess;
  /** Without a slash at its end. */
  readonly address: string;
}

/** Starts the built program as an administrator would; returns once it is to be reached. */
export async function startServerProcess(...args: readonly string[]): Promise<ServerProcess> {
  const process = new MusterProcess('serve', ...args);
  const found = await process.told(/^Muster is at (\S+)$/);
  if (!found) throw new Error(`the server did not start:\n${process.text}`);
  const address = found[1]!;
  return { process, address, request: (path, init) => fetch(address + path, init) };
}

/** Takes a new installation; its owner, signed in. */
export async function ownerOf(server: ServerProcess): Promise<Caller> {
  const [, token] = (await server.process.told(/\/owner\/(\S+)$/))!;
  const owner = new Caller(server);
  await must(owner, 'POST /owner', {
    body: { token: token!, login: 'owner', name: 'Owner', password: PASSWORD },
  });
  return owner;
}

/** The same person, with the same session, at another server. */
export function callerAt(server: Answering, { cookie }: Caller): Caller {
  const caller = new Caller(server);
  caller.cookie = cookie;
  return caller;
}

/** The processes of PostgreSQL that work in a data folder, whoever started them (Linux). */
export async function databaseProcesses(dataDir: string): Promise<readonly number[]> {
  const cluster = join(await realpath(dataDir), 'postgres');
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)));
  return pids.filter((_, i) => folders[i] === cluster);
}
