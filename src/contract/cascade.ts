import { z } from 'zod';

/** What the shocks of one scenario cost; losses are fractions of the output of the whole network, 0 to 1. */
const ScenarioLoss = z.object({
  name: z.string().describe('of the shock file; else the firms that are shocked'),
  firms: z
    .array(z.object({ id: z.string(), loss: z.number().describe('of its output, to begin with; 1: closed') }))
    .describe('shocked together'),
  total: z
    .number()
    .describe('with the larger of the two losses of each firm; of a closure: its systemic risk index (ESRI)'),
  downstream: z.number().describe('for want of inputs'),
  upstream: z.number().describe('for want of demand'),
  rounds: z.int().describe('the first is the shock itself'),
  lastRise: z.number().describe('largest rise of the loss of a firm in the last round'),
  converged: z.boolean().describe('lastRise is at most the tolerance; false: stopped at the limit of rounds'),
  hit: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        sector: z.string(),
        downstream: z.number().describe('fraction of its own output lost for want of inputs'),
        upstream: z.number().describe('fraction of its own output lost for want of demand'),
        ofAll: z.number().describe('its loss as a fraction of the output of the whole network'),
      }),
    )
    .nullable()
    .describe(
      'the firms through which most is lost, the shocked ones left out; null beyond the costliest --top scenarios',
    ),
});

/** Output of `muster cascade`. */
export const CascadeReport = z.object({
  schema: z.literal('muster/cascade@1'),
  network: z.string().describe('as given on the command line'),
  firms: z.int(),
  links: z.int(),
  sectors: z.int(),
  unit: z.literal('fraction of the output of all firms'),
  output: z.number().describe('of all firms, in the unit of the weights of the links'),
  outputStated: z
    .int()
    .describe('firms whose output was stated; that of the others is the sum of their links to buyers'),
  tolerance: z.number(),
  maxRounds: z.int(),
  replaceable: z.boolean().describe('whether firms of a sector stand in for each other by market share'),
  asked: z.int().describe('scenarios asked for; more than are listed where the run was interrupted'),
  scenarios: z.array(ScenarioLoss).describe('as asked for; every firm closed in turn: costliest first'),
  notes: z.array(z.string()),
  seconds: z.number(),
});
export type CascadeReport = z.infer<typeof CascadeReport>;
