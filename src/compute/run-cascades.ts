import { Worker } from 'node:worker_threads';
import type { CascadeOutcome, RunCascades } from '../app/cascade.ts';
import type { CascadeOptions, Hit, Shock } from '../chain/cascade.ts';
import type { FirmNetwork } from '../chain/firm-network.ts';

/** What a thread is given: the network in shared memory, the scenarios, and where to take the next and leave results. */
export interface CascadeWork {
  readonly network: FirmNetwork;
  readonly options: CascadeOptions;
  readonly scenarios: readonly (readonly Shock[])[];
  /** How many most hit firms are asked for. */
  readonly hits: number;
  /** 32-bit numbers at the places of CONTROL. */
  readonly control: SharedArrayBuffer;
  /** NUMBERS by scenario: total, downstream, upstream, rounds (0: not run), last rise, converged. */
  readonly losses: SharedArrayBuffer;
}

/** The most hit firms of a scenario, where they are asked for. */
export interface CascadeHits {
  readonly scenario: number;
  readonly hits: readonly Hit[];
}

/** The next scenario, how many are done, and 1 to stop. */
export const CONTROL = { next: 0, done: 1, stop: 2 } as const;
export const NUMBERS = 6;

/** Runs cascades in threads; what comes out does not depend on how many there are. */
export class CascadeThreads {
  private stopped = false;
  private control: Int32Array | null = null;

  constructor(
    private readonly threads: number,
    private readonly onProgress: (done: number, scenarios: number) => void = () => {},
  ) {}

  /** Asks for what is done so far: cascades under way end without a result, no others begin. */
  stop(): void {
    this.stopped = true;
    if (this.control) Atomics.store(this.control, CONTROL.stop, 1);
  }

  readonly run: RunCascades = async (network, options, scenarios, hits) => {
    const control = new Int32Array(new SharedArrayBuffer(4 * 3));
    control[CONTROL.stop] = this.stopped ? 1 : 0;
    this.control = control;
    const work: CascadeWork = {
      network: shared(network),
      options,
      scenarios,
      hits,
      control: control.buffer as SharedArrayBuffer,
      losses: new SharedArrayBuffer(8 * NUMBERS * scenarios.length),
    };
    const hitsOf = new Map<number, readonly Hit[]>();
    const timer = setInterval(() => {
      this.onProgress(Atomics.load(control, CONTROL.done), scenarios.length);
    }, 1000);
    try {
      const threads = Math.min(this.threads, scenarios.length);
      await Promise.all(Array.from({ length: threads }, () => runThread(work, hitsOf)));
    } finally {
      clearInterval(timer);
      this.control = null;
    }
    return scenarios.map((_, i) =>
      outcome(new Float64Array(work.losses, 8 * NUMBERS * i, NUMBERS), hitsOf.get(i)),
    );
  };
}

function runThread(work: CascadeWork, hitsOf: Map<number, readonly Hit[]>): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./cascade-worker.js', import.meta.url), { workerData: work });
    worker.on('message', ({ scenario, hits }: CascadeHits) => hitsOf.set(scenario, hits));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread of the cascade ended with code ${code}`));
    });
  });
}

function outcome(numbers: Float64Array, hits: readonly Hit[] = []): CascadeOutcome | null {
  const [total, downstream, upstream, rounds, lastRise, converged] = numbers;
  if (rounds === 0) return null;
  return { loss: { total, downstream, upstream, rounds, lastRise, converged: converged === 1 }, hits };
}

/** The same with every array in memory that threads share, so that none of them copies it. */
function shared<T>(value: T): T {
  if (value instanceof Int32Array || value instanceof Float64Array) {
    const buffer = new SharedArrayBuffer(value.byteLength);
    const copy = value instanceof Int32Array ? new Int32Array(buffer) : new Float64Array(buffer);
    copy.set(value);
    return copy as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shared(part)])) as T;
}
