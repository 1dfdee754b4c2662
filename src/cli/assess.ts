import { type Command, InvalidArgumentError, Option } from 'commander';
import { type AssessOptions, assess } from '../app/assess.ts';
import { openProgramme } from '../app/check-folder.ts';

interface Options {
  readonly scenario?: string;
  readonly maxOrder: number;
  readonly reading?: 'home' | 'world';
  readonly gates: 'all' | 'any' | 'unknown';
  readonly mixed?: boolean;
  readonly survive?: number;
  readonly json?: boolean;
}

/** `muster assess FOLDER`: what stops, when, and because of which few suppliers or jurisdictions. */
export function registerAssess(program: Command): void {
  program
    .command('assess')
    .description('what stops under each cut-off, when, and because of whom')
    .argument('<folder>', 'programme folder')
    .option('--scenario <id>', 'only this scenario')
    .option('--max-order <k>', 'critical combinations of up to this many members', order, 2)
    .option('--survive <days>', 'the stock needed to survive a cut-off of so many days', days)
    .option('--mixed', 'also critical combinations of jurisdictions and companies together')
    .addOption(
      new Option('--reading <reading>', 'overrides what the scenario names').choices(['home', 'world']),
    )
    .addOption(
      new Option('--gates <gates>', 'how gates that nobody has stated are read')
        .choices(['all', 'any', 'unknown'])
        .default('unknown'),
    )
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: Options) => {
      const programme = await openProgramme(folder);
      const report = assess(programme, { ...options, survive: await survive(options.survive) });
      const { currency, priceYear, name, seed } = programme.muster;
      if (options.json) {
        process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        return;
      }
      const { assessText } = await import('./findings.ts');
      process.stdout.write(assessText(report, { lang: 'en', programme: name, currency, priceYear, seed }));
    });
}

/** A question about stock, with the solver that answers it; loaded only where it is asked. */
export async function survive(days: number | undefined): Promise<AssessOptions['survive']> {
  if (days === undefined) return undefined;
  const { loadLinearSolver } = await import('../compute/highs-solver.ts');
  return { days, solver: await loadLinearSolver() };
}

export function days(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 3650)
    throw new InvalidArgumentError('a whole number of days from 1 to 3650');
  return count;
}

function order(text: string): number {
  const k = Number(text);
  if (!Number.isInteger(k) || k < 1 || k > 6) throw new InvalidArgumentError('a whole number from 1 to 6');
  return k;
}
