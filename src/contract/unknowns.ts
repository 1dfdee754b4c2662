import { z } from 'zod';
import { Verdict } from './common.ts';

const ValueRange = z.object({ low: z.number(), high: z.number() });

/** Something that is not known and on which the answer depends, ranked by what finding it out would tell. */
export const AssessedUnknown = z.object({
  rank: z.int(),
  kind: z
    .enum(['gate', 'share', 'need', 'capacity', 'obtainable'])
    .describe('gate of a group, or who supplies how much, or a figure of the link'),
  link: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  group: z.string().nullable().describe('the group whose gate it is'),
  members: z.array(z.string()).describe('links that the group names'),
  stated: z.boolean().describe('true: stated with a range; false: nobody has stated it, or not all of it'),
  what: z.string().describe('the question, in words'),
  rangeBefore: ValueRange.describe(
    'value kept per year in the end: everything adverse at low figures, to everything favourable at high ones',
  ),
  rangeIfAdverse: ValueRange.describe('what is left of it when this alone is settled adversely'),
  rangeIfFavourable: ValueRange.describe('and favourably'),
  narrows: z
    .number()
    .describe(
      'by how much the range narrows on average, adverse and favourable being even odds (a neutral judgement)',
    ),
  swing: z
    .number()
    .nullable()
    .describe(
      'by how much the expected value differs between the two, all other unknowns being even odds; null: too intricate',
    ),
  flips: z
    .array(z.object({ product: z.string(), ifAdverse: Verdict, ifFavourable: Verdict }))
    .describe('products whose full service is unknown over the whole range and becomes yes or no'),
});
export type AssessedUnknown = z.infer<typeof AssessedUnknown>;
