import { Worker } from 'node:worker_threads';
import type { LayOutChain } from '../app/workbench/layout.ts';
import type { Layout } from '../contract/api/layout.ts';
import { MusterError } from '../kernel/errors.ts';

/** Longest that a layout may take, in milliseconds, and the memory of its thread, in MiB. */
const TIME_MAX = 60_000;
const MEMORY_MAX = 1024;

/** Lays out a chain in a thread of its own, so that the caller stays free. Refuses one that takes too long. */
export const runLayout: LayOutChain = (chain) =>
  new Promise<Layout>((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.js', import.meta.url), {
      workerData: chain,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX },
    });
    const tooLarge = setTimeout(() => {
      reject(
        new MusterError('LAYOUT_TOO_LARGE', 'This chain is too large to be laid out link by link.', {
          exitCode: 4,
          hint: 'Open fewer fields.',
        }),
      );
      void worker.terminate();
    }, TIME_MAX);
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearTimeout(tooLarge);
      if (code !== 0) reject(new Error(`the thread of a layout ended with code ${code}`));
    });
  });
