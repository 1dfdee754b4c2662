import type { PlanProgress } from '../app/solve-case.ts';
import type { RunProgress } from '../contract/api/runs.ts';
import type { OnStudyProgress } from './study-threads.ts';

type Tell = (progress: RunProgress) => void;

const ONE_PART = { factor: null, done: 0, of: 1, tried: null, near: null };

/** Tells a phase without values, of an answer of one part. */
export function phaseProgress(phase: RunProgress['phase'], seconds: number): RunProgress {
  return { phase, seconds, value: null, bound: null, ...ONE_PART };
}

/** Progress of a plan: that at central evidence; the cases beside it once the plan itself is being valued. */
export function ofPlan(tell: Tell): (progress: PlanProgress, seconds: number) => void {
  let best: PlanProgress | null = null;
  return (progress, seconds) => {
    if (progress.evidence === 'central') best = progress;
    else if (best?.phase !== 'value') return;
    const phase = progress.evidence === 'central' ? progress.phase : 'cases';
    tell({ phase, seconds, value: best.value, bound: best.bound, ...ONE_PART });
  };
}

/** Progress of a study of so many parts. */
export function ofStudy(parts: number, tell: Tell): OnStudyProgress {
  let done = 0;
  return (task, progress, seconds) => {
    if (progress === null) done++;
    const said = { seconds, done, of: parts, factor: task.kind === 'budget' ? task.factor : null };
    const nothing = { value: null, bound: null, tried: null, near: null };
    const after = ({ budget: 'value', ranking: 'rankings', alternatives: 'search' } as const)[task.kind];
    if (progress === null) tell({ ...said, ...nothing, phase: after });
    else if (progress.phase === 'search') tell({ ...said, ...nothing, ...progress });
    else {
      const { value, bound } = progress;
      const phase = task.kind === 'ranking' ? 'rankings' : progress.phase;
      tell({ ...said, ...nothing, phase, value, bound });
    }
  };
}
