import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assess } from '../../src/app/assess.ts';
import { checkFolder } from '../../src/app/check-folder.ts';
import { importProgramme } from '../../src/app/import-programme.ts';
import { ImportReport } from '../../src/contract/import-report.ts';
import { importComtrade } from '../../src/formats/trade/import.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

let place: string;
let file: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'muster-trade-'));
  file = join(place, 'flows.csv');
});
afterEach(() => rm(place, { recursive: true }));

const HEADER =
  'typeCode,freqCode,refYear,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,cmdDesc,' +
  'customsCode,motCode,netWgt,isNetWgtEstimated,primaryValue';

interface Row {
  readonly year?: number;
  readonly reporter?: number;
  readonly flow?: string;
  readonly partner: number;
  readonly code?: string;
  readonly kg?: string | number;
  readonly usd?: string | number;
  readonly estimated?: boolean;
  readonly edition?: string;
  readonly more?: { type?: string; freq?: string; partner2?: number; customs?: string; mot?: number };
}

/** An invented flow as a row: imports of the United States unless said otherwise. */
function row(flow: Row): string {
  const { year = 2024, reporter = 842, flow: kind = 'M', partner, code = '123456', kg = '', usd = '' } = flow;
  const { type = 'C', freq = 'A', partner2 = 0, customs = 'C00', mot = 0 } = flow.more ?? {};
  const edition = flow.edition ?? 'H6';
  const estimated = flow.estimated ? 'True' : 'False';
  return [
    ...[type, freq, year, reporter, kind, partner, partner2, edition, code, 'Things; and others'],
    ...[customs, mot, kg, estimated, usd],
  ].join(',');
}

async function convert(
  rows: readonly Row[],
  { home = ['USA'], codes = [] as string[], header = HEADER } = {},
) {
  await writeFile(file, [header, ...rows.map(row)].join('\n'));
  const { programme, report } = importComtrade(file, home, codes);
  const messages = (code: string) =>
    report.findings.filter((finding) => finding.code === code).map(({ message }) => message);
  const lines = (code: string) =>
    report.findings.filter((finding) => finding.code === code).map(({ line }) => line);
  const supply = Object.fromEntries(
    programme.supply.map(({ provider, share_low, share, share_high }) => [
      provider,
      [share_low ?? null, share ?? null, share_high ?? null],
    ]),
  );
  return { programme, report, messages, lines, supply };
}

const WORLD = { partner: 0, kg: 1000, usd: 5000 };
const CHINA = { partner: 156, kg: 600, usd: 3100 };
const CHILE = { partner: 152, kg: 400, usd: 1900 };

