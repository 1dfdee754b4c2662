import { stat } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { openProgramme } from '../app/check-folder.ts';
import { type DiffSide, diff } from '../app/diff.ts';
import { planDiff } from '../app/plan-diff.ts';
import type { DiffReport } from '../contract/diff.ts';
import { MusterError } from '../kernel/errors.ts';
import { makeOutDir } from './make-out-dir.ts';
import { readPlan } from './read-plan.ts';

interface Options {
  readonly scenario?: string;
  readonly reading?: 'home' | 'world';
  readonly out?: string;
  readonly json?: boolean;
}

/**
 * `muster diff A B`: of two folders, what differs between the programmes and what that does to what stops; of two
 * plans of one programme, what the second does that the first does not.
 */
export function registerDiff(program: Command): void {
  program
    .command('diff')
    .description('what differs between two programmes, or between two plans of one programme')
    .argument('<before>', 'programme folder, or plan.json')
    .argument('<after>', 'what to compare it with: folder with folder, plan with plan')
    .option('--scenario <id>', 'only this scenario')
    .addOption(
      new Option('--reading <reading>', 'overrides what the scenarios name').choices(['home', 'world']),
    )
    .option('--out <dir>', 'of folders: write diff.json, CSV tables and a report here')
    .option('--json', 'print one JSON object')
    .action(async (before: string, after: string, options: Options) => {
      if (await arePlans(before, after)) return diffPlans(before, after, options);
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

/** Whether both paths are files, hence plans; refuses a file beside a folder. */
async function arePlans(before: string, after: string): Promise<boolean> {
  const isFile = async (path: string): Promise<boolean> =>
    (await stat(path).catch(() => null))?.isFile() === true;
  const [first, second] = [await isFile(before), await isFile(after)];
  if (first === second) return first;
  const [file, other] = first ? [before, after] : [after, before];
  throw new MusterError('NOT_COMPARABLE', `${file} is a file, ${other} is not.`, {
    hint: 'Give two programme folders, or two plan.json of one programme.',
  });
}

async function diffPlans(before: string, after: string, options: Options): Promise<void> {
  const refused = (['scenario', 'reading', 'out'] as const).filter((name) => options[name] !== undefined);
  if (refused.length > 0) {
    throw new MusterError(
      'NOT_FOR_PLANS',
      `${refused.map((name) => `--${name}`).join(' and ')} of muster diff compares folders, not plans.`,
      { hint: 'Leave it out; --json prints the whole comparison of two plans.' },
    );
  }
  const report = planDiff(await readPlan(before), await readPlan(after));
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const { planDiffText } = await import('./plan-diff-text.ts');
  process.stdout.write(planDiffText(report));
}

async function sideOf(folder: string): Promise<DiffSide> {
  return { folder, programme: await openProgramme(folder) };
}
