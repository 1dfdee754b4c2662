import { setTimeout as sleep } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Id } from '../app/workbench/ports/common.ts';
import type { Queue } from '../app/workbench/ports.ts';
import { MusterError } from '../kernel/errors.ts';

const NAME = 'run';

/** Wait where no run is on offer. */
const POLL_MS = 500;

/** Connections of one process to the queue. */
const CONNECTIONS_MAX = 3;

interface Offer {
  readonly run: Id;
}

/** A queue that tells what went wrong with the database while nobody waits for an answer. */
export type OnQueueError = (error: unknown) => void;

/**
 * The queue in a database, in the schema `pgboss`; created where it is missing. An offer leaves the queue when it is
 * taken: who has a run, and until when, stands in the records. Refuses with DATABASE_UNREACHABLE.
 */
export async function openQueue(databaseUrl: string, onError: OnQueueError): Promise<Queue> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: CONNECTIONS_MAX, schedule: false });
  boss.on('error', onError);
  try {
    await boss.start();
    // At most one open offer for each run, however often it is sent.
    await boss.createQueue(NAME, { name: NAME, policy: 'short', retryLimit: 0 });
  } catch (error) {
    await boss.stop({ graceful: false }).catch(onError);
    throw cannotQueue(error as Error);
  }
  const stopping = new AbortController();
  const loops: Promise<void>[] = [];

  async function take(): Promise<Id | null> {
    const [job] = await boss.fetch<Offer>(NAME);
    if (!job) return null;
    await boss.deleteJob(NAME, job.id);
    return job.data.run;
  }

  async function serve(handle: Parameters<Queue['work']>[0]): Promise<void> {
    const { signal } = stopping;
    while (!signal.aborted) {
      try {
        const run = await take();
        if (run !== null) await handle(run, signal);
        else await sleep(POLL_MS, undefined, { signal }).catch(() => {});
      } catch (error) {
        onError(error);
        await sleep(POLL_MS, undefined, { signal }).catch(() => {});
      }
    }
  }

  return {
    async send(run) {
      await boss.send(NAME, { run } satisfies Offer, { singletonKey: run }).catch(onError);
    },
    async work(handle) {
      loops.push(serve(handle));
    },
    async stop() {
      stopping.abort();
      await Promise.all(loops);
      await boss.stop({ graceful: false }).catch(onError);
    },
  };
}

function cannotQueue({ message }: Error): MusterError {
  return new MusterError('DATABASE_UNREACHABLE', `The queue in the database cannot be used: ${message}.`, {
    hint: 'The database is away, or its user may not make the schema pgboss.',
  });
}
