import { CommanderError } from 'commander';
import { MusterError } from '../kernel/errors.ts';

/**
 * Runs the program and sets the exit code of the process: that of the error where Muster refuses, 2 where the
 * command line is wrong, 1 where Muster has a bug. Commands set any other code themselves.
 */
export async function run(program: () => Promise<unknown>): Promise<void> {
  try {
    await program();
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof MusterError) {
    process.stderr.write(`${error.code}: ${error.message}\n${error.hint && `  ${error.hint}\n`}`);
    return error.exitCode;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`This is a bug of Muster; please report it with what you ran.\n${stack}\n`);
  return 1;
}
