import { z } from 'zod';

/** Something wrong with a programme folder. */
export const CheckDefect = z.object({
  file: z.string().describe('relative to the folder'),
  line: z.int().nullable().describe('from 1; null: the file as a whole'),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  hint: z.string().describe('what to do about it'),
});

/** Output of `muster check`. */
export const CheckReport = z.object({
  schema: z.literal('muster/check@1'),
  folder: z.string().describe('as given on the command line'),
  errors: z.int(),
  warnings: z.int(),
  defects: z.array(CheckDefect),
  unread: z
    .array(z.string())
    .describe('files that could not be read as a whole: checks across files that need them were left out'),
});
export type CheckReport = z.infer<typeof CheckReport>;
