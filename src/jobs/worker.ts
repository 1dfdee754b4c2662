import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '../app/workbench/ports/common.ts';
import type { RunOutcome, RunRecord } from '../app/workbench/ports/runs.ts';
import type { Records } from '../app/workbench/ports.ts';
import { PROGRAM_VERSION } from '../app/workbench/program-version.ts';
import { DEATHS_MAX, otherVersion, WORKERS_DIED } from './outcome.ts';
import { openQueue } from './queue.ts';
import { type AttemptEnd, attempt, LEASE_SECONDS } from './run-attempt.ts';

/** What a worker tells of itself. */
export interface WorkerEvent {
  readonly event:
    | 'started'
    | 'claimed'
    | 'ended'
    | 'handed-back'
    | 'lost'
    | 'stopping'
    | 'stopped'
    | 'trouble';
  readonly worker: string;
  readonly run?: Id;
  readonly [detail: string]: unknown;
}

export interface WorkerOptions {
  readonly records: Records;
  readonly databaseUrl: string;
  /** Unlike that of any other worker on this database. */
  readonly name: string;
  /** Runs at a time. */
  readonly concurrency: number;
  readonly log: (event: WorkerEvent) => void;
}

export interface RunningWorker {
  /** Hands its runs back and takes no more. */
  stop(): Promise<void>;
}

/** Time between two looks for runs that wait without an offer, or were left by a worker that died. */
const SUPERVISE_MS = 2000;
/** Time between two tries to write how a run ended. */
const RETRY_MS = 500;
/** Runs offered again at one look. */
const OFFERS_MAX = 100;

/** Computes runs of the queue until it is stopped, and looks after those that other workers left. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { records, databaseUrl, name, concurrency } = options;
  const log = (event: WorkerEvent['event'], detail: object = {}): void =>
    options.log({ event, worker: name, ...detail });
  const trouble = (error: unknown, run?: Id): void =>
    log('trouble', { run, error: error instanceof Error ? error.stack : String(error) });
  const queue = await openQueue(databaseUrl, trouble);
  const held = new Set<Id>();

  async function handle(id: Id, signal: AbortSignal): Promise<void> {
    // An own lease that lapsed while the database was away is not for another thread of this worker.
    if (held.has(id) || signal.aborted) return;
    const run = await records.transaction(null, ({ runs }) => runs.claim(id, name, LEASE_SECONDS));
    if (!run) return;
    held.add(id);
    try {
      const { kind, programme, version, attempts } = run;
      log('claimed', { run: id, kind, programme, version, attempt: attempts });
      await end(run, await outcomeOrLeft(run, signal), signal);
    } finally {
      held.delete(id);
    }
  }

  async function outcomeOrLeft(run: RunRecord, signal: AbortSignal): Promise<AttemptEnd> {
    const failed = (error: typeof WORKERS_DIED): AttemptEnd => ({
      kind: 'outcome',
      outcome: { status: 'failed', error },
    });
    if (run.attempts > DEATHS_MAX) return failed(WORKERS_DIED);
    if (run.programVersion !== PROGRAM_VERSION)
      return failed(otherVersion(run.programVersion, PROGRAM_VERSION));
    return attempt(records, run, name, signal, (error) => trouble(error, run.id));
  }

  async function end({ id, kind }: RunRecord, reached: AttemptEnd, signal: AbortSignal): Promise<void> {
    if (reached.kind === 'lost') return log('lost', { run: id, kind });
    if (reached.kind === 'handed-back') {
      const back = await records.transaction(null, ({ runs }) => runs.release(id, name));
      if (back) await queue.send(id);
      return log(back ? 'handed-back' : 'lost', { run: id, kind });
    }
    const { outcome, cause } = reached;
    if (isBug(outcome)) trouble(cause, id);
    const written = await patiently(id, signal, () =>
      records.transaction(null, ({ runs }) => runs.finish(id, name, outcome)),
    );
    const { status } = outcome;
    log(written ? 'ended' : 'lost', { run: id, kind, status, error: problemOf(outcome)?.code });
  }

  /** Tries until the database is back: what was computed must not be lost because it is away in that moment. */
  async function patiently<Result>(
    id: Id,
    signal: AbortSignal,
    write: () => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (!records.isOutage(error) || signal.aborted) throw error;
        trouble(error, id);
        await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
      }
    }
  }

  const supervising = new AbortController();
  async function supervise(): Promise<void> {
    const { signal } = supervising;
    while (!signal.aborted) {
      try {
        for (const id of (await records.runs.claimable()).slice(0, OFFERS_MAX)) await queue.send(id);
      } catch (error) {
        trouble(error);
      }
      await sleep(SUPERVISE_MS, undefined, { signal }).catch(() => {});
    }
  }

  for (let i = 0; i < concurrency; i++) await queue.work(handle);
  const supervision = supervise();
  log('started', { concurrency, programVersion: PROGRAM_VERSION });
  return {
    async stop() {
      log('stopping');
      supervising.abort();
      await supervision;
      await queue.stop();
      log('stopped');
    },
  };
}

const problemOf = (outcome: RunOutcome) => ('error' in outcome ? outcome.error : null);

const isBug = (outcome: RunOutcome): boolean => problemOf(outcome)?.code === 'BUG';
