import type { InfeasibleReport } from '../../contract/infeasible.ts';
import type { Plan } from '../../contract/plan.ts';
import type { PlanDiff } from '../../contract/plan-diff.ts';
import { MusterError } from '../../kernel/errors.ts';
import { planDiff } from '../plan-diff.ts';
import type { Id } from './ports/common.ts';
import type { RunRecord } from './ports/runs.ts';
import type { Records } from './ports.ts';
import { findRun } from './runs.ts';

/** Canonical text of what a run found; refuses with NOT_FINISHED where it has no result. */
export async function resultOf(records: Records, { id, status }: RunRecord): Promise<string> {
  const text = await records.runs.result(id);
  if (text !== null) return text;
  throw new MusterError('NOT_FINISHED', `The run is ${status} and has no result.`, {
    hint: 'Follow its events, or ask for another run.',
  });
}

/** The plan that a run made, or why there is none; refuses with NO_PLAN where it is a run of another kind. */
export async function planOf(records: Records, run: RunRecord): Promise<Plan | InfeasibleReport> {
  if (run.kind !== 'plan') {
    throw new MusterError('NO_PLAN', `This is a run of ${run.kind}, not of a plan.`, {
      hint: 'Name a run of the kind `plan`.',
    });
  }
  return JSON.parse(await resultOf(records, run));
}

/** What differs between the plans of two runs of a programme. */
export async function diffOfRuns(records: Records, programme: Id, before: Id, after: Id): Promise<PlanDiff> {
  const [first, second] = await Promise.all(
    [before, after].map(async (id) => planOf(records, await findRun(records, programme, id))),
  );
  if (first!.schema === 'muster/plan@1' && second!.schema === 'muster/plan@1')
    return planDiff(first!, second!);
  throw new MusterError(
    'NO_PLAN',
    'One of the two runs ended without a plan: its commitments cannot all be met.',
  );
}
