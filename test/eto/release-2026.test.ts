import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { checkFolder } from '../../src/app/check-folder.ts';
import { importEto } from '../../src/formats/eto/import.ts';
import { placeImport } from '../../src/formats/imported-folder/place.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

type Import = ReturnType<typeof importEto>;

const subjects = ({ report }: Import, code: string) =>
  report.findings.filter((finding) => finding.code === code).map((finding) => finding.subject);
const messages = ({ report }: Import, code: string) =>
  report.findings.filter((finding) => finding.code === code).map((finding) => finding.message);

/** What must hold of the release of August 2026, by what it is called. */
const CLAIMS: Record<string, (imported: Import) => void | Promise<void>> = {
  'counts of rows, before and after': ({ report }) =>
    expect(report.counts).toMatchObject({
      inputs: 126,
      edges: 139,
      goesInto: 53,
      isTypeOf: 86,
      providerRows: 403,
      providers: 396,
      provisionRows: 1300,
      provisionRowsWithShare: 1054,
      links: 129,
      requirements: 139,
      supplyRows: 1300,
      supplyRowsWithShare: 1054,
    }),

  'types of inputs': ({ programme }) => {
    const kinds = new Map<string, number>();
    for (const { kind } of programme.links) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(kinds)).toEqual({
      tool: 89,
      software: 1,
      material: 16,
      design: 8,
      process: 14,
      product: 1,
    });
  },

  'providers that stand once for each alias': (imported) => {
    expect(subjects(imported, 'REPEATED_PROVIDER').sort()).toEqual(['P122', 'P139', 'P159', 'P326']);
    expect(messages(imported, 'ALIAS')).toContain('P159 Canon is also Canon ANELVA.');
  },

  'country shares off 99–101 %': (imported) => {
    expect(subjects(imported, 'COUNTRY_SUM')).toEqual(['N84']);
    expect(messages(imported, 'COUNTRY_SUM')[0]).toContain('102.0 %');
  },

  'items without a country share, inputs without provision': (imported) => {
    const without = subjects(imported, 'NO_COUNTRY_SHARE');
    expect(without).toHaveLength(17);
    expect(without).toEqual(expect.arrayContaining(['N31', 'N91', 'N92', 'N100']));
    expect(subjects(imported, 'NO_PROVISION')).toHaveLength(16);
  },

  'providers that are not one country or company': (imported) => {
    expect(messages(imported, 'PSEUDO_PROVIDER').map((text) => text.split(' is ')[0])).toEqual([
      'P5 Various countries',
      'P312 EUR (Europe)',
      'P370 Various companies',
    ]);
  },

  'years that mix, and dates of sources': (imported) => {
    expect(messages(imported, 'YEARS_MIX')[0]).toBe(
      'Rows by year: 2025: 977, 2022: 43, 2021: 16, 2019: 264.',
    );
    expect(messages(imported, 'SOURCE_DATE')[0]).toContain('July 3, 2026');
    expect(imported.programme.scenarios[0].asOf).toBe('2026-07-03');
  },

  'edges that look wrong by name': (imported) => {
    expect(subjects(imported, 'OTHER_DEVICE_CLASS').sort()).toEqual(['N13', 'N5', 'N79', 'N82']);
    expect(subjects(imported, 'NON_IC_TYPE').sort()).toEqual(['N132', 'N135', 'N138']);
    const kinds = new Map(imported.report.summary.map(({ code, kind }) => [code, kind]));
    expect(kinds.get('OTHER_DEVICE_CLASS')).toBe('heuristic');
    expect(kinds.get('NON_IC_TYPE')).toBe('heuristic');
  },

  'one root, no circle, twelve links down': (imported) => {
    expect(subjects(imported, 'ROOT')).toEqual(['N99']);
    expect(subjects(imported, 'CYCLE')).toEqual([]);
    expect(messages(imported, 'DEPTH')[0]).toContain('12 inputs one below the other, 11 edges');
  },

  'gates that are not known': ({ programme, report }) => {
    const unknown = programme.requirements.filter((row) => row.gate === 'unknown');
    expect(unknown).toHaveLength(86);
    const gates = report.findings.filter((finding) => finding.code === 'GATE_UNKNOWN');
    expect(gates).toHaveLength(new Set(unknown.map((row) => row.link)).size);
  },

  'shares by site': (imported) => expect(subjects(imported, 'SHARES_BY_SITE')).toEqual(['S2', 'S3']),

  'qualified market sizes': (imported) => {
    expect(subjects(imported, 'MARKET_QUALIFIER').sort()).toEqual(['N1', 'N31', 'N33', 'N88', 'N90']);
    expect(subjects(imported, 'MARKET_UNREADABLE')).toEqual([]);
    const chips = imported.programme.links.find((link) => link.id === 'N0');
    expect(chips?.market_per_year).toBe(574.1e9);
  },

  'every row of the files is where the report says': async ({ report }) => {
    for (const { file, line, subject, code } of report.findings) {
      if (line === null || subject === '') continue;
      const text = await readFile(fixturePath('eto-2026-08', file), 'utf8');
      expect(text.split('\n')[line - 1], `${code} ${file}:${line}`).toContain(subject);
    }
  },

  'the folder has no error, and two imports are alike': async ({ programme, report }) => {
    const place = await mkdtemp(join(tmpdir(), 'muster-eto-'));
    try {
      const first = await placeImport(programme, report, join(place, 'a'));
      const again = importEto(fixturePath('eto-2026-08'), ['CHN']);
      expect(await placeImport(again.programme, again.report, join(place, 'b'))).toEqual(first);
      const { defects } = await checkFolder(join(place, 'a'));
      expect(defects.filter((defect) => defect.severity === 'error')).toEqual([]);
    } finally {
      await rm(place, { recursive: true });
    }
  },
};

let imported: Import | undefined;

eachFixture('the release of August 2026', 'eto-2026-08', Object.keys(CLAIMS), (name) => {
  imported ??= importEto(fixturePath('eto-2026-08'), ['CHN']);
  return CLAIMS[name](imported);
});
