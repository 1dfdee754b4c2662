import type { SupplyRow } from '../../contract/folder/index.ts';
import type { Area } from './areas.ts';
import type { Findings } from './findings.ts';
import type { Amounts, HomeImports } from './home-imports.ts';

/** What shares are measured by. */
export type Basis = 'kg' | 'usd';

/** Stands for partners that the file does not list one by one. */
export const UNLISTED: Area = { is: 'group', id: 'unlisted-partners', name: 'Partners not listed' };

/** By what the shares of these imports can be measured: by weight where every partner has one, else by value. */
export function basisOf(imports: HomeImports, findings: Findings): Basis | null {
  const { code, year, partners, world } = imports;
  for (const { first, kg, usd } of partners) {
    const what = `${code} from ${first.partner.name} in ${year}`;
    if (kg === null) findings.add('WEIGHT_MISSING', first.file, first.line, code, `${what}.`);
    if (usd === null) findings.add('VALUE_MISSING', first.file, first.line, code, `${what}.`);
    if (first.kgEstimated)
      findings.add('WEIGHT_ESTIMATED', first.file, first.line, code, `${what}: ${kg} kg.`);
  }
  const complete = (key: Basis): boolean =>
    partners.every((partner) => partner[key] !== null) && (world === null || world[key] !== null);
  if (complete('kg')) return 'kg';
  const { file } = partners[0].first;
  if (complete('usd')) {
    findings.add('VALUE_BASIS', file, null, code, `${code} in ${year}.`);
    return 'usd';
  }
  findings.add('NO_BASIS', file, null, code, `${code} in ${year}.`);
  return null;
}

/** The whole of what is imported, by a basis: the world's row, or the sum of the partners where that is more. */
function totalOf({ code, year, partners, world }: HomeImports, basis: Basis, findings: Findings): number {
  const { file, line } = partners[0].first;
  const sum = partners.reduce((total, partner) => total + partner[basis]!, 0);
  const stated = world?.[basis] ?? null;
  const where = `${code} in ${year}: partners sum to ${Math.round(sum)} ${basis}`;
  if (stated === null) {
    findings.add('NO_WORLD', file, null, code, `${where}.`);
    return sum;
  }
  const rest = 1 - sum / stated;
  if (rest < -0.005)
    findings.add('PARTNERS_EXCEED_WORLD', file, line, code, `${where}, the world to ${stated}.`);
  if (rest > 0.005) {
    const message = `${where} of ${stated}: ${(100 * rest).toFixed(1)} % are of partners not in the file.`;
    findings.add('UNLISTED_PARTNERS', file, line, code, message);
  }
  return Math.max(sum, stated);
}

/** Rows of supply.csv: each partner's fraction of what home imports, from the one report of its flow to the other. */
export function supplyRows(
  imports: HomeImports,
  basis: Basis | null,
  mirror: ReadonlyMap<string, Amounts>,
  link: string,
  evidence: string,
  findings: Findings,
): SupplyRow[] {
  const { partners, year } = imports;
  const row = (provider: string): SupplyRow => ({ link, provider, year, evidence });
  if (basis === null) return partners.map(({ area }) => row(area.id));
  const total = totalOf(imports, basis, findings);
  sayOtherBasis(imports, findings);
  const rows = partners.map((partner): SupplyRow => {
    const share = rounded(partner[basis]! / total);
    const other = mirror.get(partner.area.id)?.[basis] ?? null;
    const mirrored = other === null ? share : rounded(Math.min(1, other / total));
    return {
      ...row(partner.area.id),
      ...(mirrored < share ? { share_low: mirrored } : {}),
      share,
      ...(mirrored > share ? { share_high: mirrored } : {}),
    };
  });
  const rest = rounded(1 - partners.reduce((sum, partner) => sum + partner[basis]!, 0) / total);
  return rest > 0.005 ? [...rows, { ...row(UNLISTED.id), share: rest }] : rows;
}

function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

/** Partners whose share by value is far from that by weight. */
function sayOtherBasis({ code, year, partners, world }: HomeImports, findings: Findings): void {
  const whole = (key: Basis): number | null =>
    world
      ? world[key]
      : partners.reduce<number | null>(
          (sum, p) => (sum === null || p[key] === null ? null : sum + p[key]),
          0,
        );
  const [allKg, allUsd] = [whole('kg'), whole('usd')];
  if (!allKg || !allUsd) return;
  for (const { first, kg, usd } of partners) {
    if (kg === null || usd === null || Math.abs(kg / allKg - usd / allUsd) <= 0.05) continue;
    const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
    const message = `${code} from ${first.partner.name} in ${year}: ${percent(kg / allKg)} by weight, ${percent(usd / allUsd)} by value.`;
    findings.add('BASIS_DIFFERS', first.file, first.line, code, message);
  }
}
