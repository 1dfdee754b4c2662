import { z } from 'zod';
import { Proof } from './common.ts';

const named = { name: z.string(), nameZh: z.string().nullable() };
const share = z.number().nullable().describe('null: not in that plan');

const PlanSide = z.object({
  value: z.number(),
  standardError: z.number(),
  bound: z.number(),
  gap: z.number().nullable(),
  proof: Proof,
  status: z.string(),
});

const ProjectState = z.object({
  startPeriod: z.int(),
  leadMode: z.string(),
  chanceOfStart: z.number(),
  expectedCost: z.number(),
});

/** A project that only one plan funds, or that the two start at different times or under different leads. */
export const PlanProjectChange = z.object({
  project: z.string().describe('option/team'),
  goal: z.string(),
  ...named,
  teamName: z.string(),
  kinds: z.array(z.enum(['added', 'dropped', 'moved', 'mode'])).describe('moved and mode may hold together'),
  before: ProjectState.nullable().describe('null: not funded'),
  after: ProjectState.nullable(),
});
export type PlanProjectChange = z.infer<typeof PlanProjectChange>;

/** Output of `muster diff PLAN_A PLAN_B`: two plans of one programme. Lists hold only what differs. */
export const PlanDiff = z.object({
  schema: z.literal('muster/plan-diff@1'),
  programme: z.string(),
  currency: z.string(),
  priceYear: z.int(),
  seed: z.int().describe('of the second plan'),
  before: PlanSide,
  after: PlanSide,
  valueChange: z.number(),
  valueChangeError: z
    .number()
    .describe('standard error of the change, the two values taken as independent; 0 where both are exact'),
  projects: z.array(PlanProjectChange),
  goals: z
    .array(
      z.object({
        goal: z.string(),
        ...named,
        before: share,
        after: share,
      }),
    )
    .describe('chance by the end of the last period'),
  products: z
    .array(
      z.object({
        id: z.string(),
        ...named,
        level: z.number(),
        before: share,
        after: share,
      }),
    )
    .describe('chance by the end of the last period, over the weighted scenarios'),
  funds: z.array(
    z.object({
      id: z.string(),
      ...named,
      before: z.array(z.number()).describe('expected payments by period; 0 where the plan lacks the fund'),
      after: z.array(z.number()),
      availableBefore: z.array(z.number()),
      availableAfter: z.array(z.number()),
    }),
  ),
  notesBefore: z.array(z.string()).describe('notes of the first plan that the second lacks'),
  notesAfter: z.array(z.string()).describe('notes of the second plan that the first lacks'),
});
export type PlanDiff = z.infer<typeof PlanDiff>;
