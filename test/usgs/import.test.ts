import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../src/app/assess.ts';
import { checkFolder } from '../../src/app/check-folder.ts';
import { importProgramme } from '../../src/app/import-programme.ts';
import { ImportReport } from '../../src/contract/import-report.ts';
import { importUsgs } from '../../src/formats/usgs/import.ts';

let place: string;
let source: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'muster-usgs-'));
  source = join(place, 'tables');
  await mkdir(source);
});
afterEach(() => rm(place, { recursive: true }));

const put = (name: string, text: string | Buffer) => writeFile(join(source, name), text);
const lines = (...rows: string[]): string => `${rows.join('\r\n')}\r\n`;

/** An invented mineral, with everything that goes well. */
const WORLD = lines(
  'Source,Country,Type,Prod_t_2022,Prod_t_est_2023,Prod_notes',
  'MCS2024,United States,Mine production,50,100,',
  'MCS2024,China,Mine production,500,600,quota',
  'MCS2024,Chile,Mine production,250,300,',
  'MCS2024,World total (rounded),Mine production,800,1000,',
);
const SALIENT = lines(
  'DataSource,Commodity,Year,USprod_Mine_t,Imports_All_t,Exports_t,Consump_Apparent_t,NIR_pct',
  'MCS2024,Unobtainium,2022,50,120,5,165,70',
  'MCS2024,Unobtainium,2023,100,120,20,200,50',
);

/** Findings of a code as `file:line column: read`, and the programme, for a home. */
function convert(home: string[] = ['USA'], sources: string[] = [source]) {
  const { programme, report } = importUsgs(sources, home);
  const found = (code: string) =>
    report.findings
      .filter((finding) => finding.code === code)
      .map(({ file, line, column, read }) => [file, line, column, read].filter((x) => x != null).join(' '));
  const messages = (code: string) =>
    report.findings.filter((finding) => finding.code === code).map(({ message }) => message);
  const shares = (link: string) =>
    Object.fromEntries(
      programme.supply.filter((row) => row.link === link).map((row) => [row.provider, row.share ?? null]),
    );
  return { programme, report, found, messages, shares };
}

