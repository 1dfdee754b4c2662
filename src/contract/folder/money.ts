import { z } from 'zod';
import { ActorType, Amount, Day, Field, Id, LeadMode, Names, OptionKind, Share } from './common.ts';

/** How a project is financed. */
export const Instrument = z.strictObject({
  id: Id,
  ...Names,
  kind: z.enum([
    'grant',
    'lump-sum-grant',
    'matched-grant',
    'repayable-advance',
    'equity',
    'tax-credit',
    'advance-market-commitment',
    'first-set-insurance',
    'park-or-facility',
  ]),
  fundTypes: z
    .array(z.lazy(() => FundType))
    .min(1)
    .describe('types of fund that may pay the public share'),
  publicShareMax: z.number().min(0).max(1),
  modes: z.array(LeadMode).min(1),
  actorTypes: z.array(ActorType).optional().describe('who is eligible; absent: everybody'),
  deadweight: Share.optional(),
  leverage: Amount.optional().describe('private money per unit of public money, announced, not causal'),
  evidence: Id,
});
export type Instrument = z.infer<typeof Instrument>;

/** Source types of money. */
export const FundType = z.enum(['fiscal', 'industrial-fund', 'company', 'donation', 'loan', 'foreign']);
export type FundType = z.infer<typeof FundType>;

/** Money with its rules. */
export const Fund = z.strictObject({
  id: Id,
  ...Names,
  type: FundType,
  public: z.boolean().describe('counts at the marginal cost of public funds'),
  perPeriod: z
    .union([Amount, z.array(z.number().min(0))])
    .describe('major units; one figure, or one per period'),
  purpose: z
    .strictObject({
      fields: z.array(Field).optional(),
      kinds: z.array(OptionKind).optional(),
      actorTypes: z.array(ActorType).optional(),
    })
    .default({})
    .describe('what it may pay for; absent: anything'),
  window: z.strictObject({ from: Day, until: Day }).optional(),
  carryOver: z.boolean().default(false),
  match: z
    .strictObject({ ratio: z.number().gt(0) })
    .optional()
    .describe('pays at most `ratio` times what others pay in'),
  evidence: Id,
});
export type Fund = z.infer<typeof Fund>;

/** `instruments.yaml` and `funds.yaml`. */
export const InstrumentsFile = z.strictObject({
  schema: z.literal('muster/instruments@1'),
  instruments: z.array(Instrument),
});
export const FundsFile = z.strictObject({ schema: z.literal('muster/funds@1'), funds: z.array(Fund) });
export type FundsFile = z.infer<typeof FundsFile>;
export type InstrumentsFile = z.infer<typeof InstrumentsFile>;
