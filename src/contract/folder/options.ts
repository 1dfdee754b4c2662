import { z } from 'zod';
import { Amount, Figure, Id, LeadMode, Names, OptionKind, Share } from './common.ts';

/** How long a stage takes: periods, a law over periods (`distribution[k-1]` = chance of k), or a published preset. */
export const Duration = z.union([
  z.int().min(1).max(60),
  z.strictObject({ distribution: z.array(z.number().min(0)).min(1).max(60) }),
  z.strictObject({ preset: z.enum(['article', 'moderate', 'research-contract']) }),
]);
export type Duration = z.infer<typeof Duration>;

/** One stage of a project. `proves`: passing or failing it shows whether the approach itself works. */
export const Stage = z.strictObject({
  name: z.enum(['deal', 'research', 'prototype', 'verification', 'ramp-up', 'build', 'supply']),
  trl: z.tuple([z.int().min(1).max(9), z.int().min(1).max(9)]).optional(),
  periods: Duration,
  costPerPeriod: Amount.describe('major units of the currency of the programme'),
  success: Share.describe('chance that it passes, given that the approach works'),
  proves: z.boolean().default(false),
  needs: z.record(Id, z.number().min(0)).default({}).describe('use of resources per period'),
  requires: z.array(Id).default([]).describe('goals that must be reached before it starts'),
  adopter: Id.optional().describe('actor at whose line it is verified'),
  verifies: z
    .literal('chain')
    .optional()
    .describe(
      'of a verification: it starts once every critical part of its link that is itself a goal, and that cannot be had otherwise, is certified',
    ),
  willing: Share.optional().describe(
    'of a verification: chance that the adopter takes it on, given that it would pass; acceptance of a first-set cover raises it, to 1 at most',
  ),
});
export type Stage = z.infer<typeof Stage>;

/** Multipliers of a variant or a team on the stages of its option; 1 where absent. */
export const Factors = z.strictObject({
  dealTime: z.number().gt(0).max(10).optional(),
  duration: z.number().gt(0).max(10).optional(),
  cost: z.number().gt(0).max(10).optional(),
  success: z.number().gt(0).max(2).optional().describe('on the chance of each stage; capped at 1'),
});
export type Factors = z.infer<typeof Factors>;

/** A lead-mode variant of the same project. */
export const Mode = z.strictObject({
  mode: LeadMode,
  instrument: Id,
  publicShare: z.number().min(0).max(1).describe('of the cost, paid from public funds'),
  deadweight: Share.optional().describe('chance that it would have gone ahead without public money'),
  commitment: Amount.optional().describe('advance market commitment: paid on success, in major units'),
  factors: Factors.default({}),
});
export type Mode = z.infer<typeof Mode>;

/** What a team lacks can be bought. */
export const Support = z.strictObject({
  gate: z.enum(['capital', 'competence', 'riskControl']),
  kind: z.enum(['loan', 'partner', 'facility-time', 'cover', 'hiring', 'training']),
  cost: Amount,
});

/** A performer, or a consortium, that could do it. */
export const Team = z.strictObject({
  actor: Id,
  r: Share.optional().describe(
    'chance that this team succeeds given that the approach works, beside the stages; absent where race.chance says it',
  ),
  factors: Factors.default({}),
  gates: z.strictObject({
    capital: z.enum(['pass', 'fail']),
    competence: z.enum(['pass', 'fail']),
    riskControl: z.enum(['pass', 'fail']),
  }),
  support: z.array(Support).default([]),
});
export type Team = z.infer<typeof Team>;

