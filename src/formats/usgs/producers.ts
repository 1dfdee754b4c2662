import type { ProviderRow } from '../../contract/folder/index.ts';
import { countryOfName } from '../countries/countries.ts';
import type { Findings } from './findings.ts';
import { slug } from './text.ts';

/** Who a row of a world table is about: a country, countries that are not named, or the whole world. */
export interface Producer {
  readonly is: 'jurisdiction' | 'pseudo' | 'world';
  readonly id: string;
  readonly name: string;
  readonly nameZh?: string;
}

/** Marks of footnotes at the end of a name: superscripts, digits, and the letters e (estimated) and r (revised). */
const MARK = /(?:[⁰¹²³⁴-⁹ᵉʳ,]|\d|(?<=[a-z\d)])[er])$/u;

/** Reads the name of a row; what hangs on a name that is of a country without it is taken off. */
export function readProducer(file: string, line: number, read: string, findings: Findings): Producer {
  const name = withoutMarks(read);
  const off = read.slice(name.length);
  const producer = producerOf(name);
  const cell = { column: 'Country', read };
  if (off !== '') {
    const message = `'${off}' was taken off; it is ${producer.name}.`;
    findings.add('FOOTNOTE_IN_NAME', file, line, producer.id, message, cell);
  }
  if (producer.id === OTHERS.id) findings.add('OTHER_COUNTRIES', file, line, OTHERS.id, `'${read}'.`, cell);
  else if (producer.is === 'pseudo') {
    findings.add('UNKNOWN_COUNTRY', file, line, producer.id, `'${read}' is no country.`, cell);
  }
  return producer;
}

function withoutMarks(read: string): string {
  for (let name = read; name !== ''; name = name.replace(MARK, '').trimEnd()) {
    if (countryOfName(name) || WORLD.test(name) || OTHER.test(name)) return name;
    if (!MARK.test(name)) break;
  }
  return read;
}

const WORLD = /^(?:world|grand) total(?: \(rounded\))?$/i;
const OTHER = /^(?:other|others|other countries)$/i;
const OTHERS: Producer = { is: 'pseudo', id: 'other-countries', name: 'Other countries', nameZh: '其他国家' };

function producerOf(name: string): Producer {
  if (WORLD.test(name)) return { is: 'world', id: 'world', name: 'World' };
  if (OTHER.test(name)) return OTHERS;
  const country = countryOfName(name);
  if (country) return { is: 'jurisdiction', id: country.code, name: country.name, nameZh: country.nameZh };
  return { is: 'pseudo', id: slug(name) || 'nameless', name: name || 'Nameless' };
}

/** Rows of providers.csv, each producer once, by id. */
export function providerRows(producers: readonly Producer[]): ProviderRow[] {
  const rows = new Map<string, ProviderRow>();
  for (const { is, id, name, nameZh } of producers) {
    const names = { id, name, ...(nameZh === undefined ? {} : { name_zh: nameZh }) };
    const known = is === 'jurisdiction';
    rows.set(id, {
      ...names,
      type: known ? 'jurisdiction' : 'pseudo',
      ...(known ? { headquarters: id } : {}),
      plants: [],
    });
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
