import { z } from 'zod';
import { AskedFigure } from './ask.ts';
import { Basis, Proof } from './common.ts';
import { CommitmentStated } from './infeasible.ts';
import { LeadScreening } from './lead.ts';
import { PlanTarget, Risk } from './risk.ts';
import { PlanVerification } from './verification.ts';

const Mode = z.enum(['state-led', 'mixed', 'market-led']);

/** A project that the plan starts, with what it rests on. Money in major units, undiscounted. */
export const FundedProject = z.object({
  project: z.string().describe('option/team'),
  goal: z.string(),
  link: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  kind: z.string(),
  field: z.string(),
  team: z.string(),
  teamName: z.string(),
  startPeriod: z.int().describe('first period of the plan in which it starts, on the most likely course'),
  chanceOfStart: z.number().describe('over all courses the programme may take'),
  chanceOfSuccess: z.number().describe('that this project reaches its goal'),
  leadMode: Mode,
  runnerUpMode: Mode.nullable(),
  runnerUpLoss: z.number().nullable().describe('value lost if the runner-up mode were chosen instead'),
  instrument: z.string(),
  timeFactor: z.number().describe('on durations: below 1 it is accelerated at a cost'),
  funds: z.array(z.object({ id: z.string(), amount: z.number() })).describe('expected money by fund'),
  expectedCost: z.number(),
  stages: z
    .array(z.object({ name: z.string(), fromPeriod: z.int(), toPeriod: z.int() }))
    .describe('if every stage passes and takes its most likely time, with the waits of that course'),
  netWorth: z
    .number()
    .describe('expected value at the prices of the plan, less cost and less the rent of scarce things'),
  replacement: z
    .object({
      cost: z
        .number()
        .describe(
          'value of the plan less that of the plan made anew if the project is never funded; below zero where a commitment binds the plan to it',
        ),
      standardError: z.number().describe('of the cost, 0 where exact'),
      exact: z.boolean(),
    })
    .nullable()
    .default(null)
    .describe('null: not worked out'),
  reason: z.string(),
});
export type FundedProject = z.infer<typeof FundedProject>;

/** A project that the plan does not start, and why. */
export const UnfundedProject = z.object({
  project: z.string(),
  goal: z.string(),
  name: z.string(),
  nameZh: z.string().nullable(),
  team: z.string(),
  netWorth: z.number().nullable(),
  reason: z.string(),
});
export type UnfundedProject = z.infer<typeof UnfundedProject>;

const Team = z.object({
  project: z.string().describe('option/team'),
  name: z.string(),
  nameZh: z.string().nullable(),
  team: z.string(),
  worth: z.number(),
});

/** How many teams race for a goal by one route, on how many approaches. */
export const GoalTeams = z.object({
  goal: z.string(),
  group: z.string().describe('GOAL, GOAL/foreign or GOAL/STOCK-OPTION'),
  name: z.string(),
  nameZh: z.string().nullable(),
  approaches: z.int().describe('options with a funded team'),
  teams: z.int().describe('funded teams'),
  atOnce: z.int().describe('of them, those that start in the first period in which any does'),
  expectedByStage: z.array(z.number()).describe('teams that start stage 1, 2, …, expected over all courses'),
  chance: z.number().describe('that any reaches it, by the end of the last period'),
  lastTeam: Team.nullable().describe(
    'of those that start at once the one worth least: what would be lost if it waited, at the prices of the plan',
  ),
  nextTeam: Team.nullable().describe(
    'of the others the one worth most: what would be gained if it started beside them, at the prices of the plan; negative: lost',
  ),
});
export type GoalTeams = z.infer<typeof GoalTeams>;

