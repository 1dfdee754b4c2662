import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { importUsgs } from '../../src/formats/usgs/import.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

/** Shares by a second way: plain arithmetic on figures as they stand in the files, by country. */
const PRODUCED: Record<string, Record<string, number>> = {
  gallium: { CHN: 600000, JPN: 3000, KOR: 2000, RUS: 5000, USA: 0, 'other-countries': 0 },
  tungsten: {
    ...{ USA: 0, AUS: 800, AUT: 910, BOL: 1500, CHN: 63000, PRK: 1700, PRT: 500, RUS: 2000 },
    ...{ RWA: 1400, ESP: 1500, VNM: 3500, 'other-countries': 1100 },
  },
  'rare-earths': {
    ...{ USA: 43000, AUS: 18000, BRA: 80, MMR: 38000, CAN: 0, CHN: 240000, GRL: 0, IND: 2900 },
    ...{ MDG: 960, MYS: 80, RUS: 2600, ZAF: 0, TZA: 0, THA: 7100, VNM: 600 },
  },
};

/** Codes that each table of the edition is known to deserve, with how often. */
const EXPECTED: Record<string, Record<string, number>> = {
  'mcs2024-galli_world.csv': {
    ...{ ODD_CHARACTER: 1, FOOTNOTE_IN_NAME: 4, THOUSANDS: 2, BLANK_ROWS: 1, CAPACITY: 5 },
    ...{ TOTAL_CHECKED: 3, PRIMARY_PRODUCTION_ONLY: 1 },
  },
  'mcs2024-galli_salient.csv': { UNIT_GLUED: 3, UNITS_MIX: 1, CONSUMPTION_IMPLAUSIBLE: 1, NEED_UNKNOWN: 1 },
  'mcs2024-germa_world.csv': { NO_FIGURES: 1, WITHHELD: 2, NOT_AVAILABLE: 14 },
  'mcs2024-fluor_world.csv': { RENAMED_COLUMN: 1, YEAR_JUMP: 1, TOTAL_CHECKED: 2, NOT_AVAILABLE: 2 },
  'mcs2024-fluor_salient.csv': { MISALIGNED: 1, VALUE_WITHOUT_COLUMN: 10, MARKED_FIGURE: 1, NEED_UNKNOWN: 1 },
  'mcs2024-raree_world.csv': { YEAR_JUMP: 1, TOTAL_CHECKED: 2, MINE_PRODUCTION_ONLY: 1 },
  'mcs2024-raree_salient.csv': { UNIT_WRONG: 2, THOUSANDS: 2, NET_EXPORTER: 0, NET_IMPORT_RELIANCE: 2 },
  'mcs2024-tungs_world.csv': { YEAR_JUMP: 1, TOTAL_CHECKED: 2, MINE_PRODUCTION_ONLY: 1 },
  'mcs2024-tungs_salient.csv': { UNIT_GLUED: 10, UNIT_MISSING: 1, UNIT_WRONG: 1, WITHHELD: 20 },
};

describe('the tables of 2024, home USA', () => {
  eachFixture('shares', 'usgs', Object.keys(PRODUCED), (mineral) => {
    const { programme } = importUsgs([fixturePath('usgs')], ['USA']);
    const produced = PRODUCED[mineral];
    const world = Object.values(produced).reduce((a, b) => a + b, 0);
    const rows = programme.supply.filter(({ link }) => link === mineral);
    expect(rows.map(({ provider }) => provider).sort()).toEqual(Object.keys(produced).sort());
    for (const { provider, share } of rows) expect(share).toBeCloseTo(produced[provider] / world, 6);
  });

  eachFixture('germanium', 'usgs', ['mcs2024-germa_world.csv'], () => {
    const { programme } = importUsgs([fixturePath('usgs')], ['USA']);
    const rows = programme.supply.filter(({ link }) => link === 'germanium');
    expect(rows).toHaveLength(7);
    expect(rows.filter(({ share }) => share !== undefined)).toEqual([]);
  });

  eachFixture('defects', 'usgs', Object.keys(EXPECTED), (file) => {
    const { report } = importUsgs([fixturePath('usgs')], ['USA']);
    const found = report.findings.filter((finding) => finding.file === file);
    const counts = Object.keys(EXPECTED[file]).map((code) => [
      code,
      found.filter((finding) => finding.code === code).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual(EXPECTED[file]);
    const text = readFileSync(fixturePath('usgs', file), 'utf8');
    const lineCount = text.split('\n').length;
    for (const { line } of found) expect(line ?? 1).toBeLessThanOrEqual(lineCount);
  });
});
