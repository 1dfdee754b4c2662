import { parentPort, workerData } from 'node:worker_threads';
import { alternatives } from '../app/alternatives.ts';
import { budgetPlan, rankingMoney } from '../app/frontier-budget.ts';
import type { PlanOptions } from '../app/solve-case.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import { loadLinearSolver } from './highs-solver.ts';
import { refusedBy } from './refused.ts';
import type { StudyMessage, StudyTask, StudyWork } from './study-threads.ts';

const { programme, gap, stopFlag } = workerData as StudyWork;
const begun = performance.now();
const flag = new Int32Array(stopFlag);
const post = (message: StudyMessage): void => parentPort!.postMessage(message);
const options: PlanOptions = {
  gap,
  seconds: () => (performance.now() - begun) / 1000,
  stop: () => Atomics.load(flag, 0) === 1,
  onProgress: (progress) => post({ kind: 'progress', progress }),
};
const solver = loadLinearSolver();

parentPort!.on('message', async (task: StudyTask) => {
  try {
    post({ kind: 'answer', answer: answerTo(task, await solver) });
  } catch (error) {
    post(refusedBy(error));
  }
});

function answerTo(task: StudyTask, loaded: LinearSolver): unknown {
  switch (task.kind) {
    case 'budget':
      return budgetPlan(programme, task.factor, loaded, options);
    case 'ranking':
      return rankingMoney(programme, task.name, task.today, loaded, options);
    case 'alternatives':
      return alternatives(programme, task.asked, loaded, {
        ...options,
        onTried: (tried, near) => post({ kind: 'progress', progress: { phase: 'search', tried, near } }),
      });
  }
}
