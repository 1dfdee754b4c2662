import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBuild } from './run-muster.ts';
import { startServerProcess } from './server-process.ts';

/** The built program, serving from a data folder of its own. */
export interface Served {
  /** Without a slash at its end. */
  readonly address: string;
  /** Where the installation is taken, as the terminal showed it. */
  readonly ownerLink: string;
  /** Stops it and removes the data folder. */
  clear(): Promise<void>;
}

/** Starts `muster serve [FOLDER]` on a free port; returns once it says where it is. */
export async function startServed(folder?: string): Promise<Served> {
  requireBuild();
  const data = await mkdtemp(join(tmpdir(), 'muster-served-'));
  // PostgreSQL runs as another user than root.
  await chmod(data, 0o711);
  const place = ['--data', join(data, 'records'), '--port', '0'];
  const { process, address } = await startServerProcess(...(folder ? [folder] : []), ...place);
  const [, ownerLink] = (await process.told(/^ {2}(\S+\/owner\/\S+)$/))!;
  return {
    address,
    ownerLink: ownerLink!,
    clear: async () => {
      await process.end('SIGINT');
      await rm(data, { recursive: true, force: true });
    },
  };
}
