import { z } from 'zod';

/** Output of `muster backup` and `muster restore`. */
export const BackupReport = z.object({
  schema: z.literal('muster/backup-report@1'),
  done: z.enum(['backup', 'restore']),
  file: z.string().describe('as given on the command line'),
  tables: z.array(
    z.object({
      table: z.string(),
      rows: z.int(),
      sha256: z.string().describe('over the rows in the order of their primary key'),
    }),
  ),
});
export type BackupReport = z.infer<typeof BackupReport>;
