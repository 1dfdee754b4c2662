import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type PipelineProgress, solvePipeline } from '../app/pipeline.ts';
import { loadLinearSolver } from '../compute/highs-solver.ts';
import { PIPELINE_CHARACTERS_MAX } from '../formats/rd-pipeline.ts';
import { MusterError } from '../kernel/errors.ts';
import { PHASES } from './progress.ts';

const SECONDS_BETWEEN_LINES = 5;

/** `muster pipeline FILE.dat`: one R&D pipeline instance, solved by the plan engine. */
export function registerPipeline(program: Command): void {
  program
    .command('pipeline')
    .description('solve one R&D pipeline instance (.dat) with the plan engine')
    .argument('<file>', 'instance file')
    .option('--no-exact', 'do not try exact dynamic programming: a bound and a simulated policy')
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: { exact: boolean; json?: boolean }) => {
      const text = await readPipelineFile(file);
      const begun = performance.now();
      const seconds = (): number => (performance.now() - begun) / 1000;
      const result = solvePipeline(basename(file, '.dat'), text, await loadLinearSolver(), {
        exact: options.exact,
        seconds,
        onProgress: printProgress(seconds),
      });
      process.stdout.write(
        options.json
          ? `${JSON.stringify(result, null, 2)}\n`
          : `${result.instance}: ${result.projects} projects, expected value ${result.value.toFixed(4)}, bound ${result.bound.toFixed(4)} (${result.proof}), ${result.seconds.toFixed(2)} s\n`,
      );
    });
}

/** One line on stderr every few seconds. */
function printProgress(seconds: () => number): (progress: PipelineProgress) => void {
  let last = 0;
  return ({ phase, bound }) => {
    if (seconds() - last < SECONDS_BETWEEN_LINES) return;
    last = seconds();
    process.stderr.write(`${last.toFixed(1).padStart(6)} s  ${PHASES[phase]}  bound ${bound.toFixed(1)}\n`);
  };
}

/** The text of an instance file, within its limit of size. */
export async function readPipelineFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) {
    throw new MusterError('NO_FILE', `${file} is not a file that can be read.`, {
      hint: 'Give the path of a .dat file.',
    });
  }
  if (found.size > PIPELINE_CHARACTERS_MAX) {
    throw new MusterError('PIPELINE_TOO_LARGE', `${file} is larger than ${PIPELINE_CHARACTERS_MAX} bytes.`);
  }
  return readFile(file, 'utf8');
}
