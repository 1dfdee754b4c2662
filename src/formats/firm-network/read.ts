import { join } from 'node:path';
import { z } from 'zod';
import type { Essentiality, FirmFacts, FirmLink } from '../../chain/firm-network.ts';
import { Id } from '../../contract/folder/common.ts';
import { DEFECTS, type DefectCode } from '../../programme/catalogue.ts';
import { decode } from '../programme-folder/parse.ts';
import { readContent } from '../programme-folder/read.ts';
import { readTable, type TableShape } from '../programme-folder/table.ts';

const FirmRow = z.strictObject({
  id: Id,
  name: z.string().min(1).max(200).optional(),
  sector: z.string().min(1).max(80),
  output: z.number().nonnegative().optional(),
});
const LinkRow = z.strictObject({ supplier: Id, buyer: Id, weight: z.number().positive() });
const EssentialityRow = z.strictObject({
  supplier_sector: z.string().min(1).max(80),
  buyer_sector: z.string().min(1).max(80),
  kind: z.enum(['essential', 'non-essential', 'none']),
});

/** The three tables of a network of firms. */
const TABLES = {
  'firms.csv': { schema: FirmRow, columns: { id: 'text', name: 'text', sector: 'text', output: 'number' } },
  'links.csv': { schema: LinkRow, columns: { supplier: 'text', buyer: 'text', weight: 'number' } },
  'essentiality.csv': {
    schema: EssentialityRow,
    columns: { supplier_sector: 'text', buyer_sector: 'text', kind: 'text' },
  },
} as const satisfies Record<string, TableShape>;
type File = keyof typeof TABLES;

/** What only a network of firms can have wrong, and what to do about it. */
const HINTS = {
  UNKNOWN_FIRM: 'Add the firm to firms.csv, or check its spelling.',
  UNKNOWN_SECTOR: 'Give the sector a firm, remove the row, or write * for any sector.',
  OWN_SUPPLIER: 'Remove the row: what a firm makes for itself is no link.',
  OUTPUT_BELOW_SALES: 'Output holds all sales, to firms of the network and outside it.',
  ESSENTIALITY_UNSTATED: 'Add a row to essentiality.csv; * stands for any sector.',
} as const;

