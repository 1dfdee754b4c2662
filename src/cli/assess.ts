import { type Command, InvalidArgumentError, Option } from 'commander';
import { assess } from '../app/assess.ts';
import { openProgramme } from '../app/check-folder.ts';

interface Options {
  readonly scenario?: string;
  readonly maxOrder: number;
  readonly reading?: 'home' | 'world';
  readonly gates: 'all' | 'any' | 'unknown';
  readonly mixed?: boolean;
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
      const report = assess(programme, options);
      const { currency, priceYear, name, seed } = programme.muster;
      if (options.json) {
        process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        return;
      }
      const { assessText } = await import('./findings.ts');
      process.stdout.write(assessText(report, { lang: 'en', programme: name, currency, priceYear, seed }));
    });
}

function order(text: string): number {
  const k = Number(text);
  if (!Number.isInteger(k) || k < 1 || k > 6) throw new InvalidArgumentError('a whole number from 1 to 6');
  return k;
}
