import { Worker } from 'node:worker_threads';
import { type TriedCases, withCases } from '../app/plan.ts';
import type { PlanProgress } from '../app/solve-case.ts';
import type { Plan } from '../contract/plan.ts';
import type { Programme } from '../programme/programme.ts';
import { type Refused, refusalOf } from './refused.ts';

/** What the planning thread is given. */
export interface PlanWork {
  /** The plan itself, or the cases of the evidence that its conclusions are tried at. */
  readonly task: 'plan' | 'cases';
  readonly programme: Programme;
  readonly gap: number;
  readonly timeLimitSeconds: number | null;
  /** One 32-bit number: 1 asks the planner to stop with the best answer so far. */
  readonly stopFlag: SharedArrayBuffer;
}

export type PlanWorkerMessage =
  | { readonly kind: 'progress'; readonly progress: PlanProgress; readonly seconds: number }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'cases'; readonly tried: TriedCases; readonly cut: boolean }
  | Refused;

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

/** Plans in threads of their own, one for the plan and one for the cases of the evidence, so that the caller stays free. */
export function runPlan(programme: Programme, options: RunPlanOptions): PlanRun {
  const begun = performance.now();
  const stopFlag = new SharedArrayBuffer(4);
  const stop = (): void => {
    Atomics.store(new Int32Array(stopFlag), 0, 1);
  };
  const { gap, timeLimitSeconds, onProgress } = options;
  const run = (task: PlanWork['task']): Promise<PlanWorkerMessage> =>
    runThread({ task, programme, gap, timeLimitSeconds, stopFlag }, onProgress);
  const plan = Promise.all([run('plan'), run('cases')]).then(([planned, cases]) => {
    if (planned.kind !== 'plan' || cases.kind !== 'cases')
      throw new Error('a planning thread answered out of turn');
    return withCases(planned.plan, cases.tried, cases.cut, (performance.now() - begun) / 1000);
  });
  // One thread that fails leaves nothing to wait for: the other is asked to stop.
  plan.catch(stop);
  return { plan, stop };
}

/** Threads that have done their part and wait for another; they do not keep the program alive. */
const idle: Worker[] = [];

function runThread(work: PlanWork, onProgress: RunPlanOptions['onProgress']): Promise<PlanWorkerMessage> {
  const worker = idle.pop() ?? new Worker(new URL('./plan-worker.js', import.meta.url));
  worker.ref();
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      worker.off('message', onMessage).off('error', reject).off('exit', onExit);
      worker.unref();
      idle.push(worker);
      end();
    };
    const onMessage = (message: PlanWorkerMessage): void => {
      if (message.kind === 'progress') onProgress?.(message.progress, message.seconds);
      else if (message.kind === 'refused') {
        settle(() => reject(refusalOf(message)));
      } else settle(() => resolve(message));
    };
    const onExit = (code: number): void => reject(new Error(`a planning thread ended with code ${code}`));
    worker.on('message', onMessage).on('error', reject).on('exit', onExit);
    worker.postMessage(work);
  });
}
