import type { RunOutcome, RunProblem } from '../app/workbench/ports/runs.ts';
import type { RunAnswer } from '../compute/run-thread.ts';
import { MusterError } from '../kernel/errors.ts';

/** How a run ends that gave an answer. */
export function outcomeOf({ text, cutShort }: RunAnswer): RunOutcome {
  return cutShort ? { status: 'stopped', result: text, error: null } : { status: 'done', result: text };
}

/** How a run ends that was refused or broke. A limit that left it without an answer is no failure. */
export function outcomeOfError(error: unknown): RunOutcome {
  if (error instanceof MusterError) {
    const { code, message, hint, exitCode } = error;
    const problem = { code, message, hint };
    if (exitCode === 4) return { status: 'stopped', result: null, error: problem };
    return { status: 'failed', error: problem };
  }
  return { status: 'failed', error: isOutOfMemory(error) ? OUT_OF_MEMORY : BUG };
}

/** Workers that die on a run before it is given up. */
export const DEATHS_MAX = 3;

export const WORKERS_DIED: RunProblem = {
  code: 'WORKERS_DIED',
  message: `${DEATHS_MAX} workers died while they computed this run.`,
  hint: 'Most often the machine ran out of memory: see the log of the workers, and give them more or ask for less.',
};

/** A run that was pinned to another version of Muster than that of the worker. */
export function otherVersion(pinned: string, own: string): RunProblem {
  return {
    code: 'OTHER_PROGRAM_VERSION',
    message: `This run was asked of Muster ${pinned}; the worker is Muster ${own}.`,
    hint: 'Run it again; start server and workers from the same version.',
  };
}

const OUT_OF_MEMORY: RunProblem = {
  code: 'OUT_OF_MEMORY',
  message: 'The run needed more memory than a thread of the worker may have.',
  hint: 'Ask for less: fewer periods, scenarios or critical combinations.',
};

const BUG: RunProblem = {
  code: 'BUG',
  message: 'This is a bug of Muster; the log of the worker says where.',
  hint: 'Please report it with the files of this version and the options of the run.',
};

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
