import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importEto } from '../../src/formats/eto/import.ts';

const { programme, report } = importEto(join(import.meta.dirname, '../fixtures/eto-2022'), ['CHN']);

const link = (id: string) => programme.links.find((row) => row.id === id);
const found = (code: string) =>
  report.findings.filter((f) => f.code === code).map((f) => `${f.file}:${f.line} ${f.subject}`);

describe('the layout of 2022', () => {
  it('is recognised, with a byte-order mark, line breaks of any kind and columns in any order', () => {
    expect(report).toMatchObject({ layout: '2022', source: 'eto-2022' });
    expect(report.counts).toMatchObject({ inputs: 10, stages: 2, goesInto: 6, isTypeOf: 2, providerRows: 9 });
    expect(link('N3')).toMatchObject({ name: 'Glazing tools', kind: 'tool', field: 'equipment' });
    expect(found('UNKNOWN_COLUMN')).toEqual(['provision.csv:1 Order added']);
  });

  it('gives kinds and fields by type and name', () => {
    const sorts = programme.links.map(({ id, kind, field }) => [id, kind, field].join(' '));
    expect(sorts).toEqual([
      'N1 product chips',
      'N2 process chips',
      'N3 tool equipment',
      'N4 tool equipment',
      'N5 tool equipment',
      'N6 material industrial-materials',
      'N7 process chips',
      'N8 process chips',
      'N9 software core-software',
      'N10 component other',
      'S2 process chips',
    ]);
    expect(found('UNKNOWN_TYPE')).toEqual(['inputs.csv:12 N10']);
    expect(found('KIND_BY_NAME')).toEqual(['inputs.csv:11 N9']);
    expect(found('STAGE_AS_LINK')).toEqual(['stages.csv:3 S2']);
    expect(link('N7')?.tags).toEqual(['stage:S1']);
  });

  it('gives market sizes in dollars with their source, and says what it could not read', () => {
    expect(link('N3')).toMatchObject({ market_per_year: 1.2e9, evidence: ['market_per_year:eto-s01'] });
    expect(link('N4')).toMatchObject({ market_per_year: 40e6, evidence: ['market_per_year:eto-s01'] });
    expect(link('N6')).toMatchObject({ market_per_year: 2.5e6, evidence: ['market_per_year:eto-dataset'] });
    expect(link('N5')?.market_per_year).toBeUndefined();
    expect(found('MARKET_UNREADABLE')).toEqual(['inputs.csv:7 N5']);
    expect(found('MARKET_QUALIFIER')).toEqual(['inputs.csv:6 N4']);
    expect(found('MARKET_NO_YEAR')).toEqual(['inputs.csv:8 N6']);
    expect(programme.evidence).toContainEqual({
      id: 'eto-s01',
      mark: 'read',
      title: 'Invented survey of glazing (https://example.org/glazing)',
      url: 'https://example.org/glazing',
      year: 2019,
    });
  });

  it('gives shares as fractions, blank where negligible, and brings sums far above 1 back to it', () => {
    const supply = programme.supply.map((s) => `${s.link} ${s.provider} ${s.share ?? '–'} ${s.evidence}`);
    expect(supply).toEqual([
      'N3 USA 0.61 eto-dataset',
      'N3 JPN 0.39 eto-dataset',
      'N3 CHN – eto-dataset',
      'N4 USA 0.754717 eto-dataset',
      'N4 JPN 0.188679 eto-dataset',
      'N4 P5 0.018868 eto-dataset',
      'N4 P4 0.037736 eto-dataset',
      'N4 P6 0.2 eto-dataset',
      'N4 P7 – eto-dataset',
      'N6 P9 – eto-dataset',
      'N6 CHN – eto-dataset',
      'S2 JPN 0.3 eto-dataset',
      'S2 USA 0.7 eto-dataset',
      'N9 CHN 0 eto-dataset',
      'N9 USA – eto-dataset',
    ]);
    expect(found('NEGLIGIBLE')).toEqual(['provision.csv:4 N3', 'provision.csv:11 N4']);
    expect(found('SHARES_SCALED')).toEqual(['provision.csv:5 N4']);
    expect(found('COUNTRY_SUM')).toEqual(['provision.csv:5 N4', 'provision.csv:18 N9']);
    expect(found('BAD_SHARE')).toEqual(['provision.csv:19 N9']);
    expect(found('ZERO_SHARE')).toEqual(['provision.csv:18 N9']);
    expect(found('REPEATED_PROVISION')).toEqual(['provision.csv:10 N4']);
    expect(found('NO_COUNTRY_SHARE')).toEqual(['provision.csv:12 N6']);
    expect(found('NO_PROVISION')).toEqual(
      [2, 4, 7, 9, 10, 12].map((line, i) => `inputs.csv:${line} ${['N1', 'N2', 'N5', 'N7', 'N8', 'N10'][i]}`),
    );
  });

  it('keeps what is not one country apart, and names what is unclear about providers', () => {
    const types = programme.providers.map((p) => `${p.id} ${p.type} ${p.headquarters ?? '–'}`);
    expect(types).toEqual([
      'USA jurisdiction USA',
      'JPN jurisdiction JPN',
      'CHN jurisdiction CHN',
      'P4 pseudo –',
      'P5 pseudo –',
      'P6 company JPN',
      'P7 company USA',
      'P8 company USA',
      'P9 company –',
    ]);
    expect(found('PSEUDO_PROVIDER')).toEqual(['providers.csv:5 P4', 'providers.csv:6 P5']);
    expect(found('SAME_NAME')).toEqual(['providers.csv:9 P8']);
    expect(found('NO_HEADQUARTERS')).toEqual(['providers.csv:10 P9']);
    expect(found('NAME_MISMATCH')).toEqual(['provision.csv:11 P7']);
  });

  it('names what the chain refers to, repeats or leaves open', () => {
    expect(found('UNDEFINED_ID')).toEqual([
      'provision.csv:14 P99',
      'provision.csv:15 N99',
      'inputs.csv:10 S9',
      'sequence.csv:11 N98',
    ]);
    expect(found('REPEATED_EDGE')).toEqual(['sequence.csv:6 N6']);
    expect(found('EMPTY_EDGE')).toEqual(['sequence.csv:12 N10']);
    expect(found('NOT_IN_CHAIN')).toEqual(['inputs.csv:12 N10']);
    expect(found('ROOT')).toEqual(['inputs.csv:2 N1', 'inputs.csv:12 N10']);
    expect(found('OTHER_DEVICE_CLASS')).toEqual(['sequence.csv:9 N8']);
    expect(found('NON_IC_TYPE')).toEqual(['sequence.csv:8 N5']);
    expect(found('GATE_UNKNOWN')).toEqual(['sequence.csv:7 N3']);
    expect(programme.requirements.filter((row) => row.link === 'N3')).toEqual([
      { link: 'N3', group: 'types', gate: 'unknown', needs: 'N4' },
      { link: 'N3', group: 'types', gate: 'unknown', needs: 'N5' },
    ]);
    expect(programme.overlay.depth).toBe('The data goes 4 links down; what the lowest need is not in it.');
  });

  it('frames a programme with one hypothetical scenario', () => {
    expect(programme.muster).toMatchObject({ home: ['CHN'], currency: 'USD', products: [{ link: 'N1' }] });
    expect(programme.scenarios).toHaveLength(1);
    expect(programme.scenarios[0]).toMatchObject({
      id: 'cut-all-foreign',
      hypothetical: true,
      asOf: '2022-12-31',
      measures: [{ who: { jurisdictions: ['JPN', 'USA'] }, licence: { policy: 'deny' } }],
    });
  });
});
