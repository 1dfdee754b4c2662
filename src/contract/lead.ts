import { z } from 'zod';

const Mode = z.enum(['state-led', 'mixed', 'market-led']);

/** What a lead of a project comes to, in the plan. Money in major units. */
export const LeadOption = z.object({
  mode: Mode,
  startPeriod: z
    .int()
    .describe(
      'the lead of the plan: when the plan starts it; another: then or earlier, when that is worth most; 1 = the first',
    ),
  periods: z.number().describe('mean time to the goal with all stages passed, deals included'),
  chance: z.number().describe('that the project reaches its goal'),
  lossAvoided: z
    .number()
    .describe(
      'expected discounted value of what it attains when it starts then and waits for nothing, over the scenarios',
    ),
  stateCost: z
    .number()
    .describe(
      'public money with all stages passed in their mean times, at the marginal cost of public funds',
    ),
  deadweight: z.number().describe('chance that it would go ahead without public money'),
  worth: z.number().nullable().describe('at the prices of the plan; null: it could not start'),
  expectedRegret: z
    .number()
    .nullable()
    .describe('over the scenarios: worth of the best lead in each, less that of this one'),
  worstRegret: z.number().nullable().describe('in the scenario in which it is largest'),
});
export type LeadOption = z.infer<typeof LeadOption>;

/** Who should lead a funded project by the screening rule, and who leads it in the plan. */
export const LeadScreening = z.object({
  project: z.string().describe('option/team'),
  planMode: Mode,
  ruleMode: Mode.nullable().describe('null: what the rule turns on is not stated'),
  reasons: z.array(z.string()).describe('codes of what decided the rule'),
  flips: z
    .array(
      z.object({
        input: z.string().describe('which of the facts'),
        direction: z.enum(['above', 'below', 'to']),
        value: z.number(),
        mode: Mode.nullable().describe('what the rule would then say'),
      }),
    )
    .describe('facts that alone would change the answer of the rule'),
  agreement: z
    .enum(['same', 'undecided', 'not-offered', 'decided', 'worth-less'])
    .describe('why the plan follows the rule or not; decided: a commitment leaves it no choice'),
  ruleLoss: z
    .number()
    .nullable()
    .describe('value lost at the prices of the plan if the lead of the rule were chosen; null: not known'),
  facts: z.object({
    privateNpv: z.number().nullable().describe('null: not stated'),
    marketGap: z
      .number()
      .nullable()
      .describe(
        'value of what it attains less its cost, less its private value; null: private value not stated',
      ),
    windfall: z
      .number()
      .describe('public money, in the lead of the plan, for what would have gone ahead anyway'),
    manufacturing: z.boolean(),
    marketPeriods: z.number(),
    periodsToCutOff: z
      .number()
      .nullable()
      .describe(
        'whole periods before a cut-off has begun with chance one half; null: not within the horizon',
      ),
    capableActors: z.int(),
    neededBy: z.int(),
    chainVerification: z.boolean(),
  }),
  modes: z.array(LeadOption),
});
export type LeadScreening = z.infer<typeof LeadScreening>;
