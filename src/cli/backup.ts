import type { Command } from 'commander';
import type { BackupReport } from '../contract/backup.ts';
import type { StorePlace } from '../store/open.ts';
import { backupText } from './backup-text.ts';
import { endOnInterrupt } from './interrupt.ts';
import { type StoreOptions, storePlace, withStoreOptions } from './store-place.ts';

interface Options extends StoreOptions {
  readonly out: string;
  readonly json?: boolean;
}

/** `muster backup --out FILE`: all records of the workbench in one file, also while it is at work. */
export function registerBackup(program: Command): void {
  withStoreOptions(program.command('backup'))
    .description('write all records of the workbench to one file, also while it is at work')
    .requiredOption('--out <file>', 'file to write; one that is there is never overwritten')
    .option('--json', 'print one JSON object')
    .action(async (options: Options) => {
      endOnInterrupt();
      const { writeBackup } = await import('../store/backup/write.ts');
      const tables = await withRecords(storePlace(options), (url) => writeBackup(url, options.out));
      const report: BackupReport = {
        schema: 'muster/backup-report@1',
        done: 'backup',
        file: options.out,
        tables: [...tables],
      };
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : backupText(report));
    });
}

/** Joins a PostgreSQL that is at work, or starts the one of the data folder for as long as it takes. */
async function withRecords<T>(place: StorePlace, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  if ('databaseUrl' in place) return work(place.databaseUrl);
  const { runningDatabase, startEmbedded } = await import('../store/embedded/embedded.ts');
  const running = await runningDatabase(place.dataDir);
  if (running !== null) return work(running);
  const own = await startEmbedded(place.dataDir);
  return work(own.url).finally(() => own.close());
}
