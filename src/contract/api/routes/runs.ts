import { z } from 'zod';
import { Explanation } from '../../explain.ts';
import { PlanDiff } from '../../plan-diff.ts';
import { PageQuery, pageOf } from '../paging.ts';
import type { Route } from '../route.ts';
import { Run, RunKind, StartRun } from '../runs.ts';

/** Routes of the runs of a programme. */
export const RUNS = {
  'GET /programmes/{programme}/runs': {
    right: 'read',
    summary: 'Its runs, the newest first',
    query: PageQuery.extend({ kind: RunKind.optional() }),
    reply: pageOf(Run),
  },
  'POST /programmes/{programme}/runs': {
    right: 'edit',
    summary: 'Ask for a run',
    body: StartRun,
    reply: Run,
    status: 201,
  },
  'GET /programmes/{programme}/runs/{run}': {
    right: 'read',
    summary: 'A run as it is now',
    reply: Run,
  },
  'GET /programmes/{programme}/runs/{run}/result': {
    right: 'read',
    summary: 'What it found: the same object as that command prints, without seconds',
    reply: z.unknown(),
    immutable: true,
  },
  'GET /programmes/{programme}/runs/{run}/events': {
    right: 'read',
    summary: 'A run as it goes: `progress` with the run as it is, at once and at each change, then `done`',
    reply: 'text/event-stream',
  },
  'GET /programmes/{programme}/runs/{run}/explain': {
    right: 'read',
    summary: 'Why something is as it is in a plan, and what would flip it',
    query: z.strictObject({
      subject: z.string().min(1).max(300),
      lang: z.enum(['en', 'zh']).default('en'),
    }),
    reply: Explanation,
  },
  'GET /programmes/{programme}/runs/{run}/diff/{otherRun}': {
    right: 'read',
    summary: 'What differs in another plan',
    reply: PlanDiff,
  },
  'POST /programmes/{programme}/runs/{run}/cancel': {
    right: 'edit',
    summary: 'Cancel it; what is finished stays',
    reply: Run,
  },
  'POST /programmes/{programme}/runs/{run}/stop': {
    right: 'edit',
    summary: 'End it soon, with the best so far',
    reply: Run,
  },
  'POST /programmes/{programme}/runs/{run}/again': {
    right: 'edit',
    summary: 'Run it again with the same pins',
    reply: Run,
    status: 201,
  },
} as const satisfies Record<string, Route>;
