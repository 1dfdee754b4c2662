import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { WorkerEvent } from '../../src/jobs/worker.ts';
import { MUSTER } from './run-muster.ts';

/** A worker in a process of its own, and the events that it has told so far. */
export interface WorkerProcess {
  readonly events: readonly WorkerEvent[];
  /** Once it has told an event of this kind, of this run where one is named. */
  told(event: WorkerEvent['event'], run?: string): Promise<WorkerEvent>;
  /** Sends a signal and waits for the end; its exit code, null where the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Starts the built program as an administrator would; returns once it takes runs. */
export async function startWorkerProcess(databaseUrl: string, concurrency = 1): Promise<WorkerProcess> {
  const child = spawn(
    process.execPath,
    [MUSTER, 'worker', '--database', databaseUrl, '--concurrency', String(concurrency)],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const worker = new Listened(child);
  await worker.told('started');
  return worker;
}

class Listened implements WorkerProcess {
  readonly events: WorkerEvent[] = [];
  private readonly text: string[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly exit: Promise<number | null>;

  constructor(private readonly child: ChildProcess) {
    createInterface({ input: child.stderr! }).on('line', (line) => this.hear(line));
    this.exit = new Promise((resolve) => child.once('exit', resolve));
    void this.exit.then(() => this.wake());
  }

  async told(event: WorkerEvent['event'], run?: string): Promise<WorkerEvent> {
    for (;;) {
      const found = this.events.find((one) => one.event === event && (run === undefined || one.run === run));
      if (found) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`the worker ended without '${event}':\n${this.text.join('\n')}`);
      }
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.child.kill(signal);
    return this.exit;
  }

  private hear(line: string): void {
    this.text.push(line);
    if (line.startsWith('{')) this.events.push(JSON.parse(line) as WorkerEvent);
    this.wake();
  }

  private wake(): void {
    for (const tell of this.waiting) tell();
    this.waiting.clear();
  }
}
