import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { MusterError } from '../kernel/errors.ts';
import type { StorePlace } from '../store/open.ts';

export interface StoreOptions {
  readonly data?: string;
  readonly database?: string;
}

/** Adds the options that say where the records are. */
export function withStoreOptions(command: Command): Command {
  return command
    .option(
      '--data <dir>',
      'data folder, with its own PostgreSQL (else $MUSTER_DATA, else a folder of the user)',
    )
    .option('--database <url>', 'a PostgreSQL server instead (else $DATABASE_URL)');
}

/** Where the records are: what the command line says, then the environment, then the data folder of the user. */
export function storePlace({ data, database }: StoreOptions): StorePlace {
  const { DATABASE_URL, MUSTER_DATA } = process.env;
  if (database) return { databaseUrl: database };
  if (data) return { dataDir: resolve(data) };
  if (DATABASE_URL) return { databaseUrl: DATABASE_URL };
  return { dataDir: resolve(MUSTER_DATA || userFolder()) };
}

/**
 * Address of a PostgreSQL that is at work already: for what shares the records with a server. Refuses with
 * DATABASE_NOT_RUNNING where nothing serves the data folder.
 */
export async function addressToJoin(options: StoreOptions): Promise<string> {
  const place = storePlace(options);
  if ('databaseUrl' in place) return place.databaseUrl;
  const { runningDatabase } = await import('../store/embedded/embedded.ts');
  const running = await runningDatabase(place.dataDir);
  if (running !== null) return running;
  throw new MusterError('DATABASE_NOT_RUNNING', `Nothing serves the data folder ${place.dataDir} now.`, {
    hint: 'Start `muster serve` on it first, or name a PostgreSQL server with --database.',
  });
}

/** Root's home is closed to the user that PostgreSQL runs as; a service keeps its data under /var/lib. */
function userFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/muster' : join(homedir(), '.local', 'share', 'muster');
}
