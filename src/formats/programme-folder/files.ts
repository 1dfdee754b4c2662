import type { z } from 'zod';
import * as folder from '../../contract/folder/index.ts';
import type { Part } from '../../programme/programme.ts';
import type { CellKind, Columns } from './csv.ts';

/** Largest size of one file, in bytes. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024;
/** Most rows of one table, without its header. */
export const ROWS_MAX = 200_000;

/** A table: its columns in canonical order, and the schema of a row. */
export interface CsvFile {
  readonly part: Part;
  readonly path: string;
  readonly required: boolean;
  readonly format: 'csv';
  readonly columns: Columns;
  readonly schema: z.ZodObject;
}

/** A YAML file, and the key below which its part lies (the whole file where there is none). */
export interface YamlFile {
  readonly part: Part;
  readonly path: string;
  readonly required: boolean;
  readonly format: 'yaml';
  readonly schema: z.ZodObject;
  readonly key?: string;
  /** A second part in the same file, a list below a key of its own. */
  readonly beside?: { readonly part: Part; readonly key: string };
}

function csv<S extends z.ZodObject>(
  part: Part,
  path: string,
  schema: S,
  columns: Record<keyof z.infer<S>, CellKind>,
  required = false,
): CsvFile {
  return { part, path, required, format: 'csv', columns, schema };
}

function yaml(part: Part, path: string, schema: z.ZodObject, key?: string, required = false): YamlFile {
  return { part, path, required, format: 'yaml', schema, key };
}

/** The part that lies beside the first in a file, if any. */
export function besideOf(file: CsvFile | YamlFile): YamlFile['beside'] {
  return file.format === 'yaml' ? file.beside : undefined;
}

const REQUIRED = true;

/** Every file of a programme folder, in the order in which defects are reported. */
export const FILES: readonly (CsvFile | YamlFile)[] = [
  yaml('muster', 'muster.yaml', folder.MusterFile, undefined, REQUIRED),
  csv(
    'links',
    'chain/links.csv',
    folder.LinkRow,
    {
      id: 'text',
      name: 'text',
      name_zh: 'text',
      field: 'text',
      kind: 'text',
      grade: 'number',
      home_need: 'figure',
      home_capacity: 'figure',
      obtainable: 'figure',
      stock_days: 'figure',
      life_days: 'figure',
      service: 'figure',
      market_per_year: 'figure',
      tags: 'list',
      evidence: 'list',
    },
    REQUIRED,
  ),
  csv(
    'requirements',
    'chain/requirements.csv',
    folder.RequirementRow,
    { link: 'text', group: 'text', parent_group: 'text', gate: 'text', k: 'number', needs: 'text' },
    REQUIRED,
  ),
  csv(
    'supply',
    'chain/supply.csv',
    folder.SupplyRow,
    {
      link: 'text',
      provider: 'text',
      share_low: 'number',
      share: 'number',
      share_high: 'number',
      year: 'number',
      evidence: 'text',
    },
    REQUIRED,
  ),
  csv(
    'providers',
    'chain/providers.csv',
    folder.ProviderRow,
    {
      id: 'text',
      name: 'text',
      name_zh: 'text',
      type: 'text',
      headquarters: 'text',
      plants: 'list',
      parent: 'text',
    },
    REQUIRED,
  ),
  yaml('overlay', 'overlay.yaml', folder.OverlayFile),
  yaml('scenarios', 'scenarios.yaml', folder.ScenariosFile, 'scenarios'),
  {
    ...yaml('goals', 'options.yaml', folder.OptionsFile, 'goals'),
    beside: { part: 'commitments', key: 'commitments' },
  },
  yaml('instruments', 'instruments.yaml', folder.InstrumentsFile, 'instruments'),
  yaml('funds', 'funds.yaml', folder.FundsFile, 'funds'),
  csv('actors', 'actors.csv', folder.ActorRow, {
    id: 'text',
    name: 'text',
    name_zh: 'text',
    type: 'text',
    jurisdiction: 'text',
    region: 'text',
    headcount: 'number',
    evidence: 'text',
  }),
  csv('resources', 'resources.csv', folder.ResourceRow, {
    id: 'text',
    name: 'text',
    name_zh: 'text',
    kind: 'text',
    unit: 'text',
    region: 'text',
    host: 'text',
    from_period: 'number',
    amount: 'number',
    evidence: 'text',
  }),
  csv(
    'evidence',
    'evidence.csv',
    folder.EvidenceRow,
    { id: 'text', mark: 'text', title: 'text', url: 'text', year: 'number', licence: 'text', note: 'text' },
    REQUIRED,
  ),
  csv('judgements', 'judgements.csv', folder.JudgementRow, {
    figure: 'text',
    expert: 'text',
    low: 'number',
    central: 'number',
    high: 'number',
    date: 'text',
  }),
];

/** Value of a part whose file is not there. */
export function emptyPart(file: CsvFile | YamlFile): unknown {
  return file.part === 'overlay' ? file.schema.parse({ schema: 'muster/overlay@1', statements: [] }) : [];
}

/** The `schema` literal that a YAML file starts with. */
export function schemaName(file: YamlFile): string {
  const literal = file.schema.shape.schema as z.ZodLiteral<string>;
  return literal.value;
}
