import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MusterError } from '../../kernel/errors.ts';
import { birthOf, isAlive } from './processes.ts';

const NAME = 'muster.lock';

/** Time for a process that took this lock for an old one to put it back. */
const SETTLE_MS = 25;

interface Holder {
  readonly pid: number;
  readonly birth: string | null;
  /** Tells two tries of one process apart. */
  readonly nonce: string;
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
  const aside = `${path}.${randomUUID()}`;
  const me: Holder = { pid: process.pid, birth: await birthOf(process.pid), nonce: randomUUID() };
  const mine = JSON.stringify(me);
  await writeFile(aside, mine, { mode: 0o600 });
  try {
    while (!(await linked(aside, path))) {
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text === null) continue;
      const holder = holderIn(text);
      if (holder && (await lives(holder))) throw inUse(folder, holder);
      await takeAway(path, text, `${aside}.old`);
    }
  } finally {
    await rm(aside, { force: true });
  }
  await sleep(SETTLE_MS);
  const now = await readFile(path, 'utf8').catch(() => '');
  if (now !== mine) throw inUse(folder, holderIn(now));
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

/** Null where the text is none of ours: after a power cut a file may be empty. */
function holderIn(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
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

function inUse(folder: string, holder: Holder | null): MusterError {
  const who = holder ? ` (process ${holder.pid})` : '';
  return new MusterError('DATA_FOLDER_IN_USE', `Another Muster${who} is using the data folder ${folder}.`, {
    hint: 'Stop it first, name another folder with --data, or let several processes share a server with DATABASE_URL.',
  });
}