describe('a world table', () => {
  it('becomes shares of the latest year, and an end use that stands for all', async () => {
    await put('mcs2024-unobt_world.csv', WORLD);
    await put('mcs2024-unobt_salient.csv', SALIENT);
    const { programme, report, shares, messages } = convert();
    expect(shares('unobtainium')).toEqual({ USA: 0.1, CHN: 0.6, CHL: 0.3 });
    expect(programme.supply.map(({ year }) => year)).toEqual([2023, 2023, 2023]);
    expect(programme.links.map(({ id, kind }) => [id, kind])).toEqual([
      ['use-of-unobtainium', 'product'],
      ['unobtainium', 'material'],
    ]);
    expect(messages('TOTAL_CHECKED')).toHaveLength(2);
    expect(messages('YEAR_JUMP')).toEqual([]);
    expect(report.layout).toBe('MCS 2024');
    expect(messages('MINE_PRODUCTION_ONLY')).toEqual(["It counts 'Mine production'."]);
  });

  it('takes what is withheld, missing or unreadable for unknown, a dash for zero', async () => {
    await put(
      'odd_world.csv',
      lines(
        'Source,Country,Type,Prod_kt_2023',
        'X,United States,Mine production,W',
        'X,Chile,Mine production,—',
        'X,Peru,Mine production,<½',
        'X,Japan,Mine production,NA',
        'X,Brazil,Mine production,soon',
        'X,India,Mine production,',
        'X,Spain,Mine production,(3)',
        'X,China,Mine production,"e1,500"',
        'X,World total,Mine production,2000',
      ),
    );
    const { programme, shares, found } = convert();
    expect(shares('odd')).toEqual({
      USA: null,
      CHL: 0,
      PER: 0.000125,
      JPN: null,
      BRA: null,
      IND: null,
      ESP: null,
      CHN: 0.75,
    });
    expect(programme.supply.find((row) => row.provider === 'PER')).toMatchObject({
      share_low: 0,
      share_high: 0.00025,
    });
    expect(found('WITHHELD')).toEqual(['odd_world.csv 2 Prod_kt_2023 W']);
    expect(found('TRACE')).toEqual(['odd_world.csv 4 Prod_kt_2023 <½']);
    expect(found('NOT_AVAILABLE')).toEqual(['odd_world.csv 5 Prod_kt_2023 NA']);
    expect(found('UNREADABLE')).toEqual(['odd_world.csv 6 Prod_kt_2023 soon']);
    expect(found('BLANK_FIGURE')).toEqual(['odd_world.csv 7 Prod_kt_2023 ']);
    expect(found('FOOTNOTE_ONLY')).toEqual(['odd_world.csv 8 Prod_kt_2023 (3)']);
    expect(found('THOUSANDS')).toEqual(['odd_world.csv 9 Prod_kt_2023 e1,500']);
    expect(found('MARKED_FIGURE')).toEqual(found('THOUSANDS'));
    expect(found('TOTAL_MISMATCH')).toEqual(['odd_world.csv 10']);
  });

  it.each([
    ['within the rounding of the total', 1040, '1000', 'TOTAL_CHECKED', 1040],
    ['beyond it', 1060, '1000', 'TOTAL_MISMATCH', 1060],
    ['far beyond it', 1600, '1000', 'TOTAL_MISMATCH', 1600],
    ['of a total that is not rounded', 1002, '1001', 'TOTAL_MISMATCH', 1002],
    ['below the total', 700, '1100', 'TOTAL_MISMATCH', 1100],
    ['without a total', 700, 'NA', 'NO_TOTAL', 700],
  ])('is measured against its total: %s', async (_, amount, total, code, quantity) => {
    await put(
      'a_world.csv',
      lines(
        'Source,Country,Type,Prod_t_2023',
        `X,China,Mine production,${amount}`,
        `X,World total (rounded),Mine production,${total}`,
      ),
    );
    const { found, shares } = convert();
    expect(found(code)).toHaveLength(1);
    expect(shares('a').CHN).toBeCloseTo(amount / quantity, 6);
  });

  it('says what its columns lack, repeat, hide or do not name', async () => {
    await put(
      'b_world.csv',
      lines(
        'Source,Country,"Refinery production",Prod_t_2023,Prod_t_2023,Grade,Cap_t_2023,Reserves_t,Reserves_notes,,',
        'X,China,"Refinery production",10,11,high,40,900,secret,,',
        'X,Japan,"Refinery production",30,30,low,30,NA,,7,',
        'X,Japan,"Refinery production",31,31,low,30,NA,,',
        ',,,,,,,,,,',
      ),
    );
    const { found, messages, shares } = convert();
    expect(shares('b')).toEqual({ CHN: 0.25, JPN: 0.75 });
    expect(found('RENAMED_COLUMN')).toEqual(['b_world.csv 1 Refinery production Refinery production']);
    expect(messages('REPEATED_COLUMN')).toEqual([
      'Prod_t_2023 is column 4 and column 5: it differs on lines 2.',
    ]);
    expect(messages('UNKNOWN_COLUMN')).toEqual(["Grade holds 'high', 'low'."]);
    expect(found('VALUE_WITHOUT_COLUMN')).toEqual(['b_world.csv 3 column 10 7']);
    expect(found('RAGGED_ROW')).toEqual(['b_world.csv 4']);
    expect(found('REPEATED_COUNTRY')).toEqual(['b_world.csv 4']);
    expect(messages('BLANK_ROWS')).toEqual(['1 rows.']);
    expect(messages('RESERVES')).toEqual(['Reserves_t: 3 cells.']);
    expect(found('NOTE')).toEqual(['b_world.csv 2 Reserves_notes secret']);
    expect(messages('CAPACITY')).toEqual([
      'China: 40 in Cap_t_2023, 10 were produced.',
      'Japan: 30 in Cap_t_2023, 30 were produced.',
    ]);
  });

  it('may count several things, each a link of its own', async () => {
    await put(
      'c_world.csv',
      lines(
        'Source,Country,Type,Prod_t_2023',
        'X,China,Mine production,1',
        'X,Chile,Mine production,3',
        'X,China,Refinery production,9',
        'X,Chile,Refinery production,1',
      ),
    );
    const { shares } = convert();
    expect(shares('c-mine-production')).toEqual({ CHN: 0.25, CHL: 0.75 });
    expect(shares('c-refinery-production')).toEqual({ CHN: 0.9, CHL: 0.1 });
  });

  it('that is not UTF-8 is read as Windows-1252', async () => {
    await put('d_world.csv', Buffer.from(WORLD.replace('Chile', 'C\u00f4te d\u0092Ivoire'), 'latin1'));
    const { found, shares } = convert();
    expect(found('NOT_UTF8')).toEqual(['d_world.csv 4']);
    expect(shares('d')).toEqual({ USA: 0.1, CHN: 0.6, CIV: 0.3 });
  });

  it('of which there is a later edition is left out, and said', async () => {
    await put('mcs2023-unobt_world.csv', WORLD.replace('600', '1'));
    await put('mcs2024-unobt_world.csv', WORLD);
    const { found, shares } = convert();
    expect(found('OLD_EDITION')).toEqual(['mcs2023-unobt_world.csv']);
    expect(shares('unobt')).toEqual({ USA: 0.1, CHN: 0.6, CHL: 0.3 });
  });
});

