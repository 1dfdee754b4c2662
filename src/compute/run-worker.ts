import { parentPort } from 'node:worker_threads';
import type { AlternativesAsked } from '../app/alternatives.ts';
import { frontier } from '../app/frontier.ts';
import {
  type Computing,
  canonicalText,
  computeRun,
  isCutShort,
  type PinnedRun,
} from '../app/workbench/run-kinds.ts';
import type { RunProgress } from '../contract/api/runs.ts';
import type { LinearSolver } from '../kernel/linear-program.ts';
import type { Programme } from '../programme/programme.ts';
import { loadLinearSolver } from './highs-solver.ts';
import { refusedBy } from './refused.ts';
import { runPlan } from './run-plan.ts';
import { ofPlan, ofStudy, phaseProgress } from './run-progress.ts';
import type { RunMessage } from './run-thread.ts';
import { StudyThreads } from './study-threads.ts';

const GAP_OF_STUDIES = 0.01;
const RANKINGS = 2;

/** The long parts in threads of their own, so that this one hears when it is to stop. */
class ComputingThreads implements Computing {
  private stopped = false;
  private underWay: { stop(): void } | null = null;

  constructor(
    readonly solver: LinearSolver,
    private readonly tell: (progress: RunProgress) => void,
  ) {}

  stop(): void {
    this.stopped = true;
    this.underWay?.stop();
  }

  plan(programme: Programme, gap: number) {
    const run = runPlan(programme, { gap, timeLimitSeconds: null, onProgress: ofPlan(this.tell) });
    this.begin(run);
    return run.plan;
  }

  frontier(programme: Programme, factors: readonly number[]) {
    const parts = new Set([...factors, 1]).size + RANKINGS;
    return this.study(programme, parts, (threads) =>
      frontier(programme, factors, threads, () => threads.seconds()),
    );
  }

  alternatives(programme: Programme, asked: AlternativesAsked) {
    return this.study(programme, 1, (threads) => threads.alternatives(asked));
  }

  private async study<Report>(
    programme: Programme,
    parts: number,
    work: (threads: StudyThreads) => Promise<Report>,
  ): Promise<Report> {
    const threads = new StudyThreads(programme, GAP_OF_STUDIES, ofStudy(parts, this.tell));
    this.begin(threads);
    try {
      return await work(threads);
    } finally {
      await threads.close();
    }
  }

  private begin(work: { stop(): void }): void {
    this.underWay = work;
    if (this.stopped) work.stop();
  }
}

const post = (message: RunMessage): void => parentPort!.postMessage(message);
const tell = (progress: RunProgress): void => post({ kind: 'progress', progress });
const solver = loadLinearSolver();
let computing: ComputingThreads | null = null;

parentPort!.on('message', (message: PinnedRun | 'stop') => {
  if (message === 'stop') computing?.stop();
  else void compute(message);
});

async function compute(pinned: PinnedRun): Promise<void> {
  const { asked } = pinned;
  tell(phaseProgress(asked.kind === 'assess' ? 'assess' : 'read', 0));
  const threads = new ComputingThreads(await solver, tell);
  computing = threads;
  const timeLimit = asked.kind === 'assess' ? null : asked.options.timeLimit;
  const timer = timeLimit === null ? undefined : setTimeout(() => threads.stop(), timeLimit * 1000);
  try {
    const report = await computeRun(pinned, threads);
    post({ kind: 'answer', answer: { text: canonicalText(report), cutShort: isCutShort(report) } });
  } catch (error) {
    post(refusedBy(error));
  } finally {
    clearTimeout(timer);
    computing = null;
  }
}
