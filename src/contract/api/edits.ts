import { z } from 'zod';
import { ContentParts } from './content.ts';
import { Reason, VersionNumber } from './text.ts';
import { Version } from './versions.ts';

/**
 * One change: what stands at `path` in a part becomes `to`. In a path rows of a list go by their identity, as `rows`
 * of the content tells it, never by their number; keys go by their name.
 */
export const Edit = z.strictObject({
  part: ContentParts.keyof(),
  path: z.array(z.string().min(1).max(400)).min(1).max(12).describe('from the top of the part'),
  from: z.json().describe('must equal what stands there; null: nothing'),
  to: z.json().describe('null removes; a key with a default goes back to it'),
  next: z
    .string()
    .max(400)
    .nullable()
    .optional()
    .describe('of a row that is added: identity of the row before which it goes; null or absent: the last'),
});
export type Edit = z.infer<typeof Edit>;

/** Changes to a version: all of them, one after another, or none. */
export const Edits = z.strictObject({
  base: VersionNumber.describe('the version on which they were made'),
  edits: z.array(Edit).min(1).max(1000),
  reason: Reason,
});
export type Edits = z.infer<typeof Edits>;

/** A change that does not fit what is there now. */
export const EditConflict = z.object({
  index: z.int().describe('of the edit, from 0'),
  kind: z
    .enum(['changed', 'place-gone'])
    .describe('another value stands there; or the row or key around the place is not there'),
  now: z.json().describe('what stands there; null: nothing'),
  author: z.string().nullable().describe('of the last version that changed its file; null: not known'),
  at: z.string().nullable().describe('when'),
});
export type EditConflict = z.infer<typeof EditConflict>;

/** The version that came of edits, and the edits that take them back. */
export const EditedVersion = Version.extend({ undo: z.array(Edit) });
export type EditedVersion = z.infer<typeof EditedVersion>;
