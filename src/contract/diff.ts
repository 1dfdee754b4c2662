import { z } from 'zod';
import { Verdict } from './common.ts';

const Value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ low: z.number(), central: z.number(), high: z.number() }),
  z.array(z.string()),
  z.array(z.number()),
]);

/** A field that differs. */
export const FieldChange = z.object({
  field: z.string().describe('its path within the thing, such as `severity` or `who.jurisdictions`'),
  before: Value.nullable().describe('null: not stated'),
  after: Value.nullable(),
});

/** A thing of a programme that differs, found by its id and never by its place in a file. */
export const Change = z.object({
  key: z.string().describe('sort and id: what `changes` elsewhere in this object name'),
  sort: z.string().describe('`link`, `requirement`, `supply`, `measure`, …'),
  id: z
    .string()
    .describe('of what lies within another: `LINK/GROUP`, `LINK/PROVIDER`, `SCENARIO/MEASURE`, …'),
  kind: z.enum(['added', 'removed', 'changed']),
  name: z.string().nullable(),
  nameZh: z.string().nullable(),
  fields: z.array(FieldChange).describe('of what was added or removed all that are stated'),
});
export type Change = z.infer<typeof Change>;

const changes = z.array(z.string()).describe('keys of the changes that touch it');
const named = { name: z.string(), nameZh: z.string().nullable() };

const ProductState = z.object({
  works: Verdict,
  coverage: z.number(),
  coverageLow: z.number(),
  coverageHigh: z.number(),
  stopsOnDay: z.number().nullable(),
  levels: z
    .array(z.object({ level: z.number(), works: Verdict, stopsOnDay: z.number().nullable() }))
    .describe('service levels of its ladder'),
});

/** A product under a scenario that is in both. */
export const ProductChange = z.object({
  id: z.string(),
  ...named,
  before: ProductState.nullable().describe('null: it was no product'),
  after: ProductState.nullable(),
  changes: changes.describe('keys of the changes that touch it or anything it needs'),
});
export type ProductChange = z.infer<typeof ProductChange>;

const ChokepointState = z.object({
  rank: z.int(),
  exposure: z.number().describe('fraction of the need of home that is taken away at the link itself'),
  coverage: z.number().describe('fraction of need supplied at the link itself'),
  stopsOnDay: z.number().nullable(),
  valueAtStakePerYear: z.number(),
  marginalValuePerYear: z.number(),
});

/** A chokepoint that appeared, vanished or is another. */
export const ChokepointChange = z.object({
  link: z.string(),
  ...named,
  kind: z
    .enum(['appeared', 'vanished', 'changed', 'moved'])
    .describe('changed: in what it is itself; moved: only its rank or what it is worth among the others'),
  before: ChokepointState.nullable(),
  after: ChokepointState.nullable(),
  changes,
});
export type ChokepointChange = z.infer<typeof ChokepointChange>;

/** A critical combination that is gained or lost, or of which more or less is certain. */
export const CombinationChange = z.object({
  reading: z.enum(['home', 'world']),
  product: z.string(),
  actsOn: z.enum(['jurisdiction', 'provider', 'either']),
  members: z.array(z.string()),
  before: z.enum(['none', 'possible', 'certain']).describe('possible: critical if the unknowns are adverse'),
  after: z.enum(['none', 'possible', 'certain']),
});
export type CombinationChange = z.infer<typeof CombinationChange>;

/** What the changes do under one scenario. Of a scenario that is in one programme alone nothing is compared. */
export const ScenarioDiff = z.object({
  id: z.string(),
  ...named,
  in: z.enum(['both', 'before', 'after']),
  readingBefore: z.enum(['home', 'world']).nullable(),
  readingAfter: z.enum(['home', 'world']).nullable(),
  moreExposed: z.array(z.string()).describe('links of whose need more is taken away'),
  lessExposed: z.array(z.string()),
  products: z.array(ProductChange).describe('those that differ'),
  chokepoints: z.array(ChokepointChange).describe('those that differ, by their rank'),
});
export type ScenarioDiff = z.infer<typeof ScenarioDiff>;

const Side = z.object({
  folder: z.string(),
  programme: z.string(),
  programmeNameZh: z.string().nullable(),
  home: z.array(z.string()),
  currency: z.string(),
  priceYear: z.int(),
});

/** Output of `muster diff`: what differs between two programmes, and what that does to what stops. */
export const DiffReport = z.object({
  schema: z.literal('muster/diff@1'),
  before: Side,
  after: Side,
  moneyCompares: z.boolean().describe('false: currency or price year differ'),
  changes: z.array(Change),
  scenarios: z.array(ScenarioDiff),
  combinations: z.array(CombinationChange),
  combinationsMaxOrder: z.int(),
  names: z.record(z.string(), z.object(named)).describe('of links and providers that are named by id, by id'),
  notes: z.array(z.string()).describe('what the comparison leaves out or takes for granted, in words'),
});
export type DiffReport = z.infer<typeof DiffReport>;
