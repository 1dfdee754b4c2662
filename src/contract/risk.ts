import { z } from 'zod';

const named = { name: z.string(), nameZh: z.string().nullable() };

/** How the plan does in one scenario, were it the one that comes. */
export const ScenarioRisk = z.object({
  id: z.string(),
  ...named,
  weight: z.number(),
  value: z.number().describe('of the plan, were this the scenario that comes'),
  best: z
    .number()
    .nullable()
    .describe(
      'of the best plan found for this scenario alone, with reduced work: an estimate; null: not tried',
    ),
  regret: z.number().nullable().describe('best less value'),
});
export type ScenarioRisk = z.infer<typeof ScenarioRisk>;

export const Risk = z.object({
  scenarios: z.array(ScenarioRisk),
  worst: z.string().describe('scenario in which the plan is worth least'),
  tail: z.object({
    share: z.number().describe('worst share of all courses, over luck and scenarios'),
    valueAtRisk: z.number().describe('highest value of that share'),
    mean: z.number().describe('conditional value at risk: mean value of that share'),
    standardError: z.number(),
    courses: z.int().describe('simulated, each valued in every start of every scenario'),
  }),
});
export type Risk = z.infer<typeof Risk>;

/** A dated target of a product, as muster.yaml states it. */
export const PlanTarget = z.object({
  product: z.string(),
  ...named,
  level: z.number(),
  by: z.string(),
  asked: z.number().describe('chance that is asked for'),
  chance: z
    .number()
    .describe(
      'under the plan, by the end of the last period that is over by then; over the weighted scenarios',
    ),
  met: z.boolean(),
});
export type PlanTarget = z.infer<typeof PlanTarget>;
