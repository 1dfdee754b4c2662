import { z } from 'zod';
import { PersonName } from './people.ts';
import { Instant, Sha256, VersionNumber } from './text.ts';

/** A state of the files of a programme, kept for ever. */
export const Version = z.object({
  number: VersionNumber,
  parent: VersionNumber.nullable().describe('the version it was made from; null: the first'),
  kind: z.enum(['create', 'edit', 'import', 'undo', 'answers']),
  author: PersonName.nullable().describe('null: made by the program'),
  at: Instant,
  reason: z.string(),
  contentHash: Sha256.describe('equal where every file is equal'),
});
export type Version = z.infer<typeof Version>;

/** A version with its files. */
export const VersionDetail = Version.extend({
  files: z.array(z.object({ path: z.string(), sha256: Sha256, bytes: z.int() })),
});
export type VersionDetail = z.infer<typeof VersionDetail>;
