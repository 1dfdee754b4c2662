import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { interrupted } from './interrupted.ts';

interface Options {
  readonly database: string;
  readonly concurrency: number;
}

const CONCURRENCY_MAX = 64;

/** `muster worker`: computes runs of the workbench until it is told to stop. */
export function registerWorker(program: Command): void {
  program
    .command('worker')
    .description('compute runs of the workbench; as many workers as are started share them')
    .requiredOption('--database <url>', 'the PostgreSQL of the workbench', process.env.DATABASE_URL)
    .option('--concurrency <runs>', 'runs at a time', runsAtATime, 1)
    .action(async ({ database, concurrency }: Options) => {
      const { openStore } = await import('../store/open.ts');
      const { startWorker } = await import('../jobs/worker.ts');
      const store = await openStore({ databaseUrl: database });
      const name = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
      const worker = await startWorker({
        records: store.records,
        databaseUrl: store.databaseUrl,
        name,
        concurrency,
        log: (event) =>
          process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`),
      });
      await interrupted();
      await worker.stop();
      await store.close();
    });
}

function runsAtATime(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= CONCURRENCY_MAX)) {
    throw new InvalidArgumentError(`a whole number from 1 to ${CONCURRENCY_MAX}`);
  }
  return value;
}
