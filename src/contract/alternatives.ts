import { z } from 'zod';
import { Proof } from './common.ts';
import { Differing, StartedProject } from './frontier.ts';

/** What one plan starts, pays and reaches. */
const Facts = z.object({
  value: z.number().describe('expected discounted value over attempting nothing, net of cost; major units'),
  standardError: z.number().describe('of the value, 0 where exact'),
  funded: z.array(StartedProject).describe('projects started on at least a tenth of the courses'),
  funds: z.array(z.object({ id: z.string(), amount: z.number() })).describe('expected money by fund'),
  goals: z
    .array(z.object({ goal: z.string(), chance: z.number() }))
    .describe('chance to be reached by the end of the last period'),
});

/** A plan that is nearly as good as the best one. */
export const Alternative = Facts.extend({
  loss: z.number().describe('value of the best plan less its own, on the same luck; below 0: it did better'),
  lossShare: z.number().nullable().describe('of the value of the best plan; null at 0'),
  lossError: z.number().describe('standard error of the loss, 0 where exact'),
  distanceToBest: z
    .number()
    .describe('projects that only one of the two funds, as a share of those that either funds (Jaccard)'),
  distanceToNearest: z.number().describe('to the nearest of the best plan and all other alternatives'),
  distanceByChance: z
    .number()
    .describe('to the best plan, with every project counted by its chance of start: 1 − Σ min / Σ max'),
  dropped: z.array(Differing).describe('what the best plan funds and this one does not'),
  added: z.array(Differing).describe('what this plan funds and the best one does not'),
  forcedOut: z.array(z.string()).describe('projects it was made without: option/team'),
  favours: z
    .array(z.object({ goal: z.string(), factor: z.number() }))
    .describe(
      'goals that it was made by counting for more or, at 0, leaving alone; factor against the best plan',
    ),
});
export type Alternative = z.infer<typeof Alternative>;

/** Output of `muster alternatives`. Before and after of what differs: the best plan, and the alternative. */
export const Alternatives = z.object({
  schema: z.literal('muster/alternatives@1'),
  programme: z.string(),
  programmeNameZh: z.string().nullable(),
  status: z.enum(['complete', 'stopped']),
  reproducible: z.boolean(),
  seconds: z.number(),
  seed: z.int(),
  currency: z.string(),
  priceYear: z.int(),
  asked: z.object({
    count: z.int(),
    within: z.number().describe('largest loss, as a fraction of the value of the best plan'),
    apart: z.number().describe('least distance of any two plans'),
  }),
  best: Facts.extend({ valueProof: Proof, bound: z.number(), proof: Proof.describe('of the bound') }),
  tried: z.int().describe('plans tried beside the best'),
  near: z.int().describe('of them, those that lost no more than asked on the luck of the search'),
  exhausted: z
    .boolean()
    .describe('every change of every near plan was tried; false: enough was found, or the work was used up'),
  alternatives: z.array(Alternative).describe('by rising loss; fewer than asked where no more were found'),
  notes: z.array(z.string()),
});
export type Alternatives = z.infer<typeof Alternatives>;
