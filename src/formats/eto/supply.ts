import type { SupplyRow } from '../../contract/folder/index.ts';
import { groupBy } from '../../kernel/collections.ts';
import type { EvidenceRegister } from './evidence.ts';
import type { Findings } from './findings.ts';
import { parseShare, parseYear } from './numbers.ts';
import type { ConvertedProvider } from './providers.ts';
import type { EtoProvision, EtoRelease } from './release.ts';

/** A row of provision.csv whose ids exist, with its figures read. */
export interface Provision {
  readonly written: EtoProvision;
  readonly provider: ConvertedProvider;
  /** Fraction of the supply of the item; null where none is given. */
  readonly share: number | null;
  readonly year: number | null;
}

/** Sum of shares above which the shares of an item are brought back to 1; the folder allows no more. */
const MOST = 1.03;

/** Reads the rows of provision.csv, each pair of provider and item once. */
export function readProvision(
  release: EtoRelease,
  providers: ReadonlyMap<string, ConvertedProvider>,
  findings: Findings,
): Provision[] {
  const names = new Map(
    [...release.stages, ...release.inputs].map((row) => [row.id, row.name] as [string, string]),
  );
  const kept = new Map<string, Provision>();
  for (const written of release.provision) {
    const provider = providers.get(written.providerId);
    if (!checkIds(written, provider, names, findings) || !provider) continue;
    const row = { written, provider, share: readShare(written, findings), year: readYear(written, findings) };
    const key = `${written.providedId} ${provider.row.id}`;
    const other = kept.get(key);
    kept.set(key, other ? better(other, row, findings) : row);
  }
  return [...kept.values()];
}

function checkIds(
  row: EtoProvision,
  provider: ConvertedProvider | undefined,
  names: ReadonlyMap<string, string>,
  findings: Findings,
): boolean {
  const say = (code: 'UNDEFINED_ID' | 'NAME_MISMATCH', id: string, message: string) =>
    findings.add(code, 'provision.csv', row.line, id, message);
  const item = names.get(row.providedId);
  if (!provider) say('UNDEFINED_ID', row.providerId, `${row.providerId} is not in providers.csv.`);
  if (item === undefined) {
    say('UNDEFINED_ID', row.providedId, `${row.providedId} is neither in inputs.csv nor in stages.csv.`);
  } else if (row.providedName !== '' && row.providedName !== item) {
    say('NAME_MISMATCH', row.providedId, `${row.providedId} is ${item}, and ${row.providedName} here.`);
  }
  if (provider && row.providerName !== '' && !provider.names.includes(row.providerName)) {
    const name = provider.names[0];
    say('NAME_MISMATCH', row.providerId, `${row.providerId} is ${name}, and ${row.providerName} here.`);
  }
  return provider !== undefined && item !== undefined;
}

function readShare(row: EtoProvision, findings: Findings): number | null {
  const what = `${row.providerName || row.providerId} of ${row.providedId}`;
  const say = (code: 'BAD_SHARE' | 'ZERO_SHARE' | 'NEGLIGIBLE', message: string) =>
    findings.add(code, 'provision.csv', row.line, row.providedId, message);
  const share = row.share === '' ? null : parseShare(row.share);
  if (row.share !== '' && share === null) say('BAD_SHARE', `${what}: '${row.share}'.`);
  if (share === 0) say('ZERO_SHARE', `${what}: '${row.share}'.`);
  if (row.negligible !== '') {
    say('NEGLIGIBLE', `${what}: flagged '${row.negligible}', share ${row.share || 'blank'}.`);
  }
  return share;
}

function readYear(row: EtoProvision, findings: Findings): number | null {
  const year = parseYear(row.year);
  if (year === null && row.year !== '') {
    const message = `${row.providerName || row.providerId} of ${row.providedId}: '${row.year}'.`;
    findings.add('BAD_YEAR', 'provision.csv', row.line, row.providedId, message);
  }
  return year;
}

/** Of two rows on one thing: the one with a share, then the later year, then the first. */
function better(first: Provision, second: Provision, findings: Findings): Provision {
  const rank = (p: Provision) => [p.share === null ? 0 : 1, p.year ?? 0];
  const [a, b] = [rank(first), rank(second)];
  const kept = b[0] > a[0] || (b[0] === a[0] && b[1] > a[1]) ? second : first;
  const { line, providedId } = second.written;
  const message = `${second.provider.row.name} of ${providedId} stands on lines ${first.written.line} and ${line}; kept line ${kept.written.line}.`;
  findings.add('REPEATED_PROVISION', 'provision.csv', line, providedId, message);
  return kept;
}

/** Rows of supply.csv. */
export function convertProvision(
  provision: readonly Provision[],
  defaultYear: number,
  evidence: EvidenceRegister,
  findings: Findings,
): SupplyRow[] {
  const scale = scales(provision, findings);
  return provision.map((row) => ({
    link: row.written.providedId,
    provider: row.provider.row.id,
    ...(row.share === null ? {} : { share: scaled(row.share, scale.get(sideKey(row)) ?? 1) }),
    ...(row.year === null ? {} : { year: row.year }),
    evidence: evidence.cite(row.written.source, row.year ?? defaultYear),
  }));
}

const sideKey = (row: Provision): string => `${row.written.providedId} ${row.provider.side}`;

function scaled(share: number, sum: number): number {
  return sum === 1 ? share : Math.round((share / sum) * 1e6) / 1e6;
}

/** Sums of shares, by item and side, that are so far above 1 that the shares must be divided by them. */
function scales(provision: readonly Provision[], findings: Findings): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, rows] of groupBy(provision, sideKey)) {
    const sum = rows.reduce((total, row) => total + (row.share ?? 0), 0);
    if (sum <= MOST + 1e-9) continue;
    sums.set(key, sum);
    const { line, providedId } = rows[0].written;
    const side = rows[0].provider.side === 'country' ? 'countries' : 'companies';
    const message = `${providedId}: shares of ${side} sum to ${(sum * 100).toFixed(1)} %.`;
    findings.add('SHARES_SCALED', 'provision.csv', line, providedId, message);
  }
  return sums;
}
