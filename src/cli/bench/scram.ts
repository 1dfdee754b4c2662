import { spawn } from 'node:child_process';

/** What SCRAM says of a tree: the seconds that its analysis took by its own account, and the exact chance. */
export interface ScramRun {
  readonly seconds: number;
  readonly probability: number;
}

/**
 * Runs SCRAM, a risk analysis program in C++, on a file that is not packed, with decision diagrams. Its report begins with times and chance, after the
 * analysis; the list of all sets that follows is not waited for. Null where it fails or is not done in time.
 */
export function runScram(program: string, file: string, limitSeconds: number): Promise<ScramRun | null> {
  return new Promise((resolve) => {
    const child = spawn(program, ['--bdd', '--probability', 'true', file], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: limitSeconds * 1000,
      killSignal: 'SIGKILL',
    });
    let head = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      head += piece;
      const run = runOf(head);
      if (!run) return;
      resolve(run);
      child.kill('SIGKILL');
    });
    child.on('error', () => resolve(null));
    child.on('close', () => resolve(null));
  });
}

function runOf(report: string): ScramRun | null {
  const number = (pattern: RegExp): number => Number(pattern.exec(report)?.[1] ?? Number.NaN);
  const probability = number(/<sum-of-products [^>]*probability="([^"]+)"/);
  const seconds = number(/<products>([^<]+)/) + number(/<probability>([^<]+)/);
  return Number.isNaN(probability + seconds) ? null : { seconds, probability };
}
