import { z } from 'zod';

/** One minimal cut set: events whose joint failure alone makes the top event happen, none of them being idle. */
const ListedCutSet = z.object({
  members: z.array(z.string()).describe('basic events by name'),
  order: z.int().describe('how many'),
  probability: z.number().nullable().describe('of all of them failing; null where one has none stated'),
});

/** What one basic event means for the top event; P is the chance of the top. */
const Importance = z.object({
  event: z.string(),
  probability: z.number(),
  birnbaum: z.number().describe('P with the event certain − P with it impossible'),
  fussellVesely: z.number().describe('fraction of P that is gone once the event is impossible'),
  riskAchievementWorth: z.number().nullable().describe('P with the event certain ÷ P; null at P = 0'),
  riskReductionWorth: z
    .number()
    .nullable()
    .describe('P ÷ P with the event impossible; null where the top is then impossible'),
});

/** Output of `muster cutsets`. */
export const CutSetsReport = z.object({
  schema: z.literal('muster/cutsets@1'),
  tree: z.string().describe('name of the fault tree'),
  top: z.string().describe('name of its top gate'),
  events: z.int().describe('basic events at or below the top'),
  gates: z.int().describe('at or below the top, the top included'),
  coherent: z.boolean().describe('whether no event makes the top less likely by happening'),
  minimalCutSets: z
    .string()
    .regex(/^\d+$/)
    .nullable()
    .describe('how many, in decimal digits; null where the tree is not coherent'),
  byOrder: z
    .record(z.string(), z.string())
    .nullable()
    .describe('how many of each order that occurs, in decimal digits; null where the tree is not coherent'),
  probability: z
    .number()
    .nullable()
    .describe('exact chance of the top, the basic events being independent; null where one has none stated'),
  setsBy: z
    .enum(['probability', 'order'])
    .describe('which sets are listed: the most probable or the smallest'),
  sets: z.array(ListedCutSet).describe('the first of them, up to --limit'),
  importance: z
    .array(Importance)
    .nullable()
    .describe('with --importance: the largest fussellVesely first; null without, or where probability is'),
  notes: z.array(z.string()).describe('why something is null'),
  nodes: z.int().describe('of the decision diagrams that were kept'),
  seconds: z.number().describe('reading and analysis'),
});
export type CutSetsReport = z.infer<typeof CutSetsReport>;
