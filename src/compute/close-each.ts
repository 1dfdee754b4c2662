import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CloseEach } from '../app/cascade.ts';
import type { CascadeLoss, CascadeOptions } from '../chain/cascade.ts';
import type { FirmNetwork } from '../chain/firm-network.ts';

/** What a thread is given: the network in shared memory, and a counter of the next firms to close. */
export interface ClosingWork {
  readonly network: FirmNetwork;
  readonly options: CascadeOptions;
  readonly next: SharedArrayBuffer;
  /** Numbers by firm: total, downstream, upstream, rounds, converged. */
  readonly losses: SharedArrayBuffer;
}

/** Firms that a thread takes at a time, and numbers kept for each. */
export const BATCH = 64;
export const NUMBERS = 5;

/** Closes each firm in turn, on all cores; the result does not depend on their number. */
export function closeEach(onProgress?: (done: number) => void): CloseEach {
  return async (network, options) => {
    const { firms } = network;
    const next = new SharedArrayBuffer(4);
    const losses = new SharedArrayBuffer(8 * NUMBERS * firms);
    const work: ClosingWork = { network: shared(network), options, next, losses };
    const timer = setInterval(() => {
      onProgress?.(Math.min(firms, Atomics.load(new Int32Array(next), 0)));
    }, 1000);
    try {
      const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(firms / BATCH)));
      await Promise.all(Array.from({ length: threads }, () => runThread(work)));
    } finally {
      clearInterval(timer);
    }
    return lossesOf(new Float64Array(losses), firms);
  };
}

function runThread(work: ClosingWork): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./closing-worker.js', import.meta.url), { workerData: work });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread of the cascade ended with code ${code}`));
    });
  });
}

function lossesOf(numbers: Float64Array, firms: number): CascadeLoss[] {
  return Array.from({ length: firms }, (_, firm) => {
    const [total, downstream, upstream, rounds, converged] = numbers.subarray(NUMBERS * firm);
    return { total, downstream, upstream, rounds, converged: converged === 1 };
  });
}

/** The same with every array in memory that threads share, so that none of them copies it. */
function shared<T>(value: T): T {
  if (value instanceof Int32Array || value instanceof Float64Array) {
    const copy =
      value instanceof Int32Array
        ? new Int32Array(new SharedArrayBuffer(value.byteLength))
        : new Float64Array(new SharedArrayBuffer(value.byteLength));
    copy.set(value);
    return copy as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shared(part)])) as T;
}
