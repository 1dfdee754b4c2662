import type { ImportReport } from '../contract/import-report.ts';
import { importEto } from '../formats/eto/import.ts';
import { placeImport } from '../formats/imported-folder/place.ts';
import type { FoundReport } from '../formats/imported-folder/report.ts';
import { importFaultTree } from '../formats/open-psa/import.ts';
import { importUsgs } from '../formats/usgs/import.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';

type Importer = (
  sources: readonly string[],
  home: readonly string[],
  top: string | null,
) => Imported | Promise<Imported>;

interface Imported {
  readonly programme: Programme;
  readonly report: FoundReport;
}

const IMPORTERS: Readonly<Record<string, Importer>> = {
  eto: (sources, home) => importEto(onlyOne('eto', 'FOLDER', sources), home),
  'open-psa': (sources, home, top) => importFaultTree(onlyOne('open-psa', 'FILE', sources), home, top),
  usgs: importUsgs,
};

/** Formats that can be imported, by the name by which users know them. */
export const IMPORT_FORMATS: readonly string[] = Object.keys(IMPORTERS);

/**
 * Makes a programme folder from data in another format, for a home of one or several jurisdictions. `top`: of a fault
 * tree, the top event; null: the one gate that no gate refers to.
 */
export async function importProgramme(
  format: string,
  sources: readonly string[],
  folder: string,
  home: readonly string[],
  top: string | null = null,
): Promise<ImportReport> {
  const importer = Object.hasOwn(IMPORTERS, format) ? IMPORTERS[format] : undefined;
  if (!importer) {
    throw new MusterError('UNKNOWN_FORMAT', `'${format}' is not a format that can be imported.`, {
      hint: `Known formats: ${IMPORT_FORMATS.join(', ')}.`,
    });
  }
  const { programme, report } = await importer(sources, home, top);
  return placeImport(programme, report, folder);
}

function onlyOne(format: string, what: 'FOLDER' | 'FILE', sources: readonly string[]): string {
  if (sources.length === 1) return sources[0];
  throw new MusterError(
    'ONE_SOURCE',
    `'${format}' is imported from one ${what.toLowerCase()}; ${sources.length} are named.`,
    { hint: `Write muster import ${format} ${what} --out PROGRAMME.` },
  );
}