describe('a salient table', () => {
  const need = (home?: string[]) => {
    const { programme, messages } = convert(home);
    const link = programme.links.find(({ kind }) => kind === 'material')!;
    return { need: link.home_need ?? null, why: messages('NEED_UNKNOWN'), messages };
  };

  it("gives the need of the United States as a fraction of the world's production", async () => {
    await put('u_world.csv', WORLD);
    await put('u_salient.csv', SALIENT);
    expect(need().need).toBe(0.2);
    expect(convert().programme.scenarios[0].reading).toBe('home');
    expect(need(['CHN']).need).toBeNull();
    expect(need(['CHN']).messages('SALIENT_OF_USA')).toHaveLength(1);
  });

  it.each([
    ['a value without a name', SALIENT.replace(',NIR_pct', ',').replace(/,70|,50/g, '$&'), 'may stand over'],
    ['consumption of one form', SALIENT.replace('Consump_Apparent_t', 'Consump_Oxide_t'), 'No column is'],
    ['consumption withheld', SALIENT.replace(',200,', ',W,'), 'is withheld'],
    ['no unit', SALIENT.replace('Consump_Apparent_t', 'Consump_Apparent'), 'has no unit'],
    ['a unit that cannot be', SALIENT.replace('Consump_Apparent_t', 'Consump_Apparent_g'), 'not believable'],
    ['consumption beyond the world', SALIENT.replace(',200,', ',2000,'), '2.00 times'],
    ['another year', SALIENT.replace(',2023,', ',2021,'), 'is not there'],
  ])('leaves need blank for %s', async (_, text, why) => {
    await put('u_world.csv', WORLD);
    await put('u_salient.csv', text);
    const result = need();
    expect(result.need).toBeNull();
    expect(result.why).toEqual([expect.stringContaining(why)]);
  });

  it('alone has no link, and is said to', async () => {
    await put('u_world.csv', WORLD);
    await put('v_salient.csv', SALIENT);
    expect(convert().found('SALIENT_ALONE')).toEqual(['v_salient.csv']);
  });
});

describe('the imported folder', () => {
  it('checks, can be assessed, and has the same bytes again; files may be named one by one', async () => {
    await put('mcs2024-unobt_world.csv', WORLD);
    await put('mcs2024-unobt_salient.csv', SALIENT);
    await put('notes.txt', 'not a table');
    await put('other.csv', 'a,b\n1,2\n');
    const out = join(place, 'out');
    const report = await importProgramme('usgs', [source], out, ['USA']);
    expect(report.findings.filter(({ code }) => code === 'OTHER_FILE').map(({ file }) => file)).toEqual([
      'notes.txt',
      'other.csv',
    ]);
    const bytes = async (folder: string) =>
      Promise.all(
        (await readdir(folder, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((path) => readFile(path, 'utf8')),
      );
    const first = await bytes(out);
    await importProgramme('usgs', [source], out, ['USA']);
    expect(await bytes(out)).toEqual(first);
    expect(ImportReport.parse(report)).toEqual(report);
    const { programme, defects } = await checkFolder(out);
    expect(defects).toEqual([]);
    const { products, scenario } = assess(programme!, { gates: 'unknown', maxOrder: 2 });
    expect(scenario).toBe('cut-all-foreign');
    // Home needs a fifth of the world and makes a tenth: half of its need is left.
    expect(products[0]).toMatchObject({ works: 'no', coverage: 0.5 });
    const files = [join(source, 'mcs2024-unobt_salient.csv'), join(source, 'mcs2024-unobt_world.csv')];
    expect(importUsgs(files, ['USA']).programme.supply).toEqual(programme!.supply);
  });

  it.each([
    ['nothing there', () => ['/nowhere/at/all'], 'USGS_NO_SOURCE'],
    ['no table', () => [source], 'USGS_NO_TABLE'],
  ])('is refused for %s', (_, sources, code) => {
    expect(() => importUsgs(sources(), ['USA'])).toThrow(expect.objectContaining({ code, exitCode: 2 }));
  });

  it('is refused for tables without a country, all of them named', async () => {
    await put('a_world.csv', WORLD.replace('Country', 'Land'));
    await put('b_world.csv', WORLD.replace('Country', 'Nation'));
    expect(() => convert()).toThrow(/a_world\.csv, b_world\.csv, line 1: no column Country/);
  });
});
