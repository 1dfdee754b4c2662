import { describe, expect, it } from 'vitest';
import { countryOfName, countryOfNumber } from '../../src/formats/countries/countries.ts';
import { readFigure } from '../../src/formats/usgs/figure.ts';
import { Findings } from '../../src/formats/usgs/findings.ts';
import { readProducer } from '../../src/formats/usgs/producers.ts';
import { plainCell, slug } from '../../src/formats/usgs/text.ts';
import { splitUnit } from '../../src/formats/usgs/units.ts';

describe('a cell of figures', () => {
  it.each([
    ['', 'blank'],
    ['W', 'withheld'],
    ['NA', 'unavailable'],
    ['—', 'dash'],
    ['–', 'dash'],
    ['-', 'dash'],
    ['E', 'net-exporter'],
    ['<½', 'trace'],
    ['less than ½ unit', 'trace'],
    ['Less than 1/2 unit', 'trace'],
    ['(4)', 'footnote'],
    ['12,34', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['-5', 'unreadable'],
    ['about 40', 'unreadable'],
    ['e', 'unreadable'],
    ['>', 'unreadable'],
  ])("'%s' is %s", (text, is) => expect(readFigure(text).figure.is).toBe(is));

  it.each([
    ['0', 0],
    ['e40', 40],
    ['88,000', 88000],
    ['1 100 000', 1100000],
    ['r2.5', 2.5],
    ['610e', 610],
    ['42000⁴', 42000],
  ])("'%s' is the amount %d", (text, value) =>
    expect(readFigure(text).figure).toEqual({ is: 'amount', value }),
  );

  it('may be a bound', () => {
    expect(readFigure('>50').figure).toEqual({ is: 'bound', side: 'above', value: 50 });
    expect(readFigure('<0.5').figure).toEqual({ is: 'bound', side: 'below', value: 0.5 });
  });
});

describe('the name of a row', () => {
  const read = (name: string) => {
    const findings = new Findings();
    const { is, id } = readProducer('f.csv', 3, name, findings);
    return { is, id, codes: findings.all().map(({ code }) => code) };
  };

  it.each([
    ['Japan', 'JPN', []],
    ['Japane', 'JPN', ['FOOTNOTE_IN_NAME']],
    ['Korea, Republic ofe', 'KOR', ['FOOTNOTE_IN_NAME']],
    ['Korea, North', 'PRK', []],
    ['Russiae, 4', 'RUS', ['FOOTNOTE_IN_NAME']],
    ['Chile', 'CHL', []],
    ['China²', 'CHN', ['FOOTNOTE_IN_NAME']],
    ['Burma', 'MMR', []],
    ['Côte d’Ivoire', 'CIV', []],
    ['Congo (Kinshasa)', 'COD', []],
    ['Turkey', 'TUR', []],
  ])('%s is %s', (name, id, codes) => expect(read(name)).toEqual({ is: 'jurisdiction', id, codes }));

  it('is of others, of the world or of nobody known', () => {
    expect(read('Other countries4')).toEqual({
      is: 'pseudo',
      id: 'other-countries',
      codes: ['FOOTNOTE_IN_NAME', 'OTHER_COUNTRIES'],
    });
    expect(read('World total (rounded)')).toEqual({ is: 'world', id: 'world', codes: [] });
    expect(read('Atlantise')).toEqual({ is: 'pseudo', id: 'atlantise', codes: ['UNKNOWN_COUNTRY'] });
    expect(read('')).toEqual({ is: 'pseudo', id: 'nameless', codes: ['UNKNOWN_COUNTRY'] });
  });
});

describe('the name of a column', () => {
  it.each([
    ['Imports_Metal_kg', [], 'Imports_Metal', 'kg', false],
    ['Imports_Metalkg', ['Exports_g'], 'Imports_Metal', 'kg', true],
    ['USprod_Minet', ['Stocks_'], 'USprod_Mine', 't', true],
    ['Consump_Reportedt', [], 'Consump_Reported', 't', true],
    ['Exports_Net', ['Imports_All_kt'], 'Exports_Net', null, false],
    ['Stocks_', [], 'Stocks', null, false],
    ['NIR_pct', [], 'NIR', 'pct', false],
  ])('%s beside %j', (column, others, name, unit, glued) =>
    expect(splitUnit(column, others)).toEqual({ name, unit, glued }),
  );
});

it('text is made plain, and says whether it was odd', () => {
  expect(plainCell(' United\u00a0States ')).toEqual({ text: 'United States', odd: true });
  expect(plainCell('\ufeffa\u200bb')).toEqual({ text: 'ab', odd: true });
  expect(plainCell('  a   b ')).toEqual({ text: 'a b', odd: false });
  expect(slug('Rare Earths, mine (t)')).toBe('rare-earths-mine-t');
});

it('countries are known by name and by number', () => {
  expect(countryOfNumber(156)?.code).toBe('CHN');
  expect(countryOfNumber(999)).toBeUndefined();
  expect(countryOfName('SOUTH KOREA')?.code).toBe('KOR');
  expect(countryOfName('')).toBeUndefined();
});
