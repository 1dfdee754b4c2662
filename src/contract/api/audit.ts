import { z } from 'zod';
import { PersonName } from './people.ts';
import { Instant, Uuid } from './text.ts';

/** One write, as it was done. */
export const AuditRow = z.object({
  seq: z.int().describe('of the installation, rising'),
  at: Instant,
  person: PersonName.nullable().describe('null: the program, or somebody with a link'),
  programme: Uuid.nullable().describe('null: of the installation'),
  action: z.string().describe('such as `member.set`'),
  subject: z.string().describe('what it was done to'),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditRow = z.infer<typeof AuditRow>;
