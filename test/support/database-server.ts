import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runningServer, stopServer } from '../../src/store/embedded/cluster.ts';
import { isAlive } from '../../src/store/embedded/processes.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the PostgreSQL that all test files of one run share; empty until one of them needs it. */
    databaseFolder: string;
  }
}

const PREFIX = 'muster-tests-';

/** Before all tests: names the folder of the shared PostgreSQL. After them: stops it, where one was started. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftOvers();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  await writeFile(join(folder, 'run'), String(process.pid));
  await chmod(folder, 0o711);
  project.provide('databaseFolder', folder);
  return () => clear(folder);
}

/** Runs that were killed leave a server behind. */
async function clearLeftOvers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    const run = await readFile(join(folder, 'run'), 'utf8').catch(() => null);
    if (run !== null && !isAlive(Number(run))) await clear(folder);
  }
}

async function clear(folder: string): Promise<void> {
  const server = await runningServer(join(folder, 'postgres'));
  if (server) await stopServer(server.pid);
  await rm(folder, { recursive: true, force: true });
}
