import { type Command, InvalidArgumentError } from 'commander';
import { openProgramme } from '../app/check-folder.ts';
import { factorsBetween, frontier } from '../app/frontier.ts';
import { infeasibility } from '../app/infeasibility.ts';
import { loadLinearSolver } from '../compute/highs-solver.ts';
import { StudyThreads } from '../compute/study-threads.ts';
import type { Frontier } from '../contract/frontier.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';
import { untilInterrupted } from './interrupt.ts';
import { makeOutDir } from './make-out-dir.ts';
import { studyProgress } from './study-progress.ts';

interface Options {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  readonly out?: string;
  readonly json?: boolean;
}

const GAP = 0.01;

/** `muster frontier FOLDER`: the plan at several multiples of all the money, and what rankings would need. */
export function registerFrontier(program: Command): void {
  program
    .command('frontier')
    .description('the plan with less and with more money, and the money that rankings need to do as well')
    .argument('<folder>', 'programme folder')
    .option('--from <factor>', 'smallest multiple of all the money', factor, 0.25)
    .option('--to <factor>', 'largest multiple of all the money', factor, 2)
    .option('--steps <count>', 'budgets in even steps; that of today is always among them', budgets, 8)
    .option('--out <dir>', 'write frontier.json, CSV tables and a report here')
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: Options) => {
      if (options.to < options.from) {
        throw new MusterError('BAD_RANGE', `--to ${options.to} is below --from ${options.from}.`, {
          hint: 'Give the smaller multiple to --from.',
        });
      }
      const programme = await openProgramme(folder);
      const refused = infeasibility(programme, await loadLinearSolver());
      if (refused) {
        const { tellInfeasible } = await import('./infeasible.ts');
        return tellInfeasible(refused, options);
      }
      if (options.out) await makeOutDir(options.out);
      const found = await inThreads(programme, factorsBetween(options.from, options.to, options.steps));
      if (options.out) await writeFrontier(found, options.out);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
        return;
      }
      const { frontierText } = await import('./frontier-text.ts');
      process.stdout.write(frontierText(found));
    });
}

async function inThreads(programme: Programme, factors: readonly number[]): Promise<Frontier> {
  const threads = new StudyThreads(programme, GAP, studyProgress(programme.muster.currency));
  try {
    const work = frontier(programme, factors, threads, () => threads.seconds());
    return await untilInterrupted(work, () => threads.stop(), 'the budgets done so far');
  } finally {
    await threads.close();
  }
}

/** Writes `frontier.json`, the CSV tables and the report in both languages; says on stderr where they are. */
async function writeFrontier(found: Frontier, dir: string): Promise<void> {
  const { writeFiles } = await import('./out-dir.ts');
  const { frontierCsvFiles } = await import('../figures/csv-frontier.ts');
  const { renderFrontierReport } = await import('../figures/report/frontier-report.ts');
  const names = await writeFiles(dir, [
    { name: 'frontier.json', text: `${JSON.stringify(found, null, 2)}\n` },
    ...frontierCsvFiles(found),
    { name: 'frontier.html', text: renderFrontierReport(found, 'en') },
    { name: 'frontier.zh.html', text: renderFrontierReport(found, 'zh') },
  ]);
  process.stderr.write(`Wrote ${names.length} files into ${dir}: ${names.join(', ')}\n`);
}

function factor(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1000)) throw new InvalidArgumentError('a factor above 0, at most 1000');
  return value;
}

const BUDGETS_MAX = 64;

function budgets(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= BUDGETS_MAX)) {
    throw new InvalidArgumentError(`a whole number from 1 to ${BUDGETS_MAX}`);
  }
  return value;
}
