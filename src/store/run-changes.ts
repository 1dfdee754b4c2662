import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Id } from '../app/workbench/ports/common.ts';
import type { RunRecord } from '../app/workbench/ports/runs.ts';

const CHANNEL = 'muster_run';

/** Wait before listening again where the connection broke. */
const RECONNECT_MS = 500;

/** Changes of runs, told by the database to this process over one connection, opened with the first watcher. */
export class RunChanges {
  readonly #databaseUrl: string;
  readonly #watchers = new Map<Id, Set<() => void>>();
  readonly #closing = new AbortController();
  #listening: Promise<void> | null = null;
  #client: pg.Client | null = null;

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  /** The run now, then at each change; `read` gives its present state. See `Records.watch`. */
  async *watch(
    id: Id,
    signal: AbortSignal,
    read: () => Promise<RunRecord | null>,
  ): AsyncGenerator<RunRecord, void, undefined> {
    const ended = AbortSignal.any([signal, this.#closing.signal]);
    let changed = true;
    let wake = () => {};
    const tell = () => {
      changed = true;
      wake();
    };
    ended.addEventListener('abort', tell);
    this.#add(id, tell);
    try {
      // Listening before the first look, so that no change falls between the two.
      await this.#listen();
      while (!ended.aborted) {
        changed = false;
        const run = await read();
        if (!run || ended.aborted) return;
        yield run;
        if (run.finishedAt !== null) return;
        if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      ended.removeEventListener('abort', tell);
      this.#remove(id, tell);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client?.end().catch(() => {});
  }

  #add(id: Id, tell: () => void): void {
    const watchers = this.#watchers.get(id) ?? new Set();
    this.#watchers.set(id, watchers.add(tell));
  }

  #remove(id: Id, tell: () => void): void {
    const watchers = this.#watchers.get(id);
    watchers?.delete(tell);
    if (watchers?.size === 0) this.#watchers.delete(id);
  }

  #listen(): Promise<void> {
    this.#listening ??= this.#connect().catch((error: unknown) => {
      this.#listening = null;
      throw error;
    });
    return this.#listening;
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#databaseUrl, keepAlive: true });
    client.on('notification', ({ payload }) => {
      for (const tell of this.#watchers.get(payload ?? '') ?? []) tell();
    });
    client.on('error', () => {});
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.#client = client;
    if (this.#closing.signal.aborted) return client.end();
    client.once('end', () => void this.#reconnect());
  }

  /** Listens again, then has every watcher look: what changed meanwhile was told to nobody. */
  async #reconnect(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      await sleep(RECONNECT_MS, undefined, { signal: this.#closing.signal }).catch(() => {});
      if (this.#closing.signal.aborted) return;
      const connected = await this.#connect().then(
        () => true,
        () => false,
      );
      if (connected) break;
    }
    for (const watchers of this.#watchers.values()) for (const tell of watchers) tell();
  }
}
