import { z } from 'zod';

/** Output of `muster export open-psa`. */
export const FaultTreeExport = z.object({
  schema: z.literal('muster/export-open-psa@1'),
  programme: z.string(),
  product: z.string(),
  level: z.number().describe('service level below which the product falls: the highest of its ladder'),
  reading: z.enum(['home', 'world']),
  actsOn: z.enum(['jurisdiction', 'provider', 'either']).describe('whose loss the basic events are'),
  unknowns: z
    .enum(['favourable', 'adverse'])
    .describe('how everything is read that nobody has stated: figures, shares and gates'),
  events: z.int(),
  gates: z.int(),
  file: z.string().describe('as given on the command line'),
});
export type FaultTreeExport = z.infer<typeof FaultTreeExport>;
