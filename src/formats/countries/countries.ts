import { COUNTRY_TABLE } from './table.ts';

/** A country or territory of ISO 3166-1. */
export interface Country {
  /** Alpha-3: the code by which measures name it. */
  readonly code: string;
  /** Numeric, which the statistics of the United Nations share, but for a few countries. */
  readonly numeric: number;
  readonly name: string;
  readonly nameZh: string;
}

const COUNTRIES: readonly Country[] = COUNTRY_TABLE.trim()
  .split('\n')
  .map((line) => {
    const [, code, numeric, name, nameZh] = line.match(/^(\w{3}) (\d{3}) (.+)\/(.+)$/)!;
    return { code, numeric: Number(numeric), name, nameZh };
  });

const BY_CODE = new Map(COUNTRIES.map((country) => [country.code, country]));
const BY_NUMBER = new Map(COUNTRIES.map((country) => [country.numeric, country]));

/** Names by which statistics know a country, beside its own. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'bosnia and herzegovina': 'BIH',
  'brunei darussalam': 'BRN',
  burma: 'MMR',
  'cabo verde': 'CPV',
  'congo brazzaville': 'COG',
  'congo kinshasa': 'COD',
  'cote d ivoire': 'CIV',
  'czech republic': 'CZE',
  'democratic republic of the congo': 'COD',
  'korea north': 'PRK',
  'korea republic of': 'KOR',
  'korea south': 'KOR',
  macedonia: 'MKD',
  'republic of korea': 'KOR',
  'russian federation': 'RUS',
  swaziland: 'SWZ',
  turkey: 'TUR',
  turkiye: 'TUR',
  'united states of america': 'USA',
  usa: 'USA',
  'viet nam': 'VNM',
};

const BY_NAME = new Map<string, Country>([
  ...COUNTRIES.map((country) => [plain(country.name), country] as const),
  ...Object.entries(OTHER_NAMES).map(([name, code]) => [name, BY_CODE.get(code)!] as const),
]);

/** Lower case, without accents and punctuation: what is left when a name is written one way or another. Digits stay. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether a code names one country or territory, so that a measure can act on it. */
export function isCountryCode(code: string): boolean {
  return BY_CODE.has(code);
}

export function countryOfCode(code: string): Country | undefined {
  return BY_CODE.get(code);
}

export function countryOfNumber(numeric: number): Country | undefined {
  return BY_NUMBER.get(numeric);
}

/** The country of an English name, however it is accented, capitalised or punctuated. */
export function countryOfName(name: string): Country | undefined {
  return BY_NAME.get(plain(name));
}