/** Output of `muster plan`. `availableByPeriod[t-1]`: probability by the end of period t under the plan. */
export const Plan = z.object({
  schema: z.literal('muster/plan@1'),
  programme: z.string(),
  status: z.enum(['optimal', 'feasible', 'stopped']),
  value: z.number().describe('expected discounted value over attempting nothing, net of cost; major units'),
  bound: z
    .number()
    .describe('no adaptive plan can exceed this; where capacity is on offer, none with the same purchases'),
  gap: z.number().nullable().describe('(bound − value)/|value|, a fraction; null at 0'),
  proof: Proof.describe('of the bound'),
  valueProof: Proof,
  standardError: z.number().describe('of the value, 0 where exact'),
  reproducible: z.boolean(),
  seconds: z.number(),
  seed: z.int(),
  gapSplit: z.object({
    policy: z.number().nullable().describe('what a better policy could gain at most, as known'),
    relaxation: z.number().nullable(),
    note: z.string(),
  }),
  baselines: z.array(
    z.object({ name: z.string(), label: z.string(), value: z.number(), standardError: z.number() }),
  ),
  policy: z.string().describe('name of the policy that the value belongs to'),
  periods: z.array(z.object({ start: z.string(), end: z.string() })),
  currency: z.string(),
  priceYear: z.int(),
  funded: z.array(FundedProject),
  unfunded: z.array(UnfundedProject),
  goals: z.array(
    z.object({
      goal: z.string(),
      link: z.string(),
      name: z.string(),
      nameZh: z.string().nullable(),
      level: z.number(),
      availableByPeriod: z.array(z.number()),
      marginalValue: z.number().describe('value of one more unit of its chance, given the rest of the plan'),
    }),
  ),
  teams: z.array(GoalTeams).describe('goals and routes on which the plan starts something'),
  commitments: z
    .array(
      CommitmentStated.extend({
        latestStartPeriod: z
          .int()
          .nullable()
          .describe(
            'of what is locked in: it starts by then, unless its goal is reached or its approach failed before',
          ),
        latestEndPeriod: z
          .int()
          .nullable()
          .describe(
            'end of its course, or of the one that meets the deadline, at the longest; null: past the horizon',
          ),
        date: z.string().nullable().default(null).describe('of a decision on a lead'),
        decidedBy: z.string().nullable().default(null),
        cost: z
          .number()
          .nullable()
          .default(null)
          .describe(
            'of a decision on a lead, at the prices of the plan: what the goal would be worth more if the lead were free; null: not known',
          ),
      }),
    )
    .default([])
    .describe('what the plan is bound to'),
  repairSets: z.array(
    z.object({
      members: z.array(z.string()).describe('goals, by route: GOAL, GOAL/foreign, GOAL/STOCK-OPTION'),
      names: z.array(z.object({ name: z.string(), nameZh: z.string().nullable() })),
      value: z.number().describe('finite difference: all of them certain, less none'),
    }),
  ),
  products: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameZh: z.string().nullable(),
      level: z.number(),
      availableByPeriod: z.array(z.number()).describe('over the weighted scenarios'),
      withoutPlanByPeriod: z.array(z.number()),
    }),
  ),
  funds: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameZh: z.string().nullable(),
      type: z.string(),
      byPeriod: z.array(z.number()).describe('expected payments'),
      availableByPeriod: z.array(z.number()).describe('what is put by counted in the period for which it is'),
      savedByPeriod: z
        .array(z.number())
        .default([])
        .describe('put by at the end of each period for later; empty for a fund without carry-over'),
      dualByPeriod: z.array(z.number()).describe('value of one more unit of money in that period'),
    }),
  ),
  resources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameZh: z.string().nullable(),
      unit: z.string(),
      byPeriod: z.array(z.number()),
      availableByPeriod: z.array(z.number()),
      dualByPeriod: z.array(z.number()),
    }),
  ),
  leads: z
    .array(LeadScreening)
    .default([])
    .describe('funded projects: who should lead by the screening rule, and what each lead comes to'),
  capacity: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameZh: z.string().nullable(),
        resource: z.string(),
        add: z.number().describe('in each period'),
        fromPeriod: z.int(),
        untilPeriod: z.int(),
        cost: z.number(),
        fund: z.string(),
        reason: z.string(),
        bought: z.boolean(),
        worthAtPrices: z
          .number()
          .describe(
            'what it adds at the prices of the plan; 0 also where nothing could run at all without it',
          ),
        valueWithoutOffers: z.number().describe('of the plan that buys nothing'),
        otherwiseAtMost: z
          .number()
          .nullable()
          .describe(
            'no plan with this decision turned round, the others as they are, is worth more; null: not looked at, or no money for it',
          ),
      }),
    )
    .default([])
    .describe('offers of capacity'),
  verification: PlanVerification.nullable().default(null).describe('null: a plan made before it was told'),
  scenarios: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameZh: z.string().nullable(),
      weight: z.number(),
      startsInPeriod: z.int().nullable().describe('null: it starts by hazard, or never within the horizon'),
      hazardPerPeriod: z.number().nullable(),
    }),
  ),
  leftAloneValue: z
    .number()
    .describe(
      'of what performers would reach without any public money (deadweight), net of its cost; taken off value, bound and baselines',
    ),
  instruments: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        nameZh: z.string().nullable(),
        kind: z.string(),
        publicCost: z.number(),
        privateCost: z.number(),
        publicReturns: z.number(),
        leverage: z.number().nullable().describe('private money per unit of public money in the plan'),
        announcedLeverage: z.number().nullable().describe('as the folder states it; not causal'),
      }),
    )
    .describe('expected money of funded projects by instrument; only those in use'),
  privateCost: z.number(),
  publicCost: z.number(),
  publicReturns: z.number().describe('what comes back to public funds within the horizon, on success'),
  leverage: z.number().nullable().describe('private cost over public cost'),
  basis: Basis,
  survives: z
    .array(z.object({ conclusion: z.string(), low: z.boolean(), high: z.boolean() }))
    .describe(
      'conclusions, and whether they hold when every success chance is at its low or its high figure',
    ),
  ask: z
    .array(AskedFigure)
    .default([])
    .describe('figures whose range could change the plan, the most worth knowing first'),
  risk: Risk.nullable().default(null).describe('null: the programme has no scenario'),
  targets: z
    .array(PlanTarget)
    .default([])
    .describe('dated targets of the products, and whether they are met'),
  notes: z.array(z.string()),
});
export type Plan = z.infer<typeof Plan>;

/** Output of `muster pipeline`. */
export const PipelineResult = z.object({
  schema: z.literal('muster/pipeline@1'),
  instance: z.string(),
  projects: z.int(),
  value: z.number(),
  bound: z.number(),
  gap: z.number().nullable(),
  proof: Proof,
  standardError: z.number(),
  seconds: z.number(),
});
export type PipelineResult = z.infer<typeof PipelineResult>;
