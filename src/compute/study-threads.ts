import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AlternativesAsked } from '../app/alternatives.ts';
import type { BudgetSolved, RankingTarget, RunFrontier } from '../app/frontier-budget.ts';
import type { PlanProgress } from '../app/solve-case.ts';
import type { Alternatives } from '../contract/alternatives.ts';
import type { RankingMoney, RankingName } from '../contract/frontier.ts';
import type { Programme } from '../programme/programme.ts';
import { type Refused, refusalOf } from './refused.ts';

/** One part of a study of a programme, as a thread is given it. */
export type StudyTask =
  | { readonly kind: 'budget'; readonly factor: number }
  | { readonly kind: 'ranking'; readonly name: RankingName; readonly today: RankingTarget }
  | { readonly kind: 'alternatives'; readonly asked: AlternativesAsked };

/** What a thread is started with. */
export interface StudyWork {
  readonly programme: Programme;
  readonly gap: number;
  /** One 32-bit number: 1 asks to stop with what is done. */
  readonly stopFlag: SharedArrayBuffer;
}

/** Progress of planning, or of looking for other plans: how many were tried and how many of them are near. */
export type StudyProgress =
  | PlanProgress
  | { readonly phase: 'search'; readonly tried: number; readonly near: number };

export type StudyMessage =
  | { readonly kind: 'progress'; readonly progress: StudyProgress }
  | { readonly kind: 'answer'; readonly answer: unknown }
  | Refused;

/** A thread uses about half a gigabyte on a large programme. */
const THREADS_MAX = 4;

/** Sees what a task is at; without progress when its answer is there. */
export type OnStudyProgress = (task: StudyTask, progress: StudyProgress | null, seconds: number) => void;

/** Threads that do the parts of a study side by side; what comes out does not depend on how many there are. */
export class StudyThreads implements RunFrontier {
  private readonly begun = performance.now();
  private readonly stopFlag = new SharedArrayBuffer(4);
  private readonly work: StudyWork;
  private readonly all: Worker[] = [];
  private readonly idle: Worker[] = [];

  constructor(
    programme: Programme,
    gap: number,
    private readonly onProgress: OnStudyProgress,
  ) {
    this.work = { programme, gap, stopFlag: this.stopFlag };
  }

  seconds(): number {
    return (performance.now() - this.begun) / 1000;
  }

  /** Asks for what is done so far. */
  stop(): void {
    Atomics.store(new Int32Array(this.stopFlag), 0, 1);
  }

  budgets(factors: readonly number[]): Promise<(BudgetSolved | null)[]> {
    return this.run(factors.map((factor) => ({ kind: 'budget', factor })));
  }

  rankings(names: readonly RankingName[], today: RankingTarget): Promise<(RankingMoney | null)[]> {
    return this.run(names.map((name) => ({ kind: 'ranking', name, today })));
  }

  async alternatives(asked: AlternativesAsked): Promise<Alternatives> {
    const [found] = await this.run<Alternatives>([{ kind: 'alternatives', asked }]);
    return found;
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }

  /** Answers in the order of the tasks, which are begun in that order. */
  private async run<Answer>(tasks: readonly StudyTask[]): Promise<Answer[]> {
    const answers: Answer[] = [];
    let next = 0;
    const serve = async (): Promise<void> => {
      const worker = this.idle.pop() ?? this.start();
      while (next < tasks.length) {
        const at = next++;
        answers[at] = (await this.ask(worker, tasks[at])) as Answer;
      }
      this.idle.push(worker);
    };
    const threads = Math.min(tasks.length, availableParallelism(), THREADS_MAX);
    try {
      await Promise.all(Array.from({ length: threads }, serve));
    } catch (error) {
      // One part that fails leaves nothing to wait for.
      this.stop();
      throw error;
    }
    return answers;
  }

  private start(): Worker {
    const worker = new Worker(new URL('./study-worker.js', import.meta.url), { workerData: this.work });
    this.all.push(worker);
    return worker;
  }

  private ask(worker: Worker, task: StudyTask): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        end();
      };
      const onMessage = (message: StudyMessage): void => {
        if (message.kind === 'progress') {
          this.onProgress(task, message.progress, this.seconds());
        } else if (message.kind === 'refused') {
          settle(() => reject(refusalOf(message)));
        } else {
          this.onProgress(task, null, this.seconds());
          settle(() => resolve(message.answer));
        }
      };
      const onError = (error: unknown): void => settle(() => reject(error));
      const onExit = (code: number): void =>
        onError(new Error(`a thread of the study ended with code ${code}`));
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(task);
    });
  }
}