export interface NetworkDefect {
  readonly file: string;
  readonly line: number | null;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export interface NamedNetwork {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly sectorNames: readonly string[];
  readonly facts: FirmFacts;
}

/** Reads firms.csv, links.csv and essentiality.csv of a folder; null with every defect where there is one. */
export async function readNetwork(
  folder: string,
): Promise<{ network: NamedNetwork | null; defects: readonly NetworkDefect[] }> {
  const defects: NetworkDefect[] = [];
  const rows: { [F in File]?: Row<z.infer<(typeof TABLES)[F]['schema']>>[] } = {};
  for (const file of Object.keys(TABLES) as File[]) {
    const { text, problem } = decode(await readContent(join(folder, file)));
    const problems = problem ? [problem] : [];
    if (text !== undefined) {
      const parsed = readTable(TABLES[file], text);
      problems.push(...parsed.problems);
      rows[file] = (parsed.value as never[]).map((row, i) => ({ row, line: parsed.lineOf([i]) }));
    }
    for (const { code, line, message } of problems) {
      defects.push({ file, line, code, message, hint: DEFECTS[code].hint });
    }
  }
  const network = joined(rows, defects);
  return { network: defects.length === 0 ? network : null, defects };
}

interface Row<T> {
  readonly row: T;
  readonly line: number;
}

type Rows = { readonly [F in File]?: readonly Row<z.infer<(typeof TABLES)[F]['schema']>>[] };

/** Joins the three tables; tables that could not be read are left out of what is checked. */
function joined(rows: Rows, defects: NetworkDefect[]): NamedNetwork {
  const report = (file: File, line: number, code: keyof typeof HINTS | DefectCode, message: string): void => {
    const hint = code in HINTS ? HINTS[code as keyof typeof HINTS] : DEFECTS[code as DefectCode].hint;
    defects.push({ file, line, code, message, hint });
  };
  const firms = rows['firms.csv'] ?? [];
  const place = new Map<string, number>();
  firms.forEach(({ row: { id }, line }, i) => {
    if (place.has(id)) report('firms.csv', line, 'DUPLICATE_ID', `firm ${id} stands twice`);
    else place.set(id, i);
  });
  const sectorNames = [...new Set(firms.map(({ row }) => row.sector))];
  const sectorOf = firms.map(({ row }) => sectorNames.indexOf(row.sector));
  const rules = rulesOf(rows, sectorNames, report);
  const { links, sold } = linksOf(rows, place, sectorOf, sectorNames, rules, report);
  firms.forEach(({ row: { id, output }, line }, i) => {
    if (output !== undefined && output < sold[i] * (1 - 1e-9)) {
      report(
        'firms.csv',
        line,
        'OUTPUT_BELOW_SALES',
        `firm ${id}: output ${output}, sales to firms ${sold[i]}`,
      );
    }
  });
  return {
    ids: firms.map(({ row }) => row.id),
    names: firms.map(({ row }) => row.name ?? row.id),
    sectorNames,
    facts: {
      sectorOf,
      sectors: sectorNames.length,
      output: firms.map(({ row }) => row.output ?? null),
      links,
      essentiality: (a, b) => rules(a, b) ?? 'none',
    },
  };
}

type Report = (file: File, line: number, code: keyof typeof HINTS | DefectCode, message: string) => void;
type Rules = (supplierSector: number, buyerSector: number) => Essentiality | undefined;

const ANY = '*';

/** The rule of a pair of sectors: its own, else that of the supplier's sector, of the buyer's, of all. */
function rulesOf(rows: Rows, sectorNames: readonly string[], report: Report): Rules {
  const known = new Set([ANY, ...sectorNames]);
  const rules = new Map<string, Essentiality>();
  for (const { row, line } of rows['essentiality.csv'] ?? []) {
    const { supplier_sector, buyer_sector, kind } = row;
    for (const sector of [supplier_sector, buyer_sector]) {
      if (rows['firms.csv'] && !known.has(sector))
        report('essentiality.csv', line, 'UNKNOWN_SECTOR', `no firm is of sector "${sector}"`);
    }
    const key = JSON.stringify([supplier_sector, buyer_sector]);
    if (rules.has(key))
      report('essentiality.csv', line, 'DUPLICATE_ROW', `${supplier_sector} to ${buyer_sector} stands twice`);
    else rules.set(key, kind);
  }
  return (a, b) => {
    const [supplier, buyer] = [sectorNames[a], sectorNames[b]];
    const tries = [
      [supplier, buyer],
      [supplier, ANY],
      [ANY, buyer],
      [ANY, ANY],
    ];
    return tries.map((pair) => rules.get(JSON.stringify(pair))).find((kind) => kind !== undefined);
  };
}

function linksOf(
  rows: Rows,
  place: ReadonlyMap<string, number>,
  sectorOf: readonly number[],
  sectorNames: readonly string[],
  rules: Rules,
  report: Report,
): { links: FirmLink[]; sold: Float64Array } {
  const links: FirmLink[] = [];
  const sold = new Float64Array(sectorOf.length);
  const pairs = new Set<string>();
  const unstated = new Set<string>();
  for (const { row, line } of rows['links.csv'] ?? []) {
    const pair = `${row.supplier} ${row.buyer}`;
    if (pairs.has(pair))
      report('links.csv', line, 'DUPLICATE_ROW', `${row.supplier} to ${row.buyer} stands twice`);
    pairs.add(pair);
    if (row.supplier === row.buyer) report('links.csv', line, 'OWN_SUPPLIER', `${row.buyer} supplies itself`);
    if (!rows['firms.csv']) continue;
    const missing = [row.supplier, row.buyer].filter((id) => !place.has(id));
    for (const id of missing) report('links.csv', line, 'UNKNOWN_FIRM', `no firm ${id}`);
    if (missing.length > 0) continue;
    const supplier = place.get(row.supplier)!;
    const buyer = place.get(row.buyer)!;
    const [a, b] = [sectorOf[supplier], sectorOf[buyer]];
    const sectors = `${sectorNames[a]} to ${sectorNames[b]}`;
    if (rows['essentiality.csv'] && rules(a, b) === undefined && !unstated.has(sectors)) {
      unstated.add(sectors);
      report('links.csv', line, 'ESSENTIALITY_UNSTATED', `nothing says how much ${sectors} matters`);
    }
    links.push({ supplier, buyer, weight: row.weight });
    sold[supplier] += row.weight;
  }
  return { links, sold };
}
