import { z } from 'zod';
import { PersonName } from './people.ts';
import { Instant, Sha256, Uuid, VersionNumber } from './text.ts';

/** What is computed: the command of that name. */
export const RunKind = z.enum(['assess', 'plan', 'frontier', 'alternatives']);
export type RunKind = z.infer<typeof RunKind>;

/**
 * How far a run has come. `done`: the answer is whole, even where it says that the commitments cannot all be met.
 * `stopped`: a time limit or a person cut it short, with what it had by then, or with nothing and the reason.
 */
export const RunStatus = z.enum(['waiting', 'running', 'done', 'stopped', 'failed', 'cancelled']);
export type RunStatus = z.infer<typeof RunStatus>;

const Factor = z.number().positive().max(1000);
const Fraction = z.number().min(0).max(1);
const Project = z.string().min(1).max(500);

const LIST_MAX = 1000;
const DAY_SECONDS = 86_400;

const limited = {
  timeLimit: z
    .number()
    .positive()
    .max(DAY_SECONDS)
    .nullable()
    .default(null)
    .describe('seconds, after which the best so far is the answer; null: none'),
};

const whatIf = {
  with: z
    .array(z.strictObject({ project: Project, period: z.int().min(1).nullable().default(null) }))
    .max(LIST_MAX)
    .default([])
    .describe('projects (OPTION/TEAM) that must start, in that period where one is given'),
  without: z
    .array(Project)
    .max(LIST_MAX)
    .default([])
    .describe('projects (OPTION/TEAM, or OPTION for all its teams) that may not be chosen'),
  budgets: z
    .array(z.strictObject({ fund: z.string().min(1).max(200), factor: z.number().min(0).max(1000) }))
    .max(LIST_MAX)
    .default([])
    .describe('funds that offer so many times as much'),
};

/** Options of `muster assess`. */
export const AssessOptions = z.strictObject({
  scenario: z.string().min(1).max(200).nullable().default(null).describe('null: all of them'),
  maxOrder: z.int().min(1).max(6).default(2).describe('critical combinations of up to so many members'),
  reading: z.enum(['home', 'world']).nullable().default(null).describe('null: what each scenario says'),
  gates: z
    .enum(['all', 'any', 'unknown'])
    .default('unknown')
    .describe('how gates are read that nobody stated'),
  mixed: z.boolean().default(false).describe('also combinations of jurisdictions and companies together'),
  survive: z
    .int()
    .min(1)
    .max(3650)
    .nullable()
    .default(null)
    .describe('days of cut-off for which the stock needed is sought; null: not asked'),
});
export type AssessOptions = z.output<typeof AssessOptions>;

/** Options of `muster plan`. */
export const PlanOptions = z.strictObject({
  gap: Fraction.default(0.01).describe('look no further once the gap is this small'),
  ...limited,
  ...whatIf,
});
export type PlanOptions = z.output<typeof PlanOptions>;

/** Options of `muster frontier`, and what if. */
export const FrontierOptions = z.strictObject({
  factors: z
    .array(Factor)
    .min(1)
    .max(64)
    .default([0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2])
    .describe('multiples of all the money; today’s is always among them'),
  ...limited,
  ...whatIf,
});
export type FrontierOptions = z.output<typeof FrontierOptions>;

/** Options of `muster alternatives`, and what if. */
export const AlternativesOptions = z.strictObject({
  count: z.int().min(1).max(100).default(20).describe('how many, beside the best'),
  within: Fraction.default(0.01).describe('largest loss, of the value of the best plan'),
  apart: Fraction.positive().default(0.2).describe('least difference of any two in the projects they start'),
  ...limited,
  ...whatIf,
});
export type AlternativesOptions = z.output<typeof AlternativesOptions>;

/** Options by kind. */
export const RUN_OPTIONS = {
  assess: AssessOptions,
  plan: PlanOptions,
  frontier: FrontierOptions,
  alternatives: AlternativesOptions,
} as const satisfies Record<RunKind, z.ZodType>;
export type RunOptions = { [Kind in RunKind]: z.output<(typeof RUN_OPTIONS)[Kind]> };

const start = <K extends RunKind, Options extends z.ZodType>(kind: K, options: Options) =>
  z.strictObject({
    version: VersionNumber,
    kind: z.literal(kind),
    options: z.prefault(options, {} as z.input<Options>),
    seed: z.int().min(0).max(4_294_967_295).optional().describe('without it that of the programme'),
  });

/** Asks for a run. */
export const StartRun = z.discriminatedUnion('kind', [
  start('assess', AssessOptions),
  start('plan', PlanOptions),
  start('frontier', FrontierOptions),
  start('alternatives', AlternativesOptions),
]);
export type StartRun = z.output<typeof StartRun>;

/** What a run is at. Values are those of the plan, in major units. */
export const RunProgress = z.object({
  phase: z
    .enum(['read', 'assess', 'bound', 'exact', 'policies', 'rollout', 'value', 'cases', 'search', 'rankings'])
    .describe('cases: whether conclusions hold at low and high evidence; search: other plans'),
  seconds: z.number().describe('since this attempt began'),
  value: z.number().nullable().describe('best so far'),
  bound: z.number().nullable(),
  factor: z.number().nullable().describe('frontier: the budget that value and bound are of'),
  done: z.int().describe('parts done: budgets and rankings of a frontier'),
  of: z.int().describe('parts in all'),
  tried: z.int().nullable().describe('alternatives: other plans tried'),
  near: z.int().nullable().describe('alternatives: of those, nearly as good'),
});
export type RunProgress = z.infer<typeof RunProgress>;

/** Why a run has no whole answer. */
export const RunProblem = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});

/** A run with its pins: the same pins give the same bytes, unless it was cut short. */
export const Run = z.object({
  id: Uuid,
  version: VersionNumber,
  kind: RunKind,
  options: z.unknown().describe('as asked, with what was not said filled in'),
  seed: z.int(),
  programVersion: z.string().describe('version of Muster'),
  againOf: Uuid.nullable().describe('the run that this one repeats'),
  sameBytes: z
    .boolean()
    .nullable()
    .describe('whether its result equals that of the run it repeats; null: it repeats none, or has none yet'),
  status: RunStatus,
  progress: RunProgress.nullable(),
  requestedBy: PersonName.nullable().describe('null: asked for by Muster itself'),
  requestedAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  attempts: z.int().describe('workers that took it on; more than one where a worker died'),
  cancelRequested: z.boolean(),
  stopRequested: z.boolean().describe('somebody asked for the best so far'),
  error: RunProblem.nullable(),
  resultHash: Sha256.nullable().describe('of the canonical bytes of the result'),
});
export type Run = z.infer<typeof Run>;