/** How the teams of an option bear on each other when several run. */
export const Race = z.strictObject({
  chance: Share.optional().describe(
    'chance that one team alone succeeds, beside the stages; in place of q and of r of the teams',
  ),
  correlation: Share.default({ low: 0.2, central: 0.4, high: 0.6 }).describe(
    'with chance: of the luck of two teams (Gaussian copula); turned into the q and r under which one team and two teams do as well',
  ),
  effortLossPerRival: Share.default(0).describe(
    'share of its chance that a team loses for each other in the same stage; published only in its sign, 0.05 to 0.1 where little is uncertain (judgement)',
  ),
  reuse: Share.default(0).describe(
    'share of the chance to fail that a team of this option, once over, takes off the stages of teams on other options of the goal',
  ),
  cuts: z
    .array(z.int().min(1).max(8))
    .max(8)
    .default([])
    .describe('most teams that may run each stage at a time, stage by stage; [4, 2, 1]'),
});
export type Race = z.infer<typeof Race>;

/** One way to reach the goal; for `make`, a technical approach. */
export const Option = z.strictObject({
  id: Id,
  ...Names,
  kind: OptionKind,
  q: Share.optional().describe('chance that the approach works at all; absent where race.chance says it'),
  coverDays: z.number().gt(0).optional().describe('stockpile: days of the level it covers'),
  of: Id.optional().describe(
    'substitute: the link that does the job instead and must then serve in its place; its need is that of the whole job. Absent: nothing has to',
  ),
  acceptedBy: z
    .array(Id)
    .min(1)
    .optional()
    .describe('substitute, redesign: links that can do so; all that need the link where absent'),
  share: Share.optional().describe(
    'recycle: fraction of what is in use that comes back; the returns are no more than it, nor than the level. Absent: the level alone limits them',
  ),
  stages: z.array(Stage).min(1).max(8),
  modes: z.array(Mode).min(1).max(3),
  teams: z.array(Team).min(1).max(8),
  race: Race.optional(),
  accelerate: z
    .array(
      z.strictObject({
        time: z.number().gt(0).lt(1).describe('factor on every duration but that of deals'),
        exponent: Amount.default({ low: 1, central: 1.5, high: 2 }).describe('cost × time^−exponent'),
      }),
    )
    .max(3)
    .optional()
    .describe('faster at a cost, as further variants of every mode'),
  privateNpv: Figure.optional().describe(
    'net present value to its performer without aid, less that of what it would do instead; aid is at most what is missing to 0',
  ),
  exitValue: Amount.optional().describe('value of the performer’s business in it on success'),
  insuredValue: Amount.optional().describe('value of the first set'),
  evidence: Id,
});
export type Option = z.infer<typeof Option>;

/** Reach a service level of a link: home supplies `level` of its own need by this goal. */
export const Goal = z.strictObject({
  id: Id,
  ...Names,
  link: Id,
  level: z.number().gt(0).max(2).describe('fraction of the need of home'),
  options: z.array(Option).min(1),
});
export type Goal = z.infer<typeof Goal>;

const ProjectId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\/[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a project: OPTION/TEAM');
const PeriodNumber = z.int().min(1).max(60);
const reason = z.string().min(1).max(2000).describe('why, for whoever meets it later');

/** The project starts, under this lead and in these periods where they are given. */
export const LockInCommitment = z.strictObject({
  lockIn: ProjectId,
  mode: LeadMode.optional(),
  from: PeriodNumber.optional().describe('first period in which it may start; default 1'),
  by: PeriodNumber.optional().describe(
    'last period in which it may start; default the last of the programme',
  ),
  reason,
});

/** The project does not start. */
export const LockOutCommitment = z.strictObject({ lockOut: ProjectId, reason });

/** The goal can be reached by the end of the period, if every stage on the way passes at its longest. */
export const DeadlineCommitment = z.strictObject({ deadline: Id, by: PeriodNumber, reason });

/** What the plan is bound to before it chooses anything. */
export const Commitment = z.union([LockInCommitment, LockOutCommitment, DeadlineCommitment]);
export type Commitment = z.infer<typeof Commitment>;

/** `options.yaml`. */
export const OptionsFile = z.strictObject({
  schema: z.literal('muster/options@1'),
  goals: z.array(Goal),
  commitments: z.array(Commitment).default([]).describe('what the plan is bound to'),
});
export type OptionsFile = z.infer<typeof OptionsFile>;
