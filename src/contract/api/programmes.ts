import { z } from 'zod';
import { Instant, Name, Uuid } from './text.ts';
import { Version } from './versions.ts';

/** What somebody is to a programme. */
export const Role = z.enum(['director', 'planner', 'auditor', 'guest']);
export type Role = z.infer<typeof Role>;

/** Files of a programme folder: texts by path. */
export const FolderFiles = z.record(z.string().min(1).max(100), z.string().max(20 * 1024 * 1024));

/** A programme as the person who asks sees it. */
export const ProgrammeView = z.object({
  id: Uuid,
  name: z.string(),
  createdAt: Instant,
  role: Role.nullable().describe('of who asks; null: an owner of the installation without a role'),
  latest: Version,
});
export type ProgrammeView = z.infer<typeof ProgrammeView>;

/** A new programme, from an example or from files. */
export const NewProgramme = z
  .strictObject({
    name: Name,
    example: z.string().max(100).optional().describe('id of an example'),
    files: FolderFiles.optional(),
  })
  .refine(
    ({ example, files }) => (example === undefined) !== (files === undefined),
    'an example or files, one of the two',
  );

/** New name of a programme. */
export const ProgrammeChange = z.strictObject({ name: Name });

/** Programmes that come with Muster. */
export const Examples = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), nameZh: z.string().nullable() })),
});
