import { z } from 'zod';
import { Amount, Day, Figure, Id, Jurisdiction, Names } from './common.ts';

/** One step of a value ladder: `share` of the value is kept when service reaches `level` (both cumulative). */
export const LadderStep = z.strictObject({
  level: z.number().gt(0).max(1).describe('service level, fraction of the need'),
  share: z.number().gt(0).max(1).describe('of the value kept at this level, that of lower levels included'),
});

/** An end use at a grade. */
export const Product = z.strictObject({
  link: Id.describe('link that is the end use'),
  needWeight: Amount.describe('strategic need weight, 1 = money as it is'),
  valuePerYear: Amount.describe('value kept per year at full service, in major units of the currency'),
  ladder: z.array(LadderStep).min(1).max(6),
  target: z
    .strictObject({
      level: z.number().gt(0).max(1).describe('one of the levels of the ladder'),
      by: Day.describe('day by which it is to be available'),
      chance: z.number().gt(0).max(1).describe('chance asked for, over the scenarios'),
    })
    .optional()
    .describe('what the plan is checked against; it is not bound to it'),
});

/** `muster.yaml`: what the programme is. */
export const MusterFile = z.strictObject({
  schema: z.literal('muster/programme@1'),
  ...Names,
  description: z.string().max(4000).optional(),
  home: z.array(Jurisdiction).min(1).describe('whose programme it is'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'ISO 4217'),
  priceYear: z.int().min(1990).max(2100).describe('of all money'),
  periods: z.strictObject({
    start: Day.describe('first day of the first period'),
    length: z.enum(['P1M', 'P3M', 'P6M', 'P1Y']).describe('ISO 8601'),
    count: z.int().min(1).max(60),
  }),
  discountRate: z.number().min(0).max(1).describe('per year'),
  marginalCostOfPublicFunds: Figure.describe('cost to society of one unit of public money'),
  products: z.array(Product),
  seed: z.int().min(0).max(4294967295).describe('of everything random: same seed, same answer'),
});
export type MusterFile = z.infer<typeof MusterFile>;
