import type { ImportReport } from '../contract/import-report.ts';
import { importEto } from '../formats/eto/import.ts';
import { placeImport } from '../formats/imported-folder/place.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';

type Importer = (
  source: string,
  home: readonly string[],
) => { programme: Programme; report: Omit<ImportReport, 'files'> };

const IMPORTERS: Readonly<Record<string, Importer>> = { eto: importEto };

/** Formats that can be imported, by the name by which users know them. */
export const IMPORT_FORMATS: readonly string[] = Object.keys(IMPORTERS);

/** Makes a programme folder from data in another format, for a home of one or several jurisdictions. */
export async function importProgramme(
  format: string,
  source: string,
  folder: string,
  home: readonly string[],
): Promise<ImportReport> {
  const importer = Object.hasOwn(IMPORTERS, format) ? IMPORTERS[format] : undefined;
  if (!importer) {
    throw new MusterError('UNKNOWN_FORMAT', `'${format}' is not a format that can be imported.`, {
      hint: `Known formats: ${IMPORT_FORMATS.join(', ')}.`,
    });
  }
  const { programme, report } = importer(source, home);
  return placeImport(programme, report, folder);
}
