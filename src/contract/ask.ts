import { z } from 'zod';

const ProjectState = z.object({
  chanceOfStart: z.number(),
  startPeriod: z.int().nullable().describe('on the most likely course; null: never'),
  leadMode: z.string().nullable(),
});

/** A decision on a project that knowing a figure would change. */
export const FlippedDecision = z.object({
  at: z.enum(['low', 'high']).describe('the end of the range at which it flips'),
  project: z.string().describe('option/team'),
  name: z.string(),
  nameZh: z.string().nullable(),
  teamName: z.string(),
  kind: z
    .enum(['more', 'less', 'moved', 'mode'])
    .describe('started on more, or fewer, courses; earlier or later; under another lead'),
  before: ProjectState.describe('the plan as it is, the figure being at that end'),
  after: ProjectState.describe('the plan made knowing it'),
});
export type FlippedDecision = z.infer<typeof FlippedDecision>;

/** A figure whose range could change the plan, with what knowing it would be worth. */
export const AskedFigure = z.object({
  figure: z.string().describe('path as in judgements.csv; products/LINK/needWeight or valuePerYear'),
  label: z.string(),
  labelZh: z.string(),
  low: z.number(),
  central: z.number(),
  high: z.number(),
  unit: z.string().describe('1: a pure number'),
  mark: z.enum(['read', 'computed', 'judgement', 'none']),
  evidence: z.string().nullable().describe('row of evidence.csv'),
  gain: z.number().describe('expected gain from knowing it before the plan is made, over the plan as it is'),
  gainStandardError: z.number().describe('0 where exact'),
  flips: z.array(FlippedDecision),
});
export type AskedFigure = z.infer<typeof AskedFigure>;
