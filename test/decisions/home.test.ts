import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openProgramme } from '../../src/app/check-folder.ts';
import type { Assessment } from '../../src/contract/assess.ts';
import type { Scenario } from '../../src/contract/folder/index.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { assessed, deny, scenario } from './small-programme.ts';

/**
 * The bundled example, seen from other homes. Needs and capacities stay those that the example states, so that only
 * what follows from who is home, and from who supplies what, is looked at.
 */

const MATERIALS = scenario([
  deny(['CHN', 'JPN'], {
    id: 'materials',
    links: { fields: ['industrial-materials'] },
    covers: ['goods', 'service'],
  }),
]);
const FIVE = scenario([
  deny(['USA', 'JPN', 'KOR', 'TWN', 'NLD'], { id: 'five', covers: ['goods', 'service'] }),
]);

let example: Programme;
beforeAll(async () => {
  example = await openProgramme(join(import.meta.dirname, '../../examples/advanced-chips'));
});

function from(home: string, cut: Scenario): Assessment {
  return assessed({ ...example, muster: { ...example.muster, home: [home] }, scenarios: [cut] });
}

const brokenLinks = ({ chokepoints }: Assessment): string[] => chokepoints.map(({ link }) => link);
const productsThatWork = ({ products }: Assessment): string[] =>
  products.filter(({ works }) => works === 'yes').map(({ id }) => id);

/** A supplier of the link that is cut, and its share of the supply of the world. */
function cutShare({ chokepoints }: Assessment, link: string, supplier: string): number {
  return chokepoints.find((c) => c.link === link)?.suppliersCut.find(({ id }) => id === supplier)?.share ?? 0;
}

describe('the example with Korea as home', () => {
  test('photoresists from Japan stop its chips; what Korea makes of memory is its own', () => {
    const materials = from('KOR', MATERIALS);
    // Japan makes nine tenths of the resist for immersion lithography, four fifths of that for KrF.
    expect(cutShare(materials, 'resist-arf-immersion', 'JPN')).toBeCloseTo(0.9, 12);
    expect(cutShare(materials, 'resist-krf', 'JPN')).toBeCloseTo(0.8, 12);
    expect(productsThatWork(materials)).toEqual([]);
    expect(materials.products.every(({ stopsOnDay }) => stopsOnDay !== null)).toBe(true);
  });

  test('it is not cut off from itself, even by a measure that names it', () => {
    const korea = from('KOR', FIVE);
    const china = from('CHN', FIVE);
    expect(korea.chokepoints.flatMap(({ suppliersCut }) => suppliersCut.map(({ id }) => id))).not.toContain(
      'KOR',
    );
    expect(korea.cutSets.flatMap(({ members }) => members)).not.toContain('KOR');
    // Four fifths of high-bandwidth memory come from Korea: broken seen from China, not from Korea.
    expect(brokenLinks(china)).toContain('hbm');
    expect(cutShare(china, 'hbm', 'KOR')).toBeGreaterThan(0.8);
    expect(brokenLinks(korea)).not.toContain('hbm');
    expect(korea.initiative.map(({ link }) => link)).toContain('hbm');
    expect(china.initiative.map(({ link }) => link)).not.toContain('hbm');
  });

  test('China becomes somebody to depend on', () => {
    // Substrates of silicon carbide: two fifths from China. Home was never a leaf while it was home.
    const power = (a: Assessment) =>
      a.cutSets
        .filter((s) => s.product === 'power-devices' && s.order === 1)
        .map(({ members }) => members[0]);
    expect(power(from('KOR', MATERIALS))).toContain('CHN');
    expect(power(from('CHN', MATERIALS))).not.toContain('CHN');
  });
});

describe('the example with Japan as home', () => {
  test('a stop of materials by China and by itself leaves its chips standing', () => {
    const japan = from('JPN', MATERIALS);
    expect(productsThatWork(japan)).toHaveLength(6);
    expect(brokenLinks(japan)).not.toContain('resist-arf-immersion');
    expect(japan.initiative.map(({ link }) => link)).toEqual(
      expect.arrayContaining(['resist-arf-immersion', 'resist-krf', 'build-up-film']),
    );
    // What it does lose are substrates of silicon carbide from China.
    expect(cutShare(japan, 'sic-substrates', 'CHN')).toBeCloseTo(0.4, 12);
    expect(japan.chokepoints.flatMap(({ suppliersCut }) => suppliersCut.map(({ id }) => id))).toEqual([
      'CHN',
    ]);
  });

  test('no product is worse off in Japan than in Korea under it', () => {
    const [japan, korea] = ['JPN', 'KOR'].map((home) => from(home, MATERIALS));
    japan!.products.forEach(({ coverage }, i) => {
      expect(coverage).toBeGreaterThan(korea!.products[i]!.coverage);
    });
  });
});

test('whoever is home, what nobody cuts keeps working as it did', () => {
  // Links broken without any cut are broken in every assessment; a cut breaks more, never less.
  for (const home of ['CHN', 'KOR', 'JPN']) {
    const open = from(home, scenario([]));
    const cut = from(home, FIVE);
    expect(brokenLinks(cut)).toEqual(expect.arrayContaining(brokenLinks(open)));
    cut.products.forEach(({ coverage }, i) => {
      expect(coverage).toBeLessThanOrEqual(open.products[i]!.coverage + 1e-12);
    });
  }
});
