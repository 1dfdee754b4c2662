import type { ImportReport } from '../contract/import-report.ts';
import { importEto } from '../formats/eto/import.ts';
import { placeImport } from '../formats/imported-folder/place.ts';
import type { FoundReport } from '../formats/imported-folder/report.ts';
import { importFaultTree } from '../formats/open-psa/import.ts';
import { importBaci, importComtrade } from '../formats/trade/import.ts';
import { importUsgs } from '../formats/usgs/import.ts';
import { MusterError } from '../kernel/errors.ts';
import type { Programme } from '../programme/programme.ts';

/** What of the source is wanted; each goes with some formats only. */
export interface Wanted {
  /** Of trade: these codes of commodities; none: all. */
  readonly codes?: readonly string[];
  /** Of a fault tree: the top event; without it the one gate that no gate refers to. */
  readonly top?: string;
}

type Importer = (
  sources: readonly string[],
  home: readonly string[],
  wanted: Wanted,
) => Imported | Promise<Imported>;

interface Imported {
  readonly programme: Programme;
  readonly report: FoundReport;
}

const IMPORTERS: Readonly<Record<string, Importer>> = {
  eto: (sources, home) => importEto(onlyOne('eto', sources), home),
  usgs: importUsgs,
  comtrade: (sources, home, { codes }) => importComtrade(onlyOne('comtrade', sources), home, codes ?? []),
  baci: (sources, home, { codes }) => importBaci(sources, home, codes ?? []),
  'open-psa': (sources, home, { top }) => importFaultTree(onlyOne('open-psa', sources), home, top ?? null),
};

/** Formats of which a part can be asked for, by what asks for it. */
const PARTED: Readonly<Record<keyof Wanted, readonly string[]>> = {
  codes: ['comtrade', 'baci'],
  top: ['open-psa'],
};

/** Formats that can be imported, by the name by which users know them. */
export const IMPORT_FORMATS: readonly string[] = Object.keys(IMPORTERS);

/** Makes a programme folder from data in another format, for a home of one or several jurisdictions. */
export async function importProgramme(
  format: string,
  sources: readonly string[],
  folder: string,
  home: readonly string[],
  wanted: Wanted = {},
): Promise<ImportReport> {
  const importer = Object.hasOwn(IMPORTERS, format) ? IMPORTERS[format] : undefined;
  if (!importer) {
    throw new MusterError('UNKNOWN_FORMAT', `'${format}' is not a format that can be imported.`, {
      hint: `Known formats: ${IMPORT_FORMATS.join(', ')}.`,
    });
  }
  for (const [part, formats] of Object.entries(PARTED)) {
    if (wanted[part as keyof Wanted] === undefined || formats.includes(format)) continue;
    throw new MusterError(`NO_${part.toUpperCase()}`, `'${format}' knows no --${part}.`, {
      hint: `Leave out --${part}; it goes with ${formats.join(' and ')}.`,
    });
  }
  const { programme, report } = await importer(sources, home, wanted);
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
