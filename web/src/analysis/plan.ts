import { useMemo } from 'react';
import type { InfeasibleReport } from '../../../src/contract/infeasible.ts';
import type { Plan } from '../../../src/contract/plan.ts';
import type { FigureContext } from '../../../src/figures/text.ts';
import { useRead } from '../api/queries.ts';
import { useLang } from '../shell/lang.tsx';
import { useProgramme } from '../shell/programme.tsx';
import { type Run, useRunChoice } from '../shell/run-choice.ts';
import { useContent } from './content.ts';
import { contextOf } from './context.ts';

const hasResult = (run: Run | null): boolean => run?.resultHash != null;

/** The result of a run, once it has one. */
export function useResult<Result>(run: Run | null) {
  const { id } = useProgramme();
  const read = useRead(
    'GET /programmes/{programme}/runs/{run}/result',
    { params: { programme: id, run: run?.id ?? '' } },
    hasResult(run),
  );
  return { ...read, result: read.data as Result | undefined };
}

/** The plan that is looked at, and the words and units of its figures. `infeasible` in its place where there is none. */
export function usePlan() {
  const { lang } = useLang();
  const choice = useRunChoice();
  const { result, error } = useResult<Plan | InfeasibleReport>(choice.run);
  const content = useContent();
  return useMemo(() => {
    const isPlan = result?.schema === 'muster/plan@1';
    const plan = isPlan ? (result as Plan) : null;
    const context: FigureContext | null = content.data
      ? contextOf(content.data, lang, plan?.seed ?? null)
      : null;
    return {
      ...choice,
      plan,
      infeasible: result && !isPlan ? (result as InfeasibleReport) : null,
      context,
      content: content.data ?? null,
      error: error ?? content.error,
      waiting: choice.waiting || content.isPending || (hasResult(choice.run) && !result && !error),
    };
  }, [choice, result, error, content.data, content.error, content.isPending, lang]);
}
