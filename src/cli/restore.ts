import type { Command } from 'commander';
import type { BackupReport } from '../contract/backup.ts';
import { backupText } from './backup-text.ts';
import { endOnInterrupt } from './interrupt.ts';
import { type StoreOptions, storePlace, withStoreOptions } from './store-place.ts';

/** `muster restore FILE`: the records of a backup into an empty data folder or database. */
export function registerRestore(program: Command): void {
  withStoreOptions(program.command('restore'))
    .description('put the records of a backup into a new data folder, or an empty database: all or nothing')
    .argument('<file>', 'what `muster backup` wrote')
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: StoreOptions & { readonly json?: boolean }) => {
      endOnInterrupt();
      const { restoreBackup } = await import('../store/backup/restore.ts');
      const { startEmbedded } = await import('../store/embedded/embedded.ts');
      const place = storePlace(options);
      const own = 'dataDir' in place ? await startEmbedded(place.dataDir) : null;
      const url = own?.url ?? (place as { databaseUrl: string }).databaseUrl;
      const tables = await restoreBackup(url, file).finally(() => own?.close());
      const report: BackupReport = {
        schema: 'muster/backup-report@1',
        done: 'restore',
        file,
        tables: [...tables],
      };
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : backupText(report));
    });
}
