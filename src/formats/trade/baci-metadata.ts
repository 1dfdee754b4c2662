import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { MusterError } from '../../kernel/errors.ts';
import { parseRecords } from '../imported-folder/records.ts';
import { areaOf } from './areas.ts';
import type { Findings } from './findings.ts';

/** What the files beside the flows say: names of countries by their number, of products by their code. */
export interface Metadata {
  readonly countries: ReadonlyMap<number, string>;
  readonly products: ReadonlyMap<string, string>;
}

const MAX_BYTES = 20 * 1024 * 1024;

/** Reads `country_codes` and `product_codes` files; the numbers of countries are held against those that are known. */
export function readMetadata(paths: readonly string[], findings: Findings): Metadata {
  const countries = new Map<number, string>();
  const products = new Map<string, string>();
  for (const path of paths) {
    const file = basename(path);
    if (statSync(path).size > MAX_BYTES) {
      throw new MusterError('TRADE_TOO_LARGE', `${file} is larger than 20 MiB.`, {
        hint: 'Is it a file of countries or of products?',
      });
    }
    const [header, ...records] = parseRecords(file, readFileSync(path, 'utf8'), 'BACI', 'equal');
    const at = (name: string): number => header?.cells.indexOf(name) ?? -1;
    if (at('country_code') >= 0) {
      for (const { line, cells } of records) {
        const name = cells[at('country_name')] ?? '';
        countries.set(Number(cells[at('country_code')]), name);
        sayMismatch(file, line, cells[at('country_code')], cells[at('country_iso3')] ?? '', name, findings);
      }
    } else if (at('code') >= 0 && at('description') >= 0) {
      for (const { cells } of records)
        products.set(cells[at('code')].padStart(6, '0'), cells[at('description')]);
    } else {
      throw new MusterError('BACI_UNKNOWN_FILE', `${file} holds neither flows nor countries nor products.`, {
        hint: 'Columns are t, i, j, k, v, q, or country_code, country_name, country_iso3, or code, description.',
      });
    }
  }
  return { countries, products };
}

function sayMismatch(
  file: string,
  line: number,
  code: string,
  iso3: string,
  name: string,
  findings: Findings,
) {
  const area = areaOf(Number(code));
  const stated = iso3.trim();
  if (area.is !== 'country' || stated === '' || stated === area.id || !/^[A-Z]{3}$/.test(stated)) return;
  const message = `${name}: ${code} was taken as ${area.id}.`;
  findings.add('ISO_MISMATCH', file, line, code, message, { column: 'country_iso3', read: stated });
}
