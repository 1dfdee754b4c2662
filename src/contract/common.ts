import { z } from 'zod';

/** What an answer rests on: how many figures, of what mark, and how much of the chain has data at all. */
export const Basis = z.object({
  figures: z.int().describe('figures the answer uses'),
  read: z.int(),
  computed: z.int(),
  judgement: z.int(),
  unsourced: z.int(),
  judgementShare: z.number().describe('judgement and unsourced, of all figures'),
  yearFrom: z.int().nullable(),
  yearTo: z.int().nullable(),
});
export type Basis = z.infer<typeof Basis>;

/** Kind of proof behind a bound. */
export const Proof = z.enum(['exact', 'bound', 'statistical']);
export type Proof = z.infer<typeof Proof>;

/** A service level and what is known of it. */
export const Verdict = z.enum(['yes', 'no', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;
