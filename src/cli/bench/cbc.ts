import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeMps } from '../../formats/mps.ts';
import type { LinearModel } from '../../kernel/linear-model.ts';
import type { LimitedSolution, SolveLimits } from '../../kernel/linear-program.ts';

/** What a peer said and how long it took. */
export interface TimedSolution extends LimitedSolution {
  readonly seconds: number;
}

/** CBC, a solver in C++, on a programme; the time includes reading the file. Null where it ended without an answer. */
export async function runCbc(
  program: string,
  model: LinearModel,
  { seconds, gap }: SolveLimits,
): Promise<TimedSolution | null> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  try {
    const file = join(folder, 'programme.mps');
    await writeFile(file, writeMps(model));
    const limits = [
      '-timeMode',
      'elapsed',
      '-seconds',
      String(seconds),
      '-ratio',
      '0',
      '-allow',
      String(gap),
    ];
    const begun = performance.now();
    const log = await outputOf(program, [file, ...limits, '-solve'], seconds);
    return readCbcLog(log, (performance.now() - begun) / 1000);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What it prints. Killed if it takes half as long again as it was allowed. */
function outputOf(program: string, args: readonly string[], seconds: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: seconds * 1500,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
    });
    child.on('error', () => resolve(output));
    child.on('close', () => resolve(output));
  });
}

/** The summary at the end of a log of CBC. */
export function readCbcLog(log: string, seconds: number): TimedSolution | null {
  const result = /^Result - (.*)$/m.exec(log)?.[1];
  if (result === undefined) return null;
  const figure = (name: string): number | null => {
    const text = new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(log)?.[1];
    return text === undefined ? null : Number(text);
  };
  const optimal = result.startsWith('Optimal');
  const objective = figure('Objective value');
  const bound = figure('Lower bound') ?? (optimal ? objective : null);
  return { objective, bound: bound ?? Number.NEGATIVE_INFINITY, optimal, seconds };
}
