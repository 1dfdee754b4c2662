import { z } from 'zod';

/** Identifier of a link, provider, goal, option…: letters, digits, dot, dash, underscore; at most 80 characters. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'an id: letters, digits, ". _ -", at most 80 characters');

/** A jurisdiction: ISO 3166-1 alpha-3, or `EUR`/`EUU`-like agreed codes of three capitals. */
export const Jurisdiction = z
  .string()
  .regex(/^[A-Z]{3}$/, 'a jurisdiction code of three capitals, such as CHN');

/** A calendar day, ISO 8601. */
export const Day = z.iso.date();

/**
 * A figure whose truth is not certain. Written as a bare number, or as `{low, central, high, evidence}` where
 * `low ≤ central ≤ high` and `evidence` names a row of evidence.csv.
 */
export const Figure = z.union([
  z.number(),
  z
    .strictObject({
      low: z.number(),
      central: z.number(),
      high: z.number(),
      evidence: Id.optional(),
    })
    .refine((f) => f.low <= f.central && f.central <= f.high, 'low ≤ central ≤ high'),
]);
export type Figure = z.infer<typeof Figure>;

/** A figure that must lie in [0, 1]: a share or a probability. */
export const Share = Figure.refine(
  (f) => (typeof f === 'number' ? f >= 0 && f <= 1 : f.low >= 0 && f.high <= 1),
  'a share or probability lies between 0 and 1',
);

/** A figure that must not be negative. */
export const Amount = Figure.refine(
  (f) => (typeof f === 'number' ? f >= 0 : f.low >= 0),
  'an amount is not negative',
);

/** Name in English, and in Chinese where there is one. */
export const Names = {
  name: z.string().min(1).max(200).describe('in English'),
  name_zh: z.string().max(200).optional().describe('in Chinese'),
};

/** Ownership classes of organisations. */
export const ActorType = z.enum([
  'state-owned',
  'mixed',
  'private',
  'institute',
  'university',
  'foreign-invested',
  'foreign',
  'experts-abroad',
  'consortium',
]);
export type ActorType = z.infer<typeof ActorType>;

/** The four fields of the first programmes, and room for others. */
export const Field = z.enum(['chips', 'core-software', 'industrial-materials', 'equipment', 'other']);
export type Field = z.infer<typeof Field>;

/** Ways to reach a goal. */
export const OptionKind = z.enum(['make', 'substitute', 'redesign', 'allied-supply', 'stockpile', 'recycle']);
export type OptionKind = z.infer<typeof OptionKind>;

/** Who leads. */
export const LeadMode = z.enum(['state-led', 'mixed', 'market-led']);
export type LeadMode = z.infer<typeof LeadMode>;

/** How requirements combine; `unknown` until an overlay states it. */
export const Gate = z.enum(['all', 'any', 'at-least', 'unknown']);
export type Gate = z.infer<typeof Gate>;
