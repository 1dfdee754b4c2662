import { z } from 'zod';
import { Chokepoint } from '../assess.ts';
import { Verdict } from '../common.ts';
import { Day, Id } from '../folder/common.ts';
import { Measure } from '../folder/scenarios.ts';

/** A measure made up on the spot: everything is cut off where no more is said. */
export const WhatIfMeasure = Measure.omit({ id: true, status: true, evidence: true }).extend({
  covers: Measure.shape.covers.default(['goods', 'technology', 'service', 'people']),
  licence: Measure.shape.licence.default({ policy: 'deny' }),
  severity: Measure.shape.severity.default(1),
});
export type WhatIfMeasure = z.infer<typeof WhatIfMeasure>;

/** A scenario made up on the spot: one of the programme with measures switched off and others added, or of added ones alone. */
export const WhatIf = z.strictObject({
  scenario: Id.optional().describe('of the programme, to begin with; absent: nothing is cut off before'),
  off: z.array(Id).max(1000).default([]).describe('its measures (those it includes too) that do not hold'),
  measures: z.array(WhatIfMeasure).max(100).default([]).describe('measures that hold besides'),
  start: Day.optional().describe('of the cut-off; default: that of the scenario, else the first period'),
  reading: z.enum(['home', 'world']).optional().describe('default: as the scenario says, else home'),
  gates: z.enum(['all', 'any', 'unknown']).default('unknown'),
});
export type WhatIf = z.infer<typeof WhatIf>;

const LinkState = z.object({
  works: Verdict,
  coverage: z.number().describe('fraction of need still supplied in the end'),
  exposure: z.number().describe('fraction of the need of home taken away at the link itself'),
  stopsOnDay: z.number().nullable().describe('from the start on; null: never'),
});

const ProductState = LinkState.omit({ exposure: true }).extend({
  coverageLow: z.number(),
  coverageHigh: z.number(),
  cause: z.array(z.string()).describe('links from the product down to the one that stops it first'),
});

const named = { id: z.string(), name: z.string(), nameZh: z.string().nullable() };

const ChokepointState = Chokepoint.pick({
  rank: true,
  exposure: true,
  coverage: true,
  stopsOnDay: true,
  marginalValuePerYear: true,
  valueAtStakePerYear: true,
  suppliersCut: true,
  reason: true,
});

/** What a made-up scenario does, beside what was before it. */
export const WhatIfReply = z.object({
  schema: z.literal('muster/what-if@1'),
  reading: z.enum(['home', 'world']),
  measures: z.array(z.string()).describe('ids of the measures that hold'),
  products: z.array(z.object({ ...named, before: ProductState, after: ProductState })),
  links: z
    .array(z.object({ ...named, field: z.string(), before: LinkState, after: LinkState }))
    .describe('those that come out otherwise, the largest change of coverage first'),
  chokepoints: z
    .array(
      z.object({
        ...named,
        field: z.string(),
        before: ChokepointState.nullable().describe('null: no chokepoint then'),
        after: ChokepointState.nullable(),
      }),
    )
    .describe('by rank after, then by rank before'),
  chokepointsLeftOut: z.boolean().describe('true: the chain is too large to rank them while one waits'),
});
export type WhatIfReply = z.infer<typeof WhatIfReply>;
