import { z } from 'zod';
import { ActorType, Day, Id } from './common.ts';

/** `actors.csv`: who could do it. The three gates are separate assessments; blank = not assessed. */
export const ActorRow = z.strictObject({
  id: Id,
  name: z.string().min(1),
  name_zh: z.string().optional(),
  type: ActorType,
  jurisdiction: z.string().min(2),
  region: z.string().optional(),
  headcount: z.number().min(0).optional(),
  evidence: Id.optional(),
});
export type ActorRow = z.infer<typeof ActorRow>;

/** `resources.csv`: what is scarce. `amount` holds from period `from_period` (1 = first) until the next row of the same resource. */
export const ResourceRow = z.strictObject({
  id: Id,
  name: z.string().min(1),
  name_zh: z.string().optional(),
  kind: z.enum(['people', 'facility', 'slots']),
  unit: z.string().min(1),
  region: z.string().optional(),
  from_period: z.int().min(1),
  amount: z.number().min(0),
  evidence: Id.optional(),
});
export type ResourceRow = z.infer<typeof ResourceRow>;

/** How a figure came about. */
export const Mark = z.enum(['read', 'computed', 'judgement']);
export type Mark = z.infer<typeof Mark>;

/** `evidence.csv`: where figures come from. */
export const EvidenceRow = z.strictObject({
  id: Id,
  mark: Mark,
  title: z.string().min(1),
  url: z.string().optional(),
  year: z.int().min(1900).max(2100),
  licence: z.string().optional(),
  note: z.string().optional(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** `judgements.csv`: answers of named or pseudonymous experts on one figure, such as `options/euv-source/q`. */
export const JudgementRow = z.strictObject({
  figure: z.string().min(1),
  expert: z.string().min(1),
  low: z.number(),
  central: z.number(),
  high: z.number(),
  date: Day,
});
export type JudgementRow = z.infer<typeof JudgementRow>;
