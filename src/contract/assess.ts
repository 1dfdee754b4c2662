import { z } from 'zod';
import { Basis, Verdict } from './common.ts';
import { StopDraws, Stoppage } from './stoppage.ts';
import { StockToSurvive, SurvivalTime } from './survival.ts';
import { AssessedUnknown } from './unknowns.ts';

/** One product at its service levels under one scenario, from the scenario's last severity on, with no plan. */
export const AssessedProduct = z.object({
  id: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  works: Verdict.describe('at the highest service level of its ladder'),
  coverage: z.number().describe('fraction of need still supplied when stocks and service lives have run out'),
  coverageLow: z.number().describe('at the low figures, if every unknown is adverse'),
  coverageHigh: z.number().describe('at the high figures, if every unknown is favourable'),
  stopsOnDay: z
    .number()
    .nullable()
    .describe('day from the start on which the highest level is lost; null: never'),
  levels: z.array(
    z.object({
      level: z.number(),
      works: Verdict,
      stopsOnDay: z.number().nullable().describe('if every unknown is adverse'),
      stopsOnDayLatest: z
        .number()
        .nullable()
        .describe('if every unknown is favourable; null: then never, or after stocks of unknown size'),
      cause: z.array(z.string()).describe('links from the product down to the one that stops it first'),
    }),
  ),
});
export type AssessedProduct = z.infer<typeof AssessedProduct>;

/** A link whose loss matters, ranked. */
export const Chokepoint = z.object({
  link: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  field: z.string(),
  rank: z.int(),
  exposure: z
    .number()
    .describe('fraction of the need of home that the scenario takes away at the link itself, 0 to 1'),
  coverage: z.number().describe('fraction of need supplied at the link itself'),
  stopsOnDay: z.number().nullable(),
  valueAtStakePerYear: z.number().describe('value per year of the products that stop while it is lost'),
  fixingItAlonePerYear: z.number().describe('value per year gained by mending this link and nothing else'),
  marginalValuePerYear: z
    .number()
    .describe(
      'value per year of one more unit of its chance when every other broken link is mended with chance one half',
    ),
  criticalCombinations: z.int().describe('minimal cut sets of links in which it sits'),
  repairSets: z.int().describe('minimal repair sets in which it sits'),
  concentration: z
    .number()
    .nullable()
    .describe('Herfindahl-Hirschman index of supply by jurisdiction, 0 to 1'),
  suppliersCut: z.array(z.object({ id: z.string(), name: z.string(), share: z.number() })),
  reason: z.string(),
});
export type Chokepoint = z.infer<typeof Chokepoint>;

/** A minimal set of jurisdictions or providers whose loss stops a product at its highest level. */
export const CutSet = z.object({
  product: z.string(),
  actsOn: z
    .enum(['jurisdiction', 'provider', 'either'])
    .describe('`either`: jurisdictions and providers together, where asked'),
  members: z.array(z.string()),
  order: z.int(),
  certain: z
    .boolean()
    .describe('true: critical whatever the unknowns turn out to be; false: critical if they are adverse'),
});

export type CutSet = z.infer<typeof CutSet>;

/** A minimal set of links that must be mended together for a product to reach a level. */
export const RepairSet = z.object({
  product: z.string(),
  level: z.number(),
  members: z.array(z.string()),
  valuePerYear: z.number(),
});

/** Links that others depend on home for. */
export const Initiative = z.object({
  link: z.string(),
  name: z.string(),
  homeShare: z.number(),
  share: z.string().describe('computed from supply by jurisdiction'),
});

/** Output of `muster assess` for one scenario. */
export const Assessment = z.object({
  schema: z.literal('muster/assess@1'),
  programme: z.string(),
  scenario: z.string(),
  scenarioName: z.string(),
  scenarioNameZh: z.string().nullable(),
  hypothetical: z.boolean(),
  reading: z.enum(['home', 'world']),
  asOf: z.string(),
  startsOn: z.string().nullable().describe('day of the start; null: by hazard'),
  actsOn: z.array(z.string()).describe('headquarters, plants: what the answer rests on'),
  gates: z.enum(['all', 'any', 'unknown']),
  dataCoverage: z.number().describe('fraction of the links below the products whose supply is quantified'),
  basis: Basis,
  products: z.array(AssessedProduct),
  chokepoints: z.array(Chokepoint),
  stoppages: z.array(Stoppage).describe('what stops, the earliest first'),
  stopDraws: StopDraws.describe('how the percentiles of stoppages were drawn'),
  survival: z
    .array(SurvivalTime)
    .describe('of every product at its service levels; empty in the world reading'),
  stock: StockToSurvive.nullable().describe('null: not asked (--survive), or the world reading'),
  cutSets: z.array(CutSet),
  cutSetsMaxOrder: z.int(),
  repairSets: z.array(RepairSet),
  initiative: z.array(Initiative),
  unknowns: z.array(AssessedUnknown).describe('what to find out first, ranked'),
  links: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameZh: z.string().nullable(),
        field: z.string(),
        kind: z.string(),
        exposure: z.number().nullable().describe('null: unknown'),
        works: Verdict,
        stopsOnDay: z.number().nullable(),
        needs: z.array(z.string()),
      }),
    )
    .describe('every link below the products, for drawing'),
  notes: z.array(z.string()).describe('what the answer leaves out, in words'),
});
export type Assessment = z.infer<typeof Assessment>;

/**
 * Output of `muster assess`: the scenario asked for, or the first of the programme with the others behind it.
 */
export const AssessmentReport = Assessment.extend({ otherScenarios: z.array(Assessment) });
export type AssessmentReport = z.infer<typeof AssessmentReport>;
