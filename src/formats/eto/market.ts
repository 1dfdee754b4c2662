import type { LinkRow } from '../../contract/folder/index.ts';
import type { EtoCode } from './catalogue.ts';
import type { EvidenceRegister } from './evidence.ts';
import type { Findings } from './findings.ts';
import { parseMarket, parseYear } from './numbers.ts';
import type { EtoFile, EtoInput } from './release.ts';

/** A row that may give a market size. */
export type MarketRow = Pick<EtoInput, 'line' | 'id' | 'name' | 'market' | 'marketSource' | 'year'>;

/** The market of a link in US dollars of the year of the source, and what it rests on. */
export function convertMarket(
  file: EtoFile,
  row: MarketRow,
  defaultYear: number,
  evidence: EvidenceRegister,
  findings: Findings,
): Pick<LinkRow, 'market_per_year' | 'evidence'> {
  if (row.market === '') return { evidence: [] };
  const say = (code: EtoCode, why: string): void =>
    findings.add(code, file, row.line, row.id, `${row.id} ${row.name}: '${row.market}'${why}.`);
  const market = parseMarket(row.market);
  if (!market) {
    say('MARKET_UNREADABLE', ' is not a sum of US dollars');
    return { evidence: [] };
  }
  const rowYear = parseYear(row.year);
  if (market.qualifier !== '') say('MARKET_QUALIFIER', ` covers ${market.qualifier}`);
  if (market.year === null) say('MARKET_NO_YEAR', `; year of the row: ${rowYear ?? 'none'}`);
  else if (rowYear !== null && rowYear !== market.year) say('MARKET_YEAR', `, but the row is of ${rowYear}`);
  const source = evidence.cite(row.marketSource, market.year ?? rowYear ?? defaultYear);
  return { market_per_year: market.dollars, evidence: [`market_per_year:${source}`] };
}
