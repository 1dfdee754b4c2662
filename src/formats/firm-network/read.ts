import { join } from 'node:path';
import type { z } from 'zod';
import type { Essentiality, FirmFacts, FirmLink } from '../../chain/firm-network.ts';
import { NETWORK_TABLES, type NetworkDefect, networkDefect, type Row, readRows } from './tables.ts';

/** A network of firms as its folder says it. */
export interface NamedNetwork {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly sectorNames: readonly string[];
  readonly facts: FirmFacts;
}

/** A network, or null with every defect where there is one. */
export interface ReadNetwork {
  readonly network: NamedNetwork | null;
  readonly defects: readonly NetworkDefect[];
}

type RowsOf<F extends keyof typeof NETWORK_TABLES> = readonly Row<
  z.infer<(typeof NETWORK_TABLES)[F]['schema']>
>[];

/** Tables; null where one could not be read as a whole: checks that need it are left out. */
interface Tables {
  readonly firms: RowsOf<'firms.csv'> | null;
  readonly links: RowsOf<'links.csv'> | null;
  readonly essentiality: RowsOf<'essentiality.csv'> | null;
}

/** Reads firms.csv, links.csv and essentiality.csv of a folder. */
export async function readNetwork(folder: string): Promise<ReadNetwork> {
  const read = <F extends keyof typeof NETWORK_TABLES>(file: F) =>
    readRows(join(folder, file), file, NETWORK_TABLES[file]);
  const firms = await read('firms.csv');
  const links = await read('links.csv');
  const essentiality = await read('essentiality.csv');
  const defects = [firms, links, essentiality].flatMap((table) => table.defects);
  const tables = { firms: firms.rows, links: links.rows, essentiality: essentiality.rows };
  const network = new Joining(tables, defects).network();
  return { network: defects.length === 0 ? network : null, defects };
}

const ANY = '*';

/** Joins the three tables, and finds what is wrong across them. */
class Joining {
  private readonly firms: RowsOf<'firms.csv'>;
  private readonly place = new Map<string, number>();
  private readonly sectorNames: readonly string[];
  private readonly sectorOf: readonly number[];
  private readonly rules = new Map<string, Essentiality>();
  private readonly kinds = new Map<number, Essentiality | undefined>();

  constructor(
    private readonly tables: Tables,
    private readonly defects: NetworkDefect[],
  ) {
    this.firms = tables.firms ?? [];
    const sectors = new Map<string, number>();
    this.sectorOf = this.firms.map(({ row: { id, sector }, line }, i) => {
      if (this.place.has(id)) this.report('firms.csv', line, 'DUPLICATE_ID', `firm ${id} stands twice`);
      else this.place.set(id, i);
      if (!sectors.has(sector)) sectors.set(sector, sectors.size);
      return sectors.get(sector)!;
    });
    this.sectorNames = [...sectors.keys()];
    this.readRules(sectors);
  }

  network(): NamedNetwork {
    const links = this.links();
    this.checkOutputs(links);
    return {
      ids: this.firms.map(({ row }) => row.id),
      names: this.firms.map(({ row }) => row.name ?? row.id),
      sectorNames: this.sectorNames,
      facts: {
        sectorOf: this.sectorOf,
        sectors: this.sectorNames.length,
        output: this.firms.map(({ row }) => row.output ?? null),
        links,
        essentiality: (a, b) => this.kind(a, b) ?? 'none',
      },
    };
  }

  private report(file: string, line: number | null, ...what: [NetworkDefect['code'], string]): void {
    this.defects.push(networkDefect(file, line, ...what));
  }

  private readRules(sectors: ReadonlyMap<string, number>): void {
    for (const { row, line } of this.tables.essentiality ?? []) {
      const { supplier_sector, buyer_sector, kind } = row;
      for (const sector of new Set([supplier_sector, buyer_sector])) {
        if (!this.tables.firms || sector === ANY || sectors.has(sector)) continue;
        this.report('essentiality.csv', line, 'UNKNOWN_SECTOR', `no firm is of sector "${sector}"`);
      }
      const pair = JSON.stringify([supplier_sector, buyer_sector]);
      if (this.rules.has(pair)) {
        const message = `${supplier_sector} to ${buyer_sector} stands twice`;
        this.report('essentiality.csv', line, 'DUPLICATE_ROW', message);
      } else this.rules.set(pair, kind);
    }
  }

  /** The rule of a pair of sectors: its own, else that of the supplier's sector, of the buyer's, of all. */
  private kind(a: number, b: number): Essentiality | undefined {
    const key = a * this.sectorNames.length + b;
    if (!this.kinds.has(key)) {
      const [supplier, buyer] = [this.sectorNames[a], this.sectorNames[b]];
      const tries = [
        [supplier, buyer],
        [supplier, ANY],
        [ANY, buyer],
        [ANY, ANY],
      ].map((pair) => this.rules.get(JSON.stringify(pair)));
      this.kinds.set(
        key,
        tries.find((kind) => kind !== undefined),
      );
    }
    return this.kinds.get(key);
  }

  private links(): FirmLink[] {
    const links: FirmLink[] = [];
    const pairs = new Set<number>();
    const unstated = new Set<string>();
    for (const { row, line } of this.tables.links ?? []) {
      if (row.supplier === row.buyer)
        this.report('links.csv', line, 'OWN_SUPPLIER', `${row.buyer} supplies itself`);
      if (!this.tables.firms) continue;
      const missing = [...new Set([row.supplier, row.buyer])].filter((id) => !this.place.has(id));
      for (const id of missing) this.report('links.csv', line, 'UNKNOWN_FIRM', `no firm ${id}`);
      if (missing.length > 0) continue;
      const supplier = this.place.get(row.supplier)!;
      const buyer = this.place.get(row.buyer)!;
      const pair = supplier * this.firms.length + buyer;
      if (pairs.has(pair))
        this.report('links.csv', line, 'DUPLICATE_ROW', `${row.supplier} to ${row.buyer} stands twice`);
      pairs.add(pair);
      links.push({ supplier, buyer, weight: row.weight });
      const [a, b] = [this.sectorOf[supplier], this.sectorOf[buyer]];
      const sectors = `${this.sectorNames[a]} to ${this.sectorNames[b]}`;
      if (!this.tables.essentiality || this.kind(a, b) !== undefined || unstated.has(sectors)) continue;
      unstated.add(sectors);
      this.report('links.csv', line, 'ESSENTIALITY_UNSTATED', `nothing says how much ${sectors} matters`);
    }
    return links;
  }

  private checkOutputs(links: readonly FirmLink[]): void {
    const sold = new Float64Array(this.firms.length);
    for (const { supplier, weight } of links) sold[supplier] += weight;
    this.firms.forEach(({ row: { id, output }, line }, i) => {
      if (output === undefined || output >= sold[i] * (1 - 1e-9)) return;
      const message = `firm ${id}: output ${output}, sales to firms ${sold[i]}`;
      this.report('firms.csv', line, 'OUTPUT_BELOW_SALES', message);
    });
    if (this.defects.length > 0) return;
    if (!this.firms.some(({ row }, i) => (row.output ?? sold[i]) > 0)) {
      this.report('firms.csv', null, 'NO_OUTPUT', 'no firm has any output');
    }
  }
}
