import { stat } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { openProgramme } from '../app/check-folder.ts';
import { type DiffSide, diff } from '../app/diff.ts';
import type { DiffReport } from '../contract/diff.ts';
import { MusterError } from '../kernel/errors.ts';
import { makeOutDir } from './make-out-dir.ts';

interface Options {
  readonly scenario?: string;
  readonly reading?: 'home' | 'world';
  readonly out?: string;
  readonly json?: boolean;
}

/** `muster diff FOLDER_A FOLDER_B`: what differs between two programmes, and what that does to what stops. */
export function registerDiff(program: Command): void {
  program
    .command('diff')
    .description('what differs between two programmes, and what that does to products and chokepoints')
    .argument('<before>', 'programme folder')
    .argument('<after>', 'programme folder to compare it with')
    .option('--scenario <id>', 'only this scenario')
    .addOption(
      new Option('--reading <reading>', 'overrides what the scenarios name').choices(['home', 'world']),
    )
    .option('--out <dir>', 'write diff.json, CSV tables and a report here')
    .option('--json', 'print one JSON object')
    .action(async (before: string, after: string, options: Options) => {
      for (const path of [before, after]) await expectFolder(path);
      const report = diff(await sideOf(before), await sideOf(after), options);
      if (options.out !== undefined) await writeReport(report, options.out);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        return;
      }
      const { diffText } = await import('./diff-text.ts');
      process.stdout.write(diffText(report));
    });
}

/** Writes `diff.json`, the CSV tables and the report in both languages; says on stderr where they are. */
async function writeReport(report: DiffReport, dir: string): Promise<void> {
  const { writeFiles } = await import('./out-dir.ts');
  const { diffCsvFiles } = await import('../figures/csv-diff.ts');
  const { renderDiffReport } = await import('../figures/report/diff-report.ts');
  await makeOutDir(dir);
  const names = await writeFiles(dir, [
    { name: 'diff.json', text: `${JSON.stringify(report, null, 2)}\n` },
    ...diffCsvFiles(report),
    { name: 'diff.html', text: renderDiffReport(report, 'en') },
    { name: 'diff.zh.html', text: renderDiffReport(report, 'zh') },
  ]);
  process.stderr.write(`Wrote ${names.length} files into ${dir}: ${names.join(', ')}\n`);
}

async function expectFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return;
  throw new MusterError('NOT_A_FOLDER', `${path} is a file; muster diff compares two programme folders.`, {
    hint: 'Give the folders that hold muster.yaml. Two plans cannot be compared yet.',
  });
}

async function sideOf(folder: string): Promise<DiffSide> {
  return { folder, programme: await openProgramme(folder) };
}