describe('imports of home', () => {
  it('are shares by weight, with need 1 of what is imported', async () => {
    const { programme, supply, messages } = await convert([WORLD, CHINA, CHILE]);
    expect(supply).toEqual({ CHN: [null, 0.6, null], CHL: [null, 0.4, null] });
    expect(programme.links[1]).toMatchObject({
      id: 'imports-123456',
      name: 'Imports of 123456: Things; and others',
      home_need: 1,
      home_capacity: 0,
      obtainable: 1,
    });
    expect(messages('BASKET')).toEqual(['123456 holds Things; and others.']);
    for (const code of ['MIRROR', 'UNLISTED_PARTNERS', 'BASIS_DIFFERS']) expect(messages(code)).toEqual([]);
  });

  it('go by value where a weight is missing, and by nothing where both are', async () => {
    const byValue = await convert([WORLD, { ...CHINA, kg: 0 }, CHILE]);
    expect(byValue.supply).toEqual({ CHN: [null, 0.62, null], CHL: [null, 0.38, null] });
    expect(byValue.messages('WEIGHT_MISSING')).toEqual(['123456 from China in 2024.']);
    expect(byValue.messages('VALUE_BASIS')).toHaveLength(1);
    const byNothing = await convert([WORLD, { ...CHINA, kg: '', usd: '' }, CHILE]);
    expect(byNothing.supply).toEqual({ CHN: [null, null, null], CHL: [null, null, null] });
    expect(byNothing.messages('NO_BASIS')).toHaveLength(1);
    expect(byNothing.messages('VALUE_MISSING')).toHaveLength(1);
  });

  it('reach from the one report of a flow to the other', async () => {
    const mirror = (kg: number) => ({ reporter: 156, flow: 'X', partner: 842, kg, usd: 3100 });
    const less = await convert([WORLD, CHINA, CHILE, mirror(150)]);
    expect(less.supply.CHN).toEqual([0.15, 0.6, null]);
    expect(less.messages('MIRROR')).toEqual([
      '123456 in 2024: United States reports 600 kg (3100 USD) from China; China reports 150 kg (3100 USD) to United States on line 5. Factor 4.0 by weight, 1.0 by value.',
    ]);
    const more = await convert([WORLD, CHINA, CHILE, mirror(650)]);
    expect(more.supply.CHN).toEqual([null, 0.6, 0.65]);
    expect(more.messages('MIRROR')).toEqual([]);
  });

  it('are of the latest year; earlier ones are held against their mirror all the same', async () => {
    const { supply, programme, messages } = await convert([
      WORLD,
      CHINA,
      CHILE,
      { ...CHINA, year: 2023, kg: 1, edition: 'H5' },
      { year: 2023, reporter: 156, flow: 'X', partner: 842, kg: 2, usd: 1 },
    ]);
    expect(supply.CHN).toEqual([null, 0.6, null]);
    expect(programme.supply[0].year).toBe(2024);
    expect(messages('EARLIER_YEAR')).toEqual(['2023; shares are of 2024.']);
    expect(messages('MIRROR')).toEqual([expect.stringContaining('123456 in 2023')]);
    expect(messages('CLASSIFICATION')).toEqual(['H5 in 2023; H6 in 2023, 2024.']);
  });

  it('that the file does not split up stay with partners nobody named', async () => {
    const { supply, messages, programme } = await convert([WORLD, CHINA]);
    expect(supply).toEqual({ CHN: [null, 0.6, null], 'unlisted-partners': [null, 0.4, null] });
    expect(programme.providers.find(({ id }) => id === 'unlisted-partners')).toMatchObject({
      type: 'pseudo',
    });
    expect(messages('UNLISTED_PARTNERS')).toEqual([expect.stringContaining('40.0 %')]);
    const none = await convert([CHINA, CHILE]);
    expect(none.messages('NO_WORLD')).toHaveLength(1);
    expect(none.supply.CHN).toEqual([null, 0.6, null]);
    const over = await convert([{ ...WORLD, kg: 800 }, CHINA, CHILE]);
    expect(over.messages('PARTNERS_EXCEED_WORLD')).toHaveLength(1);
    expect(over.supply.CHN).toEqual([null, 0.6, null]);
  });

  it('from no one country are kept apart, Other Asia is Taiwan, home itself is no partner', async () => {
    const { supply, messages, programme } = await convert([
      { ...WORLD, kg: 1100 },
      { partner: 490, kg: 500, usd: 2500 },
      { partner: 899, kg: 300, usd: 1500 },
      { partner: 777, kg: 200, usd: 1000 },
      { partner: 842, kg: 100, usd: 500 },
    ]);
    expect(supply).toEqual({
      TWN: [null, 0.5, null],
      'area-899': [null, 0.3, null],
      'area-777': [null, 0.2, null],
    });
    const types = Object.fromEntries(programme.providers.map(({ id, type }) => [id, type]));
    expect(types).toEqual({ TWN: 'jurisdiction', 'area-899': 'pseudo', 'area-777': 'pseudo' });
    for (const code of ['OTHER_ASIA', 'AREAS_NES', 'UNKNOWN_AREA', 'HOME_AS_PARTNER']) {
      expect(messages(code), code).toHaveLength(1);
    }
  });

  it('of several jurisdictions are added', async () => {
    const { supply, messages } = await convert(
      [
        WORLD,
        CHINA,
        CHILE,
        { reporter: 124, partner: 0, kg: 1000, usd: 1 },
        { reporter: 124, partner: 156, kg: 200, usd: 1 },
        { reporter: 124, partner: 842, kg: 800, usd: 1 },
        { reporter: 484, partner: 156, kg: 9, usd: 9, year: 2020 },
      ],
      { home: ['USA', 'CAN', 'MEX'] },
    );
    // 2,000 into both less 800 from one to the other.
    expect(supply).toEqual({ CHN: [null, 0.666667, null], CHL: [null, 0.333333, null] });
    expect(messages('HOME_AS_PARTNER')).toHaveLength(1);
    expect(messages('HOME_YEAR_MISSING')).toEqual(['MEX reports no imports of 123456 in 2024.']);
  });

  it('that home does not report are what others say they export to it', async () => {
    const { supply, messages } = await convert([
      { reporter: 156, flow: 'X', partner: 842, kg: 30, usd: 1 },
      { reporter: 392, flow: 'X', partner: 842, kg: 70, usd: 1 },
    ]);
    expect(supply).toEqual({ CHN: [null, 0.3, null], JPN: [null, 0.7, null] });
    expect(messages('MIRROR_ONLY')).toHaveLength(1);
  });

  it('may be sent on, exported, worth more than they weigh, or estimated; each is said', async () => {
    const { messages, lines } = await convert([
      WORLD,
      { ...CHINA, usd: 1000, estimated: true },
      { ...CHILE, usd: 4000 },
      { flow: 'X', partner: 0, kg: 100, usd: 500 },
      { flow: 'RX', partner: 0, kg: 50, usd: 250 },
      { flow: 'RM', partner: 0, kg: 5, usd: 25 },
      { reporter: 156, flow: 'X', partner: 0, kg: 9000, usd: 9000 },
    ]);
    expect(messages('HOME_EXPORTS')).toEqual([
      '123456 in 2024: 100 kg, 500 USD, 10 % of the value of its imports.',
    ]);
    expect(messages('RE_EXPORT')).toHaveLength(1);
    expect(messages('RE_IMPORT')).toHaveLength(1);
    expect(messages('BASIS_DIFFERS')[0]).toBe(
      '123456 from China in 2024: 60.0 % by weight, 20.0 % by value.',
    );
    expect(lines('WEIGHT_ESTIMATED')).toEqual([3]);
    expect(messages('OTHER_REPORTERS')).toEqual(['1 flows of 123456.']);
  });
});

