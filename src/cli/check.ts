import type { Command } from 'commander';
import { checkFolder, placeOf } from '../app/check-folder.ts';
import { checkReport } from '../app/check-report.ts';
import type { CheckReport } from '../contract/check.ts';
import { groupBy } from '../kernel/collections.ts';

/** `muster check FOLDER`: every defect at once. Exit 2 where one is an error. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('report every defect of a programme folder: file, line, code, hint')
    .argument('<folder>', 'programme folder')
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: { json?: boolean }) => {
      const report = checkReport(folder, await checkFolder(folder));
      process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report));
      if (report.errors > 0) process.exitCode = 2;
    });
}

/** Defects by file, each with its hint, then one line that sums up. */
function textOf({ folder, errors, warnings, defects, unread }: CheckReport): string {
  const blocks = [...groupBy(defects, (defect) => defect.file).values()].map((group) =>
    group.map(lineOf).join(''),
  );
  const counts = [counted(errors, 'error'), counted(warnings, 'warning')].join(', ');
  const verdict = errors > 0 ? 'cannot be used yet' : 'can be used';
  const left = unread.length > 0 ? `Checks that need ${unread.join(', ')} were left out.\n` : '';
  return [...blocks, `${left}${folder}: ${counts}; it ${verdict}.\n`].join('\n');
}

function lineOf(defect: CheckReport['defects'][number]): string {
  const mark = defect.severity === 'warning' ? ' (warning)' : '';
  return `${placeOf(defect)}  ${defect.code}${mark}  ${defect.message}\n    ${defect.hint}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
