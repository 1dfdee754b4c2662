import type { ImportReport } from '../contract/import-report.ts';
import { importEto } from '../formats/eto/import.ts';
import { placeImport } from '../formats/imported-folder/place.ts';
import type { FoundReport } from '../formats/imported-folder/report.ts';
import { importBaci, importComtrade } from '../formats/trade/import.ts';
import { importUsgs } from '../formats/usgs/import.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';

type Importer = (
  sources: readonly string[],
  home: readonly string[],
  codes: readonly string[],
) => Imported | Promise<Imported>;

interface Imported {
  readonly programme: Programme;
  readonly report: FoundReport;
}

const IMPORTERS: Readonly<Record<string, Importer>> = {
  eto: (sources, home) => importEto(onlyOne('eto', sources), home),
  usgs: importUsgs,
  comtrade: (sources, home, codes) => importComtrade(onlyOne('comtrade', sources), home, codes),
  baci: importBaci,
};

/** Formats that hold many commodities, of which some can be asked for by their codes. */
const BY_CODE = ['comtrade', 'baci'];

/** Formats that can be imported, by the name by which users know them. */
export const IMPORT_FORMATS: readonly string[] = Object.keys(IMPORTERS);

/**
 * Makes a programme folder from data in another format, for a home of one or several jurisdictions. `codes`: of trade
 * only these codes of commodities; none: all.
 */
export async function importProgramme(
  format: string,
  sources: readonly string[],
  folder: string,
  home: readonly string[],
  codes: readonly string[] = [],
): Promise<ImportReport> {
  const importer = Object.hasOwn(IMPORTERS, format) ? IMPORTERS[format] : undefined;
  if (!importer) {
    throw new MusterError('UNKNOWN_FORMAT', `'${format}' is not a format that can be imported.`, {
      hint: `Known formats: ${IMPORT_FORMATS.join(', ')}.`,
    });
  }
  if (codes.length > 0 && !BY_CODE.includes(format)) {
    throw new MusterError('NO_CODES', `'${format}' knows no codes of commodities.`, {
      hint: `Leave out --codes; it goes with ${BY_CODE.join(' and ')}.`,
    });
  }
  const { programme, report } = await importer(sources, home, codes);
  return placeImport(programme, report, folder);
}

function onlyOne(format: string, sources: readonly string[]): string {
  if (sources.length === 1) return sources[0];
  throw new MusterError(
    'ONE_SOURCE',
    `'${format}' is imported from one source; ${sources.length} are named.`,
    {
      hint: `Write muster import ${format} SOURCE --out FOLDER.`,
    },
  );
}
