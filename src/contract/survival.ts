import { z } from 'zod';

const Survives = z.number().nullable();

/** How long a product keeps a service level once all measures hold, stocks spread over that time. */
export const SurvivalTime = z.object({
  product: z.string(),
  level: z.number(),
  days: Survives.describe('whole days; null: for ever, or over a hundred years'),
  daysLow: Survives.describe('at the low figures, if every unknown is adverse'),
  daysHigh: Survives.describe('at the high figures, if every unknown is favourable'),
  bottleneck: z.array(z.string()).describe('links from the product down to the one that limits it'),
});
export type SurvivalTime = z.infer<typeof SurvivalTime>;

/** The least stock to lay in so that one product, or all, keep a service level through a cut-off. */
export const StockPlan = z.object({
  product: z.string().nullable().describe('null: all products together, each at its lowest service level'),
  level: z.number().nullable(),
  minimises: z
    .enum(['money', 'days'])
    .describe('money where everything that could be laid in has a price, else the sum of days of need'),
  totalDays: z.number().describe('sum of days of need over the links'),
  cost: z
    .number()
    .describe('of the links that have a price, in major units of the currency of the programme'),
  unpriced: z.int().describe('links to lay in that have no price'),
  links: z.array(
    z.object({
      link: z.string(),
      name: z.string(),
      nameZh: z.string().nullable(),
      heldDays: z.number().nullable().describe('days of need held now; null: not stated, taken as none'),
      extraDays: z.number().describe('days of need to lay in beside them'),
      cost: z.number().nullable().describe('market per year × need × days / 365; null: no market is stated'),
      mark: z
        .enum(['read', 'computed', 'judgement', 'none'])
        .describe('the weakest mark of the figures of the link it rests on'),
    }),
  ),
  missing: z
    .array(z.object({ link: z.string(), name: z.string(), nameZh: z.string().nullable(), share: z.number() }))
    .describe(
      'what nobody can lay in (services, processes, installed bases): fraction of need missing at the end; not empty: no stock alone keeps the level',
    ),
});
export type StockPlan = z.infer<typeof StockPlan>;

/** Stock for a cut-off of so many days. */
export const StockToSurvive = z.object({ days: z.number(), plans: z.array(StockPlan) });
export type StockToSurvive = z.infer<typeof StockToSurvive>;
