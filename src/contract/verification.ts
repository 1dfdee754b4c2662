import { z } from 'zod';

const named = { name: z.string(), nameZh: z.string().nullable() };
const period = z.int().describe('1 = the first');

/** A verification on the critical path. */
export const VerificationOnPath = z.object({
  project: z.string().describe('option/team'),
  ...named,
  goal: z.string(),
  stage: z.int().describe('number of the stage in its project, from 1'),
  fromPeriod: period,
  toPeriod: period,
  waitsFor: z.array(z.string()).describe('goals that must be reached, or certified, before it starts'),
  heldBy: z.string().nullable().describe('of them the one that decides when it starts; null: none does'),
  adopter: z.string().nullable().describe('actor at whose line it is'),
  adopterName: z.string().nullable(),
  slots: z.array(z.object({ resource: z.string(), amount: z.number() })).describe('in each period'),
});
export type VerificationOnPath = z.infer<typeof VerificationOnPath>;

const Slot = z.object({ resource: z.string(), ...named, unit: z.string(), period });

/** What the plan verifies at whose lines, and which slots to buy. */
export const PlanVerification = z.object({
  product: z
    .object({ id: z.string(), ...named, level: z.number(), openPeriod: z.int().nullable() })
    .nullable()
    .describe(
      'the product level lifted by most value; openPeriod: first period in which it is open on the most likely course; null: none is lifted',
    ),
  criticalPath: z
    .array(VerificationOnPath)
    .describe(
      'in order of time, on the most likely course: the verifications whose delay delays that product level',
    ),
  slots: z
    .array(
      Slot.extend({
        used: z.number().describe('expected'),
        available: z.number(),
        worthOfOneMore: z.number().describe('at the prices of the plan; major units'),
      }),
    )
    .describe('resources of kind slots, period by period'),
  buy: z
    .array(Slot.extend({ worth: z.number() }))
    .describe('the slots of which one more is worth most, most first; only those worth anything'),
});
export type PlanVerification = z.infer<typeof PlanVerification>;
