import { Worker } from 'node:worker_threads';
import type { PlanProgress } from '../app/plan.ts';
import type { Plan } from '../contract/plan.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';

/** What the planning thread is given. */
export interface PlanWork {
  readonly programme: Programme;
  readonly gap: number;
  readonly timeLimitSeconds: number | null;
  /** One 32-bit number: 1 asks the planner to stop with the best answer so far. */
  readonly stopFlag: SharedArrayBuffer;
}

export type PlanWorkerMessage =
  | { readonly kind: 'progress'; readonly progress: PlanProgress; readonly seconds: number }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly exitCode: 2 | 3 | 4;
      readonly hint: string;
    };

export interface RunPlanOptions {
  readonly gap: number;
  readonly timeLimitSeconds: number | null;
  readonly onProgress?: (progress: PlanProgress, seconds: number) => void;
}

/** A plan under way in a thread of its own. */
export interface PlanRun {
  readonly plan: Promise<Plan>;
  /** Asks for the best answer so far. */
  stop(): void;
}

/** Plans in a thread of its own, so that the caller stays free to report progress and to stop it. */
export function runPlan(programme: Programme, options: RunPlanOptions): PlanRun {
  const stopFlag = new SharedArrayBuffer(4);
  const work: PlanWork = {
    programme,
    gap: options.gap,
    timeLimitSeconds: options.timeLimitSeconds,
    stopFlag,
  };
  const worker = new Worker(new URL('./plan-worker.js', import.meta.url), { workerData: work });
  const plan = new Promise<Plan>((resolve, reject) => {
    worker.on('message', (message: PlanWorkerMessage) => {
      if (message.kind === 'progress') options.onProgress?.(message.progress, message.seconds);
      else if (message.kind === 'plan') resolve(message.plan);
      else
        reject(
          new MusterError(message.code, message.message, { exitCode: message.exitCode, hint: message.hint }),
        );
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code !== 0) reject(new Error(`the planning thread ended with code ${code}`));
    });
  });
  return { plan, stop: () => Atomics.store(new Int32Array(stopFlag), 0, 1) };
}
