import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { MusterError } from '../../kernel/errors.ts';
import { ETO_FILES, type EtoFile, type EtoRelease } from './release.ts';
import { parseTable, type Table, type TableRow } from './table.ts';

/** Columns of each file: those without which it cannot be read, and those that only some releases have. */
const COLUMNS: Record<EtoFile, { required: readonly string[]; optional: readonly string[] }> = {
  'inputs.csv': {
    required: ['input_id', 'input_name', 'type'],
    optional: [
      'stage_name',
      'stage_id',
      'description',
      'year',
      'market_share_chart_global_market_size_info',
      'market_share_chart_caption',
      'market_share_chart_source',
    ],
  },
  'providers.csv': {
    required: ['provider_id', 'provider_name', 'provider_type', 'country'],
    optional: ['alias'],
  },
  'provision.csv': {
    required: ['provider_id', 'provided_id', 'share_provided'],
    optional: ['provider_name', 'provided_name', 'year', 'source', 'negligible_market_share'],
  },
  'sequence.csv': {
    required: ['input_id', 'goes_into_id', 'is_type_of_id'],
    optional: ['input_name', 'goes_into_name', 'is_type_of_name'],
  },
  'stages.csv': {
    required: ['stage_id', 'stage_name'],
    optional: [
      'description',
      'market_share_chart_global_market_size_info',
      'market_share_chart_caption',
      'market_share_chart_source',
    ],
  },
};

/** Largest file that is read. */
const MAX_BYTES = 20 * 1024 * 1024;

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** Reads a release, of 2022 or of 2026, from the folder that holds its five files. */
export function readEto(folder: string): EtoRelease {
  const texts = readTexts(folder);
  const tables = new Map(ETO_FILES.map((file) => [file, parseTable(file, texts.get(file)!)]));
  requireColumns(tables);
  requireIds(tables);
  const rows = (file: EtoFile): readonly TableRow[] => tables.get(file)!.rows;
  return {
    name: basename(resolve(folder)),
    layout: tables.get('provision.csv')!.columns.includes('year') ? '2026' : '2022',
    inputs: rows('inputs.csv').map(toInput),
    providers: rows('providers.csv').map(toProvider),
    provision: rows('provision.csv').map(toProvision),
    sequence: rows('sequence.csv').map(toSequence),
    stages: rows('stages.csv').map(toStage),
    unknownColumns: ETO_FILES.flatMap((file) => unknownColumns(file, tables.get(file)!)),
  };
}

function readTexts(folder: string): Map<EtoFile, string> {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    throw new MusterError('ETO_NO_FOLDER', `${folder} is not a folder.`, {
      hint: `Name the folder that holds ${ETO_FILES.join(', ')}.`,
    });
  }
  const missing = ETO_FILES.filter(
    (file) => !statSync(join(folder, file), { throwIfNoEntry: false })?.isFile(),
  );
  if (missing.length > 0) {
    throw new MusterError('ETO_FILE_MISSING', `${missing.join(', ')}: not in ${folder}.`, {
      hint: `A release has the files ${ETO_FILES.join(', ')}.`,
    });
  }
  return new Map(ETO_FILES.map((file) => [file, readText(folder, file)]));
}

function readText(folder: string, file: EtoFile): string {
  const path = join(folder, file);
  if (statSync(path).size > MAX_BYTES) {
    throw new MusterError('ETO_TOO_LARGE', `${file} is larger than 20 MiB.`, {
      hint: 'Is it a file of this data set?',
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    throw new MusterError('ETO_NOT_UTF8', `${file} cannot be read as UTF-8 text.`, {
      hint: 'Save it as UTF-8.',
    });
  }
}

function requireColumns(tables: ReadonlyMap<EtoFile, Table>): void {
  const missing = ETO_FILES.flatMap((file) => {
    const absent = COLUMNS[file].required.filter((name) => !tables.get(file)!.columns.includes(name));
    return absent.length > 0 ? [`${file}, line 1: no column ${absent.join(', ')}`] : [];
  });
  if (missing.length > 0) {
    throw new MusterError('ETO_COLUMN_MISSING', `${missing.join('; ')}.`, {
      hint: 'The order of columns does not matter, their names do.',
    });
  }
}

/** Every row must say what it is about: its ids become ids of the programme. */
function requireIds(tables: ReadonlyMap<EtoFile, Table>): void {
  for (const file of ETO_FILES) {
    const required = COLUMNS[file].required.filter((name) => name.endsWith('_id'));
    const mayBeBlank = (name: string): boolean => name === 'goes_into_id' || name === 'is_type_of_id';
    for (const { line, cells } of tables.get(file)!.rows) {
      const bad = required.find(
        (name) => !(ID.test(cells[name]) || (cells[name] === '' && mayBeBlank(name))),
      );
      if (bad === undefined) continue;
      throw new MusterError('ETO_BAD_ID', `${file}, line ${line}: ${bad} is '${cells[bad]}'.`, {
        hint: 'An id has letters, digits, ". _ -" and at most 80 characters.',
      });
    }
  }
}

function unknownColumns(file: EtoFile, table: Table): { file: EtoFile; column: string }[] {
  const { required, optional } = COLUMNS[file];
  const known = new Set([...required, ...optional]);
  return table.columns.filter((column) => !known.has(column)).map((column) => ({ file, column }));
}

const toInput = ({ line, cells }: TableRow) => ({
  line,
  id: cells.input_id,
  name: cells.input_name,
  type: cells.type,
  stageId: cells.stage_id ?? '',
  year: cells.year ?? '',
  market: cells.market_share_chart_global_market_size_info ?? '',
  marketCaption: cells.market_share_chart_caption ?? '',
  marketSource: cells.market_share_chart_source ?? '',
});

const toProvider = ({ line, cells }: TableRow) => ({
  line,
  id: cells.provider_id,
  name: cells.provider_name,
  alias: cells.alias ?? '',
  type: cells.provider_type,
  country: cells.country,
});

const toProvision = ({ line, cells }: TableRow) => ({
  line,
  providerId: cells.provider_id,
  providerName: cells.provider_name ?? '',
  providedId: cells.provided_id,
  providedName: cells.provided_name ?? '',
  share: cells.share_provided,
  year: cells.year ?? '',
  source: cells.source ?? '',
  negligible: cells.negligible_market_share ?? '',
});

const toSequence = ({ line, cells }: TableRow) => ({
  line,
  inputId: cells.input_id,
  inputName: cells.input_name ?? '',
  goesIntoId: cells.goes_into_id,
  goesIntoName: cells.goes_into_name ?? '',
  isTypeOfId: cells.is_type_of_id,
  isTypeOfName: cells.is_type_of_name ?? '',
});

const toStage = ({ line, cells }: TableRow) => ({
  line,
  id: cells.stage_id,
  name: cells.stage_name,
  market: cells.market_share_chart_global_market_size_info ?? '',
  marketCaption: cells.market_share_chart_caption ?? '',
  marketSource: cells.market_share_chart_source ?? '',
});
