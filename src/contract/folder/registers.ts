import { z } from 'zod';
import { ActorType, Day, Id } from './common.ts';

/** `actors.csv`: who could do it. The three gates are separate assessments; blank = not assessed. */
export const ActorRow = z.strictObject({
  id: Id,
  name: z.string().min(1).describe('in English'),
  name_zh: z.string().optional().describe('in Chinese'),
  type: ActorType.describe('class of ownership'),
  jurisdiction: z.string().min(2).describe('where it sits'),
  region: z.string().optional().describe('within the jurisdiction'),
  headcount: z.number().min(0).optional().describe('people'),
  evidence: Id.optional(),
});
export type ActorRow = z.infer<typeof ActorRow>;

/** `resources.csv`: what is scarce. `amount` holds from period `from_period` (1 = first) until the next row of the same resource. */
export const ResourceRow = z.strictObject({
  id: Id,
  name: z.string().min(1).describe('in English'),
  name_zh: z.string().optional().describe('in Chinese'),
  kind: z.enum(['people', 'facility', 'slots']),
  unit: z.string().min(1).describe('what the amount counts'),
  region: z.string().optional().describe('where it is; for the reader'),
  host: Id.optional().describe('of slots: actor whose line it is'),
  from_period: z
    .int()
    .min(1)
    .describe('first period in which the amount holds; 1 = the first of the programme'),
  amount: z.number().min(0).describe('in each period, until the next row of the same id'),
  evidence: Id.optional(),
});
export type ResourceRow = z.infer<typeof ResourceRow>;

/** How a figure came about. */
export const Mark = z.enum(['read', 'computed', 'judgement']);
export type Mark = z.infer<typeof Mark>;

/** `evidence.csv`: where figures come from. */
export const EvidenceRow = z.strictObject({
  id: Id,
  mark: Mark.describe('whether the figure stood in the source, was computed from it, or is a judgement'),
  title: z.string().min(1).describe('of the source'),
  url: z.string().optional().describe('where it can be read'),
  year: z.int().min(1900).max(2100).describe('of what it says'),
  licence: z.string().optional().describe('under which it may be used'),
  note: z.string().optional().describe('anything worth knowing'),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** `judgements.csv`: answers of named or pseudonymous experts on one figure, such as `options/euv-source/q`. */
export const JudgementRow = z.strictObject({
  figure: z
    .string()
    .min(1)
    .describe('path of the figure, such as `options/OPTION/q` or `links/LINK/stock_days`'),
  expert: z.string().min(1).describe('name or pseudonym'),
  low: z.number().describe('plausible low'),
  central: z.number().describe('best guess'),
  high: z.number().describe('plausible high'),
  date: Day.describe('of the answer; of two answers of one expert the later counts'),
});
export type JudgementRow = z.infer<typeof JudgementRow>;
