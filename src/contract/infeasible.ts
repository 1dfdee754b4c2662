import { z } from 'zod';

const named = { name: z.string(), nameZh: z.string().nullable() };
const period = z.int().describe('1 = the first');

/** A commitment of the programme or of the command line. */
export const CommitmentStated = z.object({
  commitment: z
    .string()
    .describe('kind and subject: `lock-in:OPTION/TEAM`, `lock-out:OPTION/TEAM`, `deadline:GOAL`'),
  kind: z.enum(['lock-in', 'lock-out', 'deadline']),
  subject: z.string().describe('option/team, or goal'),
  ...named,
  teamName: z.string().nullable().describe('of a project'),
  mode: z.string().nullable().describe('lead mode asked for; null: any'),
  fromPeriod: period.nullable(),
  byPeriod: period.nullable(),
  reason: z.string(),
});
export type CommitmentStated = z.infer<typeof CommitmentStated>;

/** Something that takes part in a conflict. */
export const ConflictMember = z.discriminatedUnion('kind', [
  CommitmentStated.omit({ kind: true, commitment: true }).extend({
    kind: z.literal('commitment'),
    commitment: z.string(),
    of: CommitmentStated.shape.kind,
    longestPeriods: z
      .int()
      .nullable()
      .describe(
        'of a project: its shortest variant, each stage at its longest; null where it cannot be chosen',
      ),
    cannotBeChosen: z.string().nullable().describe('why no project of this name could be chosen at all'),
  }),
  z.object({ kind: z.literal('money'), id: z.string(), ...named, period, amount: z.number() }),
  z.object({
    kind: z.literal('resource'),
    id: z.string(),
    ...named,
    unit: z.string(),
    period,
    amount: z.number(),
  }),
  z.object({
    kind: z.literal('precedence'),
    project: z.string(),
    ...named,
    stage: z.string(),
    goal: z.string(),
    goalName: z.string(),
    goalNameZh: z.string().nullable(),
  }),
]);
export type ConflictMember = z.infer<typeof ConflictMember>;

/** The cheapest change of one kind after which all commitments left can be met. */
export const PlanRepair = z.object({
  kind: z
    .enum(['more', 'later', 'later-and-more', 'give-up'])
    .describe('later-and-more: only where neither suffices alone'),
  preferred: z.boolean().describe('the one to take first: money and resources, else time, else giving up'),
  money: z.number().describe('more money in all, undiscounted, major units'),
  extra: z.array(
    z.object({
      kind: z.enum(['money', 'resource']),
      id: z.string(),
      ...named,
      unit: z.string().describe('currency, or unit of the resource'),
      period,
      amount: z.number(),
    }),
  ),
  moves: z.array(
    z.object({
      commitment: z.string(),
      ...named,
      periods: z.int().describe('below 0: the window opens earlier'),
      fromPeriod: period.nullable(),
      byPeriod: period.nullable(),
    }),
  ),
  givenUp: z.array(CommitmentStated),
  schedule: z
    .array(
      z.object({
        project: z.string(),
        ...named,
        mode: z.string(),
        startPeriod: period,
        endPeriod: period.nullable().describe('at the longest; null: past the horizon'),
      }),
    )
    .describe(
      'whole courses with which it was shown to be feasible, by solving the repaired programme again',
    ),
});
export type PlanRepair = z.infer<typeof PlanRepair>;

/** Output of `muster plan` where the commitments cannot all be met; exit code 3. */
export const InfeasibleReport = z.object({
  schema: z.literal('muster/infeasible@1'),
  programme: z.string(),
  currency: z.string(),
  priceYear: z.int(),
  periods: z.int(),
  commitments: z.array(CommitmentStated),
  conflict: z
    .array(ConflictMember)
    .describe('cannot be met together; without any one of them the others can (checked for each)'),
  repairs: z
    .array(PlanRepair)
    .describe('the cheapest of each kind that suffices alone, the preferred one first'),
});
export type InfeasibleReport = z.infer<typeof InfeasibleReport>;
