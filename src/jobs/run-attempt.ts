import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../app/workbench/ports/common.ts';
import type { RunOutcome, RunRecord } from '../app/workbench/ports/runs.ts';
import type { Records } from '../app/workbench/ports.ts';
import type { Asked } from '../app/workbench/run-kinds.ts';
import { type RunThread, startRun } from '../compute/run-thread.ts';
import { RUN_OPTIONS, type RunProgress } from '../contract/api/runs.ts';
import { outcomeOf, outcomeOfError } from './outcome.ts';

/** How long a worker may be silent before its run is handed to another one. */
export const LEASE_SECONDS = 10;
/** Least time between two signs of life, and the most where there is no progress to tell. */
const BEAT_MS = { least: 250, most: 1000 };

/** How an attempt ended: with an outcome to write, handed back by a worker that stops, or lost to another worker. */
export type AttemptEnd =
  | { readonly kind: 'outcome'; readonly outcome: RunOutcome; readonly cause?: unknown }
  | { readonly kind: 'handed-back' }
  | { readonly kind: 'lost' };

/**
 * Computes a run that `worker` has claimed; tells its progress and renews the lease until it ends. `signal` makes it
 * hand the run back.
 */
export async function attempt(
  records: Records,
  run: RunRecord,
  worker: string,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<AttemptEnd> {
  const files = await records.versions.files(run.programme, run.version);
  const asked = { kind: run.kind, options: RUN_OPTIONS[run.kind].parse(run.options) } as Asked;
  let told: RunProgress | null = null;
  const thread = startRun({ files: files!, seed: run.seed, asked }, (progress) => {
    told = progress;
  });
  const ended = new AbortController();
  const computed = thread.answer
    .then(
      (answer): AttemptEnd => ({ kind: 'outcome', outcome: outcomeOf(answer) }),
      (cause: unknown): AttemptEnd => ({ kind: 'outcome', outcome: outcomeOfError(cause), cause }),
    )
    .finally(() => ended.abort());
  const tell = async () => {
    const progress = told as Json;
    told = null;
    return (
      records
        .transaction(null, ({ runs }) => runs.progress(run.id, worker, LEASE_SECONDS, progress))
        // The lease may outlast the trouble; if it does not, another worker takes the run and this one hears of it.
        .catch(onTrouble)
    );
  };
  const wake = AbortSignal.any([signal, ended.signal]);
  for (let last = 0; ; ) {
    await sleep(BEAT_MS.least, undefined, { signal: wake }).catch(() => {});
    if (ended.signal.aborted) {
      // A quick run ends between two signs of life; how far it came is worth keeping all the same.
      if (told !== null) await tell();
      return computed;
    }
    if (signal.aborted) return leave(thread, { kind: 'handed-back' });
    if (told === null && performance.now() - last < BEAT_MS.most) continue;
    last = performance.now();
    const order = await tell();
    if (order === 'stop') thread.stop();
    if (order === 'lost') return leave(thread, { kind: 'lost' });
    if (order === 'cancel') return leave(thread, { kind: 'outcome', outcome: { status: 'cancelled' } });
  }
}

function leave(thread: RunThread, end: AttemptEnd): AttemptEnd {
  thread.cancel();
  return end;
}
