import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUSTER, requireBuild } from './run-muster.ts';

/** The built program, serving from a data folder of its own. */
export interface Served {
  /** Without a slash at its end. */
  readonly address: string;
  /** Where the installation is taken, as the terminal showed it; null where it has an owner. */
  readonly ownerLink: string | null;
  /** Ends it as Ctrl-C does; its exit code. The data folder stays. */
  stop(): Promise<number | null>;
  /** Stops it where it still runs, and removes the data folder. */
  clear(): Promise<void>;
}

/** Starts `muster serve [FOLDER]` on a free port; returns once it says where it is. */
export async function startServed(folder?: string): Promise<Served> {
  requireBuild();
  const data = await mkdtemp(join(tmpdir(), 'muster-served-'));
  // PostgreSQL runs as another user than root.
  await chmod(data, 0o711);
  return started(folder, data);
}

async function started(folder: string | undefined, data: string): Promise<Served> {
  const child = spawn(
    process.execPath,
    [MUSTER, 'serve', ...(folder ? [folder] : []), '--data', join(data, 'records'), '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const told = await firstWords(child);
  const address = /Muster is at (\S+)/.exec(told)![1];
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    address,
    ownerLink: /^ {2}(\S+\/owner\/\S+)$/m.exec(told)?.[1] ?? null,
    stop: () => end('SIGINT'),
    clear: async () => {
      await end('SIGINT');
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** What it tells on the terminal until it listens. */
function firstWords(child: ChildProcess): Promise<string> {
  let told = '';
  let trouble = '';
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk) => {
      told += chunk;
      if (told.includes('Muster is at ')) resolve(told);
    });
    child.stderr!.on('data', (chunk) => {
      trouble += chunk;
    });
    child.once('exit', (code) => reject(new Error(`muster serve ended with ${code}:\n${told}${trouble}`)));
  });
}
