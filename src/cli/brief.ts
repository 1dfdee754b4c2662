import { resolve } from 'node:path';
import type { Command } from 'commander';
import { assess } from '../app/assess.ts';
import { openProgramme } from '../app/check-folder.ts';
import { days, survive } from './assess.ts';
import { makeOutDir } from './make-out-dir.ts';
import { planWithProgress } from './plan.ts';

interface Options {
  readonly out: string;
  readonly survive: number;
  readonly serve: boolean;
}

/** `muster brief FOLDER`: assesses and plans, tells the findings in plain words and writes the report. */
export function registerBrief(program: Command): void {
  program
    .command('brief')
    .description('assess and plan a programme, print the findings in plain words and write the report')
    .argument('<folder>', 'programme folder')
    .option('--out <dir>', 'folder for the report, the tables and the JSON', 'out')
    .option('--survive <days>', 'tell the stock needed to survive a cut-off of so many days', days, 180)
    .option('--no-serve', 'end after the report; else the programme is then served as a web application')
    .action(async (folder: string, options: Options) => {
      const programme = await openProgramme(folder);
      await makeOutDir(options.out);
      process.stderr.write(
        `Assessing ${programme.muster.name} under ${programme.scenarios.length} scenarios.\n`,
      );
      const assessment = assess(programme, {
        maxOrder: 2,
        gates: 'unknown',
        survive: await survive(options.survive),
      });
      process.stderr.write('Planning; this takes up to a minute.\n');
      const plan = await planWithProgress(programme, { gap: 0.01 });
      const { findingsText } = await import('./findings.ts');
      const { writeOutputs } = await import('./out-dir.ts');
      const { reportInput } = await import('./report-input.ts');
      const input = reportInput(programme, assessment, plan);
      const names = await writeOutputs(options.out, input);
      process.stdout.write(`\n${findingsText(input)}\n`);
      process.stdout.write(`The whole report, with pictures: ${resolve(options.out, 'report.html')}\n`);
      process.stdout.write(`Beside it: ${names.filter((name) => name !== 'report.html').join(', ')}\n`);
      if (options.serve) await (await import('./serve-brief.ts')).serveBrief(folder, plan);
    });
}
