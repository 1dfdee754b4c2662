import type { OnStudyProgress, StudyTask } from '../compute/study-threads.ts';
import { PHASES, progressLines } from './progress.ts';

/** Prints on stderr what each part of a study is at. */
export function studyProgress(currency: string): OnStudyProgress {
  const print = progressLines(currency);
  const none = { value: null, bound: null };
  return (task, progress, seconds) => {
    const name = taskName(task);
    if (progress === null) print(`${name}done`, none, seconds);
    else if (progress.phase !== 'search') print(`${name}${PHASES[progress.phase]}`, progress, seconds);
    else {
      print(
        `${name}${progress.tried} other plans tried, ${progress.near} of them nearly as good`,
        none,
        seconds,
      );
    }
  };
}

function taskName(task: StudyTask): string {
  if (task.kind === 'budget') return `${task.factor} × the money: `;
  return task.kind === 'ranking' ? `money that ${task.name} would need: ` : '';
}
