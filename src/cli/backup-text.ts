import type { BackupReport } from '../contract/backup.ts';

/** What was written or restored, for people. */
export function backupText({ done, file, tables }: BackupReport): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const head = done === 'backup' ? `Wrote ${file}` : `Restored ${file}`;
  const width = Math.max(...tables.map(({ table }) => table.length));
  const lines = tables.map(
    ({ table, rows, sha256 }) =>
      `  ${table.padEnd(width)}  ${String(rows).padStart(8)}  ${sha256.slice(0, 16)}`,
  );
  return [`${head}: ${rows} rows in ${tables.length} tables.`, ...lines, ''].join('\n');
}
