import { z } from 'zod';
import { PlanProjectChange } from '../plan-diff.ts';
import { Instant, Name, Uuid, VersionNumber } from './text.ts';

const range = { low: z.number(), central: z.number(), high: z.number() };

/** What an answer may be: a share or a chance lies in [0, 1], an amount is not negative. */
export const AnswerRange = z.enum(['share', 'amount']);
export type AnswerRange = z.infer<typeof AnswerRange>;

/** What somebody believes of a figure: between low and high with chance 80 %, central at best guess. */
export const Answer = z.strictObject({
  ...range,
  comment: z.string().trim().max(2000).default(''),
});
export type Answer = z.infer<typeof Answer>;

/** Answer of an expert, as those see it who may. */
export const ExpertAnswer = z.object({ expert: z.string(), ...range, comment: z.string(), at: Instant });
export type ExpertAnswer = z.infer<typeof ExpertAnswer>;

/** What the answers say together. */
export const PooledAnswer = z.object({
  ...range,
  disagreement: z.number().describe('standard deviation of the central values'),
  experts: z.int(),
});
export type PooledAnswer = z.infer<typeof PooledAnswer>;

/** How well an answer foresaw the outcome: the Brier score of one statement, 0 is best and 1 is worst. */
export const ExpertScore = z.object({
  expert: z.string(),
  statement: z
    .enum(['happened', 'within-range'])
    .describe(
      '`happened`: what the figure is the chance of came true, of which the outcome is 0 or 1; `within-range`: the outcome lies from low to high',
    ),
  chance: z.number().describe('that the answer gives the statement: its central value; 0.8'),
  held: z.boolean().describe('whether the statement came true'),
  brier: z.number().describe('(chance − 1) squared where it came true, else chance squared'),
  error: z.number().describe('central value less outcome'),
});
export type ExpertScore = z.infer<typeof ExpertScore>;

/** A figure that experts are asked about. */
export const Question = z.object({
  id: Uuid,
  run: Uuid.nullable().describe('that made it worth asking'),
  figure: z.string().describe('path as in judgements.csv'),
  label: z.string(),
  labelZh: z.string(),
  unit: z.string().describe('1: a pure number'),
  range: AnswerRange,
  now: z.object(range).nullable().describe('as it was when it was asked; null: not known'),
  experts: z.array(z.object({ expert: z.string(), answered: z.boolean() })),
  askedAt: Instant,
  status: z.enum(['open', 'closed']),
  closedAt: Instant.nullable(),
  answers: z.array(ExpertAnswer).nullable().describe('null: private while it is open'),
  pooled: PooledAnswer.nullable().describe('null: open, or nobody answered'),
  version: VersionNumber.nullable().describe('that carries the answers'),
  planRun: Uuid.nullable().describe('plan made with them'),
  flipped: z
    .array(PlanProjectChange)
    .nullable()
    .describe('decisions that came out otherwise in that plan; null: a plan is missing'),
  outcome: z.object({ value: z.number(), reason: z.string(), at: Instant }).nullable(),
  scores: z.array(ExpertScore).describe('empty before the outcome'),
});
export type Question = z.infer<typeof Question>;

/** Experts are asked for a figure that a plan found worth asking. */
export const NewQuestion = z.strictObject({
  run: Uuid.describe('a finished plan'),
  figure: z.string().min(1).max(400).describe('one of those of its `ask`'),
  experts: z.array(Name).min(1).max(50).describe('names or pseudonyms'),
});
export type NewQuestion = z.infer<typeof NewQuestion>;

/** A question with the personal link of each expert, which is told only once. */
export const AskedQuestion = z.object({
  question: Question,
  links: z.array(z.object({ expert: z.string(), path: z.string().describe('of the page, with its token') })),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** What the figure turned out to be: 1 or 0 where it is the chance of something that happened or did not. */
export const Outcome = z.strictObject({ value: z.number(), reason: z.string().trim().min(1).max(1000) });
export type Outcome = z.infer<typeof Outcome>;

/** What an expert with a personal link sees. */
export const AnswerPage = z.object({
  programme: z.string(),
  expert: z.string(),
  ...Question.pick({ label: true, labelZh: true, unit: true, range: true, now: true, status: true }).shape,
  answer: Answer.nullable().describe('what was answered'),
});
export type AnswerPage = z.infer<typeof AnswerPage>;
