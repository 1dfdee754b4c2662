import { z } from 'zod';

const SubjectKind = z.enum([
  'product',
  'link',
  'goal',
  'project',
  'mode',
  'fund',
  'resource',
  'scenario',
  'commitment',
  'figure',
]);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** Output of `muster explain`: why something is as it is in a plan, and what would flip it. */
export const Explanation = z.object({
  schema: z.literal('muster/explain@1'),
  programme: z.string(),
  subject: z.object({ kind: SubjectKind, id: z.string(), name: z.string() }),
  sentences: z.array(z.string()).describe('why, in the order in which a reader would ask'),
  flips: z.array(z.string()).describe('what would have to change for the answer to change'),
  figures: z.array(
    z.object({
      name: z.string(),
      value: z.number().nullable().describe('null: never, or not known'),
      unit: z.string(),
    }),
  ),
  related: z.array(z.object({ kind: SubjectKind, id: z.string() })).describe('where to ask on'),
});
export type Explanation = z.infer<typeof Explanation>;
