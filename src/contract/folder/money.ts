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
  paidOn: z
    .enum(['cost', 'completion'])
    .optional()
    .describe(
      'lump-sum grant: completion pays the public share of a stage when it passes, and the performer pays till then; absent: as costs arise',
    ),
  returns: z
    .strictObject({
      ofPaid: Amount.optional().describe('repayable advance: of the public money that the project took'),
      stake: Share.optional().describe('equity: of the exitValue of the option'),
      afterPeriods: z.int().min(0).max(60).default(0),
    })
    .optional()
    .describe('what comes back to public funds from the performer, on success only'),
  elasticity: z
    .union([z.enum(['meta', 'classic']), Amount])
    .optional()
    .describe(
      'tax credit: of private research in its cost to the user; says the deadweight where none is given. meta 0.13–0.17–0.21, classic 1–1.25–1.5',
    ),
  cover: z
    .strictObject({
      premiumRate: Share.default(0.03).describe('of the insured value, a year'),
      years: z.number().gt(0).max(10).default(3),
      acceptance: z
        .number()
        .min(1)
        .max(5)
        .default(1)
        .describe('factor on the chance that verification passes'),
    })
    .optional()
    .describe(
      'first-set insurance of the insuredValue of the option: public money pays 80 % of the premium, up to a rate of 3 % and 3 years, over the verification stage',
    ),
  facility: z
    .strictObject({ resource: Id, amount: z.number().gt(0).describe('units a period that a stage runs') })
    .optional()
    .describe('park or facility: gives the public share in kind, as time of a resource'),
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
  window: z
    .strictObject({
      from: Day,
      until: Day,
      cancelled: Day.optional().describe('money of projects begun in the window is paid until then'),
    })
    .optional()
    .describe('when its money is there; with cancelled: when a project must begin to be paid from it'),
  carryOver: z
    .boolean()
    .default(false)
    .describe('what is not used in a period is there in the next; else it lapses'),
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
