import type { ProviderRow } from '../../contract/folder/index.ts';
import { groupBy } from '../../kernel/collections.ts';
import { isCountryCode } from '../countries/countries.ts';
import type { Findings } from './findings.ts';
import type { EtoProvider } from './release.ts';

/** A provider of the programme, and whether its shares count among countries or among companies. */
export interface ConvertedProvider {
  readonly row: ProviderRow;
  readonly side: 'country' | 'company';
  /** Its name in the source, then its aliases. */
  readonly names: readonly string[];
}

/** Providers by their id in the source. Rows of one id are merged; two ids of one country become one provider. */
export function convertProviders(
  rows: readonly EtoProvider[],
  findings: Findings,
): Map<string, ConvertedProvider> {
  const providers = new Map<string, ConvertedProvider>();
  for (const [id, same] of groupBy(rows, (row) => row.id)) {
    noteAliases(id, same, findings);
    const names = same.flatMap((row) => [row.name, row.alias]).filter((name) => name !== '');
    const converted = convertProvider({ ...same[0], country: firstFilled(same) }, findings);
    providers.set(id, { ...converted, names: [...new Set(names)] });
  }
  noteSameNames(rows, findings);
  return providers;
}

function firstFilled(rows: readonly EtoProvider[]): string {
  return rows.find((row) => row.country !== '')?.country ?? '';
}

type Converted = Omit<ConvertedProvider, 'names'>;

function convertProvider(provider: EtoProvider, findings: Findings): Converted {
  const { id, line, type } = provider;
  const name = provider.name || id;
  if (type === 'country') return convertCountry(id, name, provider, findings);
  if (type !== 'organization') {
    const message = `${id} ${name} has type '${type}'; it was taken for a company.`;
    findings.add('UNKNOWN_TYPE', 'providers.csv', line, id, message);
  }
  const headquarters = isCountryCode(provider.country) ? provider.country : undefined;
  if (/^various\b/i.test(name)) {
    const message = `${id} ${name} is many companies; it counts among companies and has no headquarters, so no measure on a jurisdiction reaches it.`;
    findings.add('PSEUDO_PROVIDER', 'providers.csv', line, id, message);
  } else if (headquarters === undefined) {
    const message = `${id} ${name} has country '${provider.country}'.`;
    findings.add('NO_HEADQUARTERS', 'providers.csv', line, id, message);
  }
  return {
    row: { id, name, type: 'company', ...(headquarters && { headquarters }), plants: [] },
    side: 'company',
  };
}

function convertCountry(
  id: string,
  name: string,
  { line, alias }: EtoProvider,
  findings: Findings,
): Converted {
  const title = alias || name;
  if (isCountryCode(name)) {
    return {
      row: { id: name, name: title, type: 'jurisdiction', headquarters: name, plants: [] },
      side: 'country',
    };
  }
  const what = /^[A-Z]{3}$/.test(name) ? 'is no ISO 3166 country' : 'is not one country';
  const message = `${id} ${name}${alias ? ` (${alias})` : ''} ${what}; it counts among countries as type pseudo, so no measure on a jurisdiction reaches it.`;
  findings.add('PSEUDO_PROVIDER', 'providers.csv', line, id, message);
  return { row: { id, name: title, type: 'pseudo', plants: [] }, side: 'country' };
}

/** Aliases of companies, and rows that stand there only to give one. The alias of a country is its name. */
function noteAliases(id: string, rows: readonly EtoProvider[], findings: Findings): void {
  const { name } = rows[0];
  for (const row of rows) {
    if (row.alias === '' || row.type === 'country') continue;
    findings.add('ALIAS', 'providers.csv', row.line, id, `${id} ${name} is also ${row.alias}.`);
  }
  if (rows.length === 1) return;
  const lines = rows.map((row) => row.line).join(', ');
  const message = `${id} ${name} stands on lines ${lines}.`;
  findings.add('REPEATED_PROVIDER', 'providers.csv', rows[1].line, id, message);
  for (const row of rows.slice(1)) {
    if (row.name === name) continue;
    const differs = `${id} is ${name} on line ${rows[0].line} and ${row.name} here.`;
    findings.add('NAME_MISMATCH', 'providers.csv', row.line, id, differs);
  }
}

function noteSameNames(rows: readonly EtoProvider[], findings: Findings): void {
  for (const [name, same] of groupBy(rows, (row) => row.name)) {
    const ids = [...new Set(same.map((row) => row.id))];
    if (ids.length === 1 || name === '') continue;
    const line = same.find((row) => row.id === ids[1])!.line;
    findings.add('SAME_NAME', 'providers.csv', line, ids[1], `${name} has the ids ${ids.join(', ')}.`);
  }
}
