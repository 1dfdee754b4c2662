import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { openProgramme } from '../app/check-folder.ts';
import { type ExportOptions, exportFaultTree } from '../app/export-open-psa.ts';
import type { FaultTreeExport } from '../contract/export.ts';
import { MusterError } from '../kernel/errors.ts';

interface Options extends Omit<ExportOptions, 'product'> {
  readonly product?: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `muster export FORMAT FOLDER --out FILE`: a programme in another format. */
export function registerExport(program: Command): void {
  const exports = program
    .command('export')
    .description('write a programme, or a part of it, in another format');
  exports
    .command('open-psa')
    .description('why a product stops, as a fault tree over the loss of suppliers (Open-PSA)')
    .argument('<folder>', 'programme folder')
    .requiredOption('--out <file>', 'file to write')
    .option('--product <link>', 'which product; needed where there are several')
    .addOption(new Option('--reading <reading>', 'what works').choices(['home', 'world']).default('home'))
    .addOption(
      new Option('--acts-on <who>', 'whose loss is looked at')
        .choices(['jurisdiction', 'provider', 'either'])
        .default('jurisdiction'),
    )
    .addOption(
      new Option('--unknowns <end>', 'how everything is read that nobody has stated')
        .choices(['favourable', 'adverse'])
        .default('favourable'),
    )
    .option('--json', 'print one JSON object')
    .action(async (folder: string, options: Options) => {
      const programme = await openProgramme(folder);
      const { text, about } = exportFaultTree(programme, { ...options, product: options.product ?? null });
      await write(options.out, text);
      const done: FaultTreeExport = { ...about, file: options.out };
      process.stdout.write(options.json ? `${JSON.stringify(done, null, 2)}\n` : textOf(done));
    });
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new MusterError('OUT_FILE', `${file} cannot be written: ${(error as Error).message}`, {
      hint: 'Give --out a file in a folder that exists and may be written.',
    });
  }
}

function textOf({ product, level, reading, actsOn, unknowns, events, gates, file }: FaultTreeExport): string {
  return [
    `Wrote ${file}: ${product} falls below level ${level} (reading ${reading}, unknowns ${unknowns}),`,
    `${gates} gates over the loss of ${events} suppliers (${actsOn}). Look at it with: muster cutsets ${file}`,
    '',
  ].join('\n');
}
