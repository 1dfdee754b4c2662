import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/app/check-folder.ts';
import { importProgramme } from '../../src/app/import-programme.ts';
import { importBaci } from '../../src/formats/trade/import.ts';

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'muster-baci-'));
});
afterEach(() => rm(place, { recursive: true }));

/** Writes invented files and returns their paths. */
async function put(files: Record<string, readonly string[]>): Promise<string[]> {
  const paths = Object.keys(files).map((name) => join(place, name));
  await Promise.all(Object.values(files).map((rows, i) => writeFile(paths[i], `${rows.join('\n')}\n`)));
  return paths;
}

const FLOWS = [
  't,i,j,k,v,q',
  '2023,156,842,811292,100.5,60.000',
  '2023,392,842,811292,200.5,40.000',
  '2023,156,276,811292,900.0,900.0',
  '2023,842,156,811292,900.0,900.0',
];

async function convert(files: Record<string, readonly string[]>, home = ['USA'], codes: string[] = []) {
  const { programme, report } = await importBaci(await put(files), home, codes);
  const messages = (code: string) =>
    report.findings.filter((finding) => finding.code === code).map(({ message }) => message);
  const shares = Object.fromEntries(programme.supply.map(({ provider, share }) => [provider, share ?? null]));
  return { programme, report, messages, shares };
}

describe('flows of BACI', () => {
  it('into home become shares by weight', async () => {
    const { shares, report, programme } = await convert({ 'BACI_HS22_Y2023_V202501.csv': FLOWS });
    expect(shares).toEqual({ CHN: 0.6, JPN: 0.4 });
    expect(report.layout).toBe('BACI HS22 V202501');
    expect(report.counts.flows).toBe(2);
    expect(report.assumptions.join(' ')).toContain('neither report can be held against the other');
    expect(programme.evidence[0]).toMatchObject({ mark: 'computed', year: 2023 });
  });

  it('go by value where a quantity is missing, which is not zero', async () => {
    for (const nothing of ['NA', '', '           NA']) {
      const rows = FLOWS.map((row) => row.replace('40.000', nothing));
      const { shares, messages } = await convert({ 'a.csv': rows });
      expect(shares).toEqual({ CHN: 0.333887, JPN: 0.666113 });
      expect(messages('WEIGHT_MISSING')).toHaveLength(1);
    }
  });

  it('are named by the files of countries and of products beside them', async () => {
    const { programme, shares, messages } = await convert({
      'country_codes_V202501.csv': [
        'country_code,country_name,country_iso2,country_iso3',
        '156,China,CN,CHN',
        '392,Japan,JP,JPN',
        '490,"Other Asia, not elsewhere specified",,S19',
        '711,Southern African Customs Union,,ZA1',
        '152,Chile,CN,CHN',
      ],
      'product_codes_HS22_V202501.csv': ['code,description', '811292,"Minor metals: unwrought"'],
      'BACI_HS22_Y2023_V202501.csv': [
        ...FLOWS,
        '2023,490,842,811292,1,100.000',
        '2023,711,842,811292,1,200.000',
      ],
    });
    expect(programme.links[1].name).toBe('Imports of 811292: Minor metals: unwrought');
    expect(shares).toEqual({ CHN: 0.15, JPN: 0.1, TWN: 0.25, 'area-711': 0.5 });
    expect(programme.providers.find(({ id }) => id === 'area-711')).toMatchObject({
      name: 'Southern African Customs Union',
      type: 'pseudo',
    });
    expect(messages('OTHER_ASIA')).toHaveLength(1);
    expect(messages('ISO_MISMATCH')).toEqual(['Chile: 152 was taken as CHL.']);
  });

  it('of several years are read of the latest, of the codes asked for', async () => {
    const { shares, messages, programme } = await convert(
      {
        'BACI_HS22_Y2022_V202501.csv': ['t,i,j,k,v,q', '2022,124,842,811292,1,1'],
        'BACI_HS22_Y2023_V202501.csv': [...FLOWS, '2023,156,842,280530,5,5'],
      },
      ['USA'],
      ['811292'],
    );
    expect(shares).toEqual({ CHN: 0.6, JPN: 0.4 });
    expect(messages('EARLIER_YEAR')).toEqual(['2022; shares are of 2023.']);
    expect(programme.links).toHaveLength(2);
  });

  it('may be quoted, in another order, repeated, cut short or without their leading zero', async () => {
    const { shares, messages, report } = await convert({
      'a.csv': [
        '"k","t","i","j","v","q","x"',
        '"10121",2023,156,842,1,3,0',
        '"010121",2023,124,842,1,1,0',
        '"10121",2023,156,842,1,9,0',
        '"10121",2023,392,842,oops,9,0',
        '"10121",2023',
      ],
    });
    expect(shares).toEqual({ CHN: 0.75, CAN: 0.25 });
    expect(messages('CODE_PADDED')).toHaveLength(2);
    expect(messages('REPEATED_ROW')).toHaveLength(1);
    expect(messages('UNKNOWN_COLUMN')).toEqual(['x was not read.']);
    const bad = report.findings.filter(({ code }) => code === 'BAD_ROW');
    expect(bad.map(({ line, column, read }) => [line, column, read])).toEqual([
      [5, 'v', 'oops'],
      [6, 'j', ''],
    ]);
  });

  it('are refused where there are none, none into home, or a file is something else', async () => {
    await expect(convert({ 'a.csv': ['code,description', '1,x'] })).rejects.toMatchObject({
      code: 'BACI_NO_FLOWS',
    });
    await expect(convert({ 'a.csv': FLOWS }, ['BRA'])).rejects.toMatchObject({ code: 'TRADE_NO_IMPORTS' });
    await expect(convert({ 'a.csv': FLOWS, 'b.csv': ['x,y', '1,2'] })).rejects.toMatchObject({
      code: 'BACI_UNKNOWN_FILE',
    });
    await expect(importBaci([join(place, 'none.csv')], ['USA'], [])).rejects.toMatchObject({
      code: 'TRADE_NO_FILE',
    });
  });

  it('make a folder that checks', async () => {
    const paths = await put({ 'BACI_HS22_Y2023_V202501.csv': FLOWS });
    await importProgramme('baci', paths, join(place, 'out'), ['USA'], { codes: ['811292'] });
    const { defects, programme } = await checkFolder(join(place, 'out'));
    expect(defects).toEqual([]);
    expect(programme?.scenarios[0].measures[0].who.jurisdictions).toEqual(['CHN', 'JPN']);
  });
});
