import type { Command } from 'commander';
import type { ImportReport } from '../contract/import-report.ts';
import { importEto } from '../formats/eto/import.ts';
import { placeImport } from '../formats/imported-folder/place.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';

type Importer = (
  source: string,
  home: readonly string[],
) => { programme: Programme; report: Omit<ImportReport, 'files'> };

/** Formats that can be imported, by the name by which the command line knows them. */
const IMPORTERS: Readonly<Record<string, Importer>> = { eto: importEto };

interface ImportOptions {
  readonly out: string;
  readonly home: string;
  readonly json?: boolean;
}

/** Adds `muster import` to the command line. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('make a programme folder from data in another format')
    .argument('<format>', `one of: ${Object.keys(IMPORTERS).join(', ')}`)
    .argument('<source>', 'folder that holds the data')
    .requiredOption('--out <folder>', 'programme folder to write: new, empty, or an unchanged earlier import')
    .option('--home <jurisdictions>', 'home: ISO codes of three capitals, separated by commas', 'CHN')
    .option('--json', 'print the report as one JSON object')
    .action(async (format: string, source: string, options: ImportOptions) => {
      const report = await runImport(format, source, options);
      process.stdout.write(
        options.json ? `${JSON.stringify(report, null, 2)}\n` : summary(report, options.out),
      );
    });
}

async function runImport(format: string, source: string, options: ImportOptions): Promise<ImportReport> {
  const importer = Object.hasOwn(IMPORTERS, format) ? IMPORTERS[format] : undefined;
  if (!importer) {
    throw new MusterError('UNKNOWN_FORMAT', `'${format}' is not a format that can be imported.`, {
      hint: `Known formats: ${Object.keys(IMPORTERS).join(', ')}.`,
    });
  }
  const { programme, report } = importer(source, homeOf(options.home));
  return placeImport(programme, report, options.out);
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

function summary(report: ImportReport, out: string): string {
  const { links, requirements, providers, supplyRows } = report.counts;
  const codes = report.summary.map(({ code, kind, count }) => `  ${kind} ${code}: ${count}`);
  return [
    `Imported ${report.source} (${report.format}, ${report.layout} layout) into ${out}:`,
    `${links} links, ${requirements} requirements, ${providers} providers, ${supplyRows} rows of supply.`,
    'Found and assumed:',
    ...codes,
    `Each with its line: reports/import-${report.format}.md in the folder.`,
    '',
  ].join('\n');
}
