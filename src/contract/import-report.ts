import { z } from 'zod';

/**
 * What a finding is: a `defect` of the source; an `assumption` made on import; a `heuristic` suspicion that a
 * person should judge; a `note` worth knowing.
 */
export const FindingKind = z.enum(['defect', 'assumption', 'heuristic', 'note']);
export type FindingKind = z.infer<typeof FindingKind>;

/** Something found in the source on import. */
export const Finding = z.strictObject({
  code: z.string(),
  file: z.string(),
  line: z.int().nullable().describe('where in the file; null where it is about the whole file'),
  column: z.string().optional().describe('where it is about one cell: name of its column'),
  read: z.string().optional().describe('where it is about one cell: what stands in it'),
  subject: z.string().describe('id it is about, as written in the source; may be empty'),
  message: z.string().describe('what it means and what was done'),
});
export type Finding = z.infer<typeof Finding>;

/** `muster import … --json`, and `reports/import-FORMAT.json` of the imported folder. */
export const ImportReport = z.strictObject({
  schema: z.literal('muster/import-report@1'),
  format: z.string(),
  source: z.string().describe('name of the folder or files that were imported, without their path'),
  layout: z.string().describe('which layout of the format it has'),
  counts: z.record(z.string(), z.int()),
  assumptions: z.array(z.string()).describe('rules of the conversion that hold for every row'),
  summary: z.array(
    z.strictObject({ code: z.string(), kind: FindingKind, meaning: z.string(), count: z.int() }),
  ),
  findings: z.array(Finding),
  files: z
    .record(z.string(), z.string())
    .describe('SHA-256 of each file of the folder as the import wrote it, by path'),
});
export type ImportReport = z.infer<typeof ImportReport>;
