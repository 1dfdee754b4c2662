import { groupBy } from '../../kernel/collections.ts';
import type { Findings } from './findings.ts';
import type { EtoRelease } from './release.ts';
import type { Provision } from './supply.ts';

/** What the supply of a release as a whole lacks or mixes: sums, gaps, years, sources, and what shares go by. */
export function inspectSupply(
  release: EtoRelease,
  provision: readonly Provision[],
  findings: Findings,
): void {
  const names = new Map([...release.stages, ...release.inputs].map((row) => [row.id, row.name]));
  const items = groupBy(provision, (row) => row.written.providedId);
  for (const [id, rows] of items) inspectItem(`${id} ${names.get(id)}`, id, rows, findings);
  for (const input of release.inputs) {
    if (items.has(input.id)) continue;
    const message = `${input.id} ${input.name} has no row in provision.csv.`;
    findings.add('NO_PROVISION', 'inputs.csv', input.line, input.id, message);
  }
  inspectYears(release, provision, findings);
  inspectSources(provision, findings);
  inspectBasis(release, findings);
}

function inspectItem(title: string, id: string, rows: readonly Provision[], findings: Findings): void {
  const { line } = rows[0].written;
  const countries = rows.filter((row) => row.provider.side === 'country' && row.share !== null);
  if (countries.length === 0) {
    const message = `${title}: ${rows.length} providers.`;
    findings.add('NO_COUNTRY_SHARE', 'provision.csv', line, id, message);
  } else {
    const percent = 100 * countries.reduce((sum, row) => sum + (row.share ?? 0), 0);
    if (percent < 99 - 1e-9 || percent > 101 + 1e-9) {
      const message = `${title}: ${percent.toFixed(1)} %.`;
      findings.add('COUNTRY_SUM', 'provision.csv', countries[0].written.line, id, message);
    }
  }
  const blank = rows.filter((row) => row.share === null);
  if (blank.length > 0) {
    const message = `${title}: ${blank.length} of ${rows.length} providers.`;
    findings.add('BLANK_SHARE', 'provision.csv', blank[0].written.line, id, message);
  }
  const years = countsByYear(rows);
  if (years.size > 1) {
    findings.add('ITEM_YEARS_MIX', 'provision.csv', line, id, `${title}: ${spell(years)}.`);
  }
}

function inspectYears(release: EtoRelease, provision: readonly Provision[], findings: Findings): void {
  const years = countsByYear(provision);
  if (years.size > 1) {
    findings.add('YEARS_MIX', 'provision.csv', null, '', `Rows by year: ${spell(years)}.`);
  }
  const markets = new Map<string, number>();
  for (const { market, year } of release.inputs) {
    if (market !== '') markets.set(year || 'no year', (markets.get(year || 'no year') ?? 0) + 1);
  }
  if (markets.size > 1) {
    findings.add('YEARS_MIX', 'inputs.csv', null, '', `Market sizes by year: ${spell(markets)}.`);
  }
}

function countsByYear(rows: readonly Provision[]): Map<string, number> {
  const groups = groupBy(rows, (row) => (row.year === null ? 'no year' : String(row.year)));
  return new Map([...groups].map(([year, same]) => [year, same.length]));
}

function spell(years: ReadonlyMap<string, number>): string {
  const sorted = [...years].sort(([a], [b]) => (a < b ? 1 : -1));
  return sorted.map(([year, count]) => `${year}: ${count}`).join(', ');
}

/** A date such as `July 3, 2026`. */
const DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b/g;

function inspectSources(provision: readonly Provision[], findings: Findings): void {
  for (const { share, written } of provision) {
    if (share === null || written.source !== '') continue;
    const message = `${written.providerName || written.providerId} of ${written.providedId}.`;
    findings.add('SOURCE_MISSING', 'provision.csv', written.line, written.providedId, message);
  }
  for (const [source, rows] of groupBy(provision, (row) => row.written.source)) {
    for (const [date] of source.matchAll(DATE)) {
      const message = `${date}: ${rows.length} rows of ${spell(countsByYear(rows))}.`;
      findings.add('SOURCE_DATE', 'provision.csv', rows[0].written.line, '', message);
    }
  }
}

/** Days named in the sources of a release, ISO 8601, in order. */
export function sourceDays(release: EtoRelease): string[] {
  const texts = new Set(release.provision.map((row) => row.source));
  const dates = [...texts].flatMap((text) => [...text.matchAll(DATE)].map(([date]) => date));
  return dates.map((date) => new Date(`${date} UTC`).toISOString().slice(0, 10)).sort();
}

/** Captions of charts say which shares go by site; all others go by headquarters. */
function inspectBasis(release: EtoRelease, findings: Findings): void {
  const supplied = new Set(release.provision.map((row) => row.providedId));
  const bySite = /\bsites?\b/i;
  const charts = [
    ...release.stages.map((row) => ({ file: 'stages.csv' as const, row })),
    ...release.inputs.map((row) => ({ file: 'inputs.csv' as const, row })),
  ].filter(({ row }) => supplied.has(row.id) && bySite.test(row.marketCaption));
  for (const { file, row } of charts) {
    findings.add('SHARES_BY_SITE', file, row.line, row.id, `${row.id} ${row.name}, by its chart caption.`);
  }
  const except = charts.map(({ row }) => row.id).join(', ');
  const message = `All items${except ? ` but ${except}` : ''}: nothing in the release says otherwise.`;
  findings.add('SHARES_BY_HEADQUARTERS', 'provision.csv', null, '', message);
}
