import { Worker } from 'node:worker_threads';
import type { PinnedRun } from '../app/workbench/run-kinds.ts';
import type { RunProgress } from '../contract/api/runs.ts';
import { MusterError } from '../kernel/errors.ts';

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
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly exitCode: 2 | 3 | 4;
      readonly hint: string;
    };

/** A run under way in a thread of its own, which has threads of its own for the long parts. */
export interface RunThread {
  /** Rejects with the MusterError that the command would end with, or with CANCELLED after `cancel`. */
  readonly answer: Promise<RunAnswer>;
  /** Asks for the best answer so far; an assessment has none, and ends when it is done. */
  stop(): void;
  /** Ends it at once, with nothing. */
  cancel(): void;
}

/** Computes a run; the caller stays free. */
export function startRun(pinned: PinnedRun, onProgress: (progress: RunProgress) => void): RunThread {
  const worker = new Worker(new URL('./run-worker.js', import.meta.url), { workerData: pinned });
  const answer = new Promise<RunAnswer>((resolve, reject) => {
    worker.on('message', (message: RunMessage) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'answer') resolve(message.answer);
      else {
        const { code, message: text, exitCode, hint } = message;
        reject(new MusterError(code, text, { exitCode, hint }));
      }
    });
    worker.on('error', reject);
    worker.on('exit', () =>
      reject(new MusterError('CANCELLED', 'The run was cancelled before it ended.', { exitCode: 4 })),
    );
  });
  return {
    answer,
    stop: () => worker.postMessage('stop'),
    cancel: () => void worker.terminate(),
  };
}
