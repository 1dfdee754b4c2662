import { type Command, InvalidArgumentError } from 'commander';
import type { AlternativesAsked } from '../app/alternatives.ts';
import { openProgramme } from '../app/check-folder.ts';
import { infeasibility } from '../app/infeasibility.ts';
import { loadLinearSolver } from '../compute/highs-solver.ts';
import { StudyThreads } from '../compute/study-threads.ts';
import type { Alternatives } from '../contract/alternatives.ts';
import type { Programme } from '../programme/programme.ts';
import { untilInterrupted } from './interrupt.ts';
import { studyProgress } from './study-progress.ts';

interface Options extends AlternativesAsked {
  readonly json?: boolean;
}

const GAP = 0.01;

/** `muster alternatives FOLDER`: plans that are nearly as good as the best, and differ in what they start. */
export function registerAlternatives(program: Command): void {
  program
    .command('alternatives')
    .description('plans that are nearly as good as the best one and start other projects')
    .argument('<folder>', 'programme folder')
    .option('--count <plans>', 'how many, beside the best', plans, 20)
    .option('--within <fraction>', 'largest loss, of the value of the best plan', fraction, 0.01)
    .option('--apart <fraction>', 'least difference of any two in the projects that they start', apart, 0.2)
    .option('--json', 'print one JSON object')
    .action(async (folder: string, { count, within, apart: distance, json }: Options) => {
      const programme = await openProgramme(folder);
      const refused = infeasibility(programme, await loadLinearSolver());
      if (refused) {
        const { tellInfeasible } = await import('./infeasible.ts');
        return tellInfeasible(refused, { json });
      }
      const found = await inThread(programme, { count, within, apart: distance });
      if (json) {
        process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
        return;
      }
      const { alternativesText } = await import('./alternatives-text.ts');
      process.stdout.write(alternativesText(found));
    });
}

async function inThread(programme: Programme, asked: AlternativesAsked): Promise<Alternatives> {
  const threads = new StudyThreads(programme, GAP, studyProgress(programme.muster.currency));
  try {
    const work = threads.alternatives(asked);
    return await untilInterrupted(work, () => threads.stop(), 'the plans found so far');
  } finally {
    await threads.close();
  }
}

const PLANS_MAX = 100;

function plans(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= PLANS_MAX)) {
    throw new InvalidArgumentError(`a whole number from 1 to ${PLANS_MAX}`);
  }
  return value;
}

function fraction(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('a fraction from 0 to 1');
  return value;
}

function apart(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('a fraction above 0, at most 1');
  return value;
}
