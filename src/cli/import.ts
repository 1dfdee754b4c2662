import type { Command } from 'commander';
import { IMPORT_FORMATS, importProgramme } from '../app/import-programme.ts';
import type { ImportReport } from '../contract/import-report.ts';
import { MusterError } from '../kernel/errors.ts';

interface ImportOptions {
  readonly out: string;
  readonly home: string;
  readonly codes?: string;
  readonly top?: string;
  readonly json?: boolean;
}

/** `muster import FORMAT SOURCE… --out FOLDER`: a programme folder from data in another format. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('make a programme folder from data in another format')
    .argument('<format>', `one of: ${IMPORT_FORMATS.join(', ')}`)
    .argument('<source...>', 'folder or files that hold the data')
    .requiredOption('--out <folder>', 'programme folder to write: new, empty, or an unchanged earlier import')
    .option('--home <codes>', 'home: jurisdiction codes of three capitals, separated by commas', 'CHN')
    .option('--codes <codes>', 'trade only: codes of commodities to read, separated by commas; default all')
    .option('--top <gate>', 'fault tree only: the top event, where several gates could be it')
    .option('--json', 'print one JSON object')
    .action(async (format: string, sources: string[], options: ImportOptions) => {
      const { codes, top } = options;
      const report = await importProgramme(format, sources, options.out, homeOf(options.home), {
        codes: codes === undefined ? undefined : codesOf(codes),
        top,
      });
      process.stdout.write(
        options.json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report, options.out),
      );
    });
}

function homeOf(text: string): string[] {
  const home = [...new Set(text.split(',').map((code) => code.trim()))];
  const bad = home.find((code) => !/^[A-Z]{3}$/.test(code));
  if (bad !== undefined) {
    throw new MusterError('BAD_HOME', `--home: '${bad}' is not a code of three capitals.`, {
      hint: 'Write --home CHN, or --home CHN,HKG.',
    });
  }
  return home;
}

function codesOf(text: string): string[] {
  const codes = [...new Set(text.split(',').map((code) => code.trim()))].filter((code) => code !== '');
  const bad = codes.find((code) => !/^\d{2,6}$/.test(code));
  if (bad !== undefined) {
    throw new MusterError('BAD_CODE', `--codes: '${bad}' is not a code of commodities.`, {
      hint: 'Write --codes 811292,280530.',
    });
  }
  return codes;
}

function textOf(report: ImportReport, out: string): string {
  const { links, requirements, providers, supplyRows } = report.counts;
  return [
    `Imported ${report.source} (${report.format}, ${report.layout} layout) into ${out}:`,
    `${links} links, ${requirements} requirements, ${providers} providers, ${supplyRows} rows of supply.`,
    'Found and assumed:',
    ...report.summary.map(({ code, kind, count }) => `  ${kind} ${code}: ${count}`),
    `Each with its line: reports/import-${report.format}.md in the folder.`,
    '',
  ].join('\n');
}
