import { z } from 'zod';
import { Proof } from './common.ts';

/** A project that a plan starts on at least a tenth of its courses. */
export const StartedProject = z.object({
  project: z.string().describe('option/team'),
  goal: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  team: z.string(),
  teamName: z.string(),
  startPeriod: z.int().describe('most likely one'),
  chanceOfStart: z.number().describe('over all courses the programme may take'),
});
export type StartedProject = z.infer<typeof StartedProject>;

/** A project that only one of two plans funds, and the chances that they start it: at least 0.05 apart. */
export const Differing = StartedProject.omit({ startPeriod: true, chanceOfStart: true }).extend({
  chanceBefore: z.number(),
  chanceAfter: z.number(),
});
export type Differing = z.infer<typeof Differing>;

/** The two rankings in common use. */
export const RankingName = z.enum(['value-per-cost', 'chokepoint']);
export type RankingName = z.infer<typeof RankingName>;

/** The plan at one multiple of all the money. */
export const FrontierPoint = z.object({
  factor: z.number().describe('on what every fund offers in every period'),
  money: z.number().describe('of all funds over all periods'),
  value: z.number().describe('expected discounted value over attempting nothing, net of cost; major units'),
  standardError: z.number().describe('of the value, 0 where exact'),
  valueProof: Proof,
  bound: z.number().describe('no adaptive plan at this money can exceed this'),
  gap: z.number().nullable().describe('(bound − value)/|value|, a fraction; null at 0'),
  proof: Proof.describe('of the bound'),
  planOf: z
    .number()
    .describe('factor that the plan was found at; below `factor`: no better one was found with more money'),
  policy: z.string(),
  rankings: z
    .array(z.object({ name: RankingName, value: z.number(), standardError: z.number() }))
    .describe('at the same money'),
  funded: z.array(StartedProject),
});
export type FrontierPoint = z.infer<typeof FrontierPoint>;

/** From one budget to the next larger one. */
export const FrontierStep = z.object({
  from: z.number().describe('factor'),
  to: z.number().describe('factor'),
  gain: z.number().describe('of value'),
  gainPerMoney: z.number().describe('gain by the money added'),
  nested: z.boolean().describe('nothing is dropped: every project funded at the smaller budget goes on'),
  dropped: z
    .array(Differing)
    .describe('funded at the smaller budget only, its chance of start at least 0.05 lower at the larger one'),
  added: z.array(Differing).describe('funded at the larger budget only, by the same measure'),
});
export type FrontierStep = z.infer<typeof FrontierStep>;

/** The money with which a ranking does as well as the plan does today. */
export const RankingMoney = z.object({
  name: RankingName,
  target: z.number().describe('value of the plan at factor 1'),
  factor: z
    .number()
    .nullable()
    .describe(
      'smallest factor found at which it reaches the target, 1 where today’s money suffices; null: not up to `tried`',
    ),
  tried: z.number().describe('largest factor looked at'),
  value: z.number().describe('at the factor; without one, the best at any factor looked at'),
  standardError: z.number(),
});
export type RankingMoney = z.infer<typeof RankingMoney>;

/** Output of `muster frontier`. */
export const Frontier = z.object({
  schema: z.literal('muster/frontier@1'),
  programme: z.string(),
  programmeNameZh: z.string().nullable(),
  status: z.enum(['complete', 'stopped']),
  reproducible: z.boolean(),
  seconds: z.number(),
  seed: z.int(),
  currency: z.string(),
  priceYear: z.int(),
  asked: z.array(z.number()).describe('factors asked for, 1 among them'),
  infeasible: z.array(z.number()).describe('factors at which the commitments cannot all be met'),
  points: z.array(FrontierPoint).describe('by rising factor; fewer than asked where stopped'),
  steps: z.array(FrontierStep).describe('between neighbouring points'),
  rankings: z.array(RankingMoney).describe('empty where stopped before'),
  notes: z.array(z.string()),
});
export type Frontier = z.infer<typeof Frontier>;
