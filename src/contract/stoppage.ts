import { z } from 'zod';

const DaysFromStart = z.number().nullable();
const CalendarDay = z.string().nullable();

/** Something that stops: of a product a service level, of a chokepoint its expansion or a service level. */
export const Stoppage = z.object({
  day: DaysFromStart.describe('from the start of the scenario, at the central figures; null: not at these'),
  date: CalendarDay.describe('the calendar day of it; null: never, or the scenario starts by hazard'),
  link: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  kind: z
    .enum(['expansion', 'level', 'product'])
    .describe(
      'expansion: of what is durable fewer new ones come than home needs, while the installed base still serves; level: a chokepoint falls below a service level; product: an end use does',
    ),
  level: z.number().describe('the service level that is lost, fraction of need; 1 for expansion'),
  causePath: z.array(z.string()).describe('links from the thing itself down to the one that stops it'),
  p10: DaysFromStart.describe('the day by which it has stopped in 10 % of runs; null: in fewer runs'),
  p50: DaysFromStart.describe('in half of the runs'),
  p90: DaysFromStart.describe('in 90 % of runs'),
  neverShare: z.number().describe('fraction of runs, the scenario having started, in which it never stops'),
  p10Date: CalendarDay.describe(
    'calendar day by which it has stopped with chance 10 %, the start by hazard included; null: less likely',
  ),
  p50Date: CalendarDay,
  p90Date: CalendarDay,
});
export type Stoppage = z.infer<typeof Stoppage>;

/** How the percentiles of days of stop were drawn. */
export const StopDraws = z.object({
  runs: z.int(),
  seed: z.int(),
  figures: z.int().describe('figures with a range, drawn independently of each other in every run'),
  startChance: z
    .number()
    .describe('chance that the scenario starts before the end of the last period; 1: its day is set'),
});
export type StopDraws = z.infer<typeof StopDraws>;
