import type { Lang } from './figure.ts';

/** Two-letter codes, by which names are known, of three-letter ones that supply industrial chains. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ARG: 'AR',
  AUS: 'AU',
  AUT: 'AT',
  BEL: 'BE',
  BRA: 'BR',
  CAN: 'CA',
  CHE: 'CH',
  CHL: 'CL',
  CHN: 'CN',
  COD: 'CD',
  CZE: 'CZ',
  DEU: 'DE',
  DNK: 'DK',
  ESP: 'ES',
  EUR: 'EU',
  EUU: 'EU',
  FIN: 'FI',
  FRA: 'FR',
  GBR: 'GB',
  HKG: 'HK',
  HUN: 'HU',
  IDN: 'ID',
  IND: 'IN',
  IRL: 'IE',
  ISR: 'IL',
  ITA: 'IT',
  JPN: 'JP',
  KAZ: 'KZ',
  KOR: 'KR',
  LUX: 'LU',
  MEX: 'MX',
  MYS: 'MY',
  NLD: 'NL',
  NOR: 'NO',
  PHL: 'PH',
  POL: 'PL',
  PRT: 'PT',
  RUS: 'RU',
  SAU: 'SA',
  SGP: 'SG',
  SWE: 'SE',
  THA: 'TH',
  TUR: 'TR',
  TWN: 'TW',
  UKR: 'UA',
  USA: 'US',
  VNM: 'VN',
  ZAF: 'ZA',
};

/** Name of a jurisdiction in a language; an unknown code shows as itself. */
export function jurisdictionName(code: string, lang: Lang): string {
  const two = TWO_LETTERS[code];
  if (two === undefined) return code;
  const names = new Intl.DisplayNames(lang === 'zh' ? 'zh-CN' : 'en-GB', { type: 'region' });
  return names.of(two) ?? code;
}

/** Name of a supplier that may be a jurisdiction: then by its code, in the language of the reader. */
export function supplierName({ id, name }: { id: string; name: string }, lang: Lang): string {
  const known = jurisdictionName(id, lang);
  return known === id ? jurisdictionName(name, lang) : known;
}
