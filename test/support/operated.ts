import { setTimeout as sleep } from 'node:timers/promises';
import type { Ended, MusterProcess } from './muster-process.ts';

/** Wait before a process is started again that could not work yet. */
const PAUSE_MS = 300;

/** A process that is started again whenever it has ended, as an operator would, until it is stopped. */
export class Operated {
  readonly ends: (Ended & { readonly text: string })[] = [];
  private now: MusterProcess;
  private stopping = false;
  private readonly over: Promise<void>;

  constructor(start: () => MusterProcess) {
    this.now = start();
    this.over = this.keep(start);
  }

  kill(): void {
    process.kill(this.now.pid, 'SIGKILL');
  }

  /** Asks it to end, and starts it no more; how it ended. */
  async stop(): Promise<Ended> {
    this.stopping = true;
    await this.now.end('SIGTERM');
    await this.over;
    return this.ends.at(-1)!;
  }

  private async keep(start: () => MusterProcess): Promise<void> {
    for (;;) {
      const ended = await this.now.ended;
      this.ends.push({ ...ended, text: this.now.text });
      if (this.stopping) return;
      if (ended.signal === null) await sleep(PAUSE_MS);
      if (this.stopping) return;
      this.now = start();
    }
  }
}
