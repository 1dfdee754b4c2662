import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { importProgramme } from '../../src/app/import-programme.ts';
import { buildChain } from '../../src/chain/build.ts';
import { dependence } from '../../src/chain/dependence.ts';
import { supplierOf } from '../../src/chain/threat.ts';
import { readFolder } from '../../src/formats/programme-folder/read.ts';
import { eachFixture, fixturePath } from '../fixtures.ts';

interface Expected {
  by_order: Record<string, number>;
  singletons: string[];
  pairs: string[][];
}

const GATES = { all: 'all', any: 'any', agg: 'ignored' } as const;

describe('minimal cut sets of countries for the finished logic chip, in the world reading', () => {
  eachFixture('country cut sets', 'eto-2026-08', ['country-cut-sets.expected.json'], async (name) => {
    const out = join(await mkdtemp(join(tmpdir(), 'muster-')), 'eto');
    await importProgramme('eto', [fixturePath('eto-2026-08')], out, ['CHN']);
    const { programme } = await readFolder(out);
    const chain = buildChain(programme!);
    const suppliers = new Map(programme!.providers.map((row) => [row.id, supplierOf(row)]));
    const expected = JSON.parse(readFileSync(fixturePath('eto-2026-08', name), 'utf8')) as Record<
      string,
      Expected
    >;
    expect(Object.keys(expected)).toHaveLength(12);
    for (const [cell, { by_order, singletons, pairs }] of Object.entries(expected)) {
      const [types, threshold] = cell.split('/');
      const { sets } = dependence(chain, suppliers, 'N99', 1 - Number(threshold) / 100, {
        reading: 'world',
        actsOn: 'jurisdiction',
        unknownGates: GATES[types as keyof typeof GATES],
        shares: 'favourable',
        figures: 'favourable',
        home: [],
        maxOrder: 3,
        limit: 1000,
      });
      const ofOrder = (k: number) => sets.filter((set) => set.length === k).map((set) => [...set].sort());
      expect(ofOrder(1).flat().sort(), cell).toEqual(singletons);
      expect(ofOrder(2).sort(), cell).toEqual(pairs);
      expect(ofOrder(3).length, cell).toBe(by_order['3'] ?? 0);
      if (cell === 'all/75') expect(ofOrder(3)).toEqual([['CHN', 'KOR', 'TWN']]);
    }
  });
});