describe('rows', () => {
  it('that are no yearly total of goods are counted and left out', async () => {
    const { report, messages, supply } = await convert(
      [
        WORLD,
        CHINA,
        CHILE,
        CHINA,
        { ...CHINA, more: { mot: 1000 } },
        { ...CHINA, more: { customs: 'C01' } },
        { ...CHINA, more: { partner2: 702 } },
        { ...CHINA, more: { freq: 'M' } },
        { ...CHINA, more: { type: 'S' } },
        { ...CHINA, flow: 'DX' },
        { ...CHINA, code: '1234' },
      ],
      { codes: ['123456'] },
    );
    expect(messages('BREAKDOWN_ROW')).toEqual(['3 rows, the first on this line.']);
    for (const code of ['NOT_ANNUAL', 'NOT_GOODS', 'OTHER_FLOW', 'CODE_NOT_ASKED', 'REPEATED_ROW']) {
      expect(messages(code), code).toHaveLength(1);
    }
    expect(supply.CHN).toEqual([null, 0.6, null]);
    expect(report.counts.flows).toBe(3);
  });

  it('that cannot be read are left out with the cell that is to blame', async () => {
    await writeFile(
      file,
      [
        HEADER,
        row(WORLD),
        row(CHINA),
        row({ ...CHILE, kg: 'many' }),
        row({ ...CHILE, usd: '-1' }),
        row({ ...CHILE, code: 'a b' }),
      ].join('\n'),
    );
    const { report } = importComtrade(file, ['USA'], []);
    expect(
      report.findings
        .filter(({ code }) => code === 'BAD_ROW')
        .map(({ line, column, read }) => [line, column, read]),
    ).toEqual([
      [4, 'netWgt', 'many'],
      [5, 'primaryValue', '-1'],
      [6, 'cmdCode', 'a b'],
    ]);
  });

  it('of a code within another are said', async () => {
    const { messages, programme } = await convert([
      ...[WORLD, CHINA, CHILE],
      ...[WORLD, CHINA, CHILE].map((flow) => ({ ...flow, code: '1234' })),
      { ...WORLD, code: '555555' },
    ]);
    expect(messages('CODE_OVERLAP')).toEqual(['123456 lies within 1234.']);
    expect(messages('NO_PARTNERS')).toEqual(['555555 in 2024: only a total.']);
    expect(programme.links.map(({ id }) => id)).not.toContain('imports-555555');
  });

  it('may stand under columns that are repeated, unknown or missing', async () => {
    const { messages } = await convert([WORLD, CHINA, CHILE], {
      header: HEADER.replace('typeCode', 'commodity').replace('motCode', 'cmdCode'),
    });
    expect(messages('UNKNOWN_COLUMN')).toEqual(["It holds 'C'."]);
    expect(messages('REPEATED_COLUMN')).toEqual(['Column 12 was not read.']);
    const missing = convert([WORLD], {
      header: HEADER.replace('refYear', 'year').replace('flowCode', 'flow'),
    });
    await expect(missing).rejects.toMatchObject({
      code: 'COMTRADE_COLUMN_MISSING',
      message: expect.stringContaining('refYear, flowCode'),
    });
  });
});

