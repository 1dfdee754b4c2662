import type { Records } from '../app/workbench/ports.ts';
import { connect, isOutage, unreachable } from './connection.ts';
import { startEmbedded } from './embedded/embedded.ts';
import { migrate } from './migrate.ts';
import { recordsIn } from './records.ts';
import { RunChanges } from './run-changes.ts';

/** Where the records are: on a server of the user's, or in a data folder with a private PostgreSQL. */
export type StorePlace = { readonly databaseUrl: string } | { readonly dataDir: string };

export interface Store {
  readonly records: Records;
  /** Address for others on the same database, such as the queue. It holds a password: never print it. */
  readonly databaseUrl: string;
  /** Resolves where the PostgreSQL is ours, ended, and cannot be started again: with why. */
  readonly failed: Promise<Error>;
  /** Ends watches, closes connections and, where the PostgreSQL is ours, stops it. */
  close(): Promise<void>;
}

/** Opens the records, with the schema brought up to date. */
export async function openStore(place: StorePlace): Promise<Store> {
  const embedded = 'dataDir' in place ? await startEmbedded(place.dataDir) : null;
  const databaseUrl = embedded?.url ?? (place as { databaseUrl: string }).databaseUrl;
  const connection = await connect(databaseUrl).catch(async (error: unknown) => {
    await embedded?.close();
    throw error;
  });
  const changes = new RunChanges(databaseUrl);
  async function close(): Promise<void> {
    await changes.close();
    await connection.close();
    await embedded?.close();
  }
  try {
    await migrate(connection.db);
  } catch (error) {
    await close();
    throw isOutage(error) ? unreachable(error as Error) : error;
  }
  const failed = embedded?.failed ?? new Promise<never>(() => {});
  return { records: recordsIn(connection.db, changes), databaseUrl, failed, close };
}
