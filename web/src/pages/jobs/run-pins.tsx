import type { Run } from '../../../../src/contract/api/runs.ts';
import { jobsWords } from '../../words/jobs.ts';
import { useWords } from '../../words/subject.ts';
import css from './jobs.module.css';

/** What a run is pinned to, and whether it came out the same as the one it repeats. */
export function RunPins({ run }: { run: Run }) {
  const say = useWords(jobsWords);
  const pins: [string, string][] = [
    [say.options, JSON.stringify(run.options)],
    [say.seed, String(run.seed)],
    [say.program, run.programVersion],
    [say.attempts, String(run.attempts)],
    ...(run.againOf ? ([[say.repeats, run.againOf]] as [string, string][]) : []),
    ...(run.resultHash ? ([[say.hash, run.resultHash]] as [string, string][]) : []),
  ];
  return (
    <>
      <dl className={css.pins}>
        {pins.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      {run.sameBytes !== null && <p>{run.sameBytes ? say.sameBytes : say.otherBytes}</p>}
    </>
  );
}
