import { cpSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseMarket, parseShare, parseYear } from '../../src/formats/eto/numbers.ts';
import { readEto } from '../../src/formats/eto/read.ts';
import { parseTable } from '../../src/formats/eto/table.ts';

const OLD = join(import.meta.dirname, '../fixtures/eto-2022');

describe('reading a source', () => {
  let source: string;
  beforeEach(async () => {
    source = await mkdtemp(join(tmpdir(), 'muster-eto-'));
    cpSync(OLD, source, { recursive: true });
  });
  afterEach(() => rm(source, { recursive: true }));

  const edit = async (file: string, change: (text: string) => string | Buffer) =>
    writeFile(join(source, file), change(await readFile(join(source, file), 'utf8')));
  const read = () => () => readEto(source);

  it('names every file that is missing', async () => {
    await rm(join(source, 'stages.csv'));
    await rm(join(source, 'inputs.csv'));
    expect(read()).toThrow(expect.objectContaining({ code: 'ETO_FILE_MISSING', exitCode: 2 }));
    expect(read()).toThrow(/inputs\.csv, stages\.csv/);
  });

  it('names every column that is missing', async () => {
    await edit('providers.csv', (text) => text.replace('country', 'land').replace('provider_type', 'sort'));
    await edit('stages.csv', (text) => text.replace('stage_name', 'stage'));
    expect(read()).toThrow(expect.objectContaining({ code: 'ETO_COLUMN_MISSING' }));
    expect(read()).toThrow(/providers\.csv, line 1: no column provider_type, country; stages\.csv/);
  });

  it('refuses what is not well-formed, saying where', async () => {
    await edit('sequence.csv', (text) => `${text}only one cell\n`);
    expect(read()).toThrow(expect.objectContaining({ code: 'ETO_CSV_SYNTAX' }));
    expect(read()).toThrow(/sequence\.csv, line 13/);
  });

  it.each([
    [
      'a column that stands twice',
      'ETO_COLUMN_TWICE',
      (text: string) => text.replace('country', 'provider_id'),
    ],
    ['an id that cannot be one', 'ETO_BAD_ID', (text: string) => text.replace('P3', 'P 3')],
    ['a row without an id', 'ETO_BAD_ID', (text: string) => text.replace('P3', '')],
    ['an empty file', 'ETO_EMPTY_FILE', () => ''],
    ['bytes that are not UTF-8', 'ETO_NOT_UTF8', () => Buffer.from([0x61, 0xff, 0x0a])],
  ])('refuses %s', async (_, code, change) => {
    await edit('providers.csv', change);
    expect(read()).toThrow(expect.objectContaining({ code }));
  });

  it('reads columns in another order alike', async () => {
    const before = readEto(source);
    await edit('providers.csv', (text) =>
      text
        .replace('\ufeff', '')
        .trim()
        .split('\n')
        .map((line) => line.split(',').reverse().join(','))
        .join('\n'),
    );
    expect(readEto(source)).toEqual(before);
  });
});

describe('a table', () => {
  it.each(['\n', '\r\n', '\r'])('counts lines through cells that hold line breaks (%j)', (eol) => {
    const text = ['a,b', '"1', '2",3', '', '4,"5', '', '6"', '7,8'].join(eol);
    expect(parseTable('x.csv', text).rows.map((row) => row.line)).toEqual([2, 5, 8]);
  });
});

describe('figures as written', () => {
  it.each([
    ['$574.1 billion (2022)', { dollars: 574_100_000_000, year: 2022, qualifier: '' }],
    ['$44 million (2022)', { dollars: 44_000_000, year: 2022, qualifier: '' }],
    ['$0.4 million (2025)', { dollars: 400_000, year: 2025, qualifier: '' }],
    ['$10.9 billion', { dollars: 10_900_000_000, year: null, qualifier: '' }],
    ['$1 billion (sputtering targets)', { dollars: 1e9, year: null, qualifier: 'sputtering targets' }],
    ['$56.2 billion (microprocessors) (2019)', { dollars: 56.2e9, year: 2019, qualifier: 'microprocessors' }],
    ['$1,250', { dollars: 1250, year: null, qualifier: '' }],
    ['10.9 billion', null],
    ['$10 billion or more', null],
    ['$10 bn', null],
    ['€3 million', null],
  ])('reads the market %s', (text, market) => {
    expect(parseMarket(text)).toEqual(market);
  });

  it.each([
    ['61%', 0.61],
    ['61 %', 0.61],
    ['2.4', 0.024],
    ['0.0', 0],
    ['100', 1],
    ['100.5', null],
    ['-1', null],
    ['<1%', null],
    ['1e2', null],
  ])('reads the share %s', (text, share) => {
    expect(parseShare(text)).toBe(share);
  });

  it('reads years', () => {
    expect(['2025', '25', '2025.0', 'n/a'].map(parseYear)).toEqual([2025, null, null, null]);
  });
});
