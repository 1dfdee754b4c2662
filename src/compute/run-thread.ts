import { Worker } from 'node:worker_threads';
import type { PinnedRun } from '../app/workbench/run-kinds.ts';
import type { RunProgress } from '../contract/api/runs.ts';
import { MusterError } from '../kernel/errors.ts';
import { type Refused, refusalOf } from './refused.ts';

/** What a run came to. */
export interface RunAnswer {
  /** Canonical text of the result. */
  readonly text: string;
  /** A time limit or a stop cut it short: it is the best so far. */
  readonly cutShort: boolean;
}

export type RunMessage =
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | { readonly kind: 'answer'; readonly answer: RunAnswer }
  | Refused;

/** A run under way in a thread of its own, which has threads of its own for the long parts. */
export interface RunThread {
  /** Rejects with the MusterError that the command would end with, or with CANCELLED after `cancel`. */
  readonly answer: Promise<RunAnswer>;
  /** Asks for the best answer so far; an assessment has none, and ends when it is done. */
  stop(): void;
  /** Ends it at once, with nothing. */
  cancel(): void;
}

/** Threads that have done their run and wait for another; they do not keep the program alive. */
const idle: Worker[] = [];

/** Computes a run; the caller stays free. */
export function startRun(pinned: PinnedRun, onProgress: (progress: RunProgress) => void): RunThread {
  const worker = idle.pop() ?? new Worker(new URL('./run-worker.js', import.meta.url));
  worker.ref();
  // Once it has ended, the thread may be at another run, which is not to be touched.
  let ended = false;
  const answer = new Promise<RunAnswer>((resolve, reject) => {
    const settle = (end: () => void): void => {
      worker.off('message', onMessage).off('error', reject).off('exit', onExit);
      ended = true;
      worker.unref();
      idle.push(worker);
      end();
    };
    const onMessage = (message: RunMessage): void => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'answer') settle(() => resolve(message.answer));
      else {
        settle(() => reject(refusalOf(message)));
      }
    };
    const onExit = (): void =>
      reject(new MusterError('CANCELLED', 'The run was cancelled before it ended.', { exitCode: 4 }));
    worker.on('message', onMessage).on('error', reject).on('exit', onExit);
    worker.postMessage(pinned);
  });
  return {
    answer,
    stop: () => {
      if (!ended) worker.postMessage('stop');
    },
    cancel: () => {
      if (!ended) void worker.terminate();
    },
  };
}
