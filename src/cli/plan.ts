import { type Command, InvalidArgumentError } from 'commander';
import { assess } from '../app/assess.ts';
import { openProgramme } from '../app/check-folder.ts';
import { infeasibility } from '../app/infeasibility.ts';
import { loadLinearSolver } from '../compute/highs-solver.ts';
import { runPlan } from '../compute/run-plan.ts';
import type { Plan } from '../contract/plan.ts';
import type { Programme } from '../programme/programme.ts';
import { type WhatIf, whatIfNotes, withWhatIf } from '../programme/what-if.ts';
import { untilInterrupted } from './interrupt.ts';
import { makeOutDir } from './make-out-dir.ts';
import { planProgress } from './progress.ts';

interface Options {
  readonly timeLimit?: number;
  readonly gap: number;
  readonly with: WhatIf['with'];
  readonly without: readonly string[];
  readonly budget: WhatIf['budgets'];
  readonly out?: string;
  readonly json?: boolean;
}

/** `muster plan FOLDER`: which breakthroughs to buy together, with whom, from when and with which money. */
export function registerPlan(program: Command): void {
  program
    .command('plan')
    .description('plan which breakthroughs to attempt together, and how good the plan provably is')
    .argument('<folder>', 'programme folder')
    .option('--time-limit <seconds>', 'stop with the best plan so far after this long', positive)
    .option('--gap <fraction>', 'stop looking for better once the gap is this small', fraction, 0.01)
    .option(
      '--with <project[@period]>',
      'what if this project (OPTION/TEAM) had to start, in that period',
      locked,
      [],
    )
    .option('--without <project>', 'what if this project (OPTION/TEAM) could not be chosen', collect, [])
    .option('--budget <fund=factor>', 'what if this fund offered so many times as much', budget, [])
    .option('--out <dir>', 'write plan.json, CSV tables and report.html here')
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: Options) => {
      const whatIf = { with: options.with, without: options.without, budgets: options.budget };
      const programme = withWhatIf(await openProgramme(folder), whatIf);
      const refused =
        programme.commitments.length > 0 ? infeasibility(programme, await loadLinearSolver()) : null;
      if (refused) {
        const { tellInfeasible } = await import('./infeasible.ts');
        return tellInfeasible(refused, options);
      }
      if (options.out) await makeOutDir(options.out);
      const planned = await planWithProgress(programme, options);
      const plan = { ...planned, notes: [...whatIfNotes(whatIf), ...planned.notes] };
      if (options.out) await writeReport(programme, plan, options.out);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
        return;
      }
      const { planText } = await import('./findings.ts');
      process.stdout.write(planText(plan));
    });
}

/** Plans with progress on stderr; an interrupt asks for the best plan so far. */
export async function planWithProgress(
  programme: Programme,
  options: { readonly timeLimit?: number; readonly gap: number },
): Promise<Plan> {
  const run = runPlan(programme, {
    gap: options.gap,
    timeLimitSeconds: options.timeLimit ?? null,
    onProgress: planProgress(programme.muster.currency),
  });
  return untilInterrupted(run.plan, () => run.stop(), 'the best plan so far');
}

/** Writes the outputs of a plan and of the assessment behind it; says on stderr where they are. */
async function writeReport(programme: Programme, plan: Plan, dir: string): Promise<void> {
  const { writeOutputs } = await import('./out-dir.ts');
  const { reportInput } = await import('./report-input.ts');
  const assessment = assess(programme, { maxOrder: 2, gates: 'unknown' });
  const names = await writeOutputs(dir, reportInput(programme, assessment, plan));
  process.stderr.write(`Wrote ${names.length} files into ${dir}: ${names.join(', ')}\n`);
}

const collect = (text: string, list: readonly string[]): string[] => [...list, text];

function locked(text: string, list: WhatIf['with']): WhatIf['with'] {
  const [project, period, more] = text.split('@');
  const number = period === undefined ? null : Number(period);
  if (
    project === '' ||
    more !== undefined ||
    (number !== null && !(Number.isInteger(number) && number >= 1))
  ) {
    throw new InvalidArgumentError('OPTION/TEAM, or OPTION/TEAM@PERIOD with a period from 1');
  }
  return [...list, { project, period: number }];
}

function budget(text: string, list: WhatIf['budgets']): WhatIf['budgets'] {
  const at = text.lastIndexOf('=');
  const factor = text.slice(at + 1).trim() === '' ? Number.NaN : Number(text.slice(at + 1));
  if (at < 1 || !(factor >= 0 && factor <= 1000)) {
    throw new InvalidArgumentError('FUND=FACTOR with a factor from 0 to 1000, as national-fund=1.2');
  }
  return [...list, { fund: text.slice(0, at), factor }];
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a number of seconds above 0');
  return value;
}

function fraction(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('a fraction from 0 to 1');
  return value;
}
