import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runningServer, stopServer } from '../../src/store/embedded/cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the PostgreSQL that all test files of one run share; empty until one of them needs it. */
    databaseFolder: string;
  }
}

/** Before all tests: names the folder of the shared PostgreSQL. After them: stops it, where one was started. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-tests-'));
  await chmod(folder, 0o711);
  project.provide('databaseFolder', folder);
  return async () => {
    const server = await runningServer(join(folder, 'postgres'));
    if (server) await stopServer(server.pid);
    await rm(folder, { recursive: true, force: true });
  };
}
