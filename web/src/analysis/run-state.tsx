import { Button } from '@mantine/core';
import { type FigureContext, formatMoney, formatNumber, formatShare } from '../../../src/figures/text.ts';
import { useWrite } from '../api/queries.ts';
import { isUnderWay, useRun } from '../api/use-run.ts';
import { ProblemNote } from '../shell/problem.tsx';
import { useProgramme } from '../shell/programme.tsx';
import type { Run } from '../shell/run-choice.ts';
import { analysisWords } from '../words/analysis.ts';
import { useWords } from '../words/subject.ts';
import css from './analysis.module.css';

const STALE = ['GET /programmes/{programme}/runs', 'GET /programmes/{programme}/runs/{run}'] as const;

/** A run as it goes: phase, best so far, bound and gap, with a way to end it; nothing once it is done. */
export function RunState({ run: known, context }: { run: Run; context: FigureContext }) {
  const say = useWords(analysisWords);
  const { id, may } = useProgramme();
  const { run = known } = useRun(id, known.id, known);
  const cancel = useWrite('POST /programmes/{programme}/runs/{run}/cancel', STALE);
  const stop = useWrite('POST /programmes/{programme}/runs/{run}/stop', STALE);
  const sent = { params: { programme: id, run: run.id } } as never;
  if (run.status === 'done') return null;
  const { progress } = run;
  const gap =
    progress?.value && progress.bound !== null
      ? (progress.bound - progress.value) / Math.abs(progress.value)
      : null;
  const facts = [
    progress ? say.phases[progress.phase] : null,
    progress?.factor != null ? say.atBudget(formatNumber(progress.factor, context.lang)) : null,
    progress?.value != null ? say.bestSoFar(formatMoney(progress.value, context)) : null,
    progress?.bound != null ? say.atMost(formatMoney(progress.bound, context)) : null,
    gap !== null ? say.gapNow(formatShare(gap, context.lang)) : null,
    progress?.tried != null ? say.tried(progress.tried, progress.near ?? 0) : null,
    progress ? say.seconds(formatNumber(progress.seconds, context.lang, 0)) : null,
  ].filter(Boolean);
  return (
    <>
      <div className={css.run} role="status">
        <strong>
          {say.runKinds[run.kind]}: {say.statuses[run.status]}
        </strong>
        {isUnderWay(run) && (
          <progress
            aria-label={say.statuses[run.status]}
            {...(progress && progress.of > 0 ? { value: progress.done, max: progress.of } : {})}
          />
        )}
        <span className="tabular">{facts.join(' · ')}</span>
        {isUnderWay(run) && may('edit') && (
          <span className={css.controls}>
            {progress?.value != null && (
              <Button
                variant="default"
                loading={stop.isPending}
                disabled={run.stopRequested || run.cancelRequested}
                onClick={() => stop.mutate(sent)}
              >
                {say.stop}
              </Button>
            )}
            <Button
              variant="default"
              loading={cancel.isPending}
              disabled={run.cancelRequested}
              onClick={() => cancel.mutate(sent)}
            >
              {say.cancel}
            </Button>
          </span>
        )}
        {run.error && <span>{run.error.message}</span>}
      </div>
      <ProblemNote error={cancel.error ?? stop.error} />
    </>
  );
}
