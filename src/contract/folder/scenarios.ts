import { z } from 'zod';
import { Day, Field, Id, Jurisdiction, Names } from './common.ts';

/** Who a measure hits. `endUsers` narrows it to named users at home that stand for `endUserShare` of home's need. */
export const MeasureWho = z.strictObject({
  jurisdictions: z.array(Jurisdiction).optional(),
  providers: z.array(Id).optional(),
  endUsers: z.array(z.string()).optional(),
  endUserShare: z.number().gt(0).max(1).optional(),
});

/** Which links it hits: the union of what is listed; `all` for every link. */
export const MeasureLinks = z.strictObject({
  all: z.literal(true).optional(),
  ids: z.array(Id).optional(),
  fields: z.array(Field).optional(),
  tags: z.array(z.string()).optional(),
});

/** A control as it is written. */
export const Measure = z.strictObject({
  id: Id,
  name: z.string().optional(),
  who: MeasureWho,
  links: MeasureLinks,
  grade: z
    .strictObject({ atMost: z.number().optional(), atLeast: z.number().optional() })
    .optional()
    .describe('only links of a grade in this range; links without a grade are not hit by a graded measure'),
  covers: z.array(z.enum(['goods', 'technology', 'service', 'people'])).min(1),
  licence: z
    .discriminatedUnion('policy', [
      z.strictObject({ policy: z.literal('deny') }),
      z.strictObject({ policy: z.literal('case-by-case'), probability: z.number().min(0).max(1) }),
    ])
    .describe('case by case: the fraction of trade expected to be licensed'),
  severity: z
    .union([
      z.number().gt(0).max(1),
      z.array(z.strictObject({ from: Day, value: z.number().min(0).max(1) })).min(1),
    ])
    .describe('fraction of the trade that is hit, or steps of it over time'),
  from: Day.optional().describe('default: the start of the scenario'),
  until: Day.optional(),
  actsOn: z.enum(['headquarters', 'plants']).default('headquarters'),
  reachesThirdCountries: z
    .array(Jurisdiction)
    .optional()
    .describe('jurisdictions whose makers of these links must follow the measure too'),
  status: z.enum(['in-force', 'announced', 'suspended', 'hypothetical']),
  evidence: Id.optional(),
});
export type Measure = z.infer<typeof Measure>;

/** One cut-off scenario. Without `start` it begins with the first period. */
export const Scenario = z
  .strictObject({
    id: Id,
    ...Names,
    description: z.string().max(4000).optional(),
    weight: z.number().min(0),
    asOf: Day.describe('the day on which its facts were known'),
    reading: z.enum(['home', 'world']).default('home'),
    start: Day.optional(),
    hazardPerPeriod: z.number().gt(0).lt(1).optional(),
    hypothetical: z.boolean().default(false),
    measures: z.array(Measure),
    capacityChanges: z
      .array(
        z.strictObject({
          link: Id,
          provider: Id.describe('whose share of supply changes'),
          date: Day,
          change: z.number().min(-1).max(1).describe('in the unit of the link'),
          evidence: Id.optional(),
        }),
      )
      .default([]),
    reopens: z
      .array(
        z.strictObject({
          provider: Id.describe('a jurisdiction, or a company where companies have rows of their own'),
          links: MeasureLinks,
          from: Day.describe('no measure of the scenario stops its trade from this day on'),
          until: Day.optional().describe('until it closes again'),
          takesDemand: z
            .number()
            .gt(0)
            .max(1)
            .optional()
            .describe(
              'undercuts: fraction of home’s making, of links it supplies, that loses its buyers for good; what advance market commitments pay for keeps them',
            ),
          evidence: Id.optional(),
        }),
      )
      .default([]),
    exportLoss: z
      .array(z.strictObject({ link: Id, share: z.number().gt(0).max(1), from: Day.optional() }))
      .default([]),
    includes: z.array(Id).default([]).describe('scenarios whose measures hold here too'),
  })
  .refine((s) => !(s.start && s.hazardPerPeriod), 'start and hazardPerPeriod exclude each other');
export type Scenario = z.infer<typeof Scenario>;

/** `scenarios.yaml`. */
export const ScenariosFile = z.strictObject({
  schema: z.literal('muster/scenarios@1'),
  scenarios: z.array(Scenario),
});
export type ScenariosFile = z.infer<typeof ScenariosFile>;
