import { Worker } from 'node:worker_threads';
import type { LayOutChain } from '../app/workbench/layout.ts';
import type { Layout } from '../contract/api/layout.ts';
import { MusterError } from '../kernel/errors.ts';

/** Longest that a layout may take, in milliseconds. */
const TIME_MAX = 120_000;
/** Memory of its thread. The layouter walks deep chains by recursion. */
const MEMORY = { maxOldGenerationSizeMb: 1024, stackSizeMb: 64 };

/** Lays out a chain in a thread of its own, so that the caller stays free. Refuses one that takes too long. */
export const runLayout: LayOutChain = (chain) =>
  new Promise<Layout>((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.js', import.meta.url), {
      workerData: chain,
      resourceLimits: MEMORY,
    });
    const late = setTimeout(() => {
      reject(tooLarge());
      void worker.terminate();
    }, TIME_MAX);
    worker.on('message', resolve);
    worker.on('error', (error) => reject(isOutOfRoom(error) ? tooLarge() : error));
    worker.on('exit', (code) => {
      clearTimeout(late);
      if (code !== 0) reject(new Error(`the thread of a layout ended with code ${code}`));
    });
  });

function isOutOfRoom(error: unknown): boolean {
  return error instanceof RangeError || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(): MusterError {
  return new MusterError('LAYOUT_TOO_LARGE', 'This chain is too large to be laid out link by link.', {
    exitCode: 4,
    hint: 'Open fewer fields.',
  });
}
