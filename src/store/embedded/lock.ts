import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MusterError } from '../../kernel/errors.ts';
import { birthOf, isAlive } from './processes.ts';

const NAME = 'muster.lock';

interface Holder {
  readonly pid: number;
  readonly birth: string | null;
}

/** The right to run the database of a data folder, held by one process at a time. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the lock. The file names its holder, and appears whole: it is written aside, then linked. What a process
 * left that is gone is taken away first. Refuses with DATA_FOLDER_IN_USE.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, NAME);
  const aside = `${path}.${process.pid}`;
  const mine = JSON.stringify({ pid: process.pid, birth: await birthOf(process.pid) } satisfies Holder);
  await writeFile(aside, mine, { mode: 0o600 });
  try {
    while (!(await linked(aside, path))) {
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) continue;
      const holder = JSON.parse(text) as Holder;
      if (await lives(holder)) throw inUse(folder, holder.pid);
      await takeAway(path, text, `${aside}.old`);
    }
  } finally {
    await rm(aside, { force: true });
  }
  return { release: () => rm(path, { force: true }) };
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function lives({ pid, birth }: Holder): Promise<boolean> {
  return isAlive(pid) && (birth === null || birth === (await birthOf(pid)));
}

/** Removes a lock that holds this text; one that another process has put there meanwhile goes back. */
async function takeAway(path: string, text: string, bin: string): Promise<void> {
  await rename(path, bin).catch(() => {});
  const taken = await readFile(bin, 'utf8').catch(() => null);
  if (taken !== null && taken !== text) await linked(bin, path);
  await rm(bin, { force: true });
}

function inUse(folder: string, pid: number): MusterError {
  return new MusterError(
    'DATA_FOLDER_IN_USE',
    `Another Muster (process ${pid}) is using the data folder ${folder}.`,
    {
      hint: 'Stop it first, name another folder with --data, or let several processes share a server with DATABASE_URL.',
    },
  );
}
