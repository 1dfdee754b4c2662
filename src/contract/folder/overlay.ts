import { z } from 'zod';
import { LinkKind, LinkRow } from './chain.ts';
import { Figure, Gate, Id, Share } from './common.ts';

const why = {
  author: z.string().min(1).max(120),
  reason: z.string().min(1).max(2000),
  confidence: z.enum(['low', 'medium', 'high']),
  evidence: Id,
};

/** One statement of the people who know, laid over imported data: what, value, author, reason, confidence, evidence. */
export const OverlayStatement = z.discriminatedUnion('what', [
  z
    .strictObject({
      what: z.literal('gate').describe('how the members of a group combine'),
      link: Id,
      group: Id,
      gate: Gate,
      k: z.int().min(1).optional(),
      ...why,
    })
    .refine(
      (s) => (s.gate === 'at-least') === (s.k !== undefined),
      'k goes with gate at-least, and only with it',
    ),
  z.strictObject({
    what: z.literal('add-requirement'),
    link: Id,
    group: Id,
    gate: Gate.optional().describe('gate of the group where this statement creates it; default all'),
    k: z.int().min(1).optional(),
    needs: Id,
    ...why,
  }),
  z.strictObject({ what: z.literal('remove-requirement'), link: Id, needs: Id, ...why }),
  z.strictObject({
    what: z.literal('qualify-requirement').describe('only `share` of what the link does depends on it'),
    link: Id,
    needs: Id,
    share: z.number().gt(0).max(1),
    ...why,
  }),
  z.strictObject({
    what: z.literal('add-link').describe('a link below the depth of the data'),
    value: LinkRow,
    ...why,
  }),
  z.strictObject({ what: z.literal('kind'), link: Id, value: LinkKind, ...why }),
  z.strictObject({
    what: z.literal('figure').describe('a figure of a link that the data lacks or gets wrong'),
    link: Id,
    figure: z.enum([
      'home_need',
      'home_capacity',
      'obtainable',
      'stock_days',
      'life_days',
      'service',
      'market_per_year',
    ]),
    value: Figure,
    ...why,
  }),
  z.strictObject({ what: z.literal('supply'), link: Id, provider: Id, share: Share, ...why }),
]);
export type OverlayStatement = z.infer<typeof OverlayStatement>;

/** `overlay.yaml`. */
export const OverlayFile = z.strictObject({
  schema: z.literal('muster/overlay@1'),
  depth: z.string().max(1000).optional().describe('where the data ends, declared in words'),
  statements: z.array(OverlayStatement),
});
export type OverlayFile = z.infer<typeof OverlayFile>;
