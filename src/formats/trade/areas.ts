import { type Country, countryOfCode, countryOfNumber } from '../countries/countries.ts';

/** A reporter or a partner of trade. */
export type Area =
  | { readonly is: 'country'; readonly id: string; readonly name: string; readonly nameZh: string }
  | { readonly is: 'world'; readonly id: 'world'; readonly name: 'World' }
  /** Several countries, or nobody knows which. */
  | { readonly is: 'group' | 'unknown'; readonly id: string; readonly name: string };

/** Codes by which trade statistics know a country that ISO 3166 numbers otherwise: with territories it trades with. */
const OTHER_NUMBERS: Readonly<Record<number, string>> = {
  251: 'FRA',
  381: 'ITA',
  579: 'NOR',
  699: 'IND',
  757: 'CHE',
  842: 'USA',
};

/** 'Other Asia, not elsewhere specified'. */
export const OTHER_ASIA = 490;

/** Partners that are not one country. */
const GROUPS: Readonly<Record<number, string>> = {
  97: 'European Union',
  129: 'Caribbean, nes',
  221: 'Eastern Europe, nes',
  290: 'Northern Africa, nes',
  471: 'Central American Common Market, nes',
  473: 'Latin American Integration Association, nes',
  492: 'Europe EU, nes',
  527: 'Oceania, nes',
  568: 'Other Europe, nes',
  577: 'Other Africa, nes',
  636: 'Rest of America, nes',
  637: 'North America and Central America, nes',
  697: 'Europe EFTA, nes',
  837: 'Bunkers',
  838: 'Free Zones',
  839: 'Special Categories',
  879: 'Western Asia, nes',
  899: 'Areas, nes',
};

/** The area of a numeric code of the trade statistics of the United Nations. `name`: what the file calls it. */
export function areaOf(code: number, name?: string): Area {
  if (code === 0) return { is: 'world', id: 'world', name: 'World' };
  const other = Object.hasOwn(OTHER_NUMBERS, code) ? countryOfCode(OTHER_NUMBERS[code]) : undefined;
  const country = code === OTHER_ASIA ? countryOfCode('TWN') : (other ?? countryOfNumber(code));
  if (country) return areaOfCountry(country);
  const id = `area-${code}`;
  if (Object.hasOwn(GROUPS, code)) return { is: 'group', id, name: GROUPS[code] };
  return { is: 'unknown', id, name: name || `Area ${code}` };
}

function areaOfCountry({ code, name, nameZh }: Country): Area {
  return { is: 'country', id: code, name, nameZh };
}
