import { z } from 'zod';

/** What one shock costs; losses are fractions of the output of the whole network, 0 to 1. */
const ShockLoss = z.object({
  firms: z.array(z.object({ id: z.string(), level: z.number().describe('fraction of output that is left') })),
  total: z
    .number()
    .describe('with the larger of the two losses of each firm; of a closure: its systemic risk index (ESRI)'),
  downstream: z.number().describe('for want of inputs'),
  upstream: z.number().describe('for want of demand'),
  rounds: z.int(),
  converged: z.boolean().describe('false: stopped at the limit of rounds'),
  hit: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        downstream: z.number().describe('fraction of its output lost for want of inputs'),
        upstream: z.number().describe('fraction of its output lost for want of demand'),
        ofTotal: z.number().describe('its part of the total loss'),
      }),
    )
    .describe(
      'the firms that lose most, the shocked ones left out; empty where every firm was closed in turn',
    ),
});

/** Output of `muster cascade`. */
export const CascadeReport = z.object({
  schema: z.literal('muster/cascade@1'),
  network: z.string().describe('as given on the command line'),
  firms: z.int(),
  links: z.int(),
  sectors: z.int(),
  output: z.number().describe('of all firms, in the unit of the weights'),
  outputStated: z
    .int()
    .describe(
      'firms whose output was stated; that of the others is taken as the sum of their links to buyers',
    ),
  tolerance: z.number(),
  replaceable: z.boolean().describe('whether firms of a sector stand in for each other by market share'),
  shocks: z.array(ShockLoss).describe('as asked for; of all closures in turn: largest total first'),
  notes: z.array(z.string()),
  seconds: z.number(),
});
export type CascadeReport = z.infer<typeof CascadeReport>;
