import { z } from 'zod';
import { Id } from '../../contract/folder/common.ts';
import { DEFECTS, type DefectCode } from '../../programme/catalogue.ts';
import { decode } from '../programme-folder/parse.ts';
import { readContent } from '../programme-folder/read.ts';
import { readTable, type TableShape } from '../programme-folder/table.ts';

/** Most rows of one table and its largest size: a network of 100,000 firms fits. */
const ROWS_MAX = 1_000_000;
const BYTES_MAX = 64 * 1024 * 1024;

const Sector = z.string().min(1).max(80);

/** The three tables of a network of firms. */
export const NETWORK_TABLES = {
  'firms.csv': {
    columns: { id: 'text', name: 'text', sector: 'text', output: 'number' },
    schema: z.strictObject({
      id: Id,
      name: z.string().min(1).max(200).optional(),
      sector: Sector,
      output: z.number().nonnegative().optional(),
    }),
    rowsMax: ROWS_MAX,
  },
  'links.csv': {
    columns: { supplier: 'text', buyer: 'text', weight: 'number' },
    schema: z.strictObject({ supplier: Id, buyer: Id, weight: z.number().positive() }),
    rowsMax: ROWS_MAX,
  },
  'essentiality.csv': {
    columns: { supplier_sector: 'text', buyer_sector: 'text', kind: 'text' },
    schema: z.strictObject({
      supplier_sector: Sector,
      buyer_sector: Sector,
      kind: z.enum(['essential', 'non-essential', 'none']),
    }),
    rowsMax: ROWS_MAX,
  },
} as const satisfies Record<string, TableShape>;

/** Shocks of several scenarios: what each firm loses of its output, to begin with. */
export const SHOCK_TABLE = {
  columns: { scenario: 'text', firm: 'text', loss: 'number' },
  schema: z.strictObject({ scenario: z.string().min(1).max(200), firm: Id, loss: z.number().min(0).max(1) }),
  rowsMax: ROWS_MAX,
} as const satisfies TableShape;

/** What is wrong with these tables beyond what any table can have wrong, and what to do about it. */
const HINTS = {
  FILE_TOO_LARGE: 'Leave out the smallest links, or join firms into groups.',
  TOO_MANY_ROWS: 'Leave out the smallest links, or join firms into groups.',
  BAD_VALUE: 'See docs/guides/firm-networks.md for what the columns hold.',
  UNKNOWN_FIRM: 'Add the firm to firms.csv, or check its spelling.',
  UNKNOWN_SECTOR: 'Give the sector a firm, remove the row, or write * for any sector.',
  OWN_SUPPLIER: 'Remove the row: what a firm makes for itself is no link.',
  OUTPUT_BELOW_SALES: 'Output holds all sales, to firms of the network and outside it.',
  ESSENTIALITY_UNSTATED: 'Add a row to essentiality.csv; * stands for any sector.',
  NO_OUTPUT: 'Add firms to firms.csv, and links or outputs.',
} as const;
type Code = keyof typeof HINTS | DefectCode;

export interface NetworkDefect {
  readonly file: string;
  readonly line: number | null;
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
}

/** A defect with the hint of its code. */
export function networkDefect(file: string, line: number | null, code: Code, message: string): NetworkDefect {
  const hint = code in HINTS ? HINTS[code as keyof typeof HINTS] : DEFECTS[code as DefectCode].hint;
  return { file, line, code, message, hint };
}

/** A row of a table, and the line of the file on which it begins. */
export interface Row<T> {
  readonly row: T;
  readonly line: number;
}

/** Rows of a table that are right, null where the file cannot be read as a whole; every defect of it. `file` is what defects call it. */
export async function readRows<S extends TableShape>(
  path: string,
  file: string,
  shape: S,
): Promise<{ rows: Row<z.infer<S['schema']>>[] | null; defects: NetworkDefect[] }> {
  const { text, problem } = decode(await readContent(path, BYTES_MAX), BYTES_MAX);
  if (problem)
    return { rows: null, defects: [networkDefect(file, problem.line, problem.code, problem.message)] };
  const { value, problems, lineOf } = readTable(shape, text);
  return {
    rows: (value as z.infer<S['schema']>[]).map((row, i) => ({ row, line: lineOf([i]) })),
    defects: problems.map(({ code, line, message }) => networkDefect(file, line, code, message)),
  };
}
