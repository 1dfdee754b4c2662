import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../src/app/assess.ts';
import { BasisCount } from '../src/app/basis.ts';
import { type CheckedFolder, checkFolder } from '../src/app/check-folder.ts';
import { ChainWorld } from '../src/app/scenario-world.ts';
import type { AssessmentReport } from '../src/contract/assess.ts';
import { printProgramme } from '../src/formats/programme-folder/write.ts';
import { importUsgs } from '../src/formats/usgs/import.ts';
import { planGroups } from '../src/programme/plan-groups.ts';
import type { Programme } from '../src/programme/programme.ts';
import { eachFixture, fixturePath } from './fixtures.ts';
import { chancesNotJudged } from './support/chances.ts';

const FOLDER = join(import.meta.dirname, '../examples/critical-minerals');

let checked: CheckedFolder;
let programme: Programme;
let report: AssessmentReport;
beforeAll(async () => {
  checked = await checkFolder(FOLDER);
  programme = checked.programme!;
  report = assess(programme, { gates: 'unknown', maxOrder: 2 });
});

describe('the programme on critical minerals', () => {
  it('checks without any defect and prints as the bytes that are committed', () => {
    expect(checked.defects).toEqual([]);
    const printed = printProgramme(programme);
    expect(printed.size).toBe(14);
    for (const [path, text] of printed) expect(readFileSync(join(FOLDER, path), 'utf8'), path).toBe(text);
  });

  it('has evidence behind every figure, and calls every chance of success a judgement', () => {
    const world = new ChainWorld(programme);
    const { groups } = planGroups(programme, world.chain);
    const basis = new BasisCount(programme).addLinks(world.chain, world.below).addGroups(groups).finish();
    expect(basis.figures).toBeGreaterThan(300);
    expect(basis.unsourced).toBe(0);
    expect(chancesNotJudged(programme)).toEqual([]);
  });

  it('says that germanium is not known, and leaves it so', () => {
    const germanium = programme.supply.filter(({ link }) => link === 'germanium');
    expect(germanium.length).toBeGreaterThan(5);
    expect(germanium.filter(({ share }) => share !== undefined)).toEqual([]);
    for (const { products } of [report, ...report.otherScenarios]) {
      expect(products.find(({ id }) => id === 'infrared-optics')).toMatchObject({
        works: 'unknown',
        coverageLow: 0,
        coverageHigh: 1,
      });
    }
  });

  it('needs nothing done about fluorine: enough comes from elsewhere in every scenario', () => {
    for (const { products } of [report, ...report.otherScenarios]) {
      for (const id of ['fluorochemicals', 'wafer-etching']) {
        expect(products.find((product) => product.id === id)?.works, id).toBe('yes');
      }
    }
  });

  it('has gallium break alone, and the magnet chain only together', () => {
    const wide = report.otherScenarios.find(({ scenario }) => scenario === 'wide-stop')!;
    const point = (id: string) => wide.chokepoints.find(({ link }) => link === id)!;
    expect(point('gallium-primary').fixingItAlonePerYear).toBeGreaterThan(0);
    const sets = wide.repairSets.filter(({ product, level }) => product === 'traction-motors' && level === 1);
    expect(sets.map(({ members }) => [...members].sort())).toContainEqual([
      'heavy-oxide',
      'ndfeb-magnets',
      're-metal-alloy',
    ]);
    for (const id of ['heavy-oxide', 'ndfeb-magnets', 're-metal-alloy', 'samarium-metal']) {
      expect(point(id).marginalValuePerYear, id).toBeGreaterThan(0);
      expect(point(id).fixingItAlonePerYear, id).toBe(0);
    }
  });

  it('carries no row of trade data', () => {
    expect(programme.supply.filter(({ evidence }) => evidence === 'c-mirror')).toEqual([]);
  });
});

/** Links of the programme whose suppliers are those of the tables, by the link that the import makes of them. */
const IMPORTED: Record<string, string> = {
  gallium: 'gallium-primary',
  'rare-earths': 're-concentrate',
  tungsten: 'tungsten-concentrate',
  fluorspar: 'fluorspar',
  germanium: 'germanium',
};

describe('shares at the mine and the primary plant', () => {
  eachFixture('are what the import makes of the tables', 'usgs', Object.keys(IMPORTED), (mineral) => {
    const { supply } = importUsgs([fixturePath('usgs')], ['USA']).programme;
    const imported = supply.filter(({ link }) => link === mineral);
    const carried = programme.supply.filter(({ link }) => link === IMPORTED[mineral]);
    expect(carried).toEqual(imported.map((row) => ({ ...row, link: IMPORTED[mineral] })));
  });
});
