import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { MUSTER } from './run-muster.ts';

/** How a process ended: its exit code, or the signal that ended it. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built program at work in a process of its own, and the lines that it has told so far on either output. */
export class MusterProcess {
  readonly lines: string[] = [];
  readonly ended: Promise<Ended>;
  private over = false;
  private readonly child: ChildProcess;
  private readonly waiting = new Set<() => void>();

  constructor(...args: readonly string[]) {
    this.child = spawn(process.execPath, [MUSTER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const output of [this.child.stdout!, this.child.stderr!]) {
      createInterface({ input: output }).on('line', (line) => {
        this.lines.push(line);
        this.wake();
      });
    }
    this.ended = new Promise((resolve) =>
      this.child.once('close', (code, signal) => {
        this.over = true;
        this.wake();
        resolve({ code, signal });
      }),
    );
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** What it told. */
  get text(): string {
    return this.lines.join('\n');
  }

  /** Once it has told a line of this form: what the form found. Null where it ends before. */
  async told(form: RegExp): Promise<RegExpExecArray | null> {
    for (let seen = 0; ; ) {
      for (; seen < this.lines.length; seen++) {
        const found = form.exec(this.lines[seen]!);
        if (found) return found;
      }
      if (this.over) return null;
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }

  private wake(): void {
    for (const tell of this.waiting) tell();
    this.waiting.clear();
  }
}
