import { parentPort } from 'node:worker_threads';
import { planAlone, triedCases, watched } from '../app/plan.ts';
import { loadLinearSolver } from './highs-solver.ts';
import { refusedBy } from './refused.ts';
import type { PlanWork, PlanWorkerMessage } from './run-plan.ts';

const solver = loadLinearSolver();
const post = (message: PlanWorkerMessage): void => parentPort!.postMessage(message);

parentPort!.on('message', async ({ task, programme, gap, timeLimitSeconds, stopFlag }: PlanWork) => {
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  const flag = new Int32Array(stopFlag);
  const { options, wasCut } = watched({
    gap,
    seconds,
    stop: () => Atomics.load(flag, 0) === 1 || (timeLimitSeconds !== null && seconds() > timeLimitSeconds),
    onProgress: (progress) => post({ kind: 'progress', progress, seconds: seconds() }),
  });
  try {
    const loaded = await solver;
    if (task === 'plan') post({ kind: 'plan', plan: planAlone(programme, loaded, options) });
    else post({ kind: 'cases', tried: triedCases(programme, loaded, options), cut: wasCut() });
  } catch (error) {
    post(refusedBy(error));
  }
});