describe('what an import refuses', () => {
  it('a file that is not there, imports that are not there, codes of another format', async () => {
    expect(() => importComtrade(join(place, 'none.csv'), ['USA'], [])).toThrow(/is not a file/);
    await expect(convert([WORLD, CHINA], { home: ['BRA'] })).rejects.toMatchObject({
      code: 'TRADE_NO_IMPORTS',
    });
    await expect(
      importProgramme('eto', [place], place, ['USA'], { codes: ['123456'] }),
    ).rejects.toMatchObject({
      code: 'NO_CODES',
    });
    await expect(importProgramme('comtrade', [file, file], place, ['USA'])).rejects.toMatchObject({
      code: 'ONE_SOURCE',
    });
  });
});

it('the imported folder checks, can be assessed, and has the same bytes again', async () => {
  await writeFile(file, [HEADER, row(WORLD), row(CHINA), row(CHILE)].join('\n'));
  const out = join(place, 'out');
  const report = await importProgramme('comtrade', [file], out, ['USA']);
  expect(ImportReport.parse(report)).toEqual(report);
  const bytes = async () => {
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(paths.sort().map((path) => readFile(path, 'utf8')));
  };
  const first = await bytes();
  await importProgramme('comtrade', [file], out, ['USA']);
  expect(await bytes()).toEqual(first);
  const { programme, defects } = await checkFolder(out);
  expect(defects).toEqual([]);
  const { products, cutSets } = assess(programme!, { gates: 'unknown', maxOrder: 2 });
  expect(products[0]).toMatchObject({ works: 'no', coverage: 0 });
  const members = cutSets.filter(({ actsOn }) => actsOn === 'jurisdiction').flatMap((set) => set.members);
  expect(members.sort()).toEqual(['CHL', 'CHN']);
});

describe('a real sample', () => {
  eachFixture('of 811292', 'trade', ['comtrade_gallium_811292.csv'], (name) => {
    const { programme, report } = importComtrade(fixturePath('trade', name), ['USA'], []);
    const found = (code: string) => report.findings.filter((finding) => finding.code === code);
    // 239,849 of 2,930,601 kg as the United States report it, 63,995.948 kg as China does.
    expect(programme.supply[0]).toMatchObject({
      provider: 'CHN',
      share: 0.081843,
      share_low: 0.021837,
      year: 2024,
    });
    expect(programme.supply[1]).toMatchObject({ provider: 'unlisted-partners', share: 0.918157 });
    expect(found('MIRROR')).toHaveLength(5);
    expect(found('BASKET')[0].message).toContain('gallium, germanium, indium');
    expect(found('UNKNOWN_COLUMN').map(({ subject }) => subject)).toEqual([
      'commodity_name',
      'hs_code',
      'query_year',
    ]);
    expect(found('CLASSIFICATION')).toHaveLength(1);
    const china = importComtrade(fixturePath('trade', name), ['CHN'], []);
    expect(china.programme.supply.map(({ provider }) => provider)).toEqual(['USA', 'unlisted-partners']);
  });
});
