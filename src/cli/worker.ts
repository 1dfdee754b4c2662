import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { interrupted } from './interrupted.ts';
import { addressToJoin, type StoreOptions, withStoreOptions } from './store-place.ts';

interface Options extends StoreOptions {
  readonly concurrency: number;
}

const CONCURRENCY_MAX = 64;

/** `muster worker`: computes runs of the workbench until it is told to stop. */
export function registerWorker(program: Command): void {
  withStoreOptions(program.command('worker'))
    .description('compute runs of the workbench; as many workers as are started share them')
    .option('--concurrency <runs>', 'runs at a time', runsAtATime, 1)
    .action(async ({ concurrency, ...place }: Options) => {
      const { openStore } = await import('../store/open.ts');
      const { startWorker } = await import('../jobs/worker.ts');
      const store = await openStore({ databaseUrl: await addressToJoin(place) });
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
