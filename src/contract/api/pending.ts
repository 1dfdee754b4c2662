import { z } from 'zod';
import { Uuid, VersionNumber } from './text.ts';

const Segment = z.union([z.string(), z.number()]);

export const Edit = z.strictObject({
  part: z.string(),
  path: z.array(Segment),
  from: z.unknown(),
  to: z.unknown(),
});

export const EditConflict = z.object({
  index: z.int(),
  now: z.unknown(),
  author: z.string().nullable(),
  at: z.string().nullable(),
});

export const Edits = z.strictObject({ base: VersionNumber, edits: z.array(Edit).min(1), reason: z.string() });

export const Content = z.record(z.string(), z.unknown());
export const Layout = z.record(z.string(), z.unknown());
export const WhatIf = z.strictObject({
  measures: z.array(z.unknown()),
  reading: z.enum(['home', 'world']).optional(),
});
export const WhatIfReply = z.object({ before: z.unknown(), after: z.unknown() });

export const Question = z.object({ id: Uuid });
export const NewQuestion = z.strictObject({ run: Uuid, figure: z.string(), experts: z.array(z.string()) });
export const AskedQuestion = z.object({ question: Question, links: z.array(z.unknown()) });
export const Outcome = z.strictObject({ value: z.number(), reason: z.string() });
export const AnswerPage = z.object({ question: z.unknown() });
export const Answer = z.strictObject({
  low: z.number(),
  central: z.number(),
  high: z.number(),
  comment: z.string(),
});

export const RunKind = z.enum(['assess', 'plan', 'frontier', 'alternatives']);
export const Run = z.object({ id: Uuid, kind: RunKind, status: z.string(), version: VersionNumber });
export const StartRun = z.strictObject({
  version: VersionNumber,
  kind: RunKind,
  options: z.record(z.string(), z.unknown()).optional(),
});
